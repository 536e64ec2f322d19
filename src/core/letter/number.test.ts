import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalLetterNumber,
  findLetterNumbers,
  formatLetterNumber,
  parseLetterNumber,
  printLetterNumber,
} from './number.ts';

describe('canonicalLetterNumber', () => {
  it.each([
    ['มท ๐๘๐๘.๔/ว ๒๐๐๗', 'มท 0808.4/ว 2007'],
    ['มท 0808.4/ว2007', 'มท 0808.4/ว 2007'],
    ['มท0808.4/ว.2007', 'มท 0808.4/ว 2007'],
    ['ที่ มท ๐๘๐๘.๔ / ว ๒๐๐๗', 'มท 0808.4/ว 2007'],
    ['ชม ๐๐๒๓.๑๕/๖๖๙๘', 'ชม 0023.15/6698'],
    ['สน ๐๐๒๓.๕/๑๗๗๐๖', 'สน 0023.5/17706'],
    ['กค(กวจ) ๐๔๐๕.๒/ว ๔๕๒', 'กค (กวจ) 0405.2/ว 452'],
    ['กค (กวจ) 0405.2/ว452', 'กค (กวจ) 0405.2/ว 452'],
    ['มท ๐๘๐๘.๔/ว ปรับ', null],
    ['มท ๐๗๙๗/๔/๑๙๘๕', null],
    ['๐๘๐๘.๔/ว ๒๐๐๗', null],
    ['ทมท ๐๘๐๘.๔/ว ๒๐๐๗', null],
    ['', null],
  ])('reads %s', (text, canonical) => {
    expect(canonicalLetterNumber(text)).toBe(canonical);
  });

  it('reads back every number that it prints, in either digits', () => {
    const letter = fc.constantFrom(...'กขคฉชฎฐดตถทธนบปพฟมยรลวศสหอฮ');
    const digits = (length: number) => fc.integer({ min: 0, max: 10 ** length - 1 });
    const number = fc.record({
      prefix: fc.tuple(letter, letter).map((pair) => pair.join('')),
      unit: fc.tuple(digits(4), digits(2)).map(([a, b]) => `${String(a).padStart(4, '0')}.${b}`),
      circular: fc.boolean(),
      running: fc.integer({ min: 1, max: 99_999 }).map(String),
    });
    fc.assert(
      fc.property(number, (value) => {
        const canonical = formatLetterNumber(value);
        expect(parseLetterNumber(canonical)).toEqual(value);
        expect(parseLetterNumber(printLetterNumber(canonical))).toEqual(value);
      }),
    );
  });
});

describe('findLetterNumbers', () => {
  it('finds each number in running text, with its place', () => {
    const text = 'ตามหนังสือที่ มท ๐๘๐๘.๔/ว ๒๐๐๗ และ ชม 0023.15/6698 นั้น';
    const found = findLetterNumbers(text);
    expect(found.map(({ number }) => formatLetterNumber(number))).toEqual([
      'มท 0808.4/ว 2007',
      'ชม 0023.15/6698',
    ]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      'มท ๐๘๐๘.๔/ว ๒๐๐๗',
      'ชม 0023.15/6698',
    ]);
  });

  it('finds nothing in telephone numbers, dates and web addresses', () => {
    expect(
      findLetterNumbers('โทร. ๐-๒๒๕๑-๙๐๐๐ ต่อ ๑๖๐๙ วันที่ 11/04/2568 https://laas.dla.go.th/1/2'),
    ).toEqual([]);
  });
});
