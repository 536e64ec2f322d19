import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AMOUNT_UNITS, changePerMille, inUnit, unitFor, writeAmount } from './amount-unit.ts';

it.each([
  [0n, 'baht', '0.00'],
  [5n, 'baht', '0.05'],
  [-5n, 'baht', '-0.05'],
  [123_456_789n, 'baht', '1,234,567.89'],
  [123_456_789n, 'thousands', '1,235'],
  [49_999n, 'thousands', '0'],
  [-49_999n, 'thousands', '0'],
  [50_000n, 'thousands', '1'],
  [123_456_789_012n, 'millions', '1,234.57'],
  [-123_456_789_012n, 'millions', '-1,234.57'],
] as const)('writes an amount in a unit (%#)', (amount, unit, text) => {
  expect(writeAmount(amount, unit)).toBe(text);
});

it.each([
  [[], 'baht'],
  [[null, 99_999n], 'baht'],
  [[1_000_000n, null], 'thousands'],
  [[-1_000_000_000n, 5n], 'millions'],
] as const)('takes the unit that fits (%#)', (amounts, unit) => {
  expect(unitFor(amounts)).toBe(unit);
});

it.each([
  [100n, 110n, 100],
  [100n, 90n, -100],
  [0n, 90n, null],
  [null, 90n, null],
  [100n, null, null],
] as const)('tells a change in tenths of a percent (%#)', (from, to, change) => {
  expect(changePerMille(from, to)).toBe(change);
});

it('writes what it draws', () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 15n), 10n ** 15n),
      fc.constantFrom(...AMOUNT_UNITS),
      (satang, unit) => {
        const written = Number(writeAmount(satang, unit).replaceAll(',', ''));
        expect(Math.abs(written - inUnit(satang, unit))).toBeLessThanOrEqual(
          unit === 'thousands' ? 0.501 : 0.00501,
        );
      },
    ),
  );
});
