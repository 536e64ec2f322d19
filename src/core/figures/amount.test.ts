import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSatang, formatBaht, parseBaht } from './amount.ts';

describe('parseBaht', () => {
  it.each([
    ['0', 0n],
    ['1234.5', 123_450n],
    ['1234.50', 123_450n],
    ['-0.25', -25n],
    ['100000000000000.01', 10_000_000_000_000_001n],
  ])('%s', (text, satang) => {
    expect(parseBaht(text)).toBe(satang);
  });

  it.each([
    '',
    '-',
    '00',
    '01',
    '-0800',
    '.5',
    '1.',
    '1.234',
    '1,234.50',
    '1e3',
    '+1',
    ' 1',
    '๑',
    'NaN',
  ])('refuses "%s"', (text) => {
    expect(parseBaht(text)).toBeNull();
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), (satang) => {
        expect(parseBaht(formatBaht(satang))).toBe(satang);
      }),
    );
  });
});

describe('addSatang', () => {
  it('refuses a sum that is no longer exact', () => {
    expect(() => addSatang(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError);
    expect(addSatang(Number.MAX_SAFE_INTEGER, -1)).toBe(Number.MAX_SAFE_INTEGER - 1);
  });
});
