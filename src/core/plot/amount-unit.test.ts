import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  AMOUNT_UNITS,
  amountOf,
  changePerMille,
  inUnit,
  unitFor,
  writeAmount,
  writeExactly,
} from './amount-unit.ts';

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
  [0n, 'baht', '0'],
  [250_000_000_000n, 'millions', '2,500'],
  [20_000n, 'thousands', '0.2'],
  [-150_000_000n, 'millions', '-1.5'],
  [123_456_789_012n, 'baht', '1,234,567,890.12'],
  [123_456_789_012n, 'millions', '1,234.56789012'],
] as const)('writes a tick with every decimal (%#)', (amount, unit, text) => {
  expect(writeExactly(amount, unit)).toBe(text);
});

it.each([
  [0.2, 'thousands', 20_000n],
  [2500, 'millions', 250_000_000_000n],
  [-0.1, 'millions', -10_000_000n],
] as const)('takes back the amount of a tick (%#)', (tick, unit, amount) => {
  expect(amountOf(tick, unit)).toBe(amount);
});

it.each([
  [150_050_000_000n, 'millions', '1,500.50'],
  [499_999n, 'millions', '0.00'],
  [500_000n, 'millions', '0.01'],
  [149_999n, 'thousands', '1'],
  [150_000n, 'thousands', '2'],
  [-150_000n, 'thousands', '-2'],
  [9_007_199_254_740_993n, 'baht', '90,071,992,547,409.93'],
] as const)('rounds a half up, and no amount in baht (%#)', (amount, unit, text) => {
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
