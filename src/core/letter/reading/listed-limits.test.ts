import { expect, it } from 'vitest';
import { statedDates } from './body-dates.ts';
import { readDeadlines } from './deadlines.ts';
import { runningText } from './running-text.ts';
import { sourceLines } from './source-text.ts';

const read = (lines: readonly string[]) => {
  const running = runningText(sourceLines(lines.join('\n')));
  return readDeadlines(running, statedDates(running), '2025-06-20').map((one) => [
    one.value?.kind,
    one.value?.to,
    one.line,
    ...one.doubts.map(({ code }) => code),
  ]);
};

it.each([
  ['a heading alone', ['กำหนดส่ง', 'แบบ ก. ๑๕ กรกฎาคม ๒๕๖๘', 'แบบ ข. ๓๑ กรกฎาคม ๒๕๖๘'], 2],
  [
    'the last column of a table',
    ['ลำดับ รายการ กำหนดส่ง', '๑ แบบ ก. ๑๕ กรกฎาคม ๒๕๖๘', '๒ แบบ ข. ๓๑ กรกฎาคม ๒๕๖๘'],
    2,
  ],
  [
    'rounds of a report',
    ['ขอให้จังหวัดส่งรายงาน ดังนี้', '๑. ครั้งที่ ๑ วันที่ ๑๕ กรกฎาคม ๒๕๖๘', '๒. ครั้งที่ ๒ วันที่ ๓๑ กรกฎาคม ๒๕๖๘'],
    2,
  ],
])('takes days below %s, in doubt', (_, lines, first) => {
  expect(read([...lines, 'จึงเรียนมาเพื่อทราบ'])).toEqual([
    ['by', '2025-07-15', first, 'under-heading'],
    ['by', '2025-07-31', first + 1, 'under-heading'],
  ]);
});

it('ends at the first line without a day', () => {
  expect(
    read(['กำหนดส่ง', 'แบบ ก. ๑๕ กรกฎาคม ๒๕๖๘', 'หมายเหตุ', 'ประกาศเมื่อ ๓๑ กรกฎาคม ๒๕๖๘']),
  ).toEqual([['by', '2025-07-15', 2, 'under-heading']]);
});

it('takes no day twice', () => {
  expect(read(['กำหนดส่ง', 'ให้ส่งแบบ ก. ภายในวันที่ ๑๕ กรกฎาคม ๒๕๖๘'])).toEqual([
    ['by', '2025-07-15', 2],
  ]);
});

it.each([
  ['of events', ['กำหนดการ ดังนี้', '๑. พิธีเปิด วันที่ ๑๕ กรกฎาคม ๒๕๖๘']],
  ['of a list that asks for nothing', ['ขอเชิญประชุม ดังนี้', 'ครั้งที่ ๑ วันที่ ๑๕ กรกฎาคม ๒๕๖๘']],
  ['of the month alone', ['กำหนดส่ง', 'แบบ ก. กรกฎาคม ๒๕๖๘']],
])('leaves days %s', (_, lines) => {
  expect(read(lines)).toEqual([]);
});
