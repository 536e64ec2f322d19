import type { IsoDate } from '#core/letter/date.ts';
import { formatLetterNumber, parseLetterNumber } from '#core/letter/number.ts';
import { type CellType, plainCell } from '#core/tracking/register/cell-text.ts';
import { readDateCell } from '#core/tracking/register/date-cell.ts';
import type { RegisterRow } from '#core/tracking/register/row.ts';
import type { Side } from '../classification.ts';
import type { FiscalYear, IsoMonth } from '../fiscal-year.ts';
import { categoryNamed, sideNamed } from './category-names.ts';
import type { Column, Field } from './columns.ts';
import { fiscalYearWithin, gregorianYear, readMonthCell } from './month-cell.ts';
import type { OfficeFinder } from './office-names.ts';
import type { SheetContext } from './sheet-context.ts';

/** What a row is: one of figures, a stated total, a heading of a group, or one to pass over. */
export type RowRole = 'figures' | 'total' | 'group' | 'balance';

/** What the fields of a row say; `faults` lists what cannot be read of it. */
export interface RowKeys {
  readonly role: RowRole;
  readonly office?: string | undefined;
  readonly month?: IsoMonth | undefined;
  readonly side?: Side | undefined;
  readonly category?: string | undefined;
  readonly grant?: string | undefined;
  readonly transfer?: string | undefined;
  readonly period?: string | undefined;
  readonly date?: IsoDate | undefined;
  readonly letterNumber?: string | undefined;
  readonly source?: string | undefined;
  readonly asOf?: IsoDate | undefined;
  readonly faults: readonly string[];
}

const TOTAL_ROW = /^(?:รวม|ยอดรวม|ผลรวม|sum\b|total\b)|ทั้งสิ้น$/i;
const BALANCE_ROW = /สูง.?กว่า|ต่ำกว่า|คงเหลือ|ยกมา|ยกไป/;

interface Cell {
  readonly text: string;
  readonly type: CellType | undefined;
}

type Cells = ReadonlyMap<Field, Cell>;

/** The fields of a row that say something, by name. */
const cellsOf = (
  columns: readonly Column[],
  { cells, types }: RegisterRow,
  faults: string[],
): Cells => {
  const found = new Map<Field, Cell>();
  for (const [at, column] of columns.entries()) {
    const text = plainCell(cells[at] ?? '');
    if (column.kind !== 'field' || text === '') continue;
    const earlier = found.get(column.field);
    if (earlier === undefined) found.set(column.field, { text, type: types?.[at] });
    // Of two days nobody knows which amount is of which.
    else if (earlier.text !== text) {
      faults.push(
        `two columns say ${column.field}: ${JSON.stringify(earlier.text)}, ${JSON.stringify(text)}`,
      );
    }
  }
  return found;
};

const dateOf = (cell: Cell | undefined, faults: string[]): IsoDate | undefined => {
  if (!cell) return undefined;
  const read = readDateCell(cell.text, cell.type);
  if (read.doubt) faults.push(read.doubt);
  return read.value ?? undefined;
};

const yearIn = (cell: Cell | undefined): number | null => {
  const plain = cell?.text ?? '';
  return /^\d{4}$|^\d{2}$/.test(plain) ? gregorianYear(plain) : null;
};

const fiscalYearOf = (cell: Cell | undefined, context: SheetContext): FiscalYear | null => {
  const year = yearIn(cell);
  const named = year === null ? fiscalYearWithin(cell?.text ?? '') : year + 543;
  return named ?? context.fiscalYear ?? null;
};

/** The month of a cell beside one with its year, which may be the year of the calendar or the fiscal year. */
const monthBesideYear = (cell: Cell, year: number, faults: string[]): IsoMonth | null => {
  // Of both the months from January to September are the same.
  const month = readMonthCell(cell.text, cell.type, year + 543);
  if (month === null || Number(month.slice(5)) < 10) return month;
  faults.push(
    `${JSON.stringify(cell.text)} may be of the calendar year or of the fiscal year ${year + 543}; call the column ปีงบประมาณ, or write the year beside the month`,
  );
  return null;
};

