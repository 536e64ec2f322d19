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

/** The words of one place of a reading that were fetched, with where they stand. */
interface Place {
  readonly words: readonly {
    readonly weight: number;
    readonly postings: Postings;
    readonly positions: Positions | null;
  }[];
  /** How many places behind the beginning of the reading. */
  readonly offset: number;
  /** Whether a page may have a word there that was not fetched. */
  readonly open: boolean;
}

/** What may be fetched, in bytes before compression. */
export interface Allowance {
  bytes: number;
}

/** Weight of a place at which there stands a word that was not looked at. */
const UNSEEN = 0.5;

const bytesOf = (words: readonly Word[]): number =>
  words.reduce((sum, { key }) => sum + key.pagesBytes + key.positionsBytes, 0);

/** Tells whether the allowance covers some lists, and takes them off it if so. */
const spend = (allowance: Allowance, bytes: number): boolean => {
  if (bytes > allowance.bytes) return false;
  allowance.bytes -= bytes;
  return true;
};

const placeOf = async (
  words: readonly Word[],
  open: boolean,
  offset: number,
  alone: boolean,
  allowance: Allowance,
): Promise<Place> => {
  const affordable = words.filter(({ key }) => spend(allowance, key.pagesBytes));
  return {
    words: await Promise.all(
      affordable.map(async ({ key, weight }) => ({
        weight,
        postings: await key.postings(),
        positions: !alone && spend(allowance, key.positionsBytes) ? await key.positions() : null,
      })),
    ),
    offset,
    open: open || affordable.length < words.length,
  };
};

/** Where the words of a place stand in a page: weights by position; and whether one stands there, nobody knows where. */
const positionsIn = ({ words }: Place, page: number) => {
  const at = new Map<number, number>();
  let somewhere = false;
  for (const { weight, postings, positions } of words) {
    const index = indexOfPage(postings.pages, page);
    if (index < 0) continue;
    if (!positions) {
      somewhere = true;
      continue;
    }
    const end = positions.offsets[index + 1] as number;
    for (let nth = positions.offsets[index] as number; nth < end; nth++) {
      const position = positions.values[nth] as number;
      at.set(position, Math.max(weight, at.get(position) ?? 0));
    }
  }
  return { at, somewhere };
};

/** How often the places stand in a row in a page, by weight: where each was seen, and where some were not looked at. */
const inRow = (row: readonly Place[], page: number): { seen: number; unseen: number } => {
  let starts = new Map<number, { weight: number; seen: boolean }>();
  for (const [nth, place] of row.entries()) {
    const { at, somewhere } = positionsIn(place, page);
    const next: typeof starts = new Map();
    if (nth === 0) {
      for (const [position, weight] of at)
        next.set(position - place.offset, { weight, seen: true });
    }
    for (const [start, before] of starts) {
      const weight = at.get(start + place.offset);
      if (weight !== undefined)
        next.set(start, { weight: Math.min(before.weight, weight), seen: before.seen });
      else if (somewhere || place.open)
        next.set(start, { weight: Math.min(before.weight, UNSEEN), seen: false });
    }
    starts = next;
  }
  let [seen, unseen] = [0, 0];
  for (const { weight, seen: whole } of starts.values()) {
    if (whole) seen += weight;
    else unseen += weight;
  }
  return { seen, unseen };
};

const pagesOf = ({ words }: Place): number =>
  words.reduce((sum, { postings }) => sum + postings.pages.length, 0);

const collect = (
  places: readonly Place[],
  pages: Map<number, number>,
  likely: Map<number, number>,
): void => {
  // A row is begun at the place that fewest pages have, among those that were looked at.
  const sure = places.filter(
    ({ open, words }) =>
      !open &&
      words.length > 0 &&
      (places.length === 1 || words.every(({ positions }) => positions)),
  );
  const ordered = [...sure].sort((a, b) => pagesOf(a) - pagesOf(b));
  const [rarest] = ordered;
  if (!rarest) return;
  const row = [...ordered, ...places.filter((place) => !sure.includes(place))];
  const add = (into: Map<number, number>, page: number, count: number) =>
    into.set(page, Math.max(count, into.get(page) ?? 0));
  for (const { postings, weight } of rarest.words) {
    postings.pages.forEach((page, index) => {
      if (row.length === 1) {
        add(pages, page, weight * (postings.counts[index] as number));
        return;
      }
      const { seen, unseen } = inRow(row, page);
      if (seen > 0) add(pages, page, seen);
      if (unseen > 0) add(likely, page, unseen);
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
  const likely = new Map<number, number>();
  for (const { parts } of readings) {
    const keys = await reader.lookUp(parts.flatMap(({ words }) => words.map(({ key }) => key)));
    const found = parts.map(({ words, open }, offset) => ({
      open,
      offset,
      words: words.flatMap(({ key, weight }): Word[] => {
        const indexed = keys.get(key);
        return indexed ? [{ key: indexed, weight }] : [];
      }),
    }));
    if (found.some(({ words, open }) => words.length === 0 && !open)) continue;
    const places: Place[] = [];
    // Rare words are cheap, and tell most.
    for (const { words, open, offset } of found.sort((a, b) => bytesOf(a.words) - bytesOf(b.words)))
      places.push(await placeOf(words, open, offset, found.length === 1, allowance));
    collect(places, pages, likely);
  }
  return pages.size > 0 ? pages : likely;
};
