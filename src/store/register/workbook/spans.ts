import type { CellValue } from './number-format.ts';

/** Cells that are merged over several rows, which each of these rows has: a day, or a class of secrecy, for all of them. */
export interface Spans {
  /** A cell that holds for rows up to `last`. */
  readonly add: (column: number, last: number, cell: CellValue) => void;
  /** Puts the cells that still hold into a row where it has none of its own. */
  readonly fill: (row: number, cells: (CellValue | undefined)[]) => void;
}

/** Makes an empty set of merged cells. */
export const makeSpans = (): Spans => {
  const open = new Map<number, { readonly last: number; readonly cell: CellValue }>();
  return {
    add: (column, last, cell) => {
      open.set(column, { last, cell });
    },
    fill: (row, cells) => {
      for (const [column, { last, cell }] of open) {
        if (row > last) open.delete(column);
        else if ((cells[column]?.text ?? '') === '') cells[column] = cell;
      }
    },
  };
};

/** A row of cells as texts and types. */
export const rowOf = (
  line: number,
  cells: readonly (CellValue | undefined)[],
  remarks: readonly string[] | undefined,
  isHidden: boolean,
) => {
  // By the cells that are there: a sheet may have thirty million, of which each row has the last alone.
  const texts = new Array<string>(cells.length).fill('');
  const types = new Array<CellValue['type']>(cells.length).fill(undefined);
  let isTyped = false;
  for (const at of Object.keys(cells)) {
    const column = Number(at);
    const cell = cells[column];
    if (cell === undefined) continue;
    texts[column] = cell.text;
    types[column] = cell.type;
    isTyped ||= cell.type !== undefined;
  }
  return {
    line,
    cells: texts,
    ...(isTyped ? { types } : {}),
    ...(remarks && remarks.length > 0 ? { remarks } : {}),
    ...(isHidden ? { isHidden } : {}),
  };
};
