import type { IsoDate } from '#core/letter/date.ts';
import type { Problem } from '#core/problem.ts';
import type { Satang } from './amount.ts';
import type { FinanceCube } from './finance.ts';
import type { Transfer } from './transfer.ts';

/** What is in the column `source` of made-up figures. */
export const SAMPLE_SOURCE = 'sample';

/** The words shown wherever made-up figures are seen. */
export const SAMPLE_TEXT = 'ข้อมูลตัวอย่าง';

/** The source of a figure as people read it. */
export const sourceText = (source: string): string =>
  source === SAMPLE_SOURCE ? SAMPLE_TEXT : source;

/** A stated total that is not the sum of its parts. Both are shown; neither is taken to be wrong. */
export interface TotalDoubt {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What the total is of, as the file says it: `ครั้งที่ 3 p50`, `a110050 2025-10 revenue`. */
  readonly subject: string;
  readonly stated: Satang;
  readonly summed: Satang;
}

/** People registered in the area of an authority on a day. */
export interface Population {
  readonly office: string;
  readonly people: number;
  readonly asOf: IsoDate;
  readonly source: string;
}

/** Everything that content/grants and content/finance hold. */
export interface Figures {
  /** In order of files and lines. */
  readonly transfers: readonly Transfer[];
  readonly finance: FinanceCube;
  /** By id of the office; an office that has none is not in it. */
  readonly populations: ReadonlyMap<string, Population>;
  readonly doubts: readonly TotalDoubt[];
  readonly problems: readonly Problem[];
  /** The files of transfers and of finance whose rows were read, and every different text of these rows besides amounts. */
  readonly rows: { readonly files: readonly string[]; readonly texts: readonly string[] };
  /** Of all of it. */
  readonly digest: string;
  /** Whether any of the transfers, of the finance rows, of the populations is made up. */
  readonly sample: {
    readonly grants: boolean;
    readonly finance: boolean;
    readonly populations: boolean;
  };
}
