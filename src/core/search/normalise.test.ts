import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, skeleton, tidy } from './normalise.ts';

describe('tidy', () => {
  it.each([
    ['decomposed sara am', 'ก\u0E33หนด', 'ก\u0E4D\u0E32หนด'],
    ['sara am with a tone mark before or behind', 'น้ำ', 'น\u0E4D\u0E49\u0E32'],
    ['sara am torn by a PDF', 'สำหรับ', 'ส าหรับ'],
    ['two sara e for sara ae', 'แก้ไข', 'เเก้ไข'],
    ['a mark twice', 'ที่', 'ที่่'],
    ['marks in the wrong order', 'ที่', 'ท่ี'],
    ['invisible characters', 'งบประมาณ', 'งบ\u200Bประ\u00ADมาณ'],
  ])('mends %s', (_, expected, text) => {
    expect(tidy(text)).toBe(expected);
  });

  it('is done after once', () => {
    const thai = fc.string({
      unit: fc.integer({ min: 0x0e01, max: 0x0e5b }).map((unit) => String.fromCharCode(unit)),
    });
    fc.assert(
      fc.property(thai, (text) => {
        expect(tidy(tidy(tidy(text)))).toBe(tidy(tidy(text)));
      }),
    );
  });
});

describe('fold', () => {
  it.each([
    ['๒๐๐๗', '2007'],
    ['New e–LAAS', 'new e-laas'],
    ['“คู่มือ”', '"คู่มือ"'],
    ['İ', 'i'],
  ])('folds %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('never changes a length, so that a place in it is a place in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
  });
});

it('takes tone-class marks out of a word, and no vowel', () => {
  expect(skeleton('เซิร์ฟเวอร์')).toBe('เซิรฟเวอร');
  expect(skeleton('น้ำ')).toBe('นำ');
});
