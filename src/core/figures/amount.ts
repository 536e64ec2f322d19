/**
 * Amounts are whole satang (1/100 baht). Single sums are bigint; tables of many amounts keep them as numbers, which are
 * exact up to 2^53, and no amount is taken that could bring a sum near to it unseen (see `addSatang`).
 */
export type Satang = bigint;

/** No single amount may be larger: 100,000 million baht, several times the yearly income of the largest authority. */
export const LARGEST_AMOUNT: Satang = 10_000_000_000_000n;

const BAHT = /^(-?)(0|[1-9]\d{0,14})(?:\.(\d{1,2}))?$/;

/**
 * The amount of a decimal string in baht as the records hold it: `1234.5`, `-0.25`, `0`. Null for anything else: grouping,
 * an exponent, a zero in front, a third decimal (which would be part of a satang).
 */
export const parseBaht = (text: string): Satang | null => {
  const match = BAHT.exec(text);
  if (!match) return null;
  const satang = BigInt(match[2] as string) * 100n + BigInt((match[3] ?? '').padEnd(2, '0'));
  return match[1] ? -satang : satang;
};

/** An amount as records, JSON and CSV hold it: baht with both decimals, `1234.50`, `-0.25`. */
export const formatBaht = (satang: Satang): string => {
  const digits = (satang < 0n ? -satang : satang).toString().padStart(3, '0');
  return `${satang < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/**
 * The sum of two amounts that are kept as numbers. Throws a RangeError where it would no longer be exact, which
 * is beyond 90 million million baht.
 */
export const addSatang = (sum: number, amount: number): number => {
  const total = sum + amount;
  if (!Number.isSafeInteger(total)) {
    throw new RangeError(`the sum of amounts leaves what is exact: ${total} satang`);
  }
  return total;
};

/** An amount as people read it, in baht with grouping and both decimals: `1,234.50`. */
export const printBaht = (satang: Satang): string =>
  formatBaht(satang).replace(/\B(?=(\d{3})+\.)/g, ',');
