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
  ['ระเบียบทดลอง พ.ศ. ๒๕๖๗ และที่แก้ไขเพิ่มเติม', []],
])('reads every letter of %j', (text, letters) => {
  const read = readReferences(text, 4);
  expect(read.map(({ value }) => [value?.issuer, value?.number, value?.date])).toEqual(letters);
  expect(read.flatMap(({ doubts }) => doubts)).toEqual([]);
});
