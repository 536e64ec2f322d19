import type { CellType } from './cell-text.ts';

/** A row of a register, with its line (CSV) or row (workbook) from 1. */
export interface RegisterRow {
  readonly line: number;
  /** Texts as they are seen; a day is ISO and a time hh:mm where the spreadsheet holds it as such. */
  readonly cells: readonly string[];
  /** What the spreadsheet holds the cells as, where it is no text; shorter than `cells`, or absent, where all are. */
  readonly types?: readonly (CellType | undefined)[];
  /** Remarks that are attached to cells. They are read for marks of secrecy alone. */
  readonly remarks?: readonly string[];
  /** Whether the spreadsheet hides the row, by hand or by a filter. */
  readonly isHidden?: boolean;
}

/** The name of a column as spreadsheets have it, from 0: A, B, …, Z, AA. */
export const columnName = (at: number): string =>
  (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
