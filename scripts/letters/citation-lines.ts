import { formatThaiDate } from '#core/letter/date.ts';
import { toThaiDigits } from '#core/letter/digits.ts';
import { PROVINCES } from '#core/letter/reading/prefixes.ts';
import type { CitationMaker } from './citations.ts';
import { workday } from './words/fill.ts';
import type { Vocabulary } from './words/part.ts';

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
const SUBJECTS: Readonly<Record<Vocabulary, readonly string[]>> = {
  tuning: [
    'การทดลองใช้ระบบตัวอย่าง',
    'แนวทางการประชุมวันที่ 5 พฤษภาคม 2568',
    'ซักซ้อมการรายงานข้อมูลประจำปี 2568',
    'ขอความร่วมมือสำรวจรถด่วนและรถตู้',
    'หลักเกณฑ์ว่าด้วยเรื่องการเบิกจ่าย (ฉบับที่ 2)',
  ],
  'held-out': [
    'การปรับปรุงทะเบียนแมวจรของตำบลสมมติ',
    'กำหนดวันตรวจสนาม ครั้งที่ 3/2567',
    'แจ้งผลตามหนังสือที่ขอหารือเรื่องโคมไฟ',
    'รายงานผลการเลือกที่ตั้งลานกีฬา ประจำเดือนมีนาคม 2566',
    'มาตรการลดเสียงดังที่สุดในเขตโรงเรียน',
  ],
};
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

interface Parts {
  readonly issuer: string;
  /** The class of urgency with a space before it, or nothing. */
  readonly urgent: string;
  readonly number: string;
  readonly on: string;
  readonly subject: string;
}

interface Frame {
  readonly text: (parts: Parts) => string;
  /** Parts that the line does not name. */
  readonly without: readonly ('issuer' | 'subject')[];
}

/** Sentences and points in which letters are cited, by name. */
const FRAMES: Readonly<Record<string, Frame>> = {
  'line: plain': {
    text: (p) => `หนังสือ${p.issuer}${p.urgent} ที่ ${p.number} ลงวันที่ ${p.on}`,
    without: ['subject'],
  },
  'line: with subject': {
    text: (p) => `ตามหนังสือ ${p.issuer}${p.urgent} ที่ ${p.number} ลงวันที่ ${p.on} เรื่อง ${p.subject}`,
    without: [],
  },
  'line: point of a list': {
    text: (p) => `๑. หนังสือ${p.issuer}${p.urgent} ที่${p.number} ลว. ${p.on} เรื่อง${p.subject} นั้น`,
    without: [],
  },
  'line: office that has written': {
    text: (p) => `ด้วย ${p.issuer} ได้มีหนังสือ${p.urgent} ที่ ${p.number} ลว ${p.on} แจ้งว่า ขอให้ดำเนินการ`,
    without: ['subject'],
  },
  'line: told by another office': {
    text: (p) =>
      `ด้วยจังหวัดระยองแจ้งว่า ตามหนังสือ${p.issuer}${p.urgent} ที่ ${p.number} ลงวันที่ ${p.on} เรื่อง ${p.subject} ความละเอียดแจ้งแล้ว นั้น`,
    without: [],
  },
  'line: subject first': {
    text: (p) => `เรื่อง ${p.subject} (${p.number} ลว. ${p.on})`,
    without: ['issuer'],
  },
  'line: number and date alone': {
    text: (p) => `ที่ ${p.number} ลงวันที่ ${p.on}`,
    without: ['issuer', 'subject'],
  },
  'line: date before number': {
    text: (p) => `หนังสือ${p.issuer}${p.urgent} ลงวันที่ ${p.on} ที่ ${p.number}`,
    without: ['subject'],
  },
  'line: memorandum': {
    text: (p) => `บันทึกข้อความ ${p.issuer}${p.urgent} ที่ ${p.number} ลงวันที่ ${p.on} เรื่อง ${p.subject}`,
    without: [],
  },
  'line: subject in quotes': {
    text: (p) =>
      `อ้างถึง หนังสือ${p.issuer}${p.urgent} ที่ ${p.number} ลงวันที่ ${p.on} เรื่อง “${p.subject}”`,
    without: [],
  },
};

const makerOf =
  ({ text, without }: Frame): CitationMaker =>
  (random, vocabulary) => {
    const [issuer, prefix] = random.pick(ISSUERS);
    const unit = random.pick(UNITS);
    const running = String(random.int(3, 9_999));
    const date = workday(random, '2012-01-01', '2026-12-28');
    const hasIssuer = !without.includes('issuer');
    const urgency = hasIssuer ? random.pick([null, null, 'ด่วนที่สุด', 'ด่วนมาก']) : null;
    const subject = random.pick(SUBJECTS[vocabulary]);
    const line = text({
      issuer,
      urgent: urgency === null ? '' : ` ${urgency}`,
      number: `${prefix}${random.pick([' ', '', '.'])}${unit}${random.pick(MARKS)}${running}`,
      on: random.pick(DATES)(date),
      subject,
    });
    return {
      text: random.chance(0.4) ? toThaiDigits(line) : line,
      truth: {
        issuer: hasIssuer ? issuer : null,
        urgency,
        prefix,
        unit,
        circular: true,
        running,
        date,
        subject: without.includes('subject') ? null : subject,
      },
    };
  };

/** Lines that cite letters: offices × spellings of numbers × dates × subjects, a kind for each sentence around them. */
export const CITATION_LINES: Readonly<Record<string, CitationMaker>> = Object.fromEntries(
  Object.entries(FRAMES).map(([name, frame]) => [name, makerOf(frame)]),
);
