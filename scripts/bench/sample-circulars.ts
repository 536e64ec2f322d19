import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { buddhistYear, dateOfDayNumber, dayNumber, formatThaiDate } from '#core/letter/date.ts';
import { certain } from '#core/letter/fact.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import { mintPermanentId } from '#core/letter/permanent-id.ts';
import { CAUTIONS, CLOSINGS, OPENINGS, STEPS, TOPICS, UNITS } from './sample-text.ts';

/** One made-up circular: where it lies, and its files by name. */
export interface SampleCircular {
  readonly id: string;
  /** `content/circulars/<B.E. year>/<id>`. */
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A unit code that no office uses, so that no made-up number is ever a real one. */
const UNIT = '0899.9';
const PROVINCES = [
  {
    prefix: 'ขก',
    office: 'p40',
    name: 'ขอนแก่น',
    district: 'd4001',
    town: 'a400164',
    sao: 'a400153',
  },
  {
    prefix: 'ชม',
    office: 'p50',
    name: 'เชียงใหม่',
    district: 'd5009',
    town: 'a5099',
    sao: 'a500901',
  },
] as const;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const PER_YEAR = 1000;
const FIRST_YEAR = 2016;

/** Number and date of the nth letter: a thousand a year, spread over its days. */
const letterOf = (n: number) => {
  const running = (n % PER_YEAR) + 1;
  const newYear = `${FIRST_YEAR + Math.floor(n / PER_YEAR)}-01-01`;
  const date = dateOfDayNumber(dayNumber(newYear) + Math.floor((running * 350) / PER_YEAR));
  return { number: `มท ${UNIT}/ว ${running}`, date };
};

const idOf = (n: number): { year: number; id: string } => {
  const { number, date } = letterOf(n);
  const key = { issuer: 'dla', number: certain(number), date: certain(date) };
  return { year: buddhistYear(date), id: mintPermanentId(key, new Set()) };
};

const later = (date: string, days: number): string => dateOfDayNumber(dayNumber(date) + days);

const BODY_BYTES = 3000;

const bodyOf = (n: number, topic: string, random: () => number): string => {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { number, date } = letterOf(n);
  const earlier = n > 0 ? letterOf(Math.floor(random() * n)) : { number, date };
  const opening = pick(OPENINGS)
    .replace('{topic}', topic)
    .replace('{year}', String(buddhistYear(date)));
  const closing = pick(CLOSINGS)
    .replace('{number}', printLetterNumber(earlier.number))
    .replace('{date}', formatThaiDate(earlier.date, { digits: 'thai' }));
  const table = ['| หน่วยงาน | ครั้งที่ | จำนวนแฟ้ม |', '|---|---|---|'].concat(
    UNITS.slice(0, 3).map(
      (unit, row) => `| ${unit} | ${row + 1} | ${1 + Math.floor(random() * 40)} |`,
    ),
  );
  const fixed = [
    opening,
    '',
    '## ขั้นตอน',
    '',
    '%STEPS%',
    '',
    '## จำนวนแฟ้มที่ต้องตรวจ',
    '',
    ...table,
    '',
    '## ข้อควรระวัง',
    '',
    `**${pick(CAUTIONS)}**`,
    '',
    closing,
    '',
  ].join('\n');
  const steps: string[] = [];
  let bytes = Buffer.byteLength(fixed);
  while (bytes < BODY_BYTES) {
    const step = `${steps.length + 1}. ${pick(STEPS).replace('{unit}', pick(UNITS))}`;
    steps.push(step);
    bytes += Buffer.byteLength(step) + 1;
  }
  return fixed.replace('%STEPS%', steps.join('\n'));
};

const movementsOf = (n: number, date: string, province: (typeof PROVINCES)[number]): string => {
  const row = (
    no: number,
    kind: string,
    office: string,
    days: number,
    number: string,
    to: string,
  ) =>
    [no, kind, office, later(date, days), '', number, '', to, '', '', 'ข้อมูลตัวอย่าง', '', ''].join(
      ',',
    );
  return [
    'no,kind,office,date,time,number,desk,to,read,doubt,source,corrects,note',
    row(1, 'sent', 'dla', 0, letterOf(n).number, 'provinces'),
    row(2, 'received', province.office, 2, String(10_000 + n), ''),
    row(
      3,
      'sent',
      province.office,
      4,
      `${province.prefix} 0023.9/ว ${n + 1}`,
      `districts;${province.town}`,
    ),
    row(4, 'received', province.district, 6, String(500 + n), ''),
    row(5, 'sent', province.district, 9, `${province.prefix} 0023.99/${n + 1}`, 'saos'),
    row(6, 'received', province.sao, 11, String(70 + n), ''),
    '',
  ].join('\n');
};

/** The nth made-up circular (from 0), the same every time: full front matter, two hops, about 3 kB of guidance. */
export const sampleCircular = (n: number): SampleCircular => {
  const random = randomFrom(n + 1);
  const { number, date } = letterOf(n);
  const { year, id } = idOf(n);
  const topic = TOPICS[Math.floor(random() * TOPICS.length)] as string;
  const province = PROVINCES[n % PROVINCES.length] as (typeof PROVINCES)[number];
  const subject = `ซักซ้อมความเข้าใจเรื่อง${topic} ครั้งที่ ${n + 1}`;
  const contact = { unit: 'สำนักตัวอย่างเพื่อการทดสอบ', phones: ['0 2000 0000'] };
  const earlier = n > 0 ? Math.floor(random() * n) : null;
  const references =
    earlier === null
      ? []
      : [
          {
            issuer: 'dla',
            ...letterOf(earlier),
            record: `circulars/${idOf(earlier).year}/${idOf(earlier).id}`,
          },
        ];
  const attached = `แบบรายงานตัวอย่าง${topic} ชุดที่ ${n + 1}\n`.repeat(20);
  const attachments =
    n % 4 === 0
      ? [
          {
            title: `แบบรายงาน${topic}`,
            copies: 1,
            file: 'form.txt',
            size: Buffer.byteLength(attached),
            sha256: createHash('sha256').update(attached).digest('hex'),
          },
        ]
      : [{ title: `แบบรายงาน${topic}`, copies: 1, missing: 'ข้อมูลตัวอย่างไม่มีไฟล์' }];
  const frontMatter = {
    id,
    sample: true,
    title: `${topic} ครั้งที่ ${n + 1}`,
    summary: `ตรวจเอกสารของทุกกองเรื่อง${topic} แล้วรายงานภายในกำหนด`,
    letter: {
      level: 'department',
      issuer: 'dla',
      number,
      date,
      subject,
      to: [{ text: 'ผู้ว่าราชการจังหวัด ทุกจังหวัด', group: 'provinces' }],
      urgency: n % 3 === 0 ? 'most-urgent' : 'normal',
      secrecy: 'normal',
      references,
      signatory: { post: 'รองอธิบดี', onBehalfOf: 'อธิบดี' },
      contact,
    },
    attachments,
    force: { status: 'unknown' },
    actions: [
      {
        role: 'local-authority',
        what: `รายงานผล${topic}`,
        deadline: later(date, 30),
        source: 'letter',
      },
      { role: 'provincial-office', what: 'รวบรวมรายงานของทุกอำเภอ', source: 'letter' },
    ],
    source: 'ข้อมูลตัวอย่างที่สร้างขึ้นเพื่อวัดความเร็ว',
    published: later(date, 3),
  };
  const hop = (
    key: string,
    passesOn: string,
    level: string,
    issuer: string,
    days: number,
    own: string,
  ) => ({
    key,
    passesOn,
    level,
    issuer,
    number: own,
    date: later(date, days),
    subject,
    to: [
      level === 'province'
        ? { text: 'นายอำเภอ ทุกอำเภอ', group: 'districts' }
        : { text: 'นายก อบต. ทุกแห่ง', group: 'saos' },
    ],
    secrecy: 'normal',
    cites: { issuer: 'dla', number, date },
    contact,
  });
  const letters = [
    hop(
      'province',
      'letter',
      'province',
      province.office,
      4,
      `${province.prefix} 0023.9/ว ${n + 1}`,
    ),
    hop(
      'district',
      'province',
      'district',
      province.district,
      9,
      `${province.prefix} 0023.99/${n + 1}`,
    ),
  ];
  return {
    id,
    folder: `content/circulars/${year}/${id}`,
    files: {
      'index.mdx': `---\n${stringify(frontMatter)}---\n\n${bodyOf(n, topic, random)}`,
      'covering-letters.yaml': stringify(letters),
      'movements.csv': movementsOf(n, date, province),
      ...(n % 4 === 0 ? { 'form.txt': attached } : {}),
    },
  };
};
