import { dateOfDayNumber, dayNumber, formatThaiDate, type IsoDate } from '#core/letter/date.ts';
import { toThaiDigits } from '#core/letter/digits.ts';
import { PROVINCES } from '#core/letter/reading/prefixes.ts';
import type { Random } from '../lib/random.ts';
import {
  byDay,
  line,
  type MadeLetter,
  type MadeLine,
  type TrueReference,
  type Truth,
} from './truth.ts';

const TOPICS = [
  'การใช้งานระบบบัญชีคอมพิวเตอร์ขององค์กรปกครองส่วนท้องถิ่น (New e-LAAS)',
  'แนวทางปฏิบัติการจัดทำงบประมาณรายจ่ายประจำปีขององค์กรปกครองส่วนท้องถิ่น',
  'ซักซ้อมแนวทางปฏิบัติในการเบิกจ่ายเงินสะสมขององค์กรปกครองส่วนท้องถิ่น',
  'การสำรวจข้อมูลแหล่งน้ำอุปโภคบริโภคขององค์กรปกครองส่วนท้องถิ่น',
  'หลักเกณฑ์การจัดสรรเงินอุดหนุนทั่วไปสำหรับศูนย์พัฒนาเด็กเล็ก',
  'การรายงานผลการบริหารจัดการขยะมูลฝอยขององค์กรปกครองส่วนท้องถิ่น',
  'การจัดเก็บภาษีที่ดินและสิ่งปลูกสร้างขององค์กรปกครองส่วนท้องถิ่น',
  'โครงการฝึกอบรมการใช้งานระบบสารสนเทศ (e-Plan)',
] as const;
const NAMES = [
  'สมมติ ตัวอย่าง',
  'ทดสอบ ระบบดี',
  'จำลอง ข้อมูลงาม',
  'ตัวอย่าง ลองอ่าน',
  'สมชาย สมมติวงศ์',
  'กมล แบบร่าง',
] as const;
const TITLES = ['นาย', 'นาง', 'นางสาว'] as const;
const DISTRICTS = ['เมืองใหม่', 'บ้านกลาง', 'ดอนงาม', 'ท่าเรือ', 'หนองใหญ่', 'วังทอง'] as const;
const URGENCIES = ['ปกติ', 'ปกติ', 'ปกติ', 'ด่วน', 'ด่วนมาก', 'ด่วนที่สุด'] as const;

/** A working day: letters are not dated on Saturdays and Sundays. */
const workday = (random: Random, from: IsoDate, to: IsoDate): IsoDate => {
  for (;;) {
    const day = random.int(dayNumber(from), dayNumber(to));
    if (![2, 3].includes(((day % 7) + 7) % 7)) return dateOfDayNumber(day);
  }
};

const printed = (date: IsoDate): string => formatThaiDate(date, { digits: 'thai' });
const number = (prefix: string, unit: string, running: number, circular: boolean): string =>
  `${prefix} ${unit}/${circular ? 'ว ' : ''}${running}`;

interface Issuer {
  readonly level: Truth['level'];
  readonly name: string;
  readonly heading: string;
  readonly prefix: string;
  readonly unit: string;
  readonly post: string;
  readonly behalf: string;
  readonly to: readonly string[];
}

const department: Issuer = {
  level: 'department',
  name: 'กรมส่งเสริมการปกครองท้องถิ่น',
  heading: 'กรมส่งเสริมการปกครองท้องถิ่น',
  prefix: 'มท',
  unit: '0808.4',
  post: 'รองอธิบดี',
  behalf: 'อธิบดีกรมส่งเสริมการปกครองท้องถิ่น',
  to: ['ผู้ว่าราชการจังหวัด ทุกจังหวัด'],
};

const province = (random: Random): Issuer => {
  const { name, prefix } = random.pick(PROVINCES.slice(1));
  return {
    level: 'province',
    name: `จังหวัด${name}`,
    heading: `ศาลากลางจังหวัด${name}`,
    prefix,
    unit: '0023.5',
    post: 'รองผู้ว่าราชการจังหวัด',
    behalf: `ผู้ว่าราชการจังหวัด${name}`,
    to: random.chance(0.5)
      ? ['นายอำเภอ ทุกอำเภอ']
      : ['นายอำเภอ ทุกอำเภอ', `นายกองค์การบริหารส่วนจังหวัด${name}`],
  };
};

const district = (random: Random): Issuer => {
  const { name, prefix } = random.pick(PROVINCES.slice(1));
  const own = random.pick(DISTRICTS);
  return {
    level: 'district',
    name: `อำเภอ${own} จังหวัด${name}`,
    heading: `ที่ว่าการอำเภอ${own}`,
    prefix,
    unit: `0023.${random.int(6, 24)}`,
    post: 'ปลัดอำเภอ',
    behalf: `นายอำเภอ${own}`,
    to: ['นายกเทศมนตรีตำบล ทุกแห่ง', 'นายกองค์การบริหารส่วนตำบล ทุกแห่ง'],
  };
};

const blank = line('blank', '');

const referenceText = (issuer: Issuer, { number: cited, date }: TrueReference): string =>
  `หนังสือ${issuer.name} ที่ ${toThaiDigits(cited)} ลงวันที่ ${printed(date)}`;

const listed = (label: string, points: readonly string[]): string[] =>
  points.length === 1
    ? [`${label} ${points[0]}`]
    : points.map(
        (point, index) =>
          `${index === 0 ? `${label} ` : ''}${toThaiDigits(String(index + 1))}. ${point}`,
      );

