import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { buddhistYear, dateOfDayNumber, dayNumber, type IsoDate } from '#core/letter/date.ts';
import { certain } from '#core/letter/fact.ts';
import { mintPermanentId } from '#core/letter/permanent-id.ts';
import { seededRandom } from '../lib/random.ts';
import { type NumberAndDate, sampleBody } from './sample-body.ts';
import { TOPICS } from './sample-text.ts';

/** One made-up circular: where it lies, and its files by name. */
export interface SampleCircular {
  /** File of its one attachment; empty where it has none. */
  readonly attachment: string;
  readonly id: string;
  readonly year: number;
  /** Number, date and subject of the letter. */
  readonly letter: NumberAndDate & { readonly subject: string };
  /** `content/circulars/<B.E. year>/<id>`. */
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  /** Its line in content/circulars/permanent-ids.csv. */
  readonly minted: string;
  /** A line that its movements.csv may get besides: the last office has acknowledged it. */
  readonly movement: string;
}

/** A unit code that no office uses, so that no made-up number is ever a real one. */
const UNIT = '0899.9';
const CHAINS = [
  { prefix: 'ขก', province: 'p40', district: 'd4001', city: 'a4099', sao: 'a400153' },
  { prefix: 'ชม', province: 'p50', district: 'd5009', city: 'a5099', sao: 'a500951' },
] as const;
type Chain = (typeof CHAINS)[number];

/** Rows of the registry for the offices of the chains that it does not have. */
export const SAMPLE_OFFICES = [
  'a4099,city,เทศบาลนครตัวอย่าง,,p40,d4001,,,,,sample',
  'a400153,sao,องค์การบริหารส่วนตำบลตัวอย่าง,,p40,d4001,,,,,sample',
];

const SOURCE = 'ข้อมูลตัวอย่างที่สร้างขึ้นเพื่อวัดความเร็ว';
const PER_YEAR = 1000;
const FIRST_YEAR = 2016;

const later = (date: IsoDate, days: number): IsoDate => dateOfDayNumber(dayNumber(date) + days);

/** The nth letter: a thousand a year, spread over its days. */
const letterOf = (n: number): NumberAndDate => {
  const running = (n % PER_YEAR) + 1;
  const newYear = `${FIRST_YEAR + Math.floor(n / PER_YEAR)}-01-01`;
  return {
    number: `มท ${UNIT}/ว ${running}`,
    date: later(newYear, Math.floor((running * 350) / PER_YEAR)),
  };
};

const placeOf = ({
  number,
  date,
}: NumberAndDate): { readonly year: number; readonly id: string } => ({
  year: buddhistYear(date),
  id: mintPermanentId({ issuer: 'dla', number: certain(number), date: certain(date) }, new Set()),
});

const provinceNumber = (n: number, { prefix }: Chain): string => `${prefix} 0023.9/ว ${n + 1}`;
const districtNumber = (n: number, { prefix }: Chain): string => `${prefix} 0023.99/${n + 1}`;

const movements = (n: number, { number, date }: NumberAndDate, chain: Chain): string => {
  const rows = [
    ['sent', 'dla', later(date, 0), number, 'provinces'],
    ['received', chain.province, later(date, 2), String(10_000 + n), ''],
    ['sent', chain.province, later(date, 4), provinceNumber(n, chain), `districts;${chain.city}`],
    ['received', chain.district, later(date, 6), String(500 + n), ''],
    ['sent', chain.district, later(date, 9), districtNumber(n, chain), 'saos'],
    ['received', chain.sao, later(date, 11), String(70 + n), ''],
  ].map(
    ([kind, office, day, own, to], at) =>
      `${at + 1},${kind},${office},${day},,${own},,${to},,,letter,,`,
  );
  return [
    'no,kind,office,date,time,number,desk,to,read,doubt,source,corrects,note',
    ...rows,
    '',
  ].join('\n');
};

const CONTACT = { unit: 'สำนักตัวอย่างเพื่อการทดสอบ', phones: ['0 2000 0000'] };

