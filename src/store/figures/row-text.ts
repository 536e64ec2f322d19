import { type Buffer, isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { SAMPLE_SOURCE } from '#core/figures/figures.ts';
import type { Problem } from '#core/problem.ts';
import { validate } from '#schema/issue-problem.ts';
import { csvLine } from '#store/csv/table.ts';

/** What is wrong with one line; the file and the line are added by whoever reads it. */
export type RowFault = Omit<Problem, 'file' | 'line'>;

/** The cells of one line of CSV, or null where it cannot be read. A quoted cell may not go on in the next line. */
export const cellsOfLine = (line: string): readonly string[] | null => {
  if (!line.includes('"')) return line.split(',');
  try {
    return (parse(line) as string[][])[0] ?? null;
  } catch {
    return null;
  }
};

/** Where a cell begins in its line, in characters from 1. */
export const columnAt = (cells: readonly string[], at: number): number =>
  at <= 0 ? 1 : csvLine(cells.slice(0, at)).length + 2;

/** One line read by a schema: its value, or everything that is wrong with it, each at its column. */
export const readRow = <Value>(
  line: string,
  columns: readonly string[],
  schema: z.ZodType<Value>,
): {
  readonly value: Value | null;
  readonly cells: readonly string[];
  readonly faults: RowFault[];
} => {
  const cells = cellsOfLine(line);
  if (cells?.length !== columns.length) {
    const fault: RowFault = {
      column: cells ? line.length + 1 : line.indexOf('"') + 1,
      what: cells
        ? `the row has ${cells.length} cells, not ${columns.length}`
        : 'the row cannot be read as CSV',
      fix: 'Give every row the columns of the heading; quote a cell that holds a comma or a quote.',
    };
    return { value: null, cells: [], faults: [fault] };
  }
  const row = Object.fromEntries(columns.map((name, at) => [name, cells[at] as string]));
  const parsed = schema.safeParse(row);
  if (parsed.success) return { value: parsed.data, cells, faults: [] };
  const faults = validate(schema, row).problems.map(({ path, ...said }): RowFault => {
    const field = String(path[0] ?? '');
    return { field, column: columnAt(cells, columns.indexOf(field)), ...said };
  });
  return { value: null, cells, faults };
};

/** An office that may have no figures. */
export const unknownOffice = (id: string, column: number): RowFault => ({
  field: 'office',
  column,
  what: `${id} is no authority of the registry`,
  fix: 'Correct the id (npm run registry -- find TEXT), or add the office to the registry.',
});

/** A row whose source does not go with the name of its file. */
export const sampleFault = (file: { readonly isSample: boolean }, column: number): RowFault => ({
  field: 'source',
  column,
  what: file.isSample
    ? 'a file of made-up figures holds a row with another source'
    : 'a made-up figure stands in a file of real ones',
  why: 'Readers must always see which figures are made up.',
  fix: `Keep rows with the source "${SAMPLE_SOURCE}" in files whose names begin with "sample-", and only there.`,
});

/** A file whose heading is not the one of its folder, or whose text is no UTF-8; null where both are right. */
export const wholeFileProblem = (
  bytes: Buffer,
  file: string,
  columns: readonly string[],
): Problem | null => {
  if (bytes.length === 0) {
    return {
      file,
      line: 1,
      what: 'the file is empty',
      fix: `Write the heading "${columns.join(',')}".`,
    };
  }
  if (!isUtf8(bytes)) {
    return {
      file,
      what: 'the text is not written in UTF-8',
      why: 'Read as UTF-8, letters of it would be lost.',
      fix: 'Save it anew in UTF-8; an old Thai encoding (TIS-620, Windows-874) can be chosen when it is opened.',
    };
  }
  const heading = firstLine(bytes);
  if (heading === columns.join(',')) return null;
  return {
    file,
    line: 1,
    what: `the heading is "${heading.length > 200 ? `${heading.slice(0, 200)}…` : heading}"`,
    fix: `Write the heading "${columns.join(',')}".`,
  };
};

const LINE_FEED = 0x0a;

/** Where the rows begin: behind the heading. */
export const startOfRows = (bytes: Buffer): number => {
  const end = bytes.indexOf(LINE_FEED);
  return end < 0 ? bytes.length : end + 1;
};

const firstLine = (bytes: Buffer): string =>
  bytes
    .toString('utf8', 0, startOfRows(bytes))
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n$/, '');
