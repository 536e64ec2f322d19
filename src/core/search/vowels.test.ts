import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexicon } from './lexicon.ts';
import { repairVowels } from './vowels.ts';

const words = ['การ', 'เข้า', 'ใช้งาน', 'ระบบ', 'จำนวน', 'สำนักงาน', 'ตาม', 'ประกาศ'];
const lexicon = new Lexicon({ words, costs: words.map(() => 40) });

describe('repairVowels', () => {
  it.each([
    ['กำรเข้ำใช้งำนระบบ', 'การเข้าใช้งานระบบ'],
    ['ตำมประกำศ', 'ตามประกาศ'],
    ['กำรเข้ำ สำนักงำน', 'การเข้า สำนักงาน'],
    ['จำนวนกำร', 'จำนวนการ'],
    ['ท ี่เข้า', 'ที่เข้า'],
    ['สํานักงาน', 'สำนักงาน'],
    ['ส านักงาน', 'สำนักงาน'],
    // Right as it stands, or not made of words either way.
    ['สำนักงาน', 'สำนักงาน'],
    ['จำนวน', 'จำนวน'],
    ['กำหลำ', 'กำหลำ'],
    ['การทำ', 'การทำ'],
    ['', ''],
  ])('reads %s as %s', (typed, repaired) => {
    expect(repairVowels(typed, lexicon)).toBe(repaired);
  });

  it('leaves its own result alone', () => {
    const text = fc.string({ unit: fc.constantFrom(...'กรเขาำ้ใชงนะบ ตมปศ') });
    fc.assert(
      fc.property(text, (typed) => {
        const once = repairVowels(typed, lexicon);
        expect(repairVowels(once, lexicon)).toBe(once);
      }),
    );
  });
});
