import { formatBaht } from '../amount.ts';
import { CATEGORIES } from '../classification.ts';
import type { FinanceRow } from '../finance.ts';
import { fiscalYearOfMonth, monthsOfFiscalYear } from '../fiscal-year.ts';
import type { Transfer } from '../transfer.ts';
import type { IncomingFinance } from './complete.ts';

/** An incoming record with the draft that it came from, so that what is refused can be led back to its row. */
export interface Incoming<Value, Origin> {
  readonly row: Value;
  readonly origin: Origin;
}

/** What taking records over would do. */
export interface MergePlan<Value, Origin> {
  readonly added: readonly Value[];
  /** Records that take the place of older ones, by key. */
  readonly updated: ReadonlyMap<string, Value>;
  /** How many are on record already. */
  readonly same: number;
  readonly refused: readonly { readonly origin: Origin; readonly reason: string }[];
}

/** What no two rows of finance may share. */
export const financeKey = ({ office, month, side, category }: FinanceRow): string =>
  [office, month, side, category].join('\n');

/** What no two transfers may share. */
export const transferKey = (one: Transfer): string =>
  [one.fiscalYear, one.transfer, one.grantType, one.period, one.office].join('\n');

type Keyed = FinanceRow | Transfer;

/** One record of each key; where a file has several amounts for one, none is taken. */
const onePerKey = <Value extends Keyed, Origin>(
  incoming: readonly Incoming<Value, Origin>[],
  keyOf: (row: Value) => string,
): {
  readonly single: ReadonlyMap<string, Incoming<Value, Origin>>;
  readonly refused: { readonly origin: Origin; readonly reason: string }[];
} => {
  const single = new Map<string, Incoming<Value, Origin>>();
  const refused: { readonly origin: Origin; readonly reason: string }[] = [];
  for (const [key, all] of Map.groupBy(incoming, ({ row }) => keyOf(row))) {
    const amounts = new Set(all.map(({ row }) => row.amount));
    if (amounts.size === 1) single.set(key, all[0] as Incoming<Value, Origin>);
    else {
      const list = [...amounts].map(formatBaht).join(', ');
      const reason = `the file has several amounts for the same thing: ${list}`;
      for (const { origin } of all) refused.push({ origin, reason });
    }
  }
  return { single, refused };
};

const stored = ({ isAsOfStated: _, ...row }: IncomingFinance): FinanceRow => row;

/** The sum of a category from October to a month, or null where a month of these has no record. */
type YearSum = (row: FinanceRow) => bigint | null;

const yearSums = (rows: Iterable<FinanceRow>): YearSum => {
  const amounts = new Map<string, bigint>();
  const reported = new Set<string>();
  for (const row of rows) {
    amounts.set(financeKey(row), row.amount);
    reported.add(`${row.office} ${row.month}`);
  }
  return (row) => {
    const months = monthsOfFiscalYear(fiscalYearOfMonth(row.month)).filter(
      (month) => month <= row.month,
    );
    if (!months.every((month) => reported.has(`${row.office} ${month}`))) return null;
    return months.reduce(
      (sum, month) => sum + (amounts.get(financeKey({ ...row, month })) ?? 0n),
      0n,
    );
  };
};

/** Rows whose amount is negative though no earlier month of the fiscal year makes up for it: their sign may be wrong. */
const withoutImpossible = <Origin>(
  known: ReadonlyMap<string, FinanceRow>,
  incoming: readonly Incoming<IncomingFinance, Origin>[],
): {
  readonly possible: readonly Incoming<IncomingFinance, Origin>[];
  readonly refused: { readonly origin: Origin; readonly reason: string }[];
} => {
  const isNegative = incoming.some(({ row }) => row.amount < 0n);
  if (!isNegative) return { possible: incoming, refused: [] };
  const sumOf = yearSums([...known.values(), ...incoming.map(({ row }) => row)]);
  const refused: { readonly origin: Origin; readonly reason: string }[] = [];
  const possible = incoming.filter(({ row, origin }) => {
    const sum = row.amount < 0n ? sumOf(row) : null;
    if (sum === null || sum >= 0n) return true;
    const reason = `${formatBaht(row.amount)} makes the sum of ${row.category} since October negative`;
    refused.push({ origin, reason });
    return false;
  });
  return { possible, refused };
};

/**
 * Plans which rows of finance are new, which are newer than those on record (by the day whose state the file states), and
 * which are there already. Another amount of the same or an unknown day is refused: nobody knows which one is right.
 */
export const mergeFinance = <Origin>(
  known: ReadonlyMap<string, FinanceRow>,
  incoming: readonly Incoming<IncomingFinance, Origin>[],
): MergePlan<FinanceRow, Origin> => {
  const { possible, refused: negative } = withoutImpossible(known, incoming);
  const { single, refused: several } = onePerKey(possible, financeKey);
  const refused = [...negative, ...several];
  const added: FinanceRow[] = [];
  const updated = new Map<string, FinanceRow>();
  let same = 0;
  for (const [key, { row, origin }] of single) {
    const old = known.get(key);
    const isNewer = old !== undefined && row.isAsOfStated && row.asOf > old.asOf;
    if (old === undefined) added.push(stored(row));
    else if (isNewer) updated.set(key, stored(row));
    else if (old.amount === row.amount || (row.isAsOfStated && row.asOf < old.asOf)) same++;
    else {
      refused.push({
        origin,
        reason: `${formatBaht(old.amount)} is on record, as of ${old.asOf}; state a newer day with --as-of to put this in its place`,
      });
    }
  }
  return { added, updated, same, refused };
};

/** Plans which transfers are new. One on record with another amount, day or letter is refused. */
export const mergeTransfers = <Origin>(
  known: ReadonlyMap<string, Transfer>,
  incoming: readonly Incoming<Transfer, Origin>[],
): MergePlan<Transfer, Origin> => {
  const { single, refused } = onePerKey(incoming, transferKey);
  const added: Transfer[] = [];
  let same = 0;
  for (const [key, { row, origin }] of single) {
    const old = known.get(key);
    if (old === undefined) added.push(row);
    else if (old.amount === row.amount && old.date === row.date) same++;
    else {
      refused.push({
        origin,
        reason: `the transfer is on record with ${formatBaht(old.amount)} on ${old.date}`,
      });
    }
  }
  return { added, updated: new Map(), same, refused };
};

const CATEGORY_ORDER = new Map(CATEGORIES.map(({ code }, at) => [code, at]));
const order = (category: string): number => CATEGORY_ORDER.get(category) ?? -1;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which rows of finance are written. */
export const byOfficeAndMonth = (a: FinanceRow, b: FinanceRow): number =>
  compare(a.office, b.office) ||
  compare(a.month, b.month) ||
  compare(b.side, a.side) ||
  order(a.category) - order(b.category);

/** The order in which transfers are written. */
export const byDateAndOffice = (a: Transfer, b: Transfer): number =>
  compare(a.date, b.date) ||
  compare(a.grantType, b.grantType) ||
  compare(a.transfer, b.transfer) ||
  compare(a.office, b.office) ||
  compare(a.period, b.period);
