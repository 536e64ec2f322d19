import { shift, type TrapPhrase } from './fill.ts';
import type { Phrases } from './part.ts';

/** Dates that look like time limits and are none. */
export const TRAP_KINDS = [
  'weather',
  'fiscal-year',
  'forecast',
  'former-deadline',
  'meeting',
  'training',
  'past-event',
  'budget-period',
  'law-date',
  'effective-date',
  'holiday',
  'election',
  'sample-period',
  'system-closed',
  'contract-period',
  'festival',
  'law-duration',
  'opening',
  'finished-work',
  'age-and-history',
  'recurring-habit',
] as const;
export type TrapKind = (typeof TRAP_KINDS)[number];

/** The fiscal year in which the letter was written, from 1 October to 30 September. */
const fiscalYear = (date: string): readonly [string, string] => {
  const end = Number(date.slice(0, 4)) + (date.slice(5, 7) >= '10' ? 1 : 0);
  return [`${end - 1}-10-01`, `${end}-09-30`];
};

const week = ({ first, random }: Parameters<TrapPhrase>[0]): string =>
  shift(first, random.int(2, 6));

export const TRAPS: Readonly<Record<TrapKind, Phrases<TrapPhrase>>> = {
  weather: {
    tuning: [
      (f) => `กรมตัวอย่างแจ้งว่าระหว่างวันที่ ${f.span(f.first, week(f))} จะมีฝนตกหนักบางแห่ง`,
      (f) => `ในช่วงวันที่ ${f.span(f.first, week(f), '-')} คลื่นลมจะมีกำลังแรง ขอให้ชาวเรือระวัง`,
    ],
    'held-out': [
      (f) => `คาดว่าตั้งแต่วันที่ ${f.on(f.first)} ถึงวันที่ ${f.on(f.last)} อากาศจะหนาวเย็นลงอีก`,
      (f) => `ทั้งนี้ มวลอากาศจะแผ่ลงมาปกคลุมภายในวันที่ ${f.on(f.first)} ทำให้เกิดพายุฤดูร้อน`,
    ],
  },
  'fiscal-year': {
    tuning: [
      (f) => {
        const [from, to] = fiscalYear(f.letterDate);
        return `เงินคงเหลือตั้งแต่วันที่ ${f.on(from)} ถึงวันที่ ${f.on(to)} ให้นำไปใช้ตามแผน`;
      },
      (f) => {
        const [from, to] = fiscalYear(f.letterDate);
        return `ผลงานในปีงบประมาณ (${f.on(from)} - ${f.on(to)}) ปรากฏตามบัญชี`;
      },
    ],
    'held-out': [
      (f) => {
        const [from, to] = fiscalYear(f.letterDate);
        return `รายจ่ายของปีงบประมาณซึ่งเริ่มวันที่ ${f.on(from)} และสิ้นสุดวันที่ ${f.on(to)} อยู่ในเกณฑ์ดี`;
      },
      (f) => {
        const [from, to] = fiscalYear(f.letterDate);
        return `รายรับระหว่างวันที่ ${f.on(from)} - ${f.on(to)} เป็นไปตามประมาณการ`;
      },
    ],
  },
  forecast: {
    tuning: [
      (f) => `คาดว่าโครงข่ายส่งน้ำจะก่อสร้างเสร็จภายในวันที่ ${f.on(f.last)}`,
      (f) => `กรมตัวอย่างพยากรณ์ว่าระดับน้ำจะสูงสุดก่อนวันที่ ${f.on(f.last)}`,
    ],
    'held-out': [
      (f) => `จำนวนผู้ป่วยมีแนวโน้มเพิ่มขึ้นไปจนถึงวันที่ ${f.on(f.last)} แล้วจึงลดลง`,
      (f) => `ประมาณการว่าปริมาณน้ำจะเพียงพอ ไม่เกินวันที่ ${f.on(f.last)}`,
    ],
  },
  'former-deadline': {
    tuning: [
      (f) => `ตามหนังสือที่อ้างถึง ให้${f.asked}รายงานภายในวันที่ ${f.on(f.past)} นั้น`,
      (f) => `เดิม${f.office}กำหนดให้ส่งแบบภายในวันที่ ${f.on(f.first)} ความแจ้งแล้ว นั้น`,
    ],
    'held-out': [
      (f) => `บางจังหวัดส่งแบบล่าช้ากว่ากำหนด (ภายในวันที่ ${f.on(f.past)}) ตามหนังสือฉบับก่อน`,
      (f) => `ตามที่ได้ขอให้แจ้งรายชื่อไม่เกินวันที่ ${f.on(f.first)} ไปแล้วนั้น มีผู้แจ้งครบถ้วน`,
    ],
  },
  meeting: {
    tuning: [
      (f) =>
        `${f.office}จะจัดประชุมชี้แจงในวันที่ ${f.on(f.first)} เวลา ${f.num('09.30')} น. ณ ห้องประชุมสมมติ`,
      (f) => `ขอเชิญเข้าร่วมประชุมระหว่างวันที่ ${f.span(f.first, week(f))} ณ โรงแรมตัวอย่าง`,
    ],
    'held-out': [
      (f) => `กำหนดการประชุมทางไกลตั้งแต่วันที่ ${f.on(f.first)} ถึงวันที่ ${f.on(week(f))} ตามลิงก์ที่จะแจ้ง`,
      (f) => `ที่ประชุมครั้งถัดไปจะมีขึ้นในวันที่ ${f.on(f.first)} เวลา ${f.num('13.00')} น.`,
    ],
  },
  training: {
    tuning: [(f) => `การอบรมรุ่นที่ ${f.num(1)} ระหว่างวันที่ ${f.span(f.first, week(f))} ณ ศูนย์ฝึกสมมติ`],
    'held-out': [(f) => `หลักสูตรนี้ใช้เวลาอบรมตั้งแต่วันที่ ${f.on(f.first)} ถึงวันที่ ${f.on(week(f))} รวมห้าวัน`],
  },
  'past-event': {
    tuning: [
      (f) => `เมื่อวันที่ ${f.on(f.past)} ได้เกิดอุทกภัยในพื้นที่สมมติ`,
      (f) => `ผลการสำรวจระหว่างวันที่ ${f.span(f.past, shift(f.past, 4))} พบว่าครบถ้วน`,
    ],
    'held-out': [
      (f) => `ผู้ร้องได้ยื่นคำร้องภายในวันที่ ${f.on(f.past)} ซึ่งอยู่ในกำหนดเวลา`,
      (f) => `คณะทำงานลงพื้นที่ตั้งแต่วันที่ ${f.on(shift(f.past, -6))} ถึงวันที่ ${f.on(f.past)} แล้ว`,
    ],
  },
  'budget-period': {
    tuning: [
      (f) => `เงินอุดหนุนงวดที่ ${f.num(2)} ของวันที่ ${f.on(f.first)} ถึงวันที่ ${f.on(f.last)} โอนเรียบร้อยแล้ว`,
      (f) => `ค่าตอบแทนของช่วงระหว่างวันที่ ${f.span(f.first, f.last)} เบิกจากหมวดเดิม`,
    ],
    'held-out': [(f) => `งบกลางก้อนนี้ครอบคลุมค่าใช้จ่ายตั้งแต่วันที่ ${f.on(f.first)} ถึงวันที่ ${f.on(f.last)}`],
  },
  'law-date': {
    tuning: [(f) => `ตามประกาศคณะกรรมการสมมติ ลงวันที่ ${f.on(f.past)} กำหนดหลักเกณฑ์ไว้`],
    'held-out': [
      (f) => `พระราชกฤษฎีกาสมมติประกาศในราชกิจจานุเบกษา เล่ม ${f.num(199)} วันที่ ${f.on(f.past)}`,
    ],
  },
  'effective-date': {
    tuning: [
      (f) => `ระเบียบนี้ให้ใช้บังคับตั้งแต่วันที่ ${f.on(f.first)} เป็นต้นไป`,
      (f) => `อัตราใหม่มีผลใช้บังคับตั้งแต่วันที่ ${f.on(f.first)} ถึงวันที่ ${f.on(f.last)}`,
    ],
    'held-out': [
      (f) => `ประกาศฉบับใหม่มีผลในวันที่ ${f.on(f.first)}`,
      (f) => `ใบอนุญาตชั่วคราวมีอายุระหว่างวันที่ ${f.on(f.first)} - ${f.on(f.last)}`,
    ],
  },
  holiday: {
    tuning: [(f) => `วันหยุดราชการกรณีพิเศษ ระหว่างวันที่ ${f.span(f.first, week(f))} เป็นไปตามมติ`],
    'held-out': [(f) => `สำนักงานหยุดทำการตั้งแต่วันที่ ${f.on(f.first)} ถึงวันที่ ${f.on(week(f))}`],
  },
  election: {
    tuning: [(f) => `กำหนดให้วันที่ ${f.on(f.first)} เป็นวันเลือกตั้งสมาชิกสภาท้องถิ่น`],
    'held-out': [
      (f) => `สมาชิกสภาจะครบวาระในวันที่ ${f.on(f.first)} และมีการลงคะแนนวันที่ ${f.on(f.last)}`,
    ],
  },
  'sample-period': {
    tuning: [
      (f) => `ตัวอย่างการกรอกแบบ : ช่วงเวลาดำเนินการ ตั้งแต่วันที่ ${f.on(f.first)} ถึงวันที่ ${f.on(f.last)}`,
    ],
    'held-out': [(f) => `(ตัวอย่างเช่น กรอกว่า ภายในวันที่ ${f.on(f.first)} ในช่องกำหนดแล้วเสร็จ)`],
  },
  'system-closed': {
    tuning: [(f) => `ระบบจะปิดปรับปรุงตั้งแต่วันที่ ${f.on(f.first)} ถึงวันที่ ${f.on(week(f))} จึงไม่อาจใช้งานได้`],
    'held-out': [
      (f) =>
        `เว็บไซต์จะหยุดให้บริการชั่วคราวระหว่างวันที่ ${f.span(f.first, week(f))} เวลา ${f.num('16.30')} น.`,
    ],
  },
  'contract-period': {
    tuning: [(f) => `สัญญาจ้างฉบับตัวอย่างมีระยะเวลาตั้งแต่วันที่ ${f.on(f.past)} ถึงวันที่ ${f.on(f.last)}`],
    'held-out': [(f) => `ผู้รับจ้างสมมติรับประกันผลงานไว้ถึงวันที่ ${f.on(f.last)}`],
  },
  festival: {
    tuning: [(f) => `งานประเพณีประจำปีจัดขึ้นระหว่างวันที่ ${f.span(f.first, week(f))} ณ ลานสมมติ`],
    'held-out': [(f) => `เทศกาลอาหารพื้นถิ่นมีตั้งแต่วันที่ ${f.on(f.first)} จนถึงวันที่ ${f.on(week(f))}`],
  },
  opening: {
    tuning: [
      (f) => `ระบบใหม่เปิดให้ใช้งานตั้งแต่วันที่ ${f.on(f.first)} เป็นต้นไป`,
      (f) => `ศูนย์บริการแห่งใหม่เริ่มให้บริการในวันที่ ${f.on(f.first)} เวลา ${f.num('08.30')} น.`,
    ],
    'held-out': [
      (f) => `คู่มือฉบับแก้ไขดาวน์โหลดได้ตั้งแต่วันที่ ${f.on(f.first)}`,
      (f) => `รถบริการเคลื่อนที่จะออกให้บริการระหว่างวันที่ ${f.on(f.first)} - ${f.on(f.last)} ตามตาราง`,
    ],
  },
  'finished-work': {
    tuning: [
      (f) => `ทุกจังหวัดได้รายงานครบถ้วนภายในวันที่ ${f.on(f.past)} แล้ว ขอขอบคุณมา ณ โอกาสนี้`,
      (f) => `${f.office}จะแจ้งผลการพิจารณาให้ทราบภายในวันที่ ${f.on(f.last)}`,
    ],
    'held-out': [
      (f) => `คณะทำงานตรวจรับงานแล้วเสร็จก่อนวันที่ ${f.on(f.past)} ตามแผน`,
      (f) => `${f.office}คาดว่าจะโอนเงินให้ได้ไม่เกินวันที่ ${f.on(f.last)}`,
    ],
  },
  'age-and-history': {
    tuning: [
      (f) => `ผู้มีสิทธิต้องเป็นผู้ที่เกิดก่อนวันที่ ${f.on(f.past)}`,
      (f) => `นับอายุถึงวันที่ ${f.on(f.last)} ต้องไม่ต่ำกว่า ${f.num(18)} ปี`,
    ],
    'held-out': [
      (f) => `ข้อมูลประชากร ณ วันที่ ${f.on(f.past)} ใช้เป็นฐานในการคำนวณ`,
      (f) => `ครุภัณฑ์ที่ได้มาระหว่างวันที่ ${f.on(shift(f.past, -90))} - ${f.on(f.past)} ไม่อยู่ในข่าย`,
    ],
  },
  'recurring-habit': {
    tuning: [
      (f) => `คณะทำงานสมมติซึ่งโดยปกติจะประชุมทุกวันที่ ${f.num(5)} ของเดือน ได้พิจารณาแล้ว`,
      () => 'ตลาดนัดชุมชนเปิดขายทุกวันเสาร์ ณ ลานสมมติ',
      (f) => `กรมตัวอย่างจะโอนเงินเข้าบัญชีภายในวันที่ ${f.num(10)} ของทุกเดือน`,
    ],
    'held-out': [
      () => 'สถานีสมมติออกอากาศรายการความรู้ทุกวันศุกร์ เวลาเย็น',
      (f) => `เดิมมีการตัดยอดหนี้ทุกวันที่ ${f.num(25)} ของเดือน ซึ่งไม่สอดคล้องกับรอบบัญชี`,
      () => 'ดอกเบี้ยคำนวณทุกสิ้นไตรมาสตามประกาศของธนาคารสมมติ',
      (f) => `โดยปกติคณะกรรมการจะทบทวนอัตราภายใน ${f.num(30)} วันหลังสิ้นไตรมาส`,
    ],
  },
  'law-duration': {
    tuning: [(f) => `ตามระเบียบสมมติ ผู้เช่ามีสิทธิอุทธรณ์ภายใน ${f.num(15)} วัน นับแต่วันที่ทราบคำสั่ง`],
    'held-out': [(f) => `ผู้ขายได้ส่งมอบครุภัณฑ์ภายใน ${f.num(30)} วัน ตามสัญญาแล้ว`],
  },
};
