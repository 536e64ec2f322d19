import type { IndexedKey, IndexReader } from './index-reader.ts';
import type { Positions, Postings } from './postings.ts';
import { indexOfPage } from './rank.ts';
import type { Reading } from './readings.ts';

/** The pages in which a stretch of the query stands, letter for letter but for tone marks, and how much of it. */
export type Occurrences = ReadonlyMap<number, number>;

interface Word {
  readonly key: IndexedKey;
  readonly weight: number;
}
/** The words of one place of a reading; without positions where fetching them would cost too much. */
interface Place {
  readonly words: readonly {
    readonly weight: number;
    readonly postings: Postings;
    readonly positions: Positions | null;
  }[];
  readonly pages: number;
}

/** What may be fetched, in bytes before compression. */
export interface Allowance {
  bytes: number;
}

/** Tells whether the allowance covers some lists, and takes them off it if so. */
const spend = (allowance: Allowance, bytes: number): boolean => {
  if (bytes > allowance.bytes) return false;
  allowance.bytes -= bytes;
  return true;
};

const placeOf = async (
  words: readonly Word[],
  alone: boolean,
  allowance: Allowance,
): Promise<Place | null> => {
  const affordable = words.filter(({ key }) => spend(allowance, key.pagesBytes));
  if (affordable.length === 0) return null;
  const loaded = await Promise.all(
    affordable.map(async ({ key, weight }) => ({
      weight,
      postings: await key.postings(),
      positions: !alone && spend(allowance, key.positionsBytes) ? await key.positions() : null,
    })),
  );
  return {
    words: loaded,
    pages: loaded.reduce((sum, { postings }) => sum + postings.pages.length, 0),
  };
};

/** Where the words of a place stand in a page: weights by position; null where positions were not fetched. */
const positionsIn = ({ words }: Place, page: number): Map<number, number> | 'somewhere' | null => {
  let found: Map<number, number> | null = null;
  for (const { weight, postings, positions } of words) {
    const index = indexOfPage(postings.pages, page);
    if (index < 0) continue;
    if (!positions) return 'somewhere';
    found ??= new Map();
    const end = positions.offsets[index + 1] as number;
    for (let at = positions.offsets[index] as number; at < end; at++) {
      const position = positions.values[at] as number;
      found.set(position, Math.max(weight, found.get(position) ?? 0));
    }
  }
  return found;
};

const inRow = (places: readonly Place[], page: number): number => {
  let starts: Map<number, number> | null = null;
  for (const [offset, place] of places.entries()) {
    const here = positionsIn(place, page);
    if (here === null) return 0;
    if (here === 'somewhere') continue;
    const next = new Map<number, number>();
    for (const [position, weight] of here) {
      const start = position - offset;
      const before = starts === null ? 1 : starts.get(start);
      if (before !== undefined) next.set(start, Math.min(before, weight));
    }
    if (next.size === 0) return 0;
    starts = next;
  }
  return starts ? [...starts.values()].reduce((sum, weight) => sum + weight, 0) : 0;
};

const collect = (places: readonly Place[], into: Map<number, number>): void => {
  const [rarest] = [...places].sort((a, b) => a.pages - b.pages);
  const add = (page: number, count: number) => into.set(page, Math.max(count, into.get(page) ?? 0));
  for (const { postings, weight } of (rarest as Place).words) {
    postings.pages.forEach((page, index) => {
      const count =
        places.length === 1 ? weight * (postings.counts[index] as number) : inRow(places, page);
      if (count > 0) add(page, count);
    });
  }
};

/** Looks for a stretch of the query in all of its readings, the likeliest first, as far as the allowance goes. */
export const occurrencesOf = async (
  reader: IndexReader,
  readings: readonly Reading[],
  allowance: Allowance,
): Promise<Occurrences> => {
  const pages = new Map<number, number>();
  for (const { parts } of readings) {
    const keys = await reader.lookUp(parts.flatMap((part) => part.map(({ key }) => key)));
    const words = parts.map((part) =>
      part.flatMap(({ key, weight }): Word[] => {
        const found = keys.get(key);
        return found ? [{ key: found, weight }] : [];
      }),
    );
    if (words.some((part) => part.length === 0)) continue;
    const places: (Place | null)[] = [];
    for (const part of words) places.push(await placeOf(part, words.length === 1, allowance));
    const afforded = places.filter((place) => place !== null);
    if (afforded.length === places.length) collect(afforded, pages);
  }
  return pages;
};
