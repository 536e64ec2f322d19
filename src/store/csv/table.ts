import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { tooManyRows } from '#core/check/limits.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { validate } from '#schema/issue-problem.ts';

/** One row of a CSV file that has a heading, with the line on which it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

interface CsvFault extends Error {
  readonly code?: string;
  /** Line on which the parser stopped. */
  readonly lines?: number;
  /** Cell of the row, from 0. */
  readonly column?: number | string;
}

const WORDS: Readonly<Record<string, string>> = {
  INVALID_OPENING_QUOTE: 'a quote stands within a cell that does not begin with one',
  CSV_INVALID_CLOSING_QUOTE: 'something stands behind the quote that closes a cell',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'something stands behind the quote that closes a cell',
};

/**
 * What is wrong with a CSV that csv-parse cannot read, and on which line: of a quote that is never closed the line on
 * which its row begins, not the end of the file. `last` is the line on which the row before ends.
 */
export const csvFault = (
  { code, lines, message, column }: CsvFault,
  last: number,
): { readonly line: number | undefined; readonly what: string; readonly fix?: string } => {
  const isOfOneLine = (lines ?? 0) <= last + 1;
  if (code === 'CSV_MAX_RECORD_SIZE' && isOfOneLine) {
    return {
      line: last + 1,
      what: 'the CSV cannot be read: the row is longer than that of any table',
      fix: 'Look whether it is a table at all, and save it again as CSV from the spreadsheet.',
    };
  }
  const isOpen =
    code === 'CSV_QUOTE_NOT_CLOSED' ||
    code === 'CSV_MAX_RECORD_SIZE' ||
    // The quote of a later row that seemed to close it.
    (code === 'CSV_INVALID_CLOSING_QUOTE' && !isOfOneLine);
  // The words of csv-parse repeat what stands in the cell, which may be of a letter that must not be named.
  if (!isOpen)
    return { line: lines, what: `the CSV cannot be read: ${WORDS[code ?? ''] ?? message}` };
  const cell = typeof column === 'number' ? `cell ${column + 1}` : 'a cell';
  return {
    line: last + 1,
    what: `the CSV cannot be read: a quote in the row that begins here is not closed (by ${cell})`,
  };
};

interface Position {
  readonly lines: number;
}

const OPTIONS = { bom: true, skip_empty_lines: true } as const;

/** Line on which the last of the rows ends that can be read; 0 where there is none. */
const lastReadable = (text: string, rows: number): number => {
  let last = 0;
  if (rows === 0) return last;
  const onRecord = (_: string[], { lines }: Position): null => {
    last = lines;
    return null;
  };
  parse(text, { ...OPTIONS, to: rows, on_record: onRecord });
  return last;
};

const requireFewRows = (text: string, file: string): void => {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  const problem = tooManyRows(file, lines - 1);
  if (problem) throw new ProblemError([problem]);
};

/**
 * Reads a strict CSV (RFC 4180, UTF-8) whose heading is exactly `columns`; `file` names it in problems. One of more rows than
 * content may have is refused before it is read.
 */
export const readTable = (text: string, file: string, columns: readonly string[]): TableRow[] => {
  requireFewRows(text, file);
  let heading: readonly string[] | null = null;
  const rows: TableRow[] = [];
  let read = 0;
  // Gathered one by one: what csv-parse keeps of each row, and says of it, takes more memory than the row.
  const onRecord = (record: string[], { lines }: Position): null => {
    read += 1;
    if (heading === null) heading = record;
    else {
      const cells = Object.fromEntries(columns.map((name, at) => [name, record[at] as string]));
      rows.push({ line: lines, cells });
    }
    return null;
  };
  try {
    parse(text, { ...OPTIONS, on_record: onRecord });
  } catch (error) {
    throw new ProblemError([
      {
        file,
        fix: 'Give every line as many cells as the heading; quote a cell that holds a comma or a quote.',
        ...csvFault(error as CsvFault, lastReadable(text, read)),
      },
    ]);
  }
  const found = heading as readonly string[] | null;
  if (found?.join(',') !== columns.join(',')) {
    throw new ProblemError([
      {
        file,
        line: 1,
        what: found ? `the heading is "${found.join(',')}"` : 'the file is empty',
        fix: `Write the heading "${columns.join(',')}".`,
      },
    ]);
  }
  return rows;
};

/** Rows as the schema reads them, with every problem of the rest; nothing is left out without one. */
export const readRows = <Value>(
  rows: readonly TableRow[],
  schema: z.ZodType<Value>,
  file: string,
): { readonly values: Value[]; readonly problems: Problem[] } => {
  const values: Value[] = [];
  const problems: Problem[] = [];
  for (const { line, cells } of rows) {
    const parsed = schema.safeParse(cells);
    if (parsed.success) values.push(parsed.data);
    else {
      for (const { path, ...said } of validate(schema, cells).problems) {
        problems.push({ file, line, field: String(path[0] ?? ''), ...said });
      }
    }
  }
  return { values, problems };
};

/** A cell as CSV writes it: quoted where it has to be. */
export const csvCell = (text: string): string =>
  /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One line of CSV, without its line feed. */
export const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(',');
