import { formatThaiDate } from '#core/letter/date.ts';
import { toThaiDigits } from '#core/letter/digits.ts';
import type { CitationText } from '#core/letter/reading/citation-text.ts';
import { PROVINCES } from '#core/letter/reading/prefixes.ts';
import { type Random, seededRandom } from '../lib/random.ts';

/** A line that cites a letter, and what it truly says. */
export interface CitationLine {
  readonly text: string;
  readonly truth: Omit<CitationText, 'doubts'>;
}

const ISSUERS: readonly (readonly [string, string])[] = [
  ['กรมส่งเสริมการปกครองท้องถิ่น', 'มท'],
  ['กระทรวงมหาดไทย', 'มท'],
  ['กรมบัญชีกลาง', 'กค'],
  ['กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม', 'อว'],
  ['กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์', 'พม'],
  ['กรมอุทยานแห่งชาติ สัตว์ป่า และพันธุ์พืช', 'ทส'],
  ['สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน', 'ศธ'],
  ['สำนักงานคณะกรรมการกิจการกระจายเสียง กิจการโทรทัศน์ และกิจการโทรคมนาคมแห่งชาติ', 'สทช'],
  ['มหาวิทยาลัยตัวอย่าง วิทยาเขตหนองคาย', 'อว'],
  ['สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 1', 'ศธ'],
  ['สำนักงาน ก.พ.', 'นร'],
  ['สำนักงาน ก.ท.', 'มท'],
  ['ก.อบต.', 'มท'],
  ['สถ.', 'มท'],
  ['พช.', 'มท'],
  ['กกต.', 'ลต'],
  ['สตง.', 'ตผ'],
  ['เทศบาลตำบลตัวอย่าง อำเภอเมือง จังหวัดเลย', 'ลย'],
  ['ที่ทำการปกครองจังหวัดพิจิตร', 'พจ'],
  ...PROVINCES.slice(1).map(({ name, prefix }) => [`จังหวัด${name}`, prefix] as const),
];
const UNITS = ['0808.4', '0023.9', '0299', '0405.2', '04002', '0018.1', '0809.2'];
const SUBJECTS = [
  'การทดลองใช้ระบบตัวอย่าง',
  'แนวทางการประชุมวันที่ 5 พฤษภาคม 2568',
  'ซักซ้อมการรายงานข้อมูลประจำปี 2568',
  'ขอความร่วมมือสำรวจรถด่วนและรถตู้',
  'หลักเกณฑ์ว่าด้วยเรื่องการเบิกจ่าย (ฉบับที่ 2)',
];
const DATES: readonly ((iso: string) => string)[] = [
  (iso) => formatThaiDate(iso),
  (iso) => formatThaiDate(iso, { month: 'short' }),
  (iso) => formatThaiDate(iso, { month: 'short' }).replace(/ 25(\d\d)$/, ' $1'),
  (iso) => formatThaiDate(iso, { month: 'short' }).replace(/[. ]/g, ''),
  (iso) => formatThaiDate(iso).replace(/^(\d+) (\S+) (\d+)$/, '$2 $1, $3'),
  (iso) => formatThaiDate(iso).replace(/^(\d+) (\S+) (\d+)$/, '$1 เดือน $2 พ.ศ. $3'),
  (iso) => formatThaiDate(iso).replace(/^(\d+) (\S+) (\d+)$/, '$1 $2 พุทธศักราช $3'),
  (iso) => `${Number(iso.slice(8))}/${Number(iso.slice(5, 7))}/${Number(iso.slice(0, 4)) + 543}`,
  (iso) =>
    new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso)),
];
const MARKS = ['/ว ', '/ว', '/ว.', ' ว ', ' /ว '];

type Frame = (parts: {
  readonly issuer: string;
  readonly urgent: string;
  readonly number: string;
  readonly on: string;
  readonly subject: string;
}) => { readonly text: string; readonly subject: boolean; readonly issuer: boolean };

