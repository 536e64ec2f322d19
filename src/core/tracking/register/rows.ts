import { toArabicDigits } from '#core/letter/digits.ts';
import { isSecretTitle } from '#core/letter/secrecy.ts';
import { isStoredDate } from './cell-text.ts';
import type { DateReading } from './date-cell.ts';
import { type DateOrder, NO_ORDER, noteOrder } from './date-order.ts';
import { type RegisterEntry, readEntry, secrecyOfRow } from './entry.ts';
import {
  type Headings,
  isHeadingRow,
  joinHeadingRows,
  kindOfTitle,
  mayBeHeadingRow,
  type RegisterKind,
  readHeadings,
} from './headings.ts';
import { dayOfPage, yearOfTitle } from './page-day.ts';
import type { RegisterRow } from './row.ts';
import { isTotalRow } from './total-row.ts';

/** Title rows that a register may have above its headings. */
const TITLES = 50;

/** Rows of numbers of pages and the like, which end no part of a register. */
const PAGE_TURN = /^\s*[(-]*\s*(?:หน้า|แผ่น|ต่อ|มีต่อ)|^[^\p{L}]*$/u;

/**
 * Whether rows are under a title of secret letters. It holds until the next title, also over days within it; a title within
 * the letters of a day ends with the day.
 */
const secretPart = () => {
  let isSecret = false;
  let entries = 0;
  let hasDays = false;
  return {
    isSecret: (): boolean => isSecret,
    title: (text: string, secret: boolean): void => {
      if (!secret && PAGE_TURN.test(text)) return;
      isSecret = secret;
      entries = 0;
      hasDays = false;
    },
    day: (): void => {
      if (entries === 0) hasDays = true;
      if (!hasDays) isSecret = false;
    },
    entry: (): void => {
      entries++;
    },
  };
};

/** What all rows of a sheet say together, which one of them alone does not. */
export interface SheetSurvey {
  /** The order of day and month, by column. */
  readonly orders: ReadonlyMap<number, DateOrder>;
  /** Lines of entries that the row below marks as secret. */
  readonly secretLines: ReadonlySet<number>;
}

/** Reads a sheet row by row, from the first. */
export interface RegisterReader {
  /** The entry in the next row; null for titles, headings, days of pages, totals and empty rows, and in a first reading. */
  readonly read: (row: RegisterRow) => RegisterEntry | null;
  /** The headings under which rows are read now; null before any. */
  readonly headings: () => Headings | null;
  /** The cells of the first row of headings. */
  readonly heading: () => readonly string[];
  /** No headings came, and it is too late for them. */
  readonly isLost: () => boolean;
  /** What was seen so far of the sheet as a whole. */
  readonly survey: () => SheetSurvey;
}

const DIGIT = /[0-9๐-๙]/;

/** Whether a row may be headings again, at the top of another page: no entry is without any digit in its number. */
const mayBeHeading = (cells: readonly string[], headings: Headings | null): boolean =>
  headings === null || !DIGIT.test(cells[headings.places.get('letter-number') as number] ?? '');

/** The row of column numbers that forms have under their headings: (1), (2), (3). */
const isNumbering = (cells: readonly string[]): boolean => {
  const first = cells.find((cell) => cell !== '') ?? '';
  if (first.length > 8 || !/[1๑\s]/.test(first)) return false;
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const numbers = filled.map((cell) => Number(toArabicDigits(cell).replace(/[()]/g, '')));
  return filled.length > 2 && numbers.every((one, at) => one === at + 1);
};

const filledIn = (cells: readonly string[]): number[] => {
  const filled: number[] = [];
  for (let at = 0; at < cells.length; at++) if (/\S/.test(cells[at] as string)) filled.push(at);
  return filled;
};

/**
 * Makes a reader of one sheet. `name` is that of the sheet, which may say what the register is; `around` are texts beside its
 * cells that may mark all of it as secret. A sheet is read twice, as one row may tell how another one is meant: the first
 * reading, without `survey`, only surveys it and gives no entries.
 */
export const registerReader = (
  name: string | null,
  survey?: SheetSurvey,
  around: readonly string[] = [],
): RegisterReader => {
  let headings: Headings | null = null;
  let heading: readonly string[] = [];
  let above: readonly string[] = [];
  let upper = '';
  let page: DateReading | null = null;
  let titles = 0;
  let titled: RegisterKind | null = name === null ? null : kindOfTitle(name);
  let year: number | null = null;
  let isSecretPage = [name ?? '', ...around].some(isSecretTitle);
  /** What was known before the row above, which may turn out to be headings rather than a title. */
  let wasSecretPage = isSecretPage;
  const part = secretPart();
  let lastEntry: number | null = null;
  let isLastSecret = false;
  const orders = new Map<number, DateOrder>();
  const secretLines = new Set<number>();

  const headingsOf = (cells: readonly string[]): Headings | null => {
    if (headings !== null && above === headings.row && isHeadingRow(cells)) {
      const joined = readHeadings(joinHeadingRows(above, cells), titled);
      if (joined && joined.places.size >= headings.places.size) return joined;
    }
    if (!mayBeHeading(cells, headings)) return null;
    const alone = readHeadings(cells, titled);
    const mayBeTwo = [above, cells].every(
      (row) => filledIn(row).length > 1 && mayBeHeadingRow(row),
    );
    if (!mayBeTwo) return alone;
    const joined = readHeadings(joinHeadingRows(above, cells), titled);
    if (!joined || joined.places.size <= (alone?.places.size ?? 0)) return alone;
    upper = above.join('\n');
    if (headings === null) isSecretPage = wasSecretPage;
    return joined;
  };
  const noteTitle = (cells: readonly string[]): void => {
    const title = cells.filter((cell) => cell.trim() !== '').join(' ');
    titled = kindOfTitle(title) ?? titled;
    year = yearOfTitle(title) ?? year;
    days.clear();
    wasSecretPage = isSecretPage;
    if (headings === null && isSecretTitle(title)) isSecretPage = true;
  };
  const noteOrders = ({ cells, types }: RegisterRow, { places }: Headings): void => {
    for (const field of ['letter-date', 'entry-date'] as const) {
      const at = places.get(field);
      const cell = at === undefined ? '' : (cells[at] ?? '');
      if (at === undefined || cell === '') continue;
      orders.set(at, noteOrder(orders.get(at) ?? NO_ORDER, cell, isStoredDate(types?.[at])));
    }
  };
  /** A row with a single text: the rest of the entry above it, or a title of those below. */
  const noteSingle = (row: RegisterRow, only: number): void => {
    const text = row.cells[only] as string;
    const isSecret = isSecretTitle(text);
    if (only === 0 || /^\s*ทะเบียน/.test(text)) part.title(text, isSecret);
    else if (isSecret && lastEntry !== null) secretLines.add(lastEntry);
  };
  const secrecyAt = (row: RegisterRow, own: RegisterEntry['secrecy']): RegisterEntry['secrecy'] => {
    if (own !== null) return own;
    const isMarkedElsewhere =
      isSecretPage || part.isSecret() || (survey?.secretLines.has(row.line) ?? false);
    return isMarkedElsewhere ? 'may-be-secret' : null;
  };

  const days = new Map<string, DateReading>();
  const readUnder = (
    row: RegisterRow,
    under: Headings,
    filled: readonly number[],
  ): RegisterEntry | null => {
    if (filled.length === 1) noteSingle(row, filled[0] as number);
    if (survey === undefined) {
      noteOrders(row, under);
      if (filled.length > 2) {
        lastEntry = row.line;
        part.entry();
        return null;
      }
    }
    const entry = readEntry(row, {
      headings: under,
      page,
      year,
      orders: survey?.orders ?? orders,
      days,
    });
    if (entry === null) return null;
    const isWhole = entry.letterNumber !== null || entry.registerNumber !== null;
    const isRest = !isWhole && filled.length < 3 && lastEntry !== null;
    if (isRest && filled.length > 1 && secrecyOfRow(row, under) !== null) {
      // The rest of a long entry, under it: what it is marked with holds for all of the entry.
      secretLines.add(lastEntry as number);
    }
    if (!isRest) lastEntry = row.line;
    const own = secrecyAt(row, entry.secrecy);
    // And what the entry is marked with holds for its rest.
    const secrecy = own ?? (isRest && isLastSecret ? 'may-be-secret' : null);
    isLastSecret = secrecy !== null;
    if (filled.length > 1) part.entry();
    return survey === undefined ? null : { ...entry, secrecy };
  };

  return {
    read: (row) => {
      const { cells } = row;
      const found = headingsOf(cells);
      const isFirst = headings === null;
      if (found) {
        if (isFirst || above === headings?.row) heading = found.row;
        days.clear();
        headings = found;
        above = found.row;
        return null;
      }
      const filled = filledIn(cells);
      if (filled.length > 0) above = cells;
      // Forms repeat both rows of headings at the top of each page, and some number the columns.
      if (headings !== null && ((upper !== '' && cells.join('\n') === upper) || isNumbering(cells)))
        return null;
      if (headings !== null && isTotalRow(cells)) return null;
      // A survey does not ask under which day a whole entry is.
      const isEntry = survey === undefined && headings !== null && filled.length > 2;
      const day = isEntry ? null : dayOfPage(cells, year);
      page = day ?? page;
      if (headings === null) {
        titles++;
        noteTitle(cells);
        return null;
      }
      if (day !== null) {
        part.day();
        return null;
      }
      return readUnder(row, headings, filled);
    },
    headings: () => headings,
    heading: () => heading,
    isLost: () => headings === null && titles > TITLES,
    survey: () => ({ orders, secretLines }),
  };
};
