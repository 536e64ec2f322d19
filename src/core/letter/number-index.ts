import type { Circular, CoveringLetter } from './circular.ts';
import type { IsoDate } from './date.ts';
import { type Fact, possibleValues } from './fact.ts';
import { findLetterNumbers, formatLetterNumber } from './number.ts';

/** A page to which a letter number may lead. */
export interface LetterTarget {
  /** Path of the page with slashes at its ends: `/circulars/2567/dla-0808-4-w2007-0917/`. */
  readonly href: string;
  /** Every date that the letter may bear, each as precise as it is known; none where nothing is known. */
  readonly dates: readonly IsoDate[];
}

/** Canonical letter number → the pages of letters that have it. Numbers restart every year, so there may be several. */
export type LetterIndex = ReadonlyMap<string, readonly LetterTarget[]>;

/** A letter that the portal has a page for, by the number and date on its face. */
export interface NumberedLetter {
  readonly href: string;
  readonly number: Fact<string>;
  readonly date: Fact<IsoDate>;
}

/** The letters that a circular's page mentions: its own, and those under which it was passed on. */
export const lettersOfCircular = (
  href: string,
  circular: Pick<Circular, 'letter'>,
  coveringLetters: readonly Pick<CoveringLetter, 'number' | 'date'>[],
): NumberedLetter[] =>
  [circular.letter, ...coveringLetters].map(({ number, date }) => ({ href, number, date }));

/**
 * Collects the letters by number. A doubtful number stands under each of its readings: the page it leads to
 * shows the doubt.
 */
export const indexLetters = (letters: Iterable<NumberedLetter>): LetterIndex => {
  const index = new Map<string, LetterTarget[]>();
  for (const { href, number, date } of letters) {
    const dates = possibleValues(date);
    for (const value of possibleValues(number)) {
      const targets = index.get(value);
      if (targets) targets.push({ href, dates });
      else index.set(value, [{ href, dates }]);
    }
  }
  return index;
};

// ISO dates of less precision are prefixes of the days that they span.
const agree = (a: IsoDate, b: IsoDate): boolean => a.startsWith(b) || b.startsWith(a);

/**
 * The one page to which a number leads, or null: unknown, or several letters have it and `date` (as precise as the
 * text states it, null where it states none) does not decide. A date that no letter of that number can bear leads
 * nowhere: it is another year's letter.
 */
export const findLetterPage = (
  index: LetterIndex,
  number: string,
  date: IsoDate | null,
): string | null => {
  const fitting = (index.get(number) ?? []).filter(
    ({ dates }) => date === null || dates.length === 0 || dates.some((one) => agree(one, date)),
  );
  const pages = new Set(fitting.map(({ href }) => href));
  return pages.size === 1 ? ([...pages][0] as string) : null;
};

/** The letters that a text may name, with the pages of each: what has to be known again before its links are. */
export const lettersInText = (
  text: string,
  index: LetterIndex,
): readonly (readonly [string, readonly LetterTarget[]])[] =>
  findLetterNumbers(text).map(({ number }) => {
    const canonical = formatLetterNumber(number);
    return [canonical, index.get(canonical) ?? []];
  });
