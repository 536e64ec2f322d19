import { expect, it } from 'vitest';
import { readAttachments } from './attachment-field.ts';
import { sourceLines } from './source-text.ts';

it.each([
  ['แบบทดลอง จำนวน ๑ ชุด', 'แบบทดลอง', 1],
  ['แบบทดลอง (จำนวน ๒ แผ่น) ทางคิวอาร์โค้ด', 'แบบทดลอง ทางคิวอาร์โค้ด', 2],
  ['แบบทดลอง 3 ฉบับ', 'แบบทดลอง', 3],
  ['แบบทดลอง ๑๒ แผ่น และรายชื่อ ๑ แผ่น', 'แบบทดลอง ๑๒ แผ่น และรายชื่อ ๑ แผ่น', null],
  ['ตามรายการแนบ ๓ รายการ', 'ตามรายการแนบ ๓ รายการ', null],
  ['ตามรายการแนบ จำนวน ๓ รายการ', 'ตามรายการแนบ', 3],
  ['คู่มือ ๑๒ หน้า', 'คู่มือ ๑๒ หน้า', null],
  ['คู่มือ ๓ แบบเรียน', 'คู่มือ ๓ แบบเรียน', null],
  ['แบบ ๒ หน้า ๕ ของคู่มือ จำนวน ๑ เล่ม', 'แบบ ๒ หน้า ๕ ของคู่มือ', 1],
])('reads title and copies of %s', (text, title, copies) => {
  const [attachment] = readAttachments(sourceLines(text));
  expect(attachment?.field).toMatchObject({ value: title, doubts: [] });
  expect(attachment?.copies).toBe(copies);
});

it.each([
  [
    'แบบรายงาน จำนวน ๑ ชุด กรมทดลองขอให้องค์กรปกครองส่วนท้องถิ่นทุกแห่งรายงานผลภายในเวลาที่กำหนด',
    ['แบบรายงาน'],
  ],
  [`รายชื่อ${'องค์กรปกครองส่วนท้องถิ่น '.repeat(11)}`, []],
])('doubts whether the letter goes on within %s', (text, offered) => {
  const [attachment] = readAttachments(sourceLines(text));
  expect(attachment?.field.doubts.map(({ code }) => code)).toEqual(['runs-on']);
  expect(attachment?.field.doubts[0]?.readings.map(({ value }) => value)).toEqual(offered);
});
