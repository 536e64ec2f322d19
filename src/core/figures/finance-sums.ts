import type { IsoDate } from '#core/letter/date.ts';
import { dateOfDayNumber } from '#core/letter/date.ts';
import { memoizeEach } from '#core/memo.ts';
import { addSatang, type Satang } from './amount.ts';
import type { FinanceCube } from './finance.ts';
import { type IsoMonth, sameMonthLastYear } from './fiscal-year.ts';

/** What to sum: ids of offices, months and codes of categories. Ids and months that the cube lacks have no record. */
export interface Selection {
  readonly offices: readonly string[];
  readonly months: readonly IsoMonth[];
  readonly categories: readonly string[];
}

/** A sum with how much is known of it; `amount` is null where nothing was reported, never 0. */
export interface Sum {
  readonly amount: Satang | null;
  /** Pairs of office and month that reported anything. */
  readonly reported: number;
  /** Pairs of office and month of the selection. */
  readonly expected: number;
}

/** The place of each text of a list: of its months and categories a cube is asked once for each sum. */
const placesIn = memoizeEach(
  (all: readonly string[]): ReadonlyMap<string, number> => new Map(all.map((one, at) => [one, at])),
);

const placesOf = (all: readonly string[], wanted: readonly string[]): number[] => {
  const known = placesIn(all);
  const places: number[] = [];
  for (const one of wanted) {
    const at = known.get(one);
    if (at !== undefined) places.push(at);
  }
  return places;
};

const officePlaces = (cube: FinanceCube, offices: readonly string[]): number[] =>
  offices.map((id) => cube.officeAt.get(id) ?? -1).filter((at) => at >= 0);

/** Calls `onReport` for each report of the places, with the sum of some of its categories; NaN where it says nothing of them. */
const eachReport = (
  cube: FinanceCube,
  offices: readonly number[],
  months: readonly number[],
  categories: readonly number[],
  onReport: (office: number, month: number, sum: number) => void,
): void => {
  for (const office of offices) {
    for (const month of months) {
      const report = office * cube.months.length + month;
      if ((cube.asOf[report] as number) < 0) continue;
      const start = report * cube.categories.length;
      let sum = Number.NaN;
      for (const category of categories) {
        const amount = cube.amounts[start + category] as number;
        if (!Number.isNaN(amount)) sum = Number.isNaN(sum) ? amount : addSatang(sum, amount);
      }
      onReport(office, month, sum);
    }
  }
};

const toSum = (total: number, reported: number, expected: number): Sum => ({
  amount: Number.isNaN(total) ? null : BigInt(total),
  reported,
  expected,
});

/** The sum of a selection, and how many of its reports there are. */
export const sumFinance = (cube: FinanceCube, selection: Selection): Sum => {
  let total = Number.NaN;
  let reported = 0;
  eachReport(
    cube,
    officePlaces(cube, selection.offices),
    placesOf(cube.months, selection.months),
    placesOf(cube.categories, selection.categories),
    (_office, _month, sum) => {
      reported++;
      if (!Number.isNaN(sum)) total = Number.isNaN(total) ? sum : addSatang(total, sum);
    },
  );
  return toSum(total, reported, selection.offices.length * selection.months.length);
};

/** The sums of a selection, one a category, in the order of the selection. */
export const sumByCategory = (
  cube: FinanceCube,
  selection: Selection,
): { readonly category: string; readonly sum: Sum }[] =>
  selection.categories.map((category) => ({
    category,
    sum: sumFinance(cube, { ...selection, categories: [category] }),
  }));

/** The sums of a selection, one a month, in the order of the selection. */
export const sumByMonth = (
  cube: FinanceCube,
  selection: Selection,
): { readonly month: IsoMonth; readonly sum: Sum }[] =>
  selection.months.map((month) => ({
    month,
    sum: sumFinance(cube, { ...selection, months: [month] }),
  }));

