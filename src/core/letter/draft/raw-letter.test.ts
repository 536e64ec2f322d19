import { expect, it } from 'vitest';
import { readLetter } from '../reading/letter-reading.ts';
import { rawLetter } from './raw-letter.ts';

const HEAD = 'ที่ มท ๐๘๙๙.๙/ว ๙๙๙๙';
const letterWith = (...head: string[]) =>
  [
    ...head,
    'กรมส่งเสริมการปกครองท้องถิ่น',
    'ถนนตัวอย่าง กรุงเทพฯ ๑๐๓๐๐',
    '๑๗ กันยายน ๒๕๖๗',
    'เรื่อง การทดสอบที่แต่งขึ้น',
    'เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด',
    'ขอให้ดำเนินการทดสอบตามที่แต่งขึ้นนี้',
    'ขอแสดงความนับถือ',
  ].map((text, index) => ({ no: index + 1, text }));

const urgencyOf = (...head: string[]): unknown =>
  rawLetter(
    readLetter(letterWith(...head)),
    { officeOf: () => 'dla', recordOf: () => undefined, recordOfTitle: () => undefined },
    { key: 'letter', keyOf: (source) => source },
  ).urgency;

it('writes that a legible head bears no mark of urgency', () => {
  expect(urgencyOf(HEAD)).toBe('normal');
});

it('writes the mark of a head', () => {
  expect(urgencyOf('ด่วนที่สุด', HEAD)).toBe('most-urgent');
});

it.each([
  ['the number cannot be read', 'ที่ มท ๐๘xx.x/ว ????'],
  ['a line is no Thai at all', `${HEAD}\nЖЖЖЖ ЖЖЖЖ`],
])('writes nothing of the urgency when %s', (_, head) => {
  expect(urgencyOf(...head.split('\n'))).toBeUndefined();
});
