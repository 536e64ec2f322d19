import type { Buffer } from 'node:buffer';
import type { Side } from '#core/figures/classification.ts';
import type { NegativeRow, StatedTotal } from '#core/figures/finance-checks.ts';
import type { Problem } from '#core/problem.ts';
import { FINANCE_COLUMNS } from '#schema/figures.ts';
import type { YearFile } from './figure-files.ts';
import { type GrowingCube, type Lookup, lookupOf, type PlacedRow } from './finance-lookup.ts';
import { type PlainReader, plainReader } from './finance-plain.ts';
import { faultOfRow, isFaulty, readFully } from './finance-rows.ts';
import { cellsOfLine, columnAt, type RowFault, startOfRows, wholeFileProblem } from './row-text.ts';

/** What scanning gathers, over all files. At most 100 problems of one file are reported. */
export interface FinanceScan {
  readonly cube: GrowingCube;
  readonly totals: StatedTotal[];
  readonly negatives: NegativeRow[];
  readonly problems: Problem[];
  readonly scanFile: (file: YearFile, bytes: Buffer) => void;
}

const [COMMA, LINE_FEED, QUOTE, RETURN] = [0x2c, 0x0a, 0x22, 0x0d];
const WIDTH = FINANCE_COLUMNS.length;
const MAX_PROBLEMS = 100;

/** A reader of finance files into a cube. `sides` gives the side of each category of the cube, in its order. */
export const financeScan = (cube: GrowingCube, sides: readonly Side[]): FinanceScan => {
  const lookup = lookupOf(cube, sides);
  const scan: FinanceScan = {
    cube,
    totals: [],
    negatives: [],
    problems: [],
    scanFile: (file, bytes) => {
      const whole = wholeFileProblem(bytes, file.path, FINANCE_COLUMNS);
      if (whole) scan.problems.push(whole);
      else scanRows(lookup, scan, file, bytes);
    },
  };
  return scan;
};

const takeRow = (
  scan: FinanceScan,
  row: PlacedRow,
  file: string,
  line: number,
  columnOf: (field: string) => number,
): RowFault | null => {
  const { cube } = scan;
  const report = row.office * cube.months.length + row.month;
  if (row.category === cube.categories.length) {
    const column = columnOf('category');
    scan.totals.push({ file, line, column, report, side: row.side, amount: row.amount });
    return null;
  }
  const at = report * cube.categories.length + row.category;
  if (!Number.isNaN(cube.amounts[at] as number)) {
    return {
      field: 'category',
      column: columnOf('category'),
      what: `${cube.offices[row.office]} has another amount for ${cube.categories[row.category]} in ${cube.months[row.month]}`,
      why: 'Both would be summed.',
      fix: 'Keep the one that is right; the other stands in an earlier row of this file or in a file before it.',
    };
  }
  cube.amounts[at] = row.amount;
  if (row.amount < 0) {
    const column = columnOf('amount');
    scan.negatives.push({ file, line, column, report, category: row.category });
  }
  if (row.asOf > (cube.asOf[report] as number)) {
    cube.asOf[report] = row.asOf;
    cube.source[report] = row.source;
  }
  return null;
};

const FIELDS: readonly string[] = FINANCE_COLUMNS;

/** October of the fiscal year of a file, as a place in the months. */
const yearStartOf = (lookup: Lookup, file: YearFile): number =>
  (file.year - 544) * 12 + 9 - lookup.firstMonth;

/** Takes a row that is no total, not negative and the first of its kind, as nearly all are; false for any other. */
const takePlainRow = ({ cube }: FinanceScan, row: PlacedRow): boolean => {
  const width = cube.categories.length;
  if (row.category === width || row.amount < 0) return false;
  const report = row.office * cube.months.length + row.month;
  const at = report * width + row.category;
  if (!Number.isNaN(cube.amounts[at] as number)) return false;
  cube.amounts[at] = row.amount;
  if (row.asOf > (cube.asOf[report] as number)) {
    cube.asOf[report] = row.asOf;
    cube.source[report] = row.source;
  }
  return true;
};

/** One line, already divided into cells, into the cube; or what is wrong with it. */
const takeLine = (
  lookup: Lookup,
  scan: FinanceScan,
  file: YearFile,
  line: number,
  row: PlacedRow,
  isRead: boolean,
  textOfLine: () => string,
): readonly RowFault[] => {
  if (!isRead) {
    const faults = readFully(lookup, textOfLine(), file.year, row);
    if (faults.length > 0) return faults;
  }
  const yearStart = yearStartOf(lookup, file);
  const fault = isFaulty(lookup, row, file, yearStart)
    ? faultOfRow(lookup, row, file, textOfLine(), yearStart)
    : takeRow(scan, row, file.path, line, (field) =>
        columnAt(cellsOfLine(textOfLine()) ?? [], FIELDS.indexOf(field)),
      );
  return fault ? [fault] : [];
};

const emptyRow = (): PlacedRow => ({
  office: 0,
  month: 0,
  side: 0,
  category: 0,
  amount: 0,
  source: 0,
  asOf: 0,
});

/** Whether the same bytes stand at two places of a file. */
const isSameText = (bytes: Buffer, start: number, other: number, length: number): boolean => {
  for (let at = 0; at < length; at++) if (bytes[start + at] !== bytes[other + at]) return false;
  return true;
};

/** Walks the bytes of a file whose heading is right, line by line. */
const scanRows = (lookup: Lookup, scan: FinanceScan, file: YearFile, bytes: Buffer): void => {
  const readPlain: PlainReader = plainReader(lookup);
  const row = emptyRow();
  const cells = new Int32Array(WIDTH + 1);
  const length = bytes.length;
  const yearStart = yearStartOf(lookup, file);
  // Office and month with their commas, as the last plain row has them: most rows begin alike.
  let [head, headLength, firstComma] = [0, 0, 0];
  let reported = 0;
  let line = 1;
  for (let start = startOfRows(bytes); start < length; ) {
    line++;
    let commas = 0;
    let isPlain = true;
    cells[0] = start - 1;
    let at = start;
    const isSameHead = headLength > 0 && isSameText(bytes, start, head, headLength);
    if (isSameHead) {
      cells[1] = start + firstComma;
      cells[2] = start + headLength - 1;
      commas = 2;
      at = start + headLength;
    }
    for (; at < length; at++) {
      const byte = bytes[at] as number;
      if (byte === LINE_FEED) break;
      if (byte === COMMA) {
        if (++commas < WIDTH) cells[commas] = at;
      } else if (byte === QUOTE) isPlain = false;
    }
    const from = start;
    const end = at > start && bytes[at - 1] === RETURN ? at - 1 : at;
    cells[WIDTH] = end;
    start = at + 1;
    if (end === from) continue;
    const isRead = isPlain && commas === WIDTH - 1 && readPlain(bytes, cells, row, isSameHead);
    head = from;
    headLength = isRead ? (cells[2] as number) - from + 1 : 0;
    firstComma = (cells[1] as number) - from;
    if (isRead && !isFaulty(lookup, row, file, yearStart) && takePlainRow(scan, row)) {
      continue;
    }
    const textOfLine = (): string => bytes.toString('utf8', from, end);
    for (const fault of takeLine(lookup, scan, file, line, row, isRead, textOfLine)) {
      if (reported++ < MAX_PROBLEMS) scan.problems.push({ file: file.path, line, ...fault });
    }
  }
};