const coveringLetters = (n: number, original: NumberAndDate, subject: string, chain: Chain) => {
  const common = {
    subject,
    secrecy: 'normal',
    cites: { issuer: 'dla', ...original },
    contact: CONTACT,
  };
  return [
    {
      key: 'province',
      level: 'province',
      issuer: chain.province,
      number: provinceNumber(n, chain),
      date: later(original.date, 4),
      to: [{ text: 'นายอำเภอ ทุกอำเภอ', group: 'districts' }],
      ...common,
    },
    {
      key: 'district',
      passesOn: 'province',
      level: 'district',
      issuer: chain.district,
      number: districtNumber(n, chain),
      date: later(original.date, 9),
      to: [{ text: 'นายกองค์การบริหารส่วนตำบล ทุกแห่ง', group: 'saos' }],
      ...common,
    },
  ];
};

const ATTACHMENT = 'form.txt';

/** Every fourth sample has its attachment as a file; the others say why they have none. */
const attachment = (n: number, topic: string) => {
  const title = `แบบรายงาน${topic}`;
  if (n % 4 > 0) return { text: null, record: { title, copies: 1, missing: 'ข้อมูลตัวอย่างไม่มีไฟล์' } };
  const text = `แบบรายงานตัวอย่าง ${topic} ชุดที่ ${n + 1}\n`.repeat(20);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return {
    text,
    record: { title, copies: 1, file: ATTACHMENT, size: Buffer.byteLength(text), sha256 },
  };
};

const referenceTo = (letter: NumberAndDate) => {
  const { year, id } = placeOf(letter);
  return { issuer: 'dla', ...letter, record: `circulars/${year}/${id}` };
};

/** The nth made-up circular (from 0), the same every time: full front matter, two hops, about 3 kB of guidance. */
export const sampleCircular = (n: number): SampleCircular => {
  const { next: random } = seededRandom(n + 1);
  const own = letterOf(n);
  const earlier = n === 0 ? null : letterOf(Math.floor(random() * n));
  const { year, id } = placeOf(own);
  const topic = TOPICS[Math.floor(random() * TOPICS.length)] as string;
  const chain = CHAINS[n % CHAINS.length] as Chain;
  const subject = `ซักซ้อมความเข้าใจเรื่อง${topic} ครั้งที่ ${n + 1}`;
  const { text, record } = attachment(n, topic);
  const frontMatter = {
    id,
    sample: true,
    title: `${topic} ครั้งที่ ${n + 1}`,
    summary: `ตรวจเอกสารของทุกกองเรื่อง${topic} แล้วรายงานภายในกำหนด`,
    letter: {
      level: 'department',
      issuer: 'dla',
      ...own,
      subject,
      to: [{ text: 'ผู้ว่าราชการจังหวัด ทุกจังหวัด', group: 'provinces' }],
      urgency: n % 3 === 0 ? 'most-urgent' : 'normal',
      secrecy: 'normal',
      references: earlier ? [referenceTo(earlier)] : [],
      signatory: { post: 'รองอธิบดี', onBehalfOf: 'อธิบดี' },
      contact: CONTACT,
    },
    attachments: [record],
    force: { status: 'unknown' },
    actions: [
      {
        key: 'report',
        role: 'local-authority',
        what: `รายงานผล${topic}`,
        deadline: later(own.date, 30),
        source: 'letter',
      },
      { role: 'provincial-office', what: 'รวบรวมรายงานของทุกอำเภอ', source: 'letter' },
    ],
    source: SOURCE,
    published: later(own.date, 3),
  };
  const body = sampleBody(topic, own.date, earlier ?? own, random);
  return {
    id,
    year,
    letter: { ...own, subject },
    folder: `content/circulars/${year}/${id}`,
    files: {
      'index.mdx': `---\n${stringify(frontMatter)}---\n\n${body}`,
      'covering-letters.yaml': stringify(coveringLetters(n, own, subject, chain)),
      'movements.csv': movements(n, own, chain),
      ...(text === null ? {} : { [ATTACHMENT]: text }),
    },
    attachment: text === null ? '' : ATTACHMENT,
    minted: `${id},${year},dla,${own.number},${own.date},${later(own.date, 3)}`,
    movement: `7,acknowledged,${chain.sao},${later(own.date, 12)},,,,,,,letter,,`,
  };
};