/** A selection beside the same months of the year before. */
export interface YearComparison {
  readonly current: Sum;
  readonly previous: Sum;
  /**
   * Both sums over only those offices and months that reported in both years: what may be compared, since else an
   * office that has not reported yet looks like a fall. Null amounts where there is no such pair.
   */
  readonly comparable: {
    readonly current: Satang | null;
    readonly previous: Satang | null;
    /** Pairs of office and month that count. */
    readonly pairs: number;
  };
}

/** A selection against the same months last year. */
export const compareWithLastYear = (cube: FinanceCube, selection: Selection): YearComparison => {
  const before = selection.months.map(sameMonthLastYear);
  const categories = placesOf(cube.categories, selection.categories);
  const [current, previous] = [selection.months, before].map((months) => {
    const sums = new Map<number, number>();
    const places = placesOf(cube.months, months);
    const offices = officePlaces(cube, selection.offices);
    eachReport(cube, offices, places, categories, (office, month, sum) => {
      if (Number.isNaN(sum)) return;
      const year = months === before ? month + 12 : month;
      // Months are consecutive, so twelve places are one year.
      sums.set(office * (cube.months.length + 12) + year, sum);
    });
    return sums;
  }) as [Map<number, number>, Map<number, number>];
  let [now, then, pairs] = [0, 0, 0];
  for (const [key, sum] of current) {
    const earlier = previous.get(key);
    if (earlier === undefined) continue;
    now = addSatang(now, sum);
    then = addSatang(then, earlier);
    pairs++;
  }
  return {
    current: sumFinance(cube, selection),
    previous: sumFinance(cube, { ...selection, months: before }),
    comparable: {
      current: pairs === 0 ? null : BigInt(now),
      previous: pairs === 0 ? null : BigInt(then),
      pairs,
    },
  };
};

/** What one office reported for one month; null where there is no record. */
export interface Report {
  readonly asOf: IsoDate;
  readonly source: string;
  /** Satang by category, only those that were reported. */
  readonly amounts: ReadonlyMap<string, Satang>;
}

/** The number of the day whose state the report of an office for a month gives; null where there is no record. */
export const dayOfReport = (cube: FinanceCube, office: string, month: IsoMonth): number | null => {
  const at = cube.officeAt.get(office);
  const monthAt = cube.months.indexOf(month);
  if (at === undefined || monthAt < 0) return null;
  const day = cube.asOf[at * cube.months.length + monthAt] as number;
  return day < 0 ? null : day;
};

/** The report of an office for a month, or null where there is no record of one. */
export const reportOf = (cube: FinanceCube, office: string, month: IsoMonth): Report | null => {
  const at = cube.officeAt.get(office);
  const monthAt = cube.months.indexOf(month);
  if (at === undefined || monthAt < 0) return null;
  const report = at * cube.months.length + monthAt;
  const day = cube.asOf[report] as number;
  if (day < 0) return null;
  const amounts = new Map<string, Satang>();
  for (const [category, code] of cube.categories.entries()) {
    const amount = cube.amounts[report * cube.categories.length + category] as number;
    if (!Number.isNaN(amount)) amounts.set(code, BigInt(amount));
  }
  return {
    asOf: dateOfDayNumber(day),
    source: cube.sources[cube.source[report] as number] as string,
    amounts,
  };
};

/** Of each month how many of the offices reported it, and which did not. */
export const reportingByMonth = (
  cube: FinanceCube,
  offices: readonly string[],
  months: readonly IsoMonth[],
): { readonly month: IsoMonth; readonly reported: number; readonly missing: readonly string[] }[] =>
  months.map((month) => {
    const monthAt = cube.months.indexOf(month);
    const missing = offices.filter((id) => {
      const at = cube.officeAt.get(id);
      const isKnown = at !== undefined && monthAt >= 0;
      return !isKnown || (cube.asOf[at * cube.months.length + monthAt] as number) < 0;
    });
    return { month, reported: offices.length - missing.length, missing };
  });
