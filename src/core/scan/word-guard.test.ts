import { describe, expect, it } from 'vitest';
import { COMMON_WORDS } from '#core/search/common-words.ts';
import { KNOWN_WORDS } from './known-words.ts';
import { misreadWordsIn } from './word-guard.ts';

const found = (text: string): string[] =>
  misreadWordsIn(text).map(
    ({ start, end, words }) => `${text.slice(start, end)}: ${words.join(', ')}`,
  );

describe('misreadWordsIn', () => {
  it.each([
    ['องค์การบริหารส่วนดำบลตัวอย่าง', 'องค์การบริหารส่วนดำบล: องค์การบริหารส่วนตำบล'],
    ['ที่ตั้งของดำบล', 'ดำบล: ตำบล'],
    ['ซักข้อมแนวทางปฏิบัติ', 'ซักข้อม: ซักซ้อม'],
    ['วับที่ ๑๑', 'วับที่: รับที่, วันที่'],
    ['๑๓ สิ่งหาคม ๒๕๘๙', 'สิ่งหาคม: สิงหาคม'],
    ['ปิงบประมาณ พ.ศ. ๒๕๔๑', 'ปิงบประมาณ: ปีงบประมาณ'],
    ['ผู้ว่าราชการจังหวัดขลบุรี', 'ขลบุรี: ชลบุรี'],
  ])('doubts a word of %s', (text, said) => expect(found(text)).toEqual([said]));

  it.each([
    'ด้านต้านทาน',
    'ผู้อ่านเห็นส่วนที่ต้องการ',
    'ตารางรายจังหวัด',
    'จำนวนที่มีในทะเบียน เท่ากัน',
    'เจ้าหน้าที่อย่างน้อยหนึ่งคน',
    '๑๒๓ ABC',
    '',
  ])('lets %s be', (text) => expect(found(text)).toEqual([]));

  it('lets every known word be, alone and beside another', () => {
    for (const word of KNOWN_WORDS) expect(found(word)).toEqual([]);
    const pairs = COMMON_WORDS.slice(0, 600).map(
      (word, at) => `${word}${COMMON_WORDS[(at * 7 + 3) % 600]}`,
    );
    const alarms = pairs.flatMap(found);
    expect(alarms.length).toBeLessThanOrEqual(6);
  });
});
