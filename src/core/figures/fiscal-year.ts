import { BUDDHIST_ERA_OFFSET } from '#core/letter/date.ts';

/** A calendar month in ISO 8601, Gregorian: `2025-10`. */
export type IsoMonth = string;

/** A fiscal year of the Buddhist era: 2569 is 1 October 2025 to 30 September 2026. */
export type FiscalYear = number;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Whether a text is a month as records hold it. */
export const isIsoMonth = (text: string): boolean => MONTH.test(text);

/** Months since year 0 of an ISO month; throws a RangeError for anything else. */
export const monthNumber = (month: IsoMonth): number => {
  const match = MONTH.exec(month);
  if (!match) throw new RangeError(`"${month}" is not a month (YYYY-MM)`);
  return Number(match[1]) * 12 + Number(match[2]) - 1;
};

/** The ISO month of a month number; the inverse of {@link monthNumber}. */
export const monthOfNumber = (number: number): IsoMonth =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

/** The month some months later; earlier where `count` is negative. */
export const addMonths = (month: IsoMonth, count: number): IsoMonth =>
  monthOfNumber(monthNumber(month) + count);

/** The same month a year before. */
export const sameMonthLastYear = (month: IsoMonth): IsoMonth => addMonths(month, -12);

/** The fiscal year (B.E.) in which a month is. */
export const fiscalYearOfMonth = (month: IsoMonth): FiscalYear =>
  Math.floor((monthNumber(month) + 3) / 12) + BUDDHIST_ERA_OFFSET;

/** The twelve months of a fiscal year (B.E.), October first. */
export const monthsOfFiscalYear = (year: FiscalYear): IsoMonth[] => {
  const october = monthNumber(`${String(year - BUDDHIST_ERA_OFFSET - 1).padStart(4, '0')}-10`);
  return Array.from({ length: 12 }, (_, at) => monthOfNumber(october + at));
};

/** Every month from one to another, both included. */
export const monthsBetween = (first: IsoMonth, last: IsoMonth): IsoMonth[] => {
  const from = monthNumber(first);
  const length = Math.max(0, monthNumber(last) - from + 1);
  return Array.from({ length }, (_, at) => monthOfNumber(from + at));
};
