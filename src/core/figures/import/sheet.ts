import type { RegisterRow } from '#core/tracking/register/row.ts';
import { formatBaht, type Satang } from '../amount.ts';
import type { Side } from '../classification.ts';
import { type AmountReading, readAmount } from './amount-cell.ts';
import { amountInRow, isOfSatang } from './amount-in-row.ts';
import { countsColumns, type ValueKeys } from './columns.ts';
import type { OfficeFinder } from './office-names.ts';
import { type RowKeys, readRowKeys } from './row-keys.ts';
import { type RunningSums, runningSums } from './running-sums.ts';
import type { SheetContext } from './sheet-context.ts';
import { findStart, isOfGrants, type Start } from './sheet-start.ts';

/** One amount with everything that is known of it; what is missing decides whether it can be taken. */
export interface Draft {
  readonly line: number;
  readonly keys: RowKeys & Omit<SheetContext, 'side' | 'unit'>;
  readonly amount: Satang;
  readonly cells: readonly string[];
}

/** A row, or an amount of it, that fits nowhere. */
export interface LeftOver {
  readonly line: number;
  readonly reason: string;
  readonly cells: readonly string[];
}

/** What one sheet holds. */
export interface SheetReading {
  readonly drafts: readonly Draft[];
  readonly left: readonly LeftOver[];
  /** Headings of columns that are named and not read. */
  readonly unread: readonly string[];
  /** As they are in the sheet, for the rest file; null where no row is a heading of figures. */
  readonly heading: readonly string[] | null;
  /** Whether the table is of transfers, by its headings and titles. */
  readonly isGrants: boolean;
}

const isEmpty = ({ cells }: RegisterRow): boolean => cells.every((cell) => cell.trim() === '');

interface Walk {
  readonly start: Start;
  readonly finder: OfficeFinder;
  readonly sums: RunningSums;
  readonly drafts: Draft[];
  readonly left: LeftOver[];
  side: Side | undefined;
  office: string | undefined;
  section: OpenSection | null;
}

/** A row that names a section and states its amounts, above the rows of its categories. */
interface OpenSection {
  readonly row: RegisterRow;
  /** By column. */
  readonly stated: ReadonlyMap<number, Satang>;
  readonly summed: Map<number, Satang>;
}

const amountAt = (walk: Walk, row: RegisterRow, at: number): AmountReading =>
  amountInRow(row, at, walk.start.heading, walk.start.context.unit);

/** What a column says goes before the row, and that before the sheet. */
const keysOf = (keys: RowKeys, column: ValueKeys, context: SheetContext): Draft['keys'] => {
  const { side: _, unit: __, ...sheet } = context;
  const own = Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));
  const above = Object.fromEntries(
    Object.entries(column).filter(([, value]) => value !== undefined),
  );
  return { ...sheet, side: context.side, ...own, ...above } as Draft['keys'];
};

/** The totals that a row states of itself, against what was read of the row. */
const compareRow = (
  walk: Walk,
  row: RegisterRow,
  found: readonly { readonly keys: Draft['keys']; readonly amount: Satang }[],
): void => {
  const { columns } = walk.start.heading;
  for (const [at, column] of columns.entries()) {
    if (column.kind !== 'total') continue;
    const read = amountAt(walk, row, at);
    if (read.kind !== 'amount') continue;
    const parts = found.filter(({ keys }) => column.side === null || keys.side === column.side);
    const sum = parts.reduce((total, { amount }) => total + amount, 0n);
    if (parts.length === 0 || sum === read.satang) continue;
    const months = new Set(parts.map(({ keys }) => keys.month));
    const [first] = parts;
    if (first && column.side !== null && months.size === 1) {
      const keys = { ...first.keys, side: column.side, category: 'total' };
      walk.drafts.push({ line: row.line, keys, amount: read.satang, cells: row.cells });
    } else walk.left.push(doubtOfTotal(row, read.satang, sum));
  }
};

const doubtOfTotal = (row: RegisterRow, stated: Satang, sum: Satang): LeftOver => ({
  line: row.line,
  reason: `the row states a total of ${formatBaht(stated)}, and the sum of its amounts is ${formatBaht(sum)}`,
  cells: row.cells,
});

const takeTotalRow = (walk: Walk, row: RegisterRow): void => {
  const reasons = [...amountsOf(walk, row)].flatMap(
    ([column, amount]) => walk.sums.compare(column, amount) ?? [],
  );
  walk.sums.endGroup();
  if (reasons.length > 0) {
    walk.left.push({ line: row.line, reason: reasons.join('; '), cells: row.cells });
  }
};

const isEmptyOfValues = (walk: Walk, row: RegisterRow): boolean =>
  walk.start.heading.columns.every(
    (column, at) => column.kind !== 'value' || amountAt(walk, row, at).kind === 'nothing',
  );

