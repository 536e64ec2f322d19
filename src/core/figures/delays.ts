import { dayNumber } from '#core/letter/date.ts';
import type { FinanceCube } from './finance.ts';
import { addMonths, type IsoMonth } from './fiscal-year.ts';

/** How late the reports of a month were: those that are there; the coverage says who has not reported. */
export interface Delays {
  readonly reports: number;
  /** Days from the last day of the month to the day whose state the figures give, of the middle report; the lower of two. */
  readonly median: number | null;
}

/** The delays of a month's reports over some offices; a report of before the month had ended has a negative one. */
export const reportingDelays = (
  cube: FinanceCube,
  offices: readonly string[],
  month: IsoMonth,
): Delays => {
  const monthAt = cube.months.indexOf(month);
  const last = dayNumber(`${addMonths(month, 1)}-01`) - 1;
  const delays = offices
    .flatMap((id) => {
      const office = cube.officeAt.get(id);
      if (office === undefined || monthAt < 0) return [];
      const day = cube.asOf[office * cube.months.length + monthAt] as number;
      return day < 0 ? [] : [day - last];
    })
    .sort((a, b) => a - b);
  return { reports: delays.length, median: delays[Math.floor((delays.length - 1) / 2)] ?? null };
};
