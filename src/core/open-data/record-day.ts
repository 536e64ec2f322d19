import type { IsoDate } from '#core/letter/date.ts';

const isWhole = (date: string): boolean => date.length === 10;

/**
 * The newest of some days that is not after `today`, as the day of a record: it stays the same until something is recorded.
 * Months without a day don't count. `today` where no day is left.
 */
export const newestUpTo = (days: readonly string[], today: IsoDate): IsoDate =>
  days
    .filter((day) => isWhole(day) && day <= today)
    .reduce((newest, day) => (day > newest ? day : newest), '') || today;
