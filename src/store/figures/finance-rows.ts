import { SIDES } from '#core/figures/classification.ts';
import { SAMPLE_SOURCE } from '#core/figures/figures.ts';
import type { FinanceRow } from '#core/figures/finance.ts';
import { type FiscalYear, fiscalYearOfMonth } from '#core/figures/fiscal-year.ts';
import { dayNumber } from '#core/letter/date.ts';
import { FINANCE_COLUMNS, financeRow } from '#schema/figures.ts';
import type { YearFile } from './figure-files.ts';
import { CELL, type Lookup, type PlacedRow, sourcePlace } from './finance-lookup.ts';
import {
  cellsOfLine,
  columnAt,
  type RowFault,
  readRow,
  sampleFault,
  unknownOffice,
} from './row-text.ts';

/** A row that is not plain, read in full: into `row`, or what is wrong with it. */
export const readFully = (
  lookup: Lookup,
  line: string,
  year: FiscalYear,
  row: PlacedRow,
): readonly RowFault[] => {
  const { value, cells, faults } = readRow(line, FINANCE_COLUMNS, financeRow);
  if (!value) return faults;
  const { cube } = lookup;
  const office = cube.officeAt.get(value.office);
  if (office === undefined) {
    return [unknownOffice(value.office, columnAt(cells, CELL.office))];
  }
  const month = cube.months.indexOf(value.month);
  if (month < 0) return [outsideYear(value, cells, year)];
  row.office = office;
  row.month = month;
  row.side = SIDES.indexOf(value.side);
  const category = cube.categories.indexOf(value.category);
  row.category = category < 0 ? cube.categories.length : category;
  row.amount = Number(value.amount);
  row.source = sourcePlace(lookup, value.source);
  row.asOf = dayNumber(value.asOf);
  return [];
};

const outsideYear = (
  { month }: Pick<FinanceRow, 'month'>,
  cells: readonly string[],
  year: FiscalYear,
): RowFault => ({
  field: 'month',
  column: columnAt(cells, CELL.month),
  what: `${month} lies outside the fiscal year ${year}`,
  why: `The fiscal year ${year} runs from ${year - 544}-10 to ${year - 543}-09.`,
  fix: `Correct the month, or move the row to a file in ${fiscalYearOfMonth(month)}/.`,
});

/** What is wrong with a row whose cells are right each by itself. */
export const faultOfRow = (
  lookup: Lookup,
  row: PlacedRow,
  file: YearFile,
  line: string,
  yearStart: number,
): RowFault | null => {
  const { cube } = lookup;
  const cells = (): readonly string[] => cellsOfLine(line) ?? [];
  const month = cube.months[row.month] as string;
  if (row.month < yearStart || row.month >= yearStart + 12) {
    return outsideYear({ month }, cells(), file.year);
  }
  if (row.asOf < (lookup.firstDays[row.month] as number)) {
    return {
      field: 'as_of',
      column: columnAt(cells(), CELL.asOf),
      what: `the figures are as of a day before ${month} began`,
      fix: 'Write the day on which the figures were taken from the accounts.',
    };
  }
  return file.isSample === (cube.sources[row.source] === SAMPLE_SOURCE)
    ? null
    : sampleFault(file, columnAt(cells(), CELL.source));
};

/** Whether {@link faultOfRow} has anything to say; asked of every row, so without making strings. */
export const isFaulty = (
  { cube, firstDays }: Lookup,
  row: PlacedRow,
  file: YearFile,
  yearStart: number,
): boolean =>
  row.month < yearStart ||
  row.month >= yearStart + 12 ||
  row.asOf < (firstDays[row.month] as number) ||
  file.isSample !== (cube.sources[row.source] === SAMPLE_SOURCE);
