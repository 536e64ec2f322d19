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

it.each([
  ['ระเบียบทดลอง พ.ศ. ๒๕๖๗ และที่แก้ไขเพิ่มเติม', null, 'other-than-letter'],
  ['ระเบียบกระทรวงมหาดไทยว่าด้วยการรับเงิน พ.ศ. ๒๕๖๖', null, 'other-than-letter'],
  ['คำสั่งกรมส่งเสริมการปกครองท้องถิ่น ที่ ๑๒๓/๒๕๖๘ ลงวันที่ ๒ มิถุนายน ๒๕๖๘', '2025-06-02', 'other-than-letter'],
  ['มติคณะรัฐมนตรีเมื่อวันที่ ๓ มิถุนายน ๒๕๖๘', '2025-06-03', 'other-than-letter'],
  ['เรื่องทดลองที่อ่านไม่ออก', null, 'unreadable'],
])('keeps what is no letter, in doubt: %s', (text, date, code) => {
  const [field, ...more] = readReferences(text, 4);
  expect(field?.value).toMatchObject({ number: null, date, subject: text });
  expect(new Set(field?.doubts.map((one) => one.code))).toEqual(new Set([code]));
  expect(field?.doubts.map(({ part }) => part)).toEqual(date ? ['number'] : ['number', 'date']);
  expect(more).toEqual([]);
});

it.each(['สถ.', 'ก.อบต.', 'ปภ.'])('knows the abbreviation %s', (issuer) => {
  const [field] = readReferences(`หนังสือ ${issuer} ด่วนที่สุด ที่ มท ๐๘๐๘.๙/ว ๙๘๐๐ ลว. ๕ มิ.ย. ๖๘`, 4);
  expect(field?.value?.issuer).toBe(issuer);
  expect(field?.doubts).toEqual([]);
});
