import { isAgencyAbbreviation } from './agencies.ts';
import { MINISTRY_PREFIXES, PROVINCES } from './prefixes.ts';

/** Offices whose names stand in citations; those with spaces have to be known to be read whole. */
const OFFICES = `
กรมส่งเสริมการปกครองท้องถิ่น
กรมการปกครอง
กรมการพัฒนาชุมชน
กรมที่ดิน
กรมป้องกันและบรรเทาสาธารณภัย
กรมโยธาธิการและผังเมือง
กรมบัญชีกลาง
กรมธนารักษ์
กรมสรรพากร
กรมสรรพสามิต
กรมศุลกากร
กรมควบคุมโรค
กรมอนามัย
กรมการแพทย์
กรมสุขภาพจิต
กรมสนับสนุนบริการสุขภาพ
กรมควบคุมมลพิษ
กรมทรัพยากรน้ำ
กรมทรัพยากรน้ำบาดาล
กรมป่าไม้
กรมอุทยานแห่งชาติ สัตว์ป่า และพันธุ์พืช
กรมชลประทาน
กรมปศุสัตว์
กรมประมง
กรมการข้าว
กรมพัฒนาที่ดิน
กรมส่งเสริมการเกษตร
กรมทางหลวง
กรมทางหลวงชนบท
กรมเจ้าท่า
กรมการขนส่งทางบก
กรมกิจการผู้สูงอายุ
กรมกิจการเด็กและเยาวชน
กรมส่งเสริมและพัฒนาคุณภาพชีวิตคนพิการ
กรมการค้าภายใน
กรมศิลปากร
กรมประชาสัมพันธ์
สำนักงานการตรวจเงินแผ่นดิน
สำนักงบประมาณ
สำนักนายกรัฐมนตรี
สำนักเลขาธิการคณะรัฐมนตรี
สำนักงานคณะกรรมการกฤษฎีกา
สำนักงานคณะกรรมการข้าราชการพลเรือน
กรุงเทพมหานคร
เมืองพัทยา
`;

/** Full names of offices that are known as they stand, spaces included. */
export const OFFICE_NAMES: ReadonlySet<string> = new Set([
  ...OFFICES.trim().split('\n'),
  ...Object.values(MINISTRY_PREFIXES),
  ...PROVINCES.map(({ name }) => name),
]);

const ENDINGS: ReadonlyMap<number, ReadonlySet<string>> = (() => {
  const byLength = new Map<number, Set<string>>();
  for (const name of OFFICE_NAMES) {
    const names = byLength.get(name.length) ?? new Set<string>();
    byLength.set(name.length, names.add(name));
  }
  return byLength;
})();

/** Whether a text ends with the whole name of a ministry, a province or another office known here, or is an abbreviation. */
export const isKnownOfficeName = (text: string): boolean => {
  if (isAgencyAbbreviation(text)) return true;
  for (const [length, names] of ENDINGS) {
    if (length <= text.length && names.has(text.slice(-length))) return true;
  }
  return false;
};
