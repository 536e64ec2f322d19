import { dateOfDayNumber, dayNumber, type IsoDate } from '#core/letter/date.ts';
import { existsOn, levelOfType, type Office } from '#core/office/office.ts';
import type { Registry } from '#core/office/registry.ts';
import type { FinanceCube } from './finance.ts';
import { dayOfReport } from './finance-sums.ts';
import { addMonths, type IsoMonth, monthsBetween } from './fiscal-year.ts';

/**
 * What is known of an office's month: `complete` was taken from the accounts after the month had ended, `partial` before
 * that, and of `no-record` nothing was reported here, which does not say that there is nothing.
 */
export type MonthState = 'complete' | 'partial' | 'no-record';

export interface MonthCell {
  readonly month: IsoMonth;
  readonly state: MonthState;
  /** The day whose state the figures give; null without a record. */
  readonly asOf: IsoDate | null;
}

/** How far an office has reported. */
export interface OfficeLag {
  readonly office: Office;
  /** Oldest first. */
  readonly months: readonly MonthCell[];
  /** The last month that is complete; null where none is. */
  readonly lastComplete: IsoMonth | null;
  /** Months since then up to the last one of `months`: 0 is up to date. All of them where none is complete. */
  readonly lag: number;
  /** Months that are not complete, gaps before `lastComplete` counted too. */
  readonly incomplete: number;
}

/** The twelve months up to the last one that had ended before a day. */
export const monthsToReport = (asOf: IsoDate): IsoMonth[] => {
  const last = addMonths(asOf.slice(0, 7), -1);
  return monthsBetween(addMonths(last, -11), last);
};

const cellOf = (cube: FinanceCube, office: string, month: IsoMonth, asOf: IsoDate): MonthCell => {
  const day = dayOfReport(cube, office, month);
  // What was taken from the accounts later was not known on that day.
  if (day === null || day > dayNumber(asOf)) return { month, state: 'no-record', asOf: null };
  const lastDay = dayNumber(`${addMonths(month, 1)}-01`) - 1;
  return { month, state: day >= lastDay ? 'complete' : 'partial', asOf: dateOfDayNumber(day) };
};

/**
 * Every authority of a province that existed on a day, those that lag most first, then by id;
 * `months` are consecutive, oldest first.
 */
export const laggingOffices = (
  registry: Registry,
  cube: FinanceCube,
  province: string,
  asOf: IsoDate,
  months: readonly IsoMonth[] = monthsToReport(asOf),
): OfficeLag[] =>
  (registry.within.get(province) ?? [])
    .filter((office) => levelOfType(office.type) === 'authority' && existsOn(office, asOf))
    .map((office) => {
      const cells = months.map((month) => cellOf(cube, office.id, month, asOf));
      const last = cells.findLastIndex(({ state }) => state === 'complete');
      return {
        office,
        months: cells,
        lastComplete: cells[last]?.month ?? null,
        lag: cells.length - 1 - last,
        incomplete: cells.filter(({ state }) => state !== 'complete').length,
      };
    })
    .sort(
      (a, b) =>
        b.lag - a.lag || b.incomplete - a.incomplete || compareIds(a.office.id, b.office.id),
    );

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
