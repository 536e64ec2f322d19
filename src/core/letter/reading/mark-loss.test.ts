import { describe, expect, it } from 'vitest';
import { countLostMarks } from './mark-loss.ts';
import { sourceLines } from './source-text.ts';

const count = (text: string): number => countLostMarks(sourceLines(text));

describe('countLostMarks', () => {
  it.each([
    ['ตามทีจังหวัดแจ้ง', 1],
    ['ตามทีจังหวัดแจ้งเกียวกับเรื่องทดลอง นัน', 3],
    ['ส่งแบบสารวจ จานวน ๑ ชุด', 2],
    ['แผนผังแสดงที่ตั9 ง', 1],
    ['กรอกข้อม่ลแล้วส่งคืน', 1],
    ['โครงการสมมติ ระยะที ๒', 1],
  ])('finds lost marks in %s', (text, expected) => expect(count(text)).toBe(expected));

  it.each([
    'ตามที่จังหวัดแจ้งเกี่ยวกับเรื่องทดลอง นั้น',
    'ทีมงานตามทีมสำรวจ จำนวน ๑ ชุด เครือข่าย',
    'ชุด ๑ ชุด ๒ ข้อ ๙ และ ข้อ 9 ข้อ',
    'ระยะที่ ๒ ของแผนป้องกันน้ำท่วม',
  ])('finds none in %s', (text) => expect(count(text)).toBe(0));
});