const FRAMES: readonly Frame[] = [
  (p) => ({
    text: `หนังสือ${p.issuer}${p.urgent} ที่ ${p.number} ลงวันที่ ${p.on}`,
    subject: false,
    issuer: true,
  }),
  (p) => ({
    text: `ตามหนังสือ ${p.issuer}${p.urgent} ที่ ${p.number} ลงวันที่ ${p.on} เรื่อง ${p.subject}`,
    subject: true,
    issuer: true,
  }),
  (p) => ({
    text: `๑. หนังสือ${p.issuer}${p.urgent} ที่${p.number} ลว. ${p.on} เรื่อง${p.subject} นั้น`,
    subject: true,
    issuer: true,
  }),
  (p) => ({
    text: `ด้วย ${p.issuer} ได้มีหนังสือ${p.urgent} ที่ ${p.number} ลว ${p.on} แจ้งว่า ขอให้ดำเนินการ`,
    subject: false,
    issuer: true,
  }),
  (p) => ({
    text: `ด้วยจังหวัดระยองแจ้งว่า ตามหนังสือ${p.issuer}${p.urgent} ที่ ${p.number} ลงวันที่ ${p.on} เรื่อง ${p.subject} ความละเอียดแจ้งแล้ว นั้น`,
    subject: true,
    issuer: true,
  }),
  (p) => ({
    text: `เรื่อง ${p.subject} (${p.number} ลว. ${p.on})`,
    subject: true,
    issuer: false,
  }),
];

const lineOf = (random: Random): CitationLine => {
  const [issuer, prefix] = random.pick(ISSUERS);
  const unit = random.pick(UNITS);
  const running = String(random.int(3, 9_999));
  const day = (value: number): string => String(value).padStart(2, '0');
  const date = `${random.int(2012, 2026)}-${day(random.int(1, 12))}-${day(random.int(1, 28))}`;
  const urgency = random.pick([null, null, 'ด่วนที่สุด', 'ด่วนมาก']);
  const subject = random.pick(SUBJECTS);
  const frame = random.pick(FRAMES)({
    issuer,
    urgent: urgency === null ? '' : ` ${urgency}`,
    number: `${prefix}${random.pick([' ', '', '.'])}${unit}${random.pick(MARKS)}${running}`,
    on: random.pick(DATES)(date),
    subject,
  });
  return {
    text: random.chance(0.4) ? toThaiDigits(frame.text) : frame.text,
    truth: {
      issuer: frame.issuer ? issuer : null,
      urgency: frame.issuer ? urgency : null,
      prefix,
      unit,
      circular: true,
      running,
      date,
      subject: frame.subject ? subject : null,
    },
  };
};

/** Lines that cite letters: offices × spellings of numbers × dates × subjects × sentences around them, from a seed. */
export const citationLines = (count: number, seed: number): CitationLine[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => lineOf(random));
};

/** Outcomes of one field over many lines. */
export type CitationTally = Record<'right' | 'doubtful' | 'wrong' | 'missed', number>;

/** Counts each field of each line: right, doubtful (marked by the reader), wrong without doubt, missed. */
export const scoreCitations = (
  lines: readonly CitationLine[],
  read: (line: string) => CitationText,
): { readonly tallies: Map<string, CitationTally>; readonly wrong: string[] } => {
  const tallies = new Map<string, CitationTally>();
  const wrong: string[] = [];
  for (const { text, truth } of lines) {
    const reading = read(text);
    for (const field of Object.keys(truth) as (keyof typeof truth)[]) {
      const tally = tallies.get(field) ?? { right: 0, doubtful: 0, wrong: 0, missed: 0 };
      tallies.set(field, tally);
      const value = reading[field];
      if (reading.doubts?.some((one) => one.field === field)) tally.doubtful++;
      else if (value === truth[field]) tally.right++;
      else if (value === null) tally.missed++;
      else {
        tally.wrong++;
        wrong.push(`${field}: read ${value}, truly ${truth[field]} (${text})`);
      }
    }
  }
  return { tallies, wrong };
};