const monthOf = (cells: Cells, context: SheetContext, faults: string[]): IsoMonth | undefined => {
  const cell = cells.get('month');
  if (!cell) return undefined;
  const alone = readMonthCell(cell.text, cell.type, null);
  const year = yearIn(cells.get('year'));
  const hasTold = faults.length;
  const month =
    alone ??
    (year === null
      ? readMonthCell(cell.text, cell.type, fiscalYearOf(cells.get('fiscal-year'), context))
      : monthBesideYear(cell, year, faults));
  if (month === null && faults.length === hasTold) {
    faults.push(`${JSON.stringify(cell.text)} cannot be read as a month`);
  }
  return month ?? undefined;
};

const letterOf = (cell: Cell | undefined, faults: string[]): string | undefined => {
  if (!cell || /^[-–—]$/.test(cell.text)) return undefined;
  const number = parseLetterNumber(cell.text);
  if (!number) faults.push(`${JSON.stringify(cell.text)} cannot be read as a letter number`);
  return number ? formatLetterNumber(number) : undefined;
};

const officeOf = (
  cells: Cells,
  context: SheetContext,
  finder: OfficeFinder,
  faults: string[],
): string | undefined => {
  const id = cells.get('office-id');
  const name = cells.get('office');
  if (!id && !name) return undefined;
  const area = {
    district: cells.get('district')?.text,
    province: cells.get('province')?.text ?? context.province,
  };
  const byId = id && finder.find(id.text, area);
  if (byId?.office) return byId.office.id;
  const read = finder.find(name?.text ?? id?.text ?? '', area);
  if (read.office) return read.office.id;
  faults.push(read.why);
  return undefined;
};

const transferOf = (text: string | undefined): string | undefined =>
  text !== undefined && /^\d+$/.test(text) ? `ครั้งที่ ${text}` : text;

const periodOf = (cell: Cell | undefined): string | undefined => {
  if (!cell) return undefined;
  return /^\d+$/.test(cell.text) ? `งวดที่ ${cell.text}` : cell.text;
};

/** What the first text of a row says of the whole row. */
const roleOf = (columns: readonly Column[], { cells }: RegisterRow): RowRole | null => {
  const names = cells.flatMap((cell, at) => {
    const column = columns[at];
    const mayName = column === undefined || ['field', 'unknown', 'blank'].includes(column.kind);
    return mayName && cell.trim() !== '' ? [plainCell(cell)] : [];
  });
  if (names.some((name) => BALANCE_ROW.test(name))) return 'balance';
  return names.some((name) => TOTAL_ROW.test(name)) ? 'total' : null;
};

/** Reads what the fields of a row say. `side` is that of the group of rows in which it is. */
export const readRowKeys = (
  columns: readonly Column[],
  row: RegisterRow,
  context: SheetContext,
  side: Side | undefined,
  finder: OfficeFinder,
): RowKeys => {
  const faults: string[] = [];
  const cells = cellsOf(columns, row, faults);
  const role = roleOf(columns, row);
  const named = cells.get('side')?.text;
  const ownSide = named === undefined ? side : (sideNamed(named) ?? side);
  if (role !== null) {
    const said = sideNamed([...cells.values()].map(({ text }) => text).join(' '));
    return { role, side: said ?? ownSide, faults };
  }
  const categoryCell = cells.get('category');
  const category =
    categoryCell && categoryNamed(categoryCell.text, ownSide ?? context.side ?? null);
  if (category && category.kind !== 'category') {
    return { role: 'group', side: category.side, faults };
  }
  if (categoryCell && !category) {
    faults.push(
      `${JSON.stringify(categoryCell.text)} is no category of the classification, or one of both sides`,
    );
  }
  return {
    role: 'figures',
    office: officeOf(cells, context, finder, faults),
    month: monthOf(cells, context, faults),
    side: category?.side ?? ownSide,
    category: category?.category,
    grant: cells.get('grant')?.text,
    transfer: transferOf(cells.get('transfer')?.text),
    period: periodOf(cells.get('period')),
    date: dateOf(cells.get('date'), faults),
    letterNumber: letterOf(cells.get('letter'), faults),
    source: cells.get('source')?.text,
    asOf: dateOf(cells.get('as-of'), faults),
    faults,
  };
};
