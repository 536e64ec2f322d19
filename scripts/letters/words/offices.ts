import type { LetterLevel } from '#core/letter/letter.ts';
import type { Phrases } from './part.ts';

/** A central office that issues letters; real offices, made-up unit codes. */
export interface CentralOffice {
  readonly name: string;
  readonly prefix: string;
  readonly unit: string;
  /** Who signs for it. */
  readonly post: string;
  readonly level: LetterLevel;
}

const ministry = (row: string): CentralOffice => {
  const [prefix, name] = row.split('|') as [string, string];
  return { name, prefix, unit: '0209.9', post: `ปลัด${name}`, level: 'ministry' };
};

const department = (row: string): CentralOffice => {
  const [prefix, name] = row.split('|') as [string, string];
  return { name, prefix, unit: '0409.9', post: `อธิบดี${name}`, level: 'department' };
};

const agency = (row: string): CentralOffice => {
  const [prefix, name, post] = row.split('|') as [string, string, string];
  return { name, prefix, unit: '0019', post, level: 'department' };
};

/** All 20 ministries, the Office of the Prime Minister counted among them. */
export const MINISTRIES: Phrases<CentralOffice> = {
  tuning: [
    'มท|กระทรวงมหาดไทย',
    'กค|กระทรวงการคลัง',
    'ศธ|กระทรวงศึกษาธิการ',
    'สธ|กระทรวงสาธารณสุข',
    'อว|กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม',
    'พม|กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์',
    'กษ|กระทรวงเกษตรและสหกรณ์',
    'คค|กระทรวงคมนาคม',
    'กห|กระทรวงกลาโหม',
    'ดศ|กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม',
    'พณ|กระทรวงพาณิชย์',
  ].map(ministry),
  'held-out': [
    'กต|กระทรวงการต่างประเทศ',
    'กก|กระทรวงการท่องเที่ยวและกีฬา',
    'ทส|กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม',
    'พน|กระทรวงพลังงาน',
    'ยธ|กระทรวงยุติธรรม',
    'รง|กระทรวงแรงงาน',
    'วธ|กระทรวงวัฒนธรรม',
    'อก|กระทรวงอุตสาหกรรม',
    'นร|สำนักนายกรัฐมนตรี',
  ].map(ministry),
};

export const DEPARTMENTS: Phrases<CentralOffice> = {
  tuning: [
    'มท|กรมส่งเสริมการปกครองท้องถิ่น',
    'มท|กรมการปกครอง',
    'มท|กรมที่ดิน',
    'กค|กรมบัญชีกลาง',
    'สธ|กรมควบคุมโรค',
    'ทส|กรมควบคุมมลพิษ',
    'กษ|กรมปศุสัตว์',
    'รง|กรมพัฒนาฝีมือแรงงาน',
  ].map(department),
  'held-out': [
    'มท|กรมการพัฒนาชุมชน',
    'มท|กรมป้องกันและบรรเทาสาธารณภัย',
    'มท|กรมโยธาธิการและผังเมือง',
    'สธ|กรมอนามัย',
    'กษ|กรมชลประทาน',
    'คค|กรมเจ้าท่า',
    'พม|กรมกิจการผู้สูงอายุ',
    'ดศ|กรมอุตุนิยมวิทยา',
  ].map(department),
};

/** Central agencies that are no department by name, with abbreviations in their names. */
export const AGENCIES: Phrases<CentralOffice> = {
  tuning: [
    'นร|สำนักงาน ก.พ.|เลขาธิการ ก.พ.',
    'มท|สำนักงาน ก.จ., ก.ท. และ ก.อบต.|เลขานุการ ก.จ., ก.ท. และ ก.อบต.',
    'ตผ|สำนักงานการตรวจเงินแผ่นดิน|ผู้ว่าการตรวจเงินแผ่นดิน',
    'ปช|สำนักงาน ป.ป.ช.|เลขาธิการคณะกรรมการ ป.ป.ช.',
    'มท|สำนักงานปลัดกระทรวงมหาดไทย|ปลัดกระทรวงมหาดไทย',
    'นร|สำนักงบประมาณ|ผู้อำนวยการสำนักงบประมาณ',
  ].map(agency),
  'held-out': [
    'นร|สำนักงาน ก.พ.ร.|เลขาธิการ ก.พ.ร.',
    'มท|สำนักงาน ก.ถ.|เลขานุการ ก.ถ.',
    'นร|สำนักเลขาธิการคณะรัฐมนตรี|เลขาธิการคณะรัฐมนตรี',
    'ลต|สำนักงานคณะกรรมการการเลือกตั้ง|เลขาธิการคณะกรรมการการเลือกตั้ง',
    'ปป|สำนักงาน ป.ป.ท.|เลขาธิการคณะกรรมการ ป.ป.ท.',
    'ศธ|สำนักงาน ก.ค.ศ.|เลขาธิการ ก.ค.ศ.',
  ].map(agency),
};
