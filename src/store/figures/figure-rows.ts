import { formatBaht } from '#core/figures/amount.ts';
import type { FinanceRow } from '#core/figures/finance.ts';
import { type FiscalYear, fiscalYearOfMonth } from '#core/figures/fiscal-year.ts';
import {
  byDateAndOffice,
  byOfficeAndMonth,
  financeKey,
  type MergePlan,
  transferKey,
} from '#core/figures/import/merge.ts';
import type { Transfer } from '#core/figures/transfer.ts';
import { ProblemError } from '#core/problem.ts';
import { FINANCE_COLUMNS, financeRow, TRANSFER_COLUMNS, transferRow } from '#schema/figures.ts';
import { csvLine, readRows, readTable } from '#store/csv/table.ts';
import { readContentText } from '#store/files/content-file.ts';
import { FINANCE, GRANTS, listFigureFiles } from './figure-files.ts';

/** Rows of the real files of some fiscal years, by file, and by key over all of them. */
export interface KnownRows<Row> {
  readonly files: ReadonlyMap<string, readonly Row[]>;
  readonly byKey: ReadonlyMap<string, Row>;
}

const filesOf = (root: string, folder: string, years: ReadonlySet<FiscalYear>) =>
  listFigureFiles(root, folder).files.flatMap(({ path, year, isSample }) =>
    year !== null && years.has(year) && !isSample ? [{ path, year }] : [],
  );

const known = <Row>(files: ReadonlyMap<string, readonly Row[]>, keyOf: (row: Row) => string) => ({
  files,
  byKey: new Map([...files.values()].flat().map((row) => [keyOf(row), row] as const)),
});

/** The rows of finance on record in some fiscal years; throws a ProblemError where a file has faults. */
export const readFinanceRows = (
  root: string,
  years: ReadonlySet<FiscalYear>,
): KnownRows<FinanceRow> => {
  const files = new Map<string, readonly FinanceRow[]>();
  for (const { path } of filesOf(root, FINANCE, years)) {
    const table = readTable(readContentText(root, path) ?? '', path, FINANCE_COLUMNS);
    const { values, problems } = readRows(table, financeRow, path);
    if (problems.length > 0) throw new ProblemError(problems);
    files.set(path, values);
  }
  return known(files, financeKey);
};

/** The transfers on record in some fiscal years; throws a ProblemError where a file has faults. */
export const readTransferRows = (
  root: string,
  years: ReadonlySet<FiscalYear>,
): KnownRows<Transfer> => {
  const files = new Map<string, readonly Transfer[]>();
  for (const { path, year } of filesOf(root, GRANTS, years)) {
    const table = readTable(readContentText(root, path) ?? '', path, TRANSFER_COLUMNS);
    const { values, problems } = readRows(table, transferRow, path);
    if (problems.length > 0) throw new ProblemError(problems);
    files.set(
      path,
      values.map((row) => ({ fiscalYear: year, ...row })),
    );
  }
  return known(files, transferKey);
};

const financeLine = (row: FinanceRow): string =>
  csvLine([
    row.office,
    row.month,
    row.side,
    row.category,
    formatBaht(row.amount),
    row.source,
    row.asOf,
  ]);

const transferLine = (row: Transfer): string =>
  csvLine([
    row.transfer,
    row.grantType,
    row.period,
    row.office,
    formatBaht(row.amount),
    row.date,
    row.letterNumber,
    row.source,
  ]);

/** Files as they should be: only those that a plan changes. */
const changedFiles = <Row>(
  { files }: KnownRows<Row>,
  { added, updated }: Pick<MergePlan<Row, unknown>, 'added' | 'updated'>,
  fileOf: (row: Row) => string,
  keyOf: (row: Row) => string,
): Map<string, Row[]> => {
  const changed = new Map<string, Row[]>();
  for (const [path, rows] of files) {
    if (!rows.some((row) => updated.has(keyOf(row)))) continue;
    changed.set(
      path,
      rows.map((row) => updated.get(keyOf(row)) ?? row),
    );
  }
  for (const row of added) {
    const path = fileOf(row);
    const rows = changed.get(path) ?? [...(files.get(path) ?? [])];
    rows.push(row);
    changed.set(path, rows);
  }
  return changed;
};

const textsOf = <Row>(
  files: ReadonlyMap<string, readonly Row[]>,
  columns: readonly string[],
  order: (a: Row, b: Row) => number,
  lineOf: (row: Row) => string,
): Map<string, string> =>
  new Map(
    [...files].map(([path, rows]) => [
      path,
      `${[csvLine(columns), ...rows.toSorted(order).map(lineOf)].join('\n')}\n`,
    ]),
  );

/** Texts of the files of finance that a plan changes; new rows go to the file of their province and fiscal year. */
export const financeTexts = (
  rows: KnownRows<FinanceRow>,
  plan: Pick<MergePlan<FinanceRow, unknown>, 'added' | 'updated'>,
  provinceOf: (office: string) => string | undefined,
): Map<string, string> => {
  const fileOf = ({ office, month }: FinanceRow): string =>
    `${FINANCE}/${fiscalYearOfMonth(month)}/${provinceOf(office)}.csv`;
  const files = changedFiles(rows, plan, fileOf, financeKey);
  return textsOf(files, FINANCE_COLUMNS, byOfficeAndMonth, financeLine);
};

/** Texts of the files of grants that a plan changes; new transfers go to one file a fiscal year. */
export const transferTexts = (
  rows: KnownRows<Transfer>,
  plan: Pick<MergePlan<Transfer, unknown>, 'added' | 'updated'>,
): Map<string, string> => {
  const fileOf = ({ fiscalYear }: Transfer): string => `${GRANTS}/${fiscalYear}/transfers.csv`;
  const files = changedFiles(rows, plan, fileOf, transferKey);
  return textsOf(files, TRANSFER_COLUMNS, byDateAndOffice, transferLine);
};
