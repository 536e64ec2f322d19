import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { type Problem, ProblemError } from '#core/problem.ts';
import { validate } from '#schema/issue-problem.ts';

/** One row of a CSV file that has a heading, with the line on which it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

interface CsvFault extends Error {
  readonly lines?: number;
  readonly column?: number;
}

/** Reads a small strict CSV (RFC 4180, UTF-8) whose heading is exactly `columns`; `file` names it in problems. */
export const readTable = (text: string, file: string, columns: readonly string[]): TableRow[] => {
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(text, { bom: true, info: true, skip_empty_lines: true }) as never;
  } catch (error) {
    const { lines, message } = error as CsvFault;
    throw new ProblemError([
      {
        file,
        line: lines,
        what: `the CSV cannot be read: ${message}`,
        mend: 'Give every line as many cells as the heading; quote a cell that holds a comma or a quote.',
      },
    ]);
  }
  const heading = rows.shift()?.record;
  if (heading?.join(',') !== columns.join(',')) {
    throw new ProblemError([
      {
        file,
        line: 1,
        what: heading ? `the heading is "${heading.join(',')}"` : 'the file is empty',
        mend: `Write the heading "${columns.join(',')}".`,
      },
    ]);
  }
  return rows.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(columns.map((name, at) => [name, record[at] as string])),
  }));
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
