import { describe, expect, it } from 'vitest';
import { formatNumber } from './number-format.ts';

describe('formatNumber', () => {
  it.each([
    ['thaiNumbers', [1, 10, 120], ['๑', '๑๐', '๑๒๐']],
    ['thaiLetters', [1, 3, 4, 41, 42, 83], ['ก', 'ค', 'ง', 'ฮ', 'กก', 'กกก']],
    [
      'thaiCounting',
      [0, 1, 11, 20, 21, 101, 1_000_001],
      ['ศูนย์', 'หนึ่ง', 'สิบเอ็ด', 'ยี่สิบ', 'ยี่สิบเอ็ด', 'หนึ่งร้อยหนึ่ง', 'หนึ่งล้านหนึ่ง'],
    ],
    ['bahtText', [5], ['ห้าบาทถ้วน']],
    ['decimal', [0, 12], ['0', '12']],
    ['decimalZero', [7, 12], ['07', '12']],
    ['lowerLetter', [1, 26, 27, 53], ['a', 'z', 'aa', 'aaa']],
    ['upperLetter', [28], ['BB']],
    ['lowerRoman', [4, 9, 14, 40], ['iv', 'ix', 'xiv', 'xl']],
    ['upperRoman', [1999, 2569], ['MCMXCIX', 'MMDLXIX']],
    [
      'ordinal',
      [1, 2, 3, 4, 11, 12, 21, 111],
      ['1st', '2nd', '3rd', '4th', '11th', '12th', '21st', '111th'],
    ],
    ['numberInDash', [2], ['- 2 -']],
    ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '21']],
    ['none', [1], ['']],
    ['something else', [3], ['3']],
  ])('%s', (format, values, texts) => {
    expect(values.map((value) => formatNumber(value, format))).toEqual(texts);
  });
});
