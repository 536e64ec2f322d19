import { byDay } from '../truth.ts';
import {
  before,
  by,
  byDays,
  byMonth,
  byTime,
  byWeekday,
  windowOf,
  windowOfMonths,
  windowOverMonths,
  within,
  withinDays,
  withinParts,
} from './deadline-makers.ts';
import { type DeadlinePhrase, shift } from './fill.ts';
import type { Phrases } from './part.ts';
import { RECURRING, RECURRING_KINDS } from './recurring.ts';

/** Ways to set a time limit, each with phrases of its own in both halves of the vocabulary. */
export const DEADLINE_KINDS = [
  'by',
  'by-time',
  'by-weekday',
  'by-month',
  'before',
  'within-days',
  'within-parts',
  'within-words',
  'window',
  'window-two-months',
  'window-one-year',
  'several-days',
  ...RECURRING_KINDS,
  'extended',
  'two-limits',
  'urgent-in-body',
  'beside-other-dates',
  'in-a-list',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export const DEADLINES: Readonly<Record<DeadlineKind, Phrases<DeadlinePhrase>>> = {
  by: {
    tuning: [
      by('ทั้งนี้ ขอให้{asked}รายงานผลให้{office}ทราบ ภายในวันที่ ', ''),
      by('ให้{asked}ส่งแบบสำรวจถึง{office}ไม่เกินวันที่ ', ' หากไม่มีข้อมูลให้แจ้งว่าไม่มี'),
      by('และขอให้ดำเนินการให้แล้วเสร็จภายในวันที่ ', ' โดยเคร่งครัด'),
      by('แจ้งรายชื่อผู้ประสานงานอย่างช้าไม่เกินวันที่ ', ' ทางช่องทางที่กำหนด'),
      by('หากมีข้อขัดข้องให้แจ้ง{office}ภายในวันที่ ', ' หากพ้นกำหนดถือว่าไม่มีข้อขัดข้อง'),
      by('โดยให้ถึง{office}ไม่เกินวันที่ ', ''),
      by('ส่งแผนให้{office}ภายใน ', ' ทั้งนี้ ให้ใช้แบบที่แนบ'),
    ],
    'held-out': [
      by('พร้อมทั้งสำเนารายงานให้{office}ไม่ช้ากว่าวันที่ ', ''),
      by('กำหนดส่งเอกสารคืน{office} ภายในวันที่ ', ' เป็นอย่างช้า'),
      by('ขอให้{asked}ตอบกลับอย่างช้าภายใน ', ' เพื่อรวบรวมเสนอผู้บังคับบัญชา'),
      by('{asked}ต้องบันทึกข้อมูลให้ครบถ้วนภายในวันที่ ', ' เท่านั้น'),
      by('ครบกำหนดส่งรายงานในวันที่ ', ' ขอให้{asked}ถือปฏิบัติโดยเคร่งครัด'),
      by('และนำส่งเอกสารตัวจริงภายหลัง แต่ไม่เกินวันที่ ', ''),
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
      withinDays(
        'วัน',
        'receipt',
        (days, asked) => `ให้${asked}รายงานผลภายใน ${days} นับแต่วันที่ได้รับหนังสือนี้`,
      ),
      withinDays(
        'วันทำการ',
        'receipt',
        (days, asked) => `ขอให้${asked}แจ้งกลับภายใน ${days} นับจากวันที่ลงรับ`,
      ),
      withinDays('วัน', null, (days) => `โดยดำเนินการแก้ไขให้แล้วเสร็จภายใน ${days}`),
    ],
    'held-out': [
      withinDays(
        'วัน',
        'receipt',
        (days, asked) => `${asked}ต้องทำหนังสือโต้แย้งภายใน ${days} นับถัดจากวันที่ได้รับแจ้ง`,
      ),
      withinDays('เดือน', null, (days, asked) => `ขอให้${asked}จัดทำแผนให้เสร็จภายใน ${days}`),
      withinDays(
        'วัน',
        'receipt',
        (days, asked) => `ให้${asked}ส่งคำชี้แจงภายในกำหนด ${days} นับแต่วันรับหนังสือ`,
      ),
      withinDays(
        'วันทำการ',
        'letter',
        (days, asked) => `ให้${asked}ตอบกลับภายใน ${days} นับแต่วันที่ในหนังสือฉบับนี้`,
      ),
    ],
  },
  'within-parts': {
    tuning: [
      withinParts(
        'เดือน วัน',
        'receipt',
        (time, asked) => `ให้${asked}รายงานผลภายใน ${time} นับแต่วันที่ได้รับหนังสือ`,
      ),
      withinParts('เดือน วัน', null, (time, asked) => `ขอให้${asked}แก้ไขให้เสร็จภายใน ${time}`),
    ],
    'held-out': [
      withinParts(
        'เดือน วัน',
        'letter',
        (time, asked) => `ขอให้${asked}ส่งรายงานภายในระยะเวลา ${time} นับจากวันที่ลงในหนังสือนี้`,
      ),
      withinParts('ปี เดือน', null, (time, asked) => `ให้${asked}จัดทำทะเบียนให้ครบภายใน ${time}`),
    ],
  },
  'within-words': {
    tuning: [
      ({ asked }) => ({
        text: `ให้${asked}รายงานผลภายในสิบห้าวันนับแต่วันที่ได้รับหนังสือ`,
        deadlines: [within('P15D', 'receipt')],
      }),
    ],
    'held-out': [
      ({ asked }) => ({
        text: `ขอให้${asked}ชี้แจงข้อเท็จจริงภายในสามสิบวัน นับแต่วันที่ได้รับแจ้ง`,
        deadlines: [within('P30D', 'receipt')],
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
  'window-one-year': {
    tuning: [
      windowOverMonths((days, asked) => `ให้${asked}ตรวจสอบสิทธิระหว่างวันที่ ${days}`, ' - '),
      windowOverMonths((days, asked) => `ขอให้${asked}ยื่นคำขอตั้งแต่วันที่ ${days}`, ' ถึงวันที่ '),
    ],
    'held-out': [
      windowOverMonths((days, asked) => `ขอให้${asked}ลงทะเบียนในระหว่างวันที่ ${days}`, '-'),
      windowOverMonths((days, asked) => `ให้${asked}บันทึกข้อมูลตั้งแต่วันที่ ${days}`, ' จนถึงวันที่ '),
    ],
  },
  'several-days': {
    tuning: [byDays((days, asked) => `ให้${asked}รายงานผลภายในวันที่ ${days}`, ' และ ')],
    'held-out': [byDays((days, asked) => `ขอให้${asked}ส่งข้อมูลไม่เกินวันที่ ${days} ตามลำดับ`, ' และวันที่ ')],
  },
  ...RECURRING,
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
  'beside-other-dates': {
    tuning: [
      ({ span, first, on, last, asked }) => ({
        text: `เนื่องจากระหว่างวันที่ ${span(first, shift(first, 3))} จะมีฝนตกหนัก จึงขอให้${asked}รายงานความเสียหายภายในวันที่ ${on(last)}`,
        deadlines: [byDay(last)],
      }),
      ({ span, last, on, letterDate }) => ({
        text: `กำหนดจัดอบรมระหว่างวันที่ ${span(last, shift(last, 2))} ณ ศูนย์ฝึกสมมติ โดยให้แจ้งรายชื่อผู้เข้าอบรมภายในวันที่ ${on(shift(letterDate, 5))}`,
        deadlines: [byDay(shift(letterDate, 5))],
      }),
      ({ on, past, last, asked }) => ({
        text: `ตามหนังสือลงวันที่ ${on(past)} ที่ให้รายงานภายในวันที่ ${on(shift(past, 9))} นั้น บัดนี้ยังขาดข้อมูลบางส่วน ขอให้${asked}ส่งเพิ่มเติมภายในวันที่ ${on(last)}`,
        deadlines: [byDay(last)],
      }),
    ],
    'held-out': [
      ({ on, first, last, asked }) => ({
        text: `ด้วยระเบียบมีผลใช้บังคับตั้งแต่วันที่ ${on(first)} เป็นต้นไป ให้${asked}ปรับปรุงประกาศให้สอดคล้องภายในวันที่ ${on(last)}`,
        deadlines: [byDay(last)],
      }),
      ({ on, span, first, last, asked }) => ({
        text: `งานเทศกาลมีขึ้นระหว่างวันที่ ${span(last, shift(last, 3))} ให้${asked}ส่งคำขอใช้พื้นที่ไม่เกินวันที่ ${on(first)} เพื่อจัดผัง`,
        deadlines: [byDay(first)],
      }),
      ({ on, past, last, asked }) => ({
        text: `ที่ประชุมเมื่อวันที่ ${on(past)} มีมติให้${asked}จัดส่งภาพถ่ายภายในวันที่ ${on(last)}`,
        deadlines: [byDay(last)],
      }),
    ],
  },
  'in-a-list': {
    tuning: [
      ({ on, first, last, num }) => ({
        text: `กำหนดการ ดังนี้ (${num(1)}) ส่งแบบสำรวจภายในวันที่ ${on(first)} (${num(2)}) ส่งรายงานฉบับสมบูรณ์ภายในวันที่ ${on(last)}`,
        deadlines: [byDay(first), byDay(last)],
      }),
    ],
    'held-out': [
      ({ on, first, last, num }) => ({
        text: `ขั้นตอนมี ${num(2)} ขั้น คือ ${num(1)}) ลงทะเบียนไม่เกินวันที่ ${on(first)} และ ${num(2)}) อัปโหลดหลักฐานก่อนวันที่ ${on(last)}`,
        deadlines: [byDay(first), byDay(last, { kind: 'before' })],
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
