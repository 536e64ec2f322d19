import type { RegisterEntry } from '../entry.ts';
import type { RegisterRow } from '../row.ts';
import { registerReader } from '../rows.ts';

/** Rows of a table that is written with a line a row and `|` between cells. */
export const rowsOf = (text: string): RegisterRow[] =>
  text
    .split('\n')
    .map((line, at) => ({ line: at + 1, cells: line.split('|').map((cell) => cell.trim()) }));

/** Reads a sheet as an import does: once to survey it, once for its entries. */
export const readSheet = (rows: readonly RegisterRow[], name: string | null = null) => {
  const first = registerReader(name);
  for (const row of rows) first.read(row);
  const reader = registerReader(name, first.survey());
  const entries = rows.flatMap((row): (RegisterEntry & { line: number })[] => {
    const entry = reader.read(row);
    return entry ? [{ ...entry, line: row.line }] : [];
  });
  return { entries, headings: reader.headings() };
};
