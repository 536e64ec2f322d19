import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBaht } from '../amount.ts';
import { readAmount, unitOf } from './amount-cell.ts';

const text = (cell: string, unit?: 0 | 3 | 6): string => {
  const read = readAmount(cell, undefined, unit);
  return read.kind === 'amount' ? formatBaht(read.satang) : read.kind;
};

describe('readAmount', () => {
  it.each([
    ['1,234.50', '1234.50'],
    ['(1,234.50)', '-1234.50'],
    ['-1,234.50', '-1234.50'],
    ['1,234.50-', '-1234.50'],
    ['−5', '-5.00'],
    ['๑,๒๓๔.๕๐', '1234.50'],
    ['1 234.50 บาท', '1234.50'],
    ['฿12', '12.00'],
    ['.5', '0.50'],
    ['12.', '12.00'],
    ['12.3400000', '12.34'],
    ['0', '0.00'],
    ['', 'nothing'],
    ['-', 'nothing'],
    [' – ', 'nothing'],
    ['--', 'nothing'],
    ['1,23', 'unreadable'],
    ['12,34,567', 'unreadable'],
    ['1.234,50', 'unreadable'],
    ['1.005', 'unreadable'],
    ['1E+09', 'unreadable'],
    ['(-5)', 'unreadable'],
    ['#REF!', 'unreadable'],
    ['5%', 'unreadable'],
    ['999999999999.99', 'unreadable'],
  ])('%s is %s', (cell, expected) => {
    expect(text(cell)).toBe(expected);
  });

  it.each([
    ['1.5', 3, '1500.00'],
    ['0.00001', 3, '0.01'],
    ['0.000001', 3, 'unreadable'],
    ['1,234.567891', 6, '1234567891.00'],
  ] as const)('%s in units of 10^%i baht is %s', (cell, unit, expected) => {
    expect(text(cell, unit)).toBe(expected);
  });

  it('reads every amount however it is printed', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }), (satang) => {
        const [whole = '', decimals] = formatBaht(satang < 0n ? -satang : satang).split('.');
        const grouped = `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
        const thai = grouped.replace(/\d/g, (digit) => String.fromCharCode(0xe50 + Number(digit)));
        for (const printed of [grouped, thai]) {
          expect(text(satang < 0n ? `(${printed})` : printed)).toBe(formatBaht(satang));
        }
      }),
    );
  });
});

it.each([
  ['หน่วย : บาท', 0],
  ['(หน่วย: พันบาท)', 3],
  ['หน่วยนับ ล้านบาท', 6],
  ['หน่วยงาน', null],
])('the unit of "%s" is %s', (title, unit) => {
  expect(unitOf(title)).toBe(unit);
});
