import type { Buffer } from 'node:buffer';
import { SAMPLE_SOURCE } from '#core/figures/figures.ts';
import { fiscalYearOfMonth } from '#core/figures/fiscal-year.ts';
import type { Transfer, TransferTotal } from '#core/figures/transfer.ts';
import type { Placed } from '#core/figures/transfer-checks.ts';
import { levelOfType } from '#core/office/office.ts';
import type { Registry } from '#core/office/registry.ts';
import type { Problem } from '#core/problem.ts';
import { TRANSFER_COLUMNS, transferRow } from '#schema/figures.ts';
import type { YearFile } from './figure-files.ts';
import {
  columnAt,
  type RowFault,
  readRow,
  sampleFault,
  startOfRows,
  unknownOffice,
  wholeFileProblem,
} from './row-text.ts';

/** What a file of grants holds. */
export interface GrantRows {
  readonly transfers: readonly Placed<Transfer>[];
  readonly totals: readonly Placed<TransferTotal>[];
  readonly problems: readonly Problem[];
  /** Every different text of its rows besides amounts. */
  readonly texts: Iterable<string>;
}

const MAX_PROBLEMS = 100;
const cell = (name: (typeof TRANSFER_COLUMNS)[number]): number => TRANSFER_COLUMNS.indexOf(name);

type Row = Omit<Transfer, 'fiscalYear'>;

/** Whether a row states a total: its office is the country or a province. */
const isTotal = (registry: Registry, office: string): boolean =>
  office === 'th' || registry.byId.get(office)?.type === 'province';

const faultOf = (
  registry: Registry,
  row: Row,
  cells: readonly string[],
  file: YearFile,
): RowFault | null => {
  const office = registry.byId.get(row.office);
  const isAuthority = office !== undefined && levelOfType(office.type) === 'authority';
  if (!isAuthority && !isTotal(registry, row.office)) {
    return unknownOffice(row.office, columnAt(cells, cell('office')));
  }
  const year = fiscalYearOfMonth(row.date.slice(0, 7));
  if (year !== file.year) {
    return {
      field: 'date',
      column: columnAt(cells, cell('date')),
      what: `${row.date} lies outside the fiscal year ${file.year}`,
      why: `The fiscal year ${file.year} runs from ${file.year - 544}-10-01 to ${file.year - 543}-09-30.`,
      fix: `Correct the date, or move the row to a file in ${year}/.`,
    };
  }
  return file.isSample === (row.source === SAMPLE_SOURCE)
    ? null
    : sampleFault(file, columnAt(cells, cell('source')));
};

/** Texts that repeat in thousands of rows, each kept once. */
const interner = () => {
  const known = new Map<string, string>();
  const intern = (text: string): string => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    known.set(text, text);
    return text;
  };
  return { intern, texts: known.keys() };
};

/** An amount that needs no schema: baht with both decimals, far below the largest that is taken. */
const PLAIN_AMOUNT = /^(?:0|[1-9]\d{0,9})\.\d\d$/;
const PLAIN_OFFICE = /^a\d{2,19}$/;
const [OFFICE, AMOUNT] = [cell('office'), cell('amount')];

/**
 * Reads rows by the schema. A letter announces thousands of amounts: of a row that is like an earlier one but for its office
 * and its amount, both of the plain forms, the schema is not asked again.
 */
const rowReader = () => {
  const known = new Map<string, Row>();
  return (line: string): ReturnType<typeof readRow<Row>> => {
    const cells = line.includes('"') ? [] : line.split(',');
    if (cells.length !== TRANSFER_COLUMNS.length)
      return readRow(line, TRANSFER_COLUMNS, transferRow);
    const [office = '', amount = ''] = [cells[OFFICE], cells[AMOUNT]];
    const key = cells.filter((_, at) => at !== OFFICE && at !== AMOUNT).join(',');
    const like = known.get(key);
    if (like && PLAIN_OFFICE.test(office) && PLAIN_AMOUNT.test(amount)) {
      const value = { ...like, office, amount: BigInt(amount.replace('.', '')) };
      return { value, cells, faults: [] };
    }
    const row = readRow(line, TRANSFER_COLUMNS, transferRow);
    if (row.value) known.set(key, row.value);
    return row;
  };
};

/** Reads one file of grants. At most 100 problems of it are reported. */
export const readGrants = (registry: Registry, file: YearFile, bytes: Buffer): GrantRows => {
  const whole = wholeFileProblem(bytes, file.path, TRANSFER_COLUMNS);
  if (whole) return { transfers: [], totals: [], problems: [whole], texts: [] };
  const transfers: Placed<Transfer>[] = [];
  const totals: Placed<TransferTotal>[] = [];
  const problems: Problem[] = [];
  const { intern, texts } = interner();
  const read = rowReader();
  const lines = bytes.toString('utf8', startOfRows(bytes)).split('\n');
  for (const [at, ended] of lines.entries()) {
    const text = ended.endsWith('\r') ? ended.slice(0, -1) : ended;
    if (text === '') continue;
    const place = { file: file.path, line: at + 2 };
    const { value, cells, faults } = read(text);
    const fault = value && faultOf(registry, value, cells, file);
    if (value === null || fault) {
      for (const said of fault ? [fault] : faults) {
        if (problems.length < MAX_PROBLEMS) problems.push({ ...place, ...said });
      }
      continue;
    }
    const column = columnAt(cells, cell('office'));
    const { office, date, letterNumber, ...rest } = value;
    const common = {
      fiscalYear: file.year,
      transfer: intern(rest.transfer),
      grantType: intern(rest.grantType),
      period: intern(rest.period),
      amount: rest.amount,
      source: intern(rest.source),
    };
    if (isTotal(registry, office))
      totals.push({ ...place, column, value: { ...common, area: office } });
    else {
      transfers.push({
        ...place,
        column,
        value: {
          ...common,
          office: intern(office),
          date: intern(date),
          letterNumber: intern(letterNumber),
        },
      });
    }
  }
  return { transfers, totals, problems, texts };
};
