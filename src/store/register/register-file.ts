import { ProblemError } from '#core/problem.ts';
import type { RegisterRow } from '#core/tracking/register/row.ts';

/** One sheet of a register. */
export interface RegisterSheet {
  /** Its name in the workbook; null where the file is one table alone. */
  readonly name: string | null;
  /** Its rows from the first; they can be read again. */
  readonly rows: () => AsyncIterable<RegisterRow> | Iterable<RegisterRow>;
  /** Texts around its cells: headers and footers, boxes, captions. They are read for marks of secrecy alone. */
  readonly around?: () => readonly string[];
}

/** A sheet that is there and is not read. */
export interface SkippedSheet {
  readonly name: string;
  /** Why, in English. */
  readonly reason: string;
}

/** A file with a register, opened. */
export interface RegisterFile {
  readonly sheets: readonly RegisterSheet[];
  readonly skipped: readonly SkippedSheet[];
}

/** A fault of the file as a whole, or of one line of it. */
export const fileFault = (file: string, what: string, fix: string, line?: number): ProblemError =>
  new ProblemError([{ file, line, what, fix }]);

/** The remedy for whatever cannot be read as it is. */
export const SAVE_AGAIN = 'Open it in a spreadsheet, save it as XLSX or CSV, and import that.';
