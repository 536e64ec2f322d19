import type { Satang } from '#core/figures/amount.ts';

/** In what amounts are written. */
export const AMOUNT_UNITS = ['baht', 'thousands', 'millions'] as const;
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

const SATANG_IN: Readonly<Record<AmountUnit, bigint>> = {
  baht: 100n,
  thousands: 100_000n,
  millions: 100_000_000n,
};
const DECIMALS: Readonly<Record<AmountUnit, number>> = { baht: 2, thousands: 0, millions: 2 };

const size = (amount: Satang): bigint => (amount < 0n ? -amount : amount);

/** The unit in which the largest of some amounts is short to read; the same for all that are compared with it. */
export const unitFor = (amounts: readonly (Satang | null)[]): AmountUnit => {
  const largest = amounts.reduce<bigint>((most, one) => {
    const own = one === null ? 0n : size(one);
    return own > most ? own : most;
  }, 0n);
  if (largest >= SATANG_IN.millions * 10n) return 'millions';
  return largest >= SATANG_IN.thousands * 10n ? 'thousands' : 'baht';
};

/** An amount in a unit, rounded half away from zero: `1,234.50`. */
export const writeAmount = (amount: Satang, unit: AmountUnit): string => {
  const decimals = DECIMALS[unit];
  const step = SATANG_IN[unit] / 10n ** BigInt(decimals);
  const rounded = (size(amount) + step / 2n) / step;
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const rest = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  return `${amount < 0n && rounded > 0n ? '-' : ''}${whole}${rest}`;
};

/** An amount in a unit with every decimal it has and no more, as ticks of a plot are labelled: `0.2`, `2,500`. */
export const writeExactly = (amount: Satang, unit: AmountUnit): string => {
  const [whole, rest] = [size(amount) / SATANG_IN[unit], size(amount) % SATANG_IN[unit]];
  const decimals = rest
    .toString()
    .padStart(SATANG_IN[unit].toString().length - 1, '0')
    .replace(/0+$/, '');
  const grouped = whole.toString().replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${amount < 0n ? '-' : ''}${grouped}${decimals && `.${decimals}`}`;
};

/** The amount of a number of a unit, to the nearest satang: the amount at a tick of a plot. */
export const amountOf = (count: number, unit: AmountUnit): Satang =>
  BigInt(Math.round(count * Number(SATANG_IN[unit])));

/** How many of a unit an amount is, for drawing only. */
export const inUnit = (amount: Satang, unit: AmountUnit): number =>
  Number(amount) / Number(SATANG_IN[unit]);

/** Change from one amount to another in tenths of a percent, rounded; null where there is nothing to compare with. */
export const changePerMille = (from: Satang | null, to: Satang | null): number | null =>
  from === null || to === null || from <= 0n
    ? null
    : Math.round((Number(to - from) / Number(from)) * 1000);
