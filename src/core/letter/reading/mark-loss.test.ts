import { describe, expect, it } from 'vitest';
import { readDocument } from './document.ts';
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
    ['เอกสารประกอบการชีแจง', 1],
    ['สรุปประเด็นขอซักถาม และบันทึกขอตกลง', 2],
    ['รายชื่อผูประสานงาน', 1],
    ['แจ้งใหจังหวัดทราบ', 1],
    ['(นางลองด่ จำลองกุล)', 1],
    ['เบิกจายตามคูมือ', 2],
    ['เรือง การซ่อมแซมสะพาน', 1],
    ['แบบตอบรับเขาร่วมกิจกรรม ทายหนังสือนี้ และดำเนินการตอไป', 3],
    ['โครงการสำหรับที่นี่ และโครงการสำหรับทีนี่', 1],
  ])('finds lost marks in %s', (text, expected) => expect(count(text)).toBe(expected));

  it.each([
    'ตามที่จังหวัดแจ้งเกี่ยวกับเรื่องทดลอง นั้น',
    'ทีมงานตามทีมสำรวจ จำนวน ๑ ชุด เครือข่าย',
    'ชุด ๑ ชุด ๒ ข้อ ๙ และ ข้อ 9 ข้อ',
    'ระยะที่ ๒ ของแผนป้องกันน้ำท่วม',
    'อำเภอนาเชือก อำเภอยางชุมน้อย ราคาจ้าง ควบคุมค่าใช้จ่าย ทรัพย์สินสุดท้าย',
    'ผูกพันงบประมาณ ใหม่และใหญ่ ขอเสนอแนวทาง ขอซักถามเพิ่ม ขอตกลงกับกรมสมมติ',
    'เรียน กำนัน ผู้ใหญ่บ้าน',
    'นายเรือง ตัวอย่าง ดูแลพื้นที่ภูเขาร่วมกับชุมชน ขุดและตัดตอไปทิ้ง',
    'กรมส่งเสริมการปกครองท้องถิ่น ตามหนังสือกรมการปกครอง',
    'แต่ แม่ แก่ เปล่า ใหม่ (แผ่นที่ ๒ แก้ไขแล้ว) รายวิชาระดับต้น',
  ])('finds none in %s', (text) => expect(count(text)).toBe(0));
});

it('puts the office that issued a letter in doubt where a word has lost its mark, unless it is a known one', () => {
  const doubtsOf = (office: string) => {
    const reading = readDocument(
      `ที่ คค ๐๔๐๙/ว ๑๘๕\n\n${office}\n\n๒๗ มิถุนายน ๒๕๖๑\n\nเรื่อง การซ่อมสะพานสมมติ\n\nเรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด\n\nด้วย${office}จะซ่อมสะพานสมมติ จึงขอให้แลวเสร็จในเวลาอันควร\n\nขอแสดงความนับถือ\n\n(นายสมมติ ตัวอย่าง)\nอธิบดี${office}\n`,
    );
    if ('refusal' in reading) throw new Error(reading.refusal.what);
    return reading.letters[0]?.issuer.doubts.map(({ code }) => code);
  };
  expect(doubtsOf('กรมสะพานสมมติ')).toEqual(['damaged-scan']);
  expect(doubtsOf('กรมส่งเสริมการปกครองท้องถิ่น')).not.toContain('damaged-scan');
});
