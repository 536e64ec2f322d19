import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asLatinKeys, asThaiKeys, LATIN_KEYS, otherLayouts, THAI_KEYS } from './keyboard.ts';

describe('the keys of both layouts', () => {
  it('are as many, and each is one character that stands once', () => {
    expect(LATIN_KEYS).toHaveLength(94);
    expect(new Set(LATIN_KEYS).size).toBe(94);
    expect(new Set(THAI_KEYS).size).toBe(94);
  });

  it('lead back to what was typed', () => {
    const typed = (keys: readonly string[]) => fc.string({ unit: fc.constantFrom(...keys, ' ') });
    fc.assert(
      fc.property(typed(LATIN_KEYS), (text) => {
        expect(asLatinKeys(asThaiKeys(text))).toBe(text);
      }),
    );
    fc.assert(
      fc.property(typed(THAI_KEYS), (text) => {
        expect(asThaiKeys(asLatinKeys(text))).toBe(text);
      }),
    );
  });
});

describe('otherLayouts', () => {
  it.each([
    [']n,isylzjko', ['ลืมรหัสผ่าน']],
    ['g-hkskohkmuj', ['เข้าหาน้าที่']],
    ['; 2007', ['ว /จจึ', 'ว 2007']],
    ['นะย', ['otp']],
    ['ำ-สฟฟห', ['e-laas', 'e3laas']],
    ['ำขสฟฟห', ['e-laas']],
    ['ลืมรหัสผ่าน', []],
    ['รหัส otp', []],
    ['ab', []],
    ['', []],
  ])('reads %s', (typed, expected) => {
    expect(otherLayouts(typed)).toEqual(expected);
  });
});
