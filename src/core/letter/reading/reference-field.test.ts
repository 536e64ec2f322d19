import { expect, it } from 'vitest';
import { readReferences } from './reference-field.ts';

const FIRST = 'หนังสือกรมการปกครอง ที่ มท ๐๓๐๗/ว ๑๒ ลงวันที่ ๗ มกราคม ๒๕๖๙';
const one = ['กรมการปกครอง', 'มท 0307/ว 12', '2026-01-07'];

it.each([
  [FIRST, [one]],
  [
    `${FIRST} และที่ มท ๐๓๐๗/ว ๑๓ ลงวันที่ ๘ มกราคม ๒๕๖๙`,
    [one, ['กรมการปกครอง', 'มท 0307/ว 13', '2026-01-08']],
  ],
  [
    `${FIRST}, ที่ มท ๐๓๐๗/ว ๑๓ ลงวันที่ ๘ มกราคม ๒๕๖๙ และ ที่ มท ๐๓๐๗/ว ๑๔ ลงวันที่ ๙ มกราคม ๒๕๖๙`,
    [
      one,
      ['กรมการปกครอง', 'มท 0307/ว 13', '2026-01-08'],
      ['กรมการปกครอง', 'มท 0307/ว 14', '2026-01-09'],
    ],
  ],
  [
    `${FIRST} และหนังสือกรมที่ดิน ที่ มท ๐๕๑๕/ว ๙ ลงวันที่ ๙ มกราคม ๒๕๖๙`,
    [one, ['กรมที่ดิน', 'มท 0515/ว 9', '2026-01-09']],
  ],
  ['-', []],
])('reads every letter of %j', (text, letters) => {
  const read = readReferences(text, 4);
  expect(read.map(({ value }) => [value?.issuer, value?.number, value?.date])).toEqual(letters);
  expect(read.flatMap(({ doubts }) => doubts)).toEqual([]);
});

const REGULATION = 'ระเบียบกระทรวงมหาดไทยว่าด้วยการรับเงิน พ.ศ. ๒๕๖๖';
it.each([
  ['ระเบียบทดลอง พ.ศ. ๒๕๖๗  และที่แก้ไขเพิ่มเติม', 'ระเบียบทดลอง พ.ศ. ๒๕๖๗ และที่แก้ไขเพิ่มเติม', null],
  [REGULATION, REGULATION, null],
  ['พ.ร.บ. ทดลอง พ.ศ. ๒๕๕๐ มาตรา ๑๒', 'พ.ร.บ. ทดลอง พ.ศ. ๒๕๕๐ มาตรา ๑๒', null],
  [
    'คำสั่งกรมส่งเสริมการปกครองท้องถิ่น ที่ ๑๒๓/๒๕๖๘ ลงวันที่ ๒ มิถุนายน ๒๕๖๘',
    'คำสั่งกรมส่งเสริมการปกครองท้องถิ่น ที่ ๑๒๓/๒๕๖๘',
    '2025-06-02',
  ],
  ['มติคณะรัฐมนตรีเมื่อวันที่ ๓ มิถุนายน ๒๕๖๘', 'มติคณะรัฐมนตรี', '2025-06-03'],
  [
    'คำสั่งกระทรวงมหาดไทย ที่ ๙/๒๕๖๘ ลงวันที่ ๒ มิถุนายน ๒๕๖๘ เรื่อง ทดลอง',
    'คำสั่งกระทรวงมหาดไทย ที่ ๙/๒๕๖๘ ลงวันที่ ๒ มิถุนายน ๒๕๖๘ เรื่อง ทดลอง',
    '2025-06-02',
  ],
])('reads what is no letter by its title: %s', (text, title, date) => {
  const [field, ...more] = readReferences(text, 4);
  expect(field?.value).toEqual({
    title,
    date,
    issuer: null,
    urgency: null,
    number: null,
    subject: null,
  });
  expect(field?.doubts).toEqual([]);
  expect(more).toEqual([]);
});

it.each([
  ['ระเบียบองค์กรปกครองส่วนท้องถิน พ.ศ. ๒๕๖๖', 'title', 'misspelled'],
  ['คำสั่งกระทรวงมหาดไทย ที่ ๙/๒๕๖๘ ลงวันที่ ๓๑ มิถุนายน ๒๕๖๘', 'date', 'impossible-day'],
])('doubts one part of what is no letter: %s', (text, part, code) => {
  const [field] = readReferences(text, 4);
  expect(field?.doubts.map((one) => [one.part, one.code])).toEqual([[part, code]]);
});

it('keeps what cannot be read as either, in doubt', () => {
  const text = 'เรื่องทดลองที่อ่านไม่ออก';
  const [field, ...more] = readReferences(text, 4);
  expect(field?.value).toMatchObject({ title: null, number: null, date: null, subject: text });
  expect(field?.doubts.map(({ part, code }) => [part, code])).toEqual([
    ['number', 'unreadable'],
    ['date', 'unreadable'],
  ]);
  expect(more).toEqual([]);
});

it.each([
  'หนังสือประทับตรา กรมที่ดิน',
  'โทรสารกรมที่ดิน',
  'โทรสารในราชการกรมที่ดิน',
  'วิทยุสื่อสารกรมที่ดิน',
  'บันทึกข้อความ กรมที่ดิน',
  'บันทึกข้อความของกรมที่ดิน',
])('takes the kind of paper for no part of the office: %s', (named) => {
  const [field] = readReferences(`${named} ที่ มท ๐๕๑๕/ว ๙ ลงวันที่ ๙ มกราคม ๒๕๖๙`, 1);
  expect(field).toMatchObject({ value: { issuer: 'กรมที่ดิน', urgency: null }, doubts: [] });
});

it.each(['สถ.', 'ก.อบต.', 'ปภ.'])('knows the abbreviation %s', (issuer) => {
  const [field] = readReferences(`หนังสือ ${issuer} ด่วนที่สุด ที่ มท ๐๘๐๘.๙/ว ๙๘๐๐ ลว. ๕ มิ.ย. ๖๘`, 4);
  expect(field?.value?.issuer).toBe(issuer);
  expect(field?.doubts).toEqual([]);
});
