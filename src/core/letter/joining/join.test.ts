import { describe, expect, it } from 'vitest';
import { readDocument } from '../reading/document.ts';
import { joinLetters } from './join.ts';
import { readingToJson } from './to-json.ts';

// A made-up chain: a department's letter whose head is ruined, and two covering letters of a province.
const covering = (number: string, to: string, cited: string, day: string) => `
ที่ ${number}

ศาลากลางจังหวัดเชียงใหม่

๒๒ เมษายน ๒๕๖๘

เรื่อง การทดสอบระบบทะเบียนขององค์กรปกครองส่วนท้องถิ่น (New e-Test)

เรียน ${to}

อ้างถึง หนังสือจังหวัดเชียงใหม่ ที่ ชม ๐๐๒๓.๕/ว ๑๐๐ ลงวันที่ ๘ เมษายน ๒๕๖๘

สิ่งที่ส่งมาด้วย สำเนาหนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ ${cited} ลงวันที่ ๒ เมษายน ๒๕๖๘ จำนวน ๑ ชุด

ด้วยจังหวัดเชียงใหม่ได้รับแจ้งว่า ระบบ New e-Tset เปิดให้ทดสอบตั้งแต่วันที่ ${day} มีนาคม ๒๕๖๘ เป็นต้นไป จึงขอให้ดำเนินการ

ขอแสดงความนับถือ

(นายสมมติ ตัวอย่าง)
รองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน
ผู้ว่าราชการจังหวัดเชียงใหม่

โทร. ๐ ๕๓๐๐ ๐๐๐๐
ผู้ประสานงาน นายสมมติ ๐๘๐-๐๐๐-๐๐๐๐


`;

const original = `
ที่ มท ๐๘๐๘.๔/ว ปรับ

กรมส่งเสริมการปกครองท้องถิ่น

ମେଞ୍ଚାଳିନୀ ଟ୍ରେନ୍

เรื่อง การทดสอบระบบทะเบียนขององค์กรปกครองส่วนท้องถิ่น (New e-Test)

เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด

ด้วยกรมส่งเสริมการปกครองท้องถิ่นได้พัฒนาระบบ New e-Test และเปิดให้ทดสอบตั้งแต่วันที่ ๑๕ มีนาคม ๒๕๖๘ เป็นต้นไป จึงขอให้ดำเนินการ

ขอแสดงความนับถือ

(นายทดสอบ ระบบดี)
รองอธิบดี ปฏิบัติราชการแทน
อธิบดีกรมส่งเสริมการปกครองท้องถิ่น
`;

const join = (...texts: string[]) => {
  const reading = readDocument(texts.join('\n\n'));
  if ('refusal' in reading) throw new Error(reading.refusal.what);
  return { joined: joinLetters(reading.letters), redactions: reading.redactions };
};

const districts = covering('ชม ๐๐๒๓.๕/ว ๑๓๔', 'นายอำเภอ ทุกอำเภอ', 'มท ๐๘๐๘.๔/ว ๑๕๔๑', '๑');
const pao = (cited: string) =>
  covering('ชม ๐๐๒๓.๕/๙๐๐', 'นายกองค์การบริหารส่วนจังหวัดเชียงใหม่', cited, '๑๕');

describe('joinLetters', () => {
  it('finds the original, and knows its number and date from those that cite it', () => {
    const { joined, redactions } = join(districts, pao('มท ๐๘๐๘.๔/ว ๑๕๔๑'), original);
    expect(joined.chains).toMatchObject([
      {
        original: 2,
        links: [
          { covering: 0, passesOn: 2 },
          { covering: 1, passesOn: 2 },
        ],
      },
    ]);
    const { number, date } = joined.letters[2] ?? {};
    expect([number?.value, date?.value]).toEqual(['มท 0808.4/ว 1541', '2025-04-02']);
    expect([number, date].map((field) => field?.doubts.map(({ kind }) => kind))).toEqual([
      ['unreadable', 'cited'],
      ['unreadable', 'cited'],
    ]);
    expect(joined.conflicts).toEqual([]);
    expect(redactions).toBe(2);
  });

  it('shows a conflict with every reading, and settles nothing', () => {
    const { joined } = join(districts, pao('มท ๐๘๐๘.๕/ว ๑๕๔๑'), original);
    expect(joined.letters[2]?.number.value).toBeNull();
    expect(joined.conflicts).toEqual([
      {
        field: 'number',
        letter: 2,
        readings: [
          { read: 'มท ๐๘๐๘.๔/ว ปรับ', value: null, source: 'letters[2]' },
          { read: 'มท ๐๘๐๘.๔/ว ๑๕๔๑', value: 'มท 0808.4/ว 1541', source: 'letters[0]' },
          { read: 'มท ๐๘๐๘.๕/ว ๑๕๔๑', value: 'มท 0808.5/ว 1541', source: 'letters[1]' },
        ],
      },
    ]);
  });

  it('tells days and names that a covering letter repeats otherwise', () => {
    const { drift } = join(districts, original).joined;
    expect(drift.map(({ kind, here, there }) => [kind, here.value, there.value])).toEqual([
      ['date', '2025-03-01', '2025-03-15'],
      ['name', 'New e-Tset', 'New e-Test'],
    ]);
  });

  it('does not take the office of a stamp for the issuer', () => {
    const stamped = `ที่ว่าการอำเภอฝาง\nเลขที่รับ ๖๕๗\nวันที่ ๒๔ เม.ย. ๒๕๖๘\n${districts}`;
    const [letter] = join(stamped).joined.letters;
    expect(letter?.issuer).toMatchObject({ value: 'จังหวัดเชียงใหม่', doubts: [] });
    expect(letter?.date.value).toBe('2025-04-22');
    expect(letter?.stamps.map(({ value }) => value)).toEqual([
      { office: 'ที่ว่าการอำเภอฝาง', number: '657', date: '2025-04-24', time: null },
    ]);
  });

  it('keeps letters apart that have nothing in common', () => {
    const other = original
      .replaceAll('การทดสอบระบบทะเบียน', 'หลักเกณฑ์ขยะมูลฝอย')
      .replaceAll('New e-Test', 'Waste');
    expect(join(districts, other).joined.chains).toHaveLength(2);
  });
});

it('prints every field with value, text, line, confidence and doubts', () => {
  const { joined, redactions } = join(districts, original);
  const json = readingToJson(joined, redactions);
  expect(Object.keys(json)).toEqual(['letters', 'conflicts', 'drift', 'redactions']);
  expect(Object.keys(json.letters[0] ?? {})).toEqual([
    'level',
    'issuer',
    'number',
    'date',
    'subject',
    'to',
    'references',
    'cancels',
    'attachments',
    'urgency',
    'secrecy',
    'signatory',
    'stamps',
    'deadlines',
    'circular',
  ]);
  expect(json.letters[0]?.number).toEqual({
    value: 'ชม 0023.5/ว 134',
    read: 'ชม ๐๐๒๓.๕/ว ๑๓๔',
    line: 2,
    confidence: 0.95,
    doubts: [],
  });
  const fields = json.letters.flatMap((letter) => Object.values(letter).flat());
  for (const field of fields) {
    expect(Object.keys(field)).toEqual(['value', 'read', 'line', 'confidence', 'doubts']);
  }
});