const stampLines = (stamp: Truth['stamps'][number], random: Random): MadeLine[] =>
  [
    random.pick(['กลุ่มงานการเงินบัญชีและการตรวจสอบ', 'กลุ่มงานบริหารทั่วไป']),
    `เลขรับ ${stamp.number}`,
    `วันที่ ${formatThaiDate(stamp.date, { month: 'short' })}`,
    `เวลา ${random.int(8, 16)}.${random.int(10, 59)} น.`,
  ].map((text) => line('stamp', text));

const bodyLines = (random: Random, truth: Truth, issuer: Issuer, thing: string): MadeLine[] => {
  const asks = truth.deadlines.map(
    ({ to }) => `ทั้งนี้ ขอให้รายงานผลการดำเนินการให้${issuer.name}ทราบภายในวันที่ ${printed(to ?? '')}`,
  );
  const cancels = truth.cancels.map(
    (cited) => `จึงให้ยกเลิก${referenceText(issuer, cited)} และให้ถือปฏิบัติตามหนังสือฉบับนี้`,
  );
  const opening = random.pick(['ตามที่', 'ด้วย']);
  return [
    `${opening}${issuer.name}ได้แจ้งเรื่อง${thing} เพื่อให้องค์กรปกครองส่วนท้องถิ่นทุกแห่งดำเนินการตามระเบียบกระทรวงมหาดไทย นั้น`,
    `${issuer.name}พิจารณาแล้ว เพื่อให้${thing} เป็นไปด้วยความเรียบร้อย จึงขอให้องค์กรปกครองส่วนท้องถิ่นดำเนินการ ดังนี้`,
    '๑. องค์กรปกครองส่วนท้องถิ่นตรวจสอบข้อมูลในปีงบประมาณ พ.ศ. ๒๕๖๙ ให้ครบถ้วน แล้วแจ้งหน่วยงานภายใต้สังกัดทราบ',
    '๒. องค์กรปกครองส่วนท้องถิ่นที่ยังไม่ได้ดำเนินการ ให้ดำเนินการตามแนวทางปฏิบัติที่ส่งมาด้วย',
    ...cancels,
    ...asks,
    'จึงเรียนมาเพื่อโปรดพิจารณา',
  ].flatMap((text) => [line('body', text), blank]);
};

/** Makes up one letter of the chain, and the truth about it. All people and numbers in it are made up. */
export const makeLetter = (random: Random): MadeLetter => {
  const issuer = random.pick([() => department, province, district, () => department])(random);
  const topic = random.pick(TOPICS);
  const date = workday(random, '2018-01-01', '2026-06-30');
  const earlier = (): TrueReference => ({
    number: number(issuer.prefix, issuer.unit, random.int(11, 9999), true),
    date: workday(random, '2015-01-01', dateOfDayNumber(dayNumber(date) - 1)),
  });
  const later = (most: number): IsoDate =>
    workday(random, dateOfDayNumber(dayNumber(date) + 1), dateOfDayNumber(dayNumber(date) + most));
  const person = random.chance(0.7);
  const attachments = Array.from({ length: random.int(0, 2) }, (_, index) =>
    index === 0
      ? `แนวทางปฏิบัติ${topic.replace(/^(?:แนวทางปฏิบัติ|ซักซ้อมแนวทางปฏิบัติในการ|การ)/, 'การ')}`
      : 'แบบรายงานผลการดำเนินการ',
  );
  const truth: Truth = {
    level: issuer.level,
    issuer: issuer.name,
    number: number(issuer.prefix, issuer.unit, random.int(11, 19999), true),
    date,
    subject: topic,
    to: issuer.to,
    references: Array.from({ length: random.int(0, 2) }, earlier),
    cancels: random.chance(0.2) ? [earlier()] : [],
    attachments,
    urgency: random.pick(URGENCIES),
    signatory: random.pick(TITLES) + random.pick(NAMES),
    stamps: random.chance(0.4) ? [{ number: String(random.int(100, 19999)), date: later(9) }] : [],
    deadlines: random.chance(0.5) ? [byDay(later(60))] : [],
    circular: true,
    personal: person ? 1 : 0,
  };
  const head = [
    ...truth.stamps.flatMap((stamp) => stampLines(stamp, random)),
    ...(truth.urgency === null || truth.urgency === 'ปกติ' ? [] : [line('head', truth.urgency)]),
    line('number', `ที่ ${toThaiDigits(truth.number)}`),
    blank,
    line('head', issuer.heading),
    line('head', 'ถนนตัวอย่าง ๑๐๐๐๐'),
    blank,
    line('date', printed(date)),
    blank,
  ];
  const labelled = [
    line('label', `เรื่อง ${topic}`),
    blank,
    line('label', `เรียน ${truth.to.join(' และ')}`),
    blank,
    ...(truth.references.length > 0
      ? listed(
          'อ้างถึง',
          truth.references.map((one) => referenceText(issuer, one)),
        ).map((text) => line('reference', text))
      : []),
    ...(attachments.length > 0
      ? listed(
          'สิ่งที่ส่งมาด้วย',
          attachments.map((one) => `${one} จำนวน ๑ ชุด`),
        ).map((text) => line('label', text))
      : []),
    blank,
  ];
  const foot = [
    'ขอแสดงความนับถือ',
    '',
    `(${truth.signatory})`,
    `${issuer.post} ปฏิบัติราชการแทน`,
    issuer.behalf,
    '',
    'กลุ่มงานการเงินบัญชีและการตรวจสอบ',
    'โทร. ๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๑',
    ...(person ? [`ผู้ประสานงาน นายสมมติ ตัวอย่าง โทร. ${toThaiDigits('080-000-0000')}`] : []),
  ].map((text) => line('foot', text));
  return {
    truth,
    lines: [...head, ...labelled, ...bodyLines(random, truth, issuer, topic), ...foot],
  };
};

export { letterText } from './truth.ts';
