import { existsSync, rmSync } from 'node:fs';
import { ProblemError } from '#core/problem.ts';
import { csvLine } from '#store/csv/table.ts';
import { readTextNow } from '#store/files/read-file.ts';
import { replaceFile } from '#store/files/replace-file.ts';

/** A row of a file of figures that was not taken over. */
export interface RestRow {
  /** Its line, behind the name of its sheet where the file has several: `12`, `ต.ค. 67!12`. */
  readonly place: string;
  readonly reason: string;
  readonly heading: readonly string[];
  /** As they are in the file. */
  readonly cells: readonly string[];
}

const COLUMNS = ['line', 'reason'];
const isOurs = (path: string): boolean => readTextNow(path).startsWith(COLUMNS.join(','));

/** Throws a ProblemError where the file for what fits nowhere is one of somebody else's. */
export const requireRestFile = (path: string, name: string): void => {
  if (!existsSync(path) || isOurs(path)) return;
  throw new ProblemError([
    {
      file: name,
      what: 'the file for rows that fit nowhere holds something else',
      why: 'It would be written over. Nothing was recorded.',
      fix: 'Name another file with --rest.',
    },
  ]);
};

/** The text of the file: each table of the source with its own headings. */
export const restText = (rows: readonly RestRow[]): string => {
  const lines: string[] = [];
  let headed: string | null = null;
  for (const { place, reason, heading, cells } of rows) {
    const head = csvLine([...COLUMNS, ...heading]);
    if (head !== headed) lines.push(head);
    headed = head;
    lines.push(csvLine([place, reason, ...cells]));
  }
  return `${lines.join('\n')}\n`;
};

/** Writes the file, or removes one of an earlier import where no row is left. */
export const writeRest = (path: string, rows: readonly RestRow[]): void => {
  if (rows.length > 0) replaceFile(path, restText(rows));
  else if (existsSync(path)) rmSync(path);
};
