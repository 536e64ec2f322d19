import { describe, expect, it } from 'vitest';
import { dayOfPage, readRegisterDate, readRegisterTime } from './entry.ts';
import { fieldOfHeading, readHeadings } from './headings.ts';

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
  ['จาก', 'from'],
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

it('takes a row with a date alone for the day of the page', () => {
  expect(dayOfPage(['วันที่ ๑๑ เมษายน ๒๕๖๘', '', ''])).toBe('2025-04-11');
  expect(dayOfPage(['๑', 'วันที่ ๑๑ เมษายน ๒๕๖๘'])).toBeNull();
});