/** The amounts in a row, by column. */
const amountsOf = (walk: Walk, row: RegisterRow): Map<number, Satang> => {
  const amounts = new Map<number, Satang>();
  for (const [at, column] of walk.start.heading.columns.entries()) {
    if (column.kind !== 'value') continue;
    const read = amountAt(walk, row, at);
    if (read.kind === 'amount') amounts.set(at, read.satang);
  }
  return amounts;
};

/** Ends a section: what it states has to be the sum of its categories, and cannot replace them. */
const endSection = (walk: Walk): void => {
  const { section } = walk;
  walk.section = null;
  if (section === null || section.stated.size === 0) return;
  const { row, stated, summed } = section;
  const reasons =
    summed.size === 0
      ? ['the amounts of a section are recorded by its categories, and none of these follow']
      : [...stated].flatMap(([column, amount]) => {
          const sum = summed.get(column) ?? 0n;
          return sum === amount
            ? []
            : [
                `the section states ${formatBaht(amount)}, and the sum of its categories is ${formatBaht(sum)}`,
              ];
        });
  if (reasons.length > 0)
    walk.left.push({ line: row.line, reason: reasons.join('; '), cells: row.cells });
};

/** A row without amounts of its own that says the side, or whose the rows below are. */
const takeGroupRow = (walk: Walk, row: RegisterRow, keys: RowKeys): boolean => {
  const stated = amountsOf(walk, row);
  if (keys.role === 'group') {
    endSection(walk);
    walk.side = keys.side;
    walk.section = { row, stated, summed: new Map() };
    return true;
  }
  if (!isEmptyOfValues(walk, row)) return false;
  if (keys.office) walk.office = keys.office;
  return true;
};

/** An amount as people write it, and no number of an account or a telephone. */
const looksLikeMoney = (cell: string): boolean =>
  /[.,]/.test(cell) && readAmount(cell).kind === 'amount';

const takeRow = (walk: Walk, row: RegisterRow): void => {
  const { columns } = walk.start.heading;
  const keys = readRowKeys(columns, row, walk.start.context, walk.side, walk.finder);
  if (keys.role === 'balance') return;
  if (keys.role === 'total') {
    endSection(walk);
    takeTotalRow(walk, row);
    return;
  }
  if (takeGroupRow(walk, row, keys)) return;
  const repeats = columns.some((one) => one.kind === 'field' && one.field === 'category');
  if (keys.office) walk.office = keys.office;
  const office = keys.office ?? (repeats && keys.faults.length === 0 ? walk.office : undefined);
  const found: { keys: Draft['keys']; amount: Satang }[] = [];
  for (const [at, column] of columns.entries()) {
    if (column.kind !== 'value') continue;
    const read = amountAt(walk, row, at);
    if (read.kind === 'nothing') continue;
    if (read.kind === 'unreadable') {
      walk.left.push({ line: row.line, reason: read.why, cells: row.cells });
      continue;
    }
    walk.sums.add(at, read.satang);
    walk.section?.summed.set(at, (walk.section.summed.get(at) ?? 0n) + read.satang);
    found.push({
      keys: keysOf({ ...keys, office }, column.keys, walk.start.context),
      amount: read.satang,
    });
  }
  const unknown = columns.flatMap((column, at) =>
    column.kind === 'unknown' && looksLikeMoney(row.cells[at] ?? '')
      ? [JSON.stringify(walk.start.heading.texts[at])]
      : [],
  );
  if (unknown.length > 0) {
    const reason = `nothing is known by the heading ${unknown.join(', ')}`;
    walk.left.push({ line: row.line, reason, cells: row.cells });
  }
  for (const one of found) walk.drafts.push({ line: row.line, cells: row.cells, ...one });
  compareRow(walk, row, found);
};

/**
 * Reads one sheet of figures: titles, a heading in one row or two, then rows, of which totals are compared and not taken.
 * A heading that comes again, as at the top of printed pages, is passed over.
 */
export const readSheet = (
  rows: readonly RegisterRow[],
  name: string | null,
  options: SheetContext,
  finder: OfficeFinder,
): SheetReading => {
  const start = findStart(rows, options, name, finder);
  if (!start) return { drafts: [], left: [], unread: [], heading: null, isGrants: false };
  const walk: Walk = {
    start,
    finder,
    sums: runningSums(),
    drafts: [],
    left: [],
    side: start.heading.side,
    office: undefined,
    section: null,
  };
  const repeated = start.heading.texts.join('\n');
  for (const row of rows.slice(start.at)) {
    if (isEmpty(row) || countsColumns(row) || row.cells.join('\n') === repeated) continue;
    takeRow(walk, row);
  }
  endSection(walk);
  return {
    drafts: walk.drafts,
    left: walk.left,
    unread: start.heading.columns.flatMap(({ kind }, at) =>
      (kind === 'ignored' || kind === 'unknown') && !isOfSatang(start.heading, at)
        ? [start.heading.texts[at] ?? '']
        : [],
    ),
    heading: start.heading.texts,
    isGrants: isOfGrants(start),
  };
};
