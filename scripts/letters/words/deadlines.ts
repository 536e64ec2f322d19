import { weekdayOf } from '../print.ts';
import { byDay, type TrueDeadline } from '../truth.ts';
import type { DeadlinePhrase } from './fill.ts';
import { shift } from './fill.ts';
import type { Phrases } from './part.ts';

/** Ways to set a time limit, each with phrases of its own in both halves of the vocabulary. */
export const DEADLINE_KINDS = [
  'by',
  'by-time',
  'by-weekday',
  'by-month',
  'before',
  'within-days',
  'within-words',
  'window',
  'window-two-months',
  'every-month',
  'extended',
  'two-limits',
  'urgent-in-body',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

const within = (duration: string): TrueDeadline => ({
  kind: 'within',
  from: null,
  to: null,
  time: null,
  within: duration,
});

const every: TrueDeadline = { kind: 'every', from: null, to: null, time: null, within: null };

/** One "by" phrase around `{on}`, the day. */
const by =
  (before: string, after: string): DeadlinePhrase =>
  ({ on, last, asked, office }) => ({
    text: `${before}${on(last)}${after}`
      .replaceAll('{asked}', asked)
      .replaceAll('{office}', office),
    deadlines: [byDay(last)],
  });

const byTime =
  (text: (on: string, clock: string, asked: string) => string): DeadlinePhrase =>
  ({ on, last, random, num, asked }) => {
    const time = random.pick(['16.30', '12.00', '15.00', '09.30']);
    return {
      text: text(on(last), num(time), asked),
      deadlines: [byDay(last, { time: time.replace('.', ':') })],
    };
  };

const byWeekday =
  (text: (day: string, asked: string) => string): DeadlinePhrase =>
  ({ on, last, asked }) => ({
    text: text(`วัน${weekdayOf(last)}ที่ ${on(last)}`, asked),
    deadlines: [byDay(last)],
  });

const byMonth =
  (text: (month: string, asked: string) => string): DeadlinePhrase =>
  ({ on, last, asked }) => ({
    text: text(on(last.slice(0, 7)), asked),
    deadlines: [byDay(last.slice(0, 7))],
  });

const before =
  (text: (day: string, asked: string) => string): DeadlinePhrase =>
  ({ on, last, asked }) => ({
    text: text(on(last), asked),
    deadlines: [byDay(last, { kind: 'before' })],
  });

const withinDays =
  (
    unit: 'วัน' | 'วันทำการ' | 'เดือน',
    text: (days: string, asked: string) => string,
  ): DeadlinePhrase =>
  ({ random, num, asked }) => {
    const count = random.pick(unit === 'เดือน' ? [1, 3, 6] : [3, 5, 7, 15, 30, 45]);
    return {
      text: text(`${num(count)} ${unit}`, asked),
      deadlines: [within(`P${count}${unit === 'เดือน' ? 'M' : 'D'}`)],
    };
  };

const windowOf =
  (text: (days: string, asked: string) => string, joint: string): DeadlinePhrase =>
  ({ span, first, asked, random }) => {
    const from = `${first.slice(0, 8)}0${random.int(1, 9)}`;
    const start = from > first ? from : shift(`${first.slice(0, 8)}28`, random.int(4, 9));
    const to = `${start.slice(0, 8)}${random.int(15, 28)}`;
    return {
      text: text(span(start, to, joint), asked),
      deadlines: [byDay(to, { kind: 'window', from: start })],
    };
  };

const windowOfMonths =
  (text: (days: string, asked: string) => string, joint: string): DeadlinePhrase =>
  ({ on, first, asked, random }) => {
    const to = shift(first, random.int(32, 70));
    return {
      text: text(`${on(first)}${joint}${on(to)}`, asked),
      deadlines: [byDay(to, { kind: 'window', from: first })],
    };
  };

export const DEADLINES: Readonly<Record<DeadlineKind, Phrases<DeadlinePhrase>>> = {
  by: {
    tuning: [
      by('ทั้งนี้ ขอให้{asked}รายงานผลให้{office}ทราบ ภายในวันที่ ', ''),
      by('ให้{asked}ส่งแบบสำรวจถึง{office}ไม่เกินวันที่ ', ' หากไม่มีข้อมูลให้แจ้งว่าไม่มี'),
      by('และขอให้ดำเนินการให้แล้วเสร็จภายในวันที่ ', ' โดยเคร่งครัด'),
      by('แจ้งรายชื่อผู้ประสานงานอย่างช้าไม่เกินวันที่ ', ' ทางช่องทางที่กำหนด'),
    ],
    'held-out': [
      by('พร้อมทั้งสำเนารายงานให้{office}ไม่ช้ากว่าวันที่ ', ''),
      by('กำหนดส่งเอกสารคืน{office} ภายในวันที่ ', ' เป็นอย่างช้า'),
      by('ขอให้{asked}ตอบกลับอย่างช้าภายใน ', ' เพื่อรวบรวมเสนอผู้บังคับบัญชา'),
      by('{asked}ต้องบันทึกข้อมูลให้ครบถ้วนภายในวันที่ ', ' เท่านั้น'),
    ],
  },
  'by-time': {
    tuning: [
      byTime((on, clock, asked) => `ขอให้${asked}ส่งข้อมูลภายในวันที่ ${on} เวลา ${clock} น.`),
      byTime((on, clock) => `โปรดยืนยันการเข้าร่วมภายในวันที่ ${on} ก่อนเวลา ${clock} น. ด้วย`),
    ],
    'held-out': [
      byTime(
        (on, clock, asked) =>
          `ให้${asked}นำเข้าข้อมูลไม่เกินวันที่ ${on} เวลา ${clock} น. มิฉะนั้นถือว่าไม่ประสงค์`,
      ),
      byTime((on, clock) => `ส่งไฟล์ต้นฉบับมาที่ช่องทางข้างต้นภายในวันที่ ${on} (เวลา ${clock} น.)`),
    ],
  },
  'by-weekday': {
    tuning: [byWeekday((day, asked) => `ขอให้${asked}ส่งผลการตรวจสอบภายใน${day}`)],
    'held-out': [byWeekday((day, asked) => `ให้${asked}จัดส่งคำตอบอย่างช้าไม่เกิน${day} ด้วย`)],
  },
  'by-month': {
    tuning: [byMonth((month, asked) => `ให้${asked}ปรับปรุงทะเบียนให้เป็นปัจจุบันภายในเดือน${month}`)],
    'held-out': [byMonth((month, asked) => `ขอให้${asked}สรุปผลภาพรวมไม่เกินเดือน${month}`)],
  },
  before: {
    tuning: [before((day, asked) => `ให้${asked}แจ้งความประสงค์ก่อนวันที่ ${day}`)],
    'held-out': [before((day, asked) => `ขอให้${asked}จัดเตรียมสถานที่ให้พร้อมก่อนวันที่ ${day} ด้วย`)],
  },
  'within-days': {
    tuning: [
      withinDays('วัน', (days, asked) => `ให้${asked}รายงานผลภายใน ${days} นับแต่วันที่ได้รับหนังสือนี้`),
      withinDays('วันทำการ', (days, asked) => `ขอให้${asked}แจ้งกลับภายใน ${days} นับจากวันที่ลงรับ`),
      withinDays('วัน', (days) => `โดยดำเนินการแก้ไขให้แล้วเสร็จภายใน ${days}`),
    ],
    'held-out': [
      withinDays('วัน', (days, asked) => `${asked}ต้องทำหนังสือโต้แย้งภายใน ${days} นับถัดจากวันที่ได้รับแจ้ง`),
      withinDays('เดือน', (days, asked) => `ขอให้${asked}จัดทำแผนให้เสร็จภายใน ${days}`),
      withinDays('วัน', (days, asked) => `ให้${asked}ส่งคำชี้แจงภายในกำหนด ${days} นับแต่วันรับหนังสือ`),
    ],
  },
  'within-words': {
    tuning: [
      ({ asked }) => ({
        text: `ให้${asked}รายงานผลภายในสิบห้าวันนับแต่วันที่ได้รับหนังสือ`,
        deadlines: [within('P15D')],
      }),
    ],
    'held-out': [
      ({ asked }) => ({
        text: `ขอให้${asked}ชี้แจงข้อเท็จจริงภายในสามสิบวัน นับแต่วันที่ได้รับแจ้ง`,
        deadlines: [within('P30D')],
      }),
    ],
  },
  window: {
    tuning: [
      windowOf((days, asked) => `ให้${asked}บันทึกข้อมูลในระบบระหว่างวันที่ ${days}`, ' - '),
      windowOf((days, asked) => `ขอให้${asked}ยื่นคำขอได้ตั้งแต่วันที่ ${days}`, ' ถึงวันที่ '),
    ],
    'held-out': [
      windowOf((days, asked) => `${asked}สามารถสมัครผ่านแบบออนไลน์ได้ในระหว่างวันที่ ${days}`, '-'),
      windowOf((days) => `เปิดรับแบบคำขอตั้งแต่วันที่ ${days} ในเวลาราชการ`, ' จนถึงวันที่ '),
    ],
  },
  'window-two-months': {
    tuning: [windowOfMonths((days, asked) => `ให้${asked}ตรวจสอบสิทธิตั้งแต่วันที่ ${days}`, ' ถึงวันที่ ')],
    'held-out': [
      windowOfMonths((days, asked) => `ขอให้${asked}ลงทะเบียนระหว่างวันที่ ${days} ทางเว็บไซต์`, ' - '),
    ],
  },
  'every-month': {
    tuning: [
      ({ asked, num }) => ({
        text: `ให้${asked}รายงานผลภายในวันที่ ${num(5)} ของทุกเดือน`,
        deadlines: [every],
      }),
    ],
    'held-out': [
      ({ asked, num }) => ({
        text: `ขอให้${asked}ส่งยอดคงเหลือทุกวันที่ ${num(10)} ของเดือนถัดไป`,
        deadlines: [every],
      }),
    ],
  },
  extended: {
    tuning: [
      ({ office, on, first, last }) => ({
        text: `${office}จึงขยายระยะเวลาการส่งแบบสำรวจ จากเดิมภายในวันที่ ${on(first)} เป็นภายในวันที่ ${on(last)}`,
        deadlines: [byDay(last)],
      }),
      ({ on, first, last }) => ({
        text: `ขอเลื่อนกำหนดส่งรายงานจากวันที่ ${on(first)} เป็นวันที่ ${on(last)}`,
        deadlines: [byDay(last)],
      }),
    ],
    'held-out': [
      ({ asked, on, first, last }) => ({
        text: `เพื่อให้${asked}มีเวลาเพียงพอ จึงขยายกำหนดรับคำขอออกไป จากที่กำหนดไว้ไม่เกินวันที่ ${on(first)} ไปจนถึงวันที่ ${on(last)}`,
        deadlines: [byDay(last)],
      }),
    ],
  },
  'two-limits': {
    tuning: [
      ({ on, first, last, asked, office }) => ({
        text: `ให้อำเภอรวบรวมส่งจังหวัดภายในวันที่ ${on(first)} และให้${asked}ส่ง${office}ภายในวันที่ ${on(last)}`,
        deadlines: [byDay(first), byDay(last)],
      }),
    ],
    'held-out': [
      ({ on, first, last, asked }) => ({
        text: `รอบแรกให้${asked}รายงานไม่เกินวันที่ ${on(first)} ส่วนรอบที่สองไม่เกินวันที่ ${on(last)} ตามลำดับ`,
        deadlines: [byDay(first), byDay(last)],
      }),
    ],
  },
  'urgent-in-body': {
    tuning: [
      ({ on, last, asked }) => ({
        text: `ขอให้${asked}รายงานเป็นการด่วนภายในวันที่ ${on(last)}`,
        deadlines: [byDay(last)],
      }),
    ],
    'held-out': [
      ({ on, last, asked }) => ({
        text: `ในการนี้ ให้${asked}แจ้งผลโดยด่วน ไม่เกินวันที่ ${on(last)}`,
        deadlines: [byDay(last)],
      }),
    ],
  },
};
