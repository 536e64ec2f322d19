import { fileFault } from './register-file.ts';

/**
 * What one register may take to be read, over all its sheets and readings together; docs/registers.md states the same. A
 * small file may unpack to, or repeat, far more than any office keeps.
 */
export const REGISTER_BOUNDS = {
  /** Elements of XML or HTML. */
  elements: 60_000_000,
  /** Elements within elements. */
  depth: 600,
  /** Cells of a workbook, with the empty ones that lie left of others. */
  cells: 30_000_000,
  /** Cells of one row: the columns of a spreadsheet. */
  columns: 16_384,
  /** Rows, with the empty ones. */
  rows: 5_000_000,
  /** Rows of a CSV with another number of cells than the first: csv-parse makes an error of each, which takes most of its time. */
  ragged: 500_000,
  sheets: 1000,
  /** Number formats of a workbook, of which Excel keeps 65,490 at most. */
  formats: 100_000,
} as const;

export type RegisterBounds = { readonly [Name in keyof typeof REGISTER_BOUNDS]: number };

const NAMES: Readonly<Record<keyof RegisterBounds, string>> = {
  elements: 'elements (rows, cells, texts) to read',
  depth: 'elements within elements',
  cells: 'cells',
  columns: 'cells in one row',
  rows: 'rows, with the empty ones',
  ragged: 'rows with another number of cells than the first',
  sheets: 'sheets',
  formats: 'number formats',
};

/** Counts what is read of one register; each count throws a ProblemError at its bound. */
export class RegisterMeter {
  readonly #file: string;
  readonly #bounds: RegisterBounds;
  #elements = 0;
  #depth = 0;
  #cells = 0;
  #rows = 0;

  constructor(file: string, bounds: RegisterBounds = REGISTER_BOUNDS) {
    this.#file = file;
    this.#bounds = bounds;
  }

  /** Throws where a count is beyond its bound. */
  count(name: keyof RegisterBounds, count: number): void {
    const most = this.#bounds[name];
    if (count <= most) return;
    throw fileFault(
      this.#file,
      `the table has more than ${most.toLocaleString('en-US')} ${NAMES[name]}`,
      'Copy the rows that are meant into a new sheet, save it as CSV, and import that.',
    );
  }

  /** A text that is read from its first element on. */
  begin(): void {
    this.#depth = 0;
  }

  open(): void {
    this.count('elements', ++this.#elements);
    this.count('depth', ++this.#depth);
  }

  close(): void {
    this.#depth -= 1;
  }

  /** A row of so many cells; `times` rows where it is repeated. */
  row(cells: number, times = 1): void {
    this.#rows += times;
    this.#cells += cells * times;
    this.count('columns', cells);
    this.count('rows', this.#rows);
    this.count('cells', this.#cells);
  }
}
