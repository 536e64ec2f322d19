import { expect, it } from 'vitest';
import { statedDates } from './body-dates.ts';
import { readDeadlines } from './deadlines.ts';
import { runningText } from './running-text.ts';
import { sourceLines } from './source-text.ts';

const read = (text: string) => {
  const running = runningText(sourceLines(text));
  return readDeadlines(running, statedDates(running), '2025-06-20').map((one) => [
    one.value,
    one.read,
    ...one.doubts.map(({ code }) => code),
  ]);
};

it.each([
  ['ขอให้จังหวัดแจ้งรายชื่อก่อนการประชุมไม่น้อยกว่า ๗ วัน', 'ก่อนการประชุมไม่น้อยกว่า ๗ วัน'],
  ['ให้ส่งเอกสารล่วงหน้าไม่น้อยกว่า ๓ วันก่อนวันประชุม', 'ล่วงหน้าไม่น้อยกว่า ๓ วันก่อนวันประชุม'],
  ['ให้อำเภอส่งข้อมูลล่วงหน้า ๕ วันทำการ', 'ล่วงหน้า ๕ วันทำการ'],
  ['ให้ส่งเอกสารก่อนวันประชุมอย่างน้อยสามวัน', 'ก่อนวันประชุมอย่างน้อยสามวัน'],
  ['ให้อำเภอแจ้งผลไม่ช้ากว่า ๗ วันก่อนวันเลือกตั้ง', 'ไม่ช้ากว่า ๗ วันก่อนวันเลือกตั้ง'],
  ['ขอให้รายงานผลภายหลังการประชุม ๓ วัน', 'ภายหลังการประชุม ๓ วัน'],
  ['ให้ส่งรายงานหลังจากโครงการเสร็จสิ้นไม่เกิน ๓๐ วัน', 'หลังจากโครงการเสร็จสิ้นไม่เกิน ๓๐ วัน'],
  ['ให้ส่งเอกสารก่อนวันประชุม', 'ก่อนวันประชุม'],
])('keeps the words of a limit that is counted from an event: %s', (text, words) => {
  expect(read(text)).toEqual([[null, words, 'of-event']]);
});

it.each([
  'จังหวัดได้ส่งเอกสารก่อนการประชุม ๓ วัน',
  'ขอให้จังหวัดรายงานจำนวนผู้ป่วยย้อนหลัง ๓ เดือน',
  'ให้ตรวจสอบหลักฐานก่อนการเบิกจ่ายทุกครั้ง',
  'ให้ปิดประกาศไว้ไม่น้อยกว่า ๑๕ วัน',
  'ผู้ที่บรรจุก่อนวันประกาศ',
])('is no limit: %s', (text) => {
  expect(read(text)).toEqual([]);
});

it('leaves days of the calendar and times from receipt as they are', () => {
  expect(
    read('ให้อำเภอส่งเอกสารก่อนวันที่ ๑๕ กรกฎาคม ๒๕๖๘ และรายงานภายใน ๗ วันนับแต่วันที่ได้รับหนังสือ').map(
      ([, words, ...codes]) => [words, ...codes],
    ),
  ).toEqual([['ก่อน วันที่ ๑๕ กรกฎาคม ๒๕๖๘'], ['ภายใน ๗ วันนับแต่วันที่ได้รับหนังสือ']]);
});
