import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf, LINEAR } from '../../../tests/growth.ts';
import { fold, skeleton, tidy } from './normalise.ts';

describe('tidy', () => {
  it.each([
    ['decomposed sara am', 'ก\u0E33หนด', 'ก\u0E4D\u0E32หนด'],
    ['sara am with a tone mark before or behind', 'น้ำ', 'น\u0E4D\u0E49\u0E32'],
    ['sara am torn by a PDF', 'สำหรับ', 'ส าหรับ'],
    ['a mark behind a space', 'ที่ตั้ง', 'ท ี่ต ั้ง'],
    ['two sara e for sara ae', 'แก้ไข', 'เเก้ไข'],
    ['a mark twice', 'ที่', 'ที่่'],
    ['marks in the wrong order', 'ที่', 'ท่ี'],
    ['a tone mark before several vowels', 'กั\u0E34\u0E31่', 'ก่ั\u0E34\u0E31'],
    ['marks that are twice once they are in order', 'ที่', 'ท่ี่'],
    ['sara am behind a tone mark that is twice', 'น้ำ', 'น\u0E4D้้\u0E32'],
    ['sara am between two tone marks', 'น้ำ', 'น้ำ้'],
    ['invisible characters', 'งบประมาณ', 'งบ\u200Bประ\u00ADมาณ'],
  ])('corrects %s', (_, expected, text) => {
    expect(tidy(text)).toBe(expected);
  });

  it('is done after once', () => {
    const anyThai = fc
      .integer({ min: 0x0e01, max: 0x0e5b })
      .map((unit) => String.fromCharCode(unit));
    const moved = fc.constantFrom(...' \u00A0\u0001\u200Bกเา\u0E33ัิี\u0E38\u0E39\u0E3A็่้์\u0E4D');
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(anyThai, moved) }), (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text));
      }),
    );
  });
});

it.each(['่ั', '\u0E33่', '\u0E33', '่', '่์', '\u0E4D', 'กาา '])(
  'tidies %j in a time that grows as the text does',
  (unit) => {
    expect(growthOf((size) => unit.repeat(size), tidy)).toBeLessThan(LINEAR);
  },
);

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
