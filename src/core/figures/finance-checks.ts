import type { Problem } from '#core/problem.ts';
import { SIDES, type Side } from './classification.ts';
import type { TotalDoubt } from './figures.ts';
import type { FinanceCube } from './finance.ts';
import { fiscalYearOfMonth } from './fiscal-year.ts';

/** A total that a row states for one side of a report. */
export interface StatedTotal {
  readonly file: string;
  readonly line: number;
  /** Where its category is in the line. */
  readonly column: number;
  /** Place of the report: office * months + month. */
  readonly report: number;
  /** Place in SIDES. */
  readonly side: number;
  /** Satang. */
  readonly amount: number;
}

/** A row with a negative amount, which is right only where earlier months of the year make up for it. */
export interface NegativeRow {
  readonly file: string;
  readonly line: number;
  /** Where its amount is in the line. */
  readonly column: number;
  readonly report: number;
  /** Place of the category. */
  readonly category: number;
}

const sumOfSide = (
  cube: FinanceCube,
  sides: readonly Side[],
  { report, side }: StatedTotal,
): number | null => {
  let sum: number | null = null;
  for (const [category, one] of sides.entries()) {
    const amount = cube.amounts[report * cube.categories.length + category] as number;
    if (one === SIDES[side] && !Number.isNaN(amount)) sum = (sum ?? 0) + amount;
  }
  return sum;
};

const nameOfReport = (cube: FinanceCube, report: number): string =>
  `${cube.offices[Math.floor(report / cube.months.length)]} ${cube.months[report % cube.months.length]}`;

/**
 * Stated totals against the sums of what was reported: doubts where both are known and differ, problems where a total
 * is the only one or is stated twice. `sides` gives the side of each category of the cube.
 */
export const checkTotals = (
  cube: FinanceCube,
  sides: readonly Side[],
  totals: readonly StatedTotal[],
): { readonly doubts: TotalDoubt[]; readonly problems: Problem[] } => {
  const doubts: TotalDoubt[] = [];
  const problems: Problem[] = [];
  const seen = new Set<number>();
  for (const total of totals) {
    const { file, line, column, report, side, amount } = total;
    const subject = `${nameOfReport(cube, report)} ${SIDES[side]}`;
    const place = { file, line, column, field: 'category' };
    if (seen.has(report * SIDES.length + side)) {
      problems.push({
        ...place,
        what: `a total of ${subject} is stated a second time`,
        fix: 'Keep the one that is right.',
      });
      continue;
    }
    seen.add(report * SIDES.length + side);
    const summed = sumOfSide(cube, sides, total);
    if (summed === null) {
      problems.push({
        ...place,
        what: `a total of ${subject} is stated, and no amount that it could be the sum of`,
        why: 'What was not reported by category can be neither compared nor shown.',
        fix: 'Add the rows of the categories, or remove the total.',
      });
    } else if (summed !== amount) {
      doubts.push({
        file,
        line,
        column,
        subject,
        stated: BigInt(amount),
        summed: BigInt(summed),
      });
    }
  }
  return { doubts, problems };
};

/** The sum from October to the month of a report, or null where a month before it was not reported. */
const sumOfYear = (cube: FinanceCube, { report, category }: NegativeRow): number | null => {
  const month = report % cube.months.length;
  const october = month - ((Number((cube.months[month] as string).slice(5)) + 2) % 12);
  if (october < 0) return null;
  let sum = 0;
  for (let at = report - (month - october); at <= report; at++) {
    if ((cube.asOf[at] as number) < 0) return null;
    const amount = cube.amounts[at * cube.categories.length + category] as number;
    if (!Number.isNaN(amount)) sum += amount;
  }
  return sum;
};

/**
 * Negative amounts that cannot be: a month may take back what earlier months of the fiscal year had too much, and no
 * more. Where one of these was not reported nothing is said.
 */
export const checkNegatives = (cube: FinanceCube, negatives: readonly NegativeRow[]): Problem[] =>
  negatives.flatMap((row) => {
    const sum = sumOfYear(cube, row);
    if (sum === null || sum >= 0) return [];
    const year = fiscalYearOfMonth(cube.months[row.report % cube.months.length] as string);
    return [
      {
        file: row.file,
        line: row.line,
        column: row.column,
        field: 'amount',
        what: `${cube.categories[row.category]} of ${nameOfReport(cube, row.report)} makes the sum since the fiscal year ${year} began negative`,
        why: 'A month may correct what earlier months of the year had too much, and take back no more.',
        fix: 'Compare with the source: the sign may be wrong, or an earlier month may lack an amount.',
      },
    ];
  });
