import type { IsoDate } from '#core/letter/date.ts';
import { dayOfPage, type RegisterEntry, readEntry } from './entry.ts';
import { type Headings, readHeadings } from './headings.ts';

/** Title rows that a register may have above its headings. */
const TITLES = 50;

/** Reads a register row by row, from the first. */
export interface RegisterReader {
  /** The entry in the next row; null for titles, headings, days of pages and empty rows. */
  readonly read: (cells: readonly string[]) => RegisterEntry | null;
  /** The headings under which rows are read now; null before any. */
  readonly headings: () => Headings | null;
  /** The cells of the first row of headings. */
  readonly heading: () => readonly string[];
  /** No headings came, and it is too late for them. */
  readonly isLost: () => boolean;
}

const DIGIT = /[0-9๐-๙]/;

/** Whether a row may be headings again, at the top of another page: no entry is without any digit in its number. */
const mayBeHeading = (cells: readonly string[], headings: Headings | null): boolean =>
  headings === null || !DIGIT.test(cells[headings.places.get('letter-number') as number] ?? '');

/** Makes a reader of one register; `known` is the kind, where the caller knows it. */
export const registerReader = (known: Headings['kind'] | null): RegisterReader => {
  let headings: Headings | null = null;
  let heading: readonly string[] = [];
  let page: IsoDate | null = null;
  let titles = 0;
  return {
    read: (cells) => {
      const found = mayBeHeading(cells, headings) ? readHeadings(cells, known) : null;
      if (found) {
        if (headings === null) heading = cells;
        headings = found;
        return null;
      }
      const day = dayOfPage(cells);
      page = day ?? page;
      if (headings === null) titles++;
      return headings === null || day !== null ? null : readEntry(cells, headings, page);
    },
    headings: () => headings,
    heading: () => heading,
    isLost: () => headings === null && titles > TITLES,
  };
};
