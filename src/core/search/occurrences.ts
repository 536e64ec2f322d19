import type { IndexReader } from './index-reader.ts';
import type { Reading } from './readings.ts';
import {
  type Allowance,
  type Found,
  type FoundPart,
  lookFor,
  type Row,
  spend,
  type Word,
  withSpaces,
} from './rows.ts';

/** The pages in which a stretch of the query stands, letter for letter but for tone marks, and how well: up to 1. */
export type Occurrences = ReadonlyMap<number, number>;

/** Pages from which on it matters how well each of them agrees: as many as people look at. */
const AMBIGUOUS = 10;
/** How soon it counts no more how often a stretch stands in a page. */
const SATURATION = 0.3;

/** How well a page has something that stands there as often as the weights add up to, the best of them being `best`. */
export const saturated = (best: number, sum: number): number =>
  best === 0 ? 0 : (best * sum) / (sum + SATURATION * best);

/** How well each page has some rows. */
const pagesOfRows = (rows: readonly Row[]): Map<number, number> => {
  const sums = new Map<number, { best: number; sum: number }>();
  for (const { page, weight } of rows) {
    const { best, sum } = sums.get(page) ?? { best: 0, sum: 0 };
    sums.set(page, { best: Math.max(best, weight), sum: sum + weight });
  }
  return new Map([...sums].map(([page, { best, sum }]) => [page, saturated(best, sum)]));
};

/** The rows of a reading that is one whole word: its positions tell nothing more than its pages do. */
const pagesOfWord = async (
  words: readonly Word[],
  allowance: Allowance,
): Promise<Map<number, number>> => {
  const pages = new Map<number, number>();
  for (const { key, weight } of words) {
    if (!spend(allowance, key.pagesBytes)) continue;
    const { pages: having, counts } = await key.postings();
    having.forEach((page, index) => {
      const value = saturated(weight, weight * (counts[index] as number));
      pages.set(page, Math.max(value, pages.get(page) ?? 0));
    });
  }
  return pages;
};

/** The readings of a stretch as they were found; those of one word by the pages that have it. */
interface FoundReadings {
  readonly whole: readonly ReadonlyMap<number, number>[];
  readonly rows: readonly Found[];
}

const lookForAll = async (
  reader: IndexReader,
  readings: readonly Reading[],
  allowance: Allowance,
): Promise<FoundReadings> => {
  const whole: Map<number, number>[] = [];
  const rows: Found[] = [];
  for (const { parts } of readings) {
    const keys = await reader.lookUp(parts.flatMap(({ words }) => words.map(({ key }) => key)));
    const found = parts.map(
      (part, offset): FoundPart => ({
        ...part,
        offset,
        words: part.words.flatMap(({ key, weight }): Word[] => {
          const indexed = keys.get(key);
          return indexed ? [{ key: indexed, weight }] : [];
        }),
      }),
    );
    const [first, ...others] = found;
    if (!first || found.some(({ words, open }) => words.length === 0 && !open)) continue;
    if (others.length === 0) whole.push(await pagesOfWord(first.words, allowance));
    else rows.push(await lookFor(found, allowance));
  }
  return { whole, rows };
};

const seenOf = ({ places, rows }: Found): Found => ({
  places,
  rows: rows.filter(({ seen }) => seen),
});

const bestOf = (all: readonly ReadonlyMap<number, number>[]): Map<number, number> => {
  const best = new Map<number, number>();
  for (const pages of all)
    for (const [page, value] of pages) best.set(page, Math.max(value, best.get(page) ?? 0));
  return best;
};

/**
 * Looks for a stretch of the query in all of its readings, the likeliest first, as far as the allowance goes. Where more
 * pages have it than people look at, those have it better in which its words touch, and stand apart, as typed.
 */
export const occurrencesOf = async (
  reader: IndexReader,
  readings: readonly Reading[],
  allowance: Allowance,
): Promise<Occurrences> => {
  const { whole, rows } = await lookForAll(reader, readings, allowance);
  const seen = rows.map(seenOf);
  const pages = bestOf([...whole, ...seen.map((found) => pagesOfRows(found.rows))]);
  if (pages.size === 0) return bestOf(rows.map((found) => pagesOfRows(found.rows)));
  if (pages.size <= AMBIGUOUS) return pages;
  const marked: Map<number, number>[] = [];
  for (const found of seen) marked.push(pagesOfRows(await withSpaces(found, allowance)));
  return bestOf([...whole, ...marked]);
};

/** The pages in which some of the readings stand, whatever spaces there are in it. Fetches all that it takes. */
export const pagesWith = async (
  reader: IndexReader,
  readings: readonly Reading[],
): Promise<ReadonlySet<number>> => {
  const { whole, rows } = await lookForAll(reader, readings, { bytes: Number.POSITIVE_INFINITY });
  return new Set([
    ...whole.flatMap((pages) => [...pages.keys()]),
    ...rows.flatMap((found) => seenOf(found).rows.map(({ page }) => page)),
  ]);
};
