import { describe, expect, it } from 'vitest';
import { dayOfPage, readEntry, readRegisterDate, readRegisterTime } from './entry.ts';
import { fieldOfHeading, type Headings, readHeadings } from './headings.ts';

it.each([
  ['เลขทะเบียนรับ', 'register-number'],
  ['เลขรับ', 'register-number'],
  ['เลขที่รับ', 'register-number'],
  ['เลขทะเบียนส่ง', 'register-number'],
  ['ที่', 'letter-number'],
  ['เลขที่หนังสือ', 'letter-number'],
  ['ลงวันที่', 'letter-date'],
  ['ลว.', 'letter-date'],
  ['วันที่รับ', 'entry-date'],
  ['วัน เดือน ปี ที่รับ', 'entry-date'],
  ['เวลา (น.)', 'time'],
  ['ลงวันที่/เดือน/ปี', 'letter-date'],
  ['จาก', 'from'],
  ['จากหน่วยงาน', 'from'],
  ['ส่งถึง', 'to'],
  ['เรียน/ถึง', 'to'],
  ['วัน/เดือน/ปี', null],
  ['ถึง', 'to'],
  ['เรื่อง', 'subject'],
  ['การปฏิบัติ', null],
  ['หมายเหตุ', null],
])('takes the heading "%s" for %s', (heading, field) => {
  expect(fieldOfHeading(heading)).toBe(field);
});

describe('readHeadings', () => {
  it('tells form 13 from form 14', () => {
    const received = 'เลขทะเบียนรับ,ที่,ลงวันที่,จาก,ถึง,เรื่อง,การปฏิบัติ,หมายเหตุ'.split(',');
    const sent = 'เลขทะเบียนส่ง,ที่,ลงวันที่,จาก,ถึง,เรื่อง,การปฏิบัติ,หมายเหตุ'.split(',');
    expect(readHeadings(received)?.kind).toBe('received');
    expect(readHeadings(sent)?.kind).toBe('sent');
  });
  it('takes no title for a heading', () => {
    expect(readHeadings(['ทะเบียนหนังสือรับ', '', ''])).toBeNull();
  });
});

it.each([
  ['๒๒ เม.ย. ๖๘', '2025-04-22'],
  ['22 เมษายน พ.ศ. 2568', '2025-04-22'],
  ['๘/๔/๒๕๖๘', '2025-04-08'],
  ['08-04-68', '2025-04-08'],
  ['8/4/2025', '2025-04-08'],
  ['2025-04-08', '2025-04-08'],
  ['8-เม.ย.-68', '2025-04-08'],
  ['8 เม.ย. 2568 09:30', '2025-04-08'],
  ['๗๐ เมษายน ๒๕๖๘', null],
  ['31/4/2568', null],
  ['เม.ย. ๖๘', null],
  ['', null],
])('reads the date "%s" as %s', (text, date) => {
  expect(readRegisterDate(text)).toBe(date);
});

it.each([
  ['๐๙.๓๐ น.', '09:30'],
  ['9:05', '09:05'],
  ['25.00', null],
  ['เช้า', null],
])('reads the time "%s" as %s', (text, time) => {
  expect(readRegisterTime(text)).toBe(time);
});

it.each<[row: string[], day: string | null]>([
  [['วันที่ ๑๑ เมษายน ๒๕๖๘', '', ''], '2025-04-11'],
  [['', 'วันที่ ๑๑ เดือน เมษายน พ.ศ. ๒๕๖๘', ''], '2025-04-11'],
  [['วันที่', '๑๑', 'เดือน', 'เมษายน', 'พ.ศ.', '๒๕๖๘'], '2025-04-11'],
  [['ทะเบียนหนังสือรับ วันที่ 11 เดือนเมษายน พ.ศ. 2568'], '2025-04-11'],
  [['ประจำวันศุกร์ที่ ๑๑ เม.ย. ๖๘'], '2025-04-11'],
  [['11/4/2568', ''], '2025-04-11'],
  [['๑', 'วันที่ ๑๑ เมษายน ๒๕๖๘'], null],
  [['5', '11 เมษายน 2568'], null],
  [['11 เมษายน 2568', 'เรื่องหนึ่ง'], null],
  [['ทะเบียนหนังสือรับ ประจำปี ๒๕๖๘'], null],
  [['', ''], null],
])('takes a row with a date alone for the day of the page: %j', (row, day) => {
  expect(dayOfPage(row)).toBe(day);
});

it('finds the time behind the day of an entry', () => {
  const headings = readHeadings(['เลขรับ', 'วันที่รับ', 'ที่', 'เรื่อง']) as Headings;
  const read = (cell: string) => readEntry(['1', cell, 'มท 0899.9/ว 1', 'ก'], headings, null);
  expect(read('11 เม.ย. 68 เวลา ๐๙.๓๐ น.')).toMatchObject({
    entryDate: '2025-04-11',
    time: '09:30',
  });
  expect(read('2025-04-11T09:30')).toMatchObject({ entryDate: '2025-04-11', time: '09:30' });
  expect(read('11.04.68')).toMatchObject({ entryDate: '2025-04-11', time: null });
});

it.each([
  ['ลับ', 'มท 0899.9/ว 1', true],
  ['ลับมาก', 'มท 0899.9/ว 1', true],
  ['ปกติ', 'มท 0899.9/ว 1', false],
  ['ไม่ลับ', 'มท 0899.9/ว 1', false],
  ['', 'ลับ มท 0899.9/ว 1', true],
  ['', 'มท 0899.9/ว 1 (ลับที่สุด)', true],
  ['', 'มท 0899.9/ว 1', false],
])('sees secrecy in "%s" or in the number "%s": %s', (secrecy, number, is) => {
  const headings = readHeadings(['ชั้นความลับ', 'ที่', 'เรื่อง']) as Headings;
  expect(readEntry([secrecy, number, 'ก'], headings, null)?.isSecret).toBe(is);
});
