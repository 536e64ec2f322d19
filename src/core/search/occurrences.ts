import {
  type Alignment,
  type Allowance,
  type Found,
  type FoundPart,
  lookFor,
  spend,
  type Word,
  withSpaces,
} from './alignments.ts';
import type { IndexReader } from './index-reader.ts';
import type { Segmentation } from './segmentations.ts';

/** The pages in which a phrase of the query is, letter for letter but for tone marks, and how well: up to 1. */
export type Occurrences = ReadonlyMap<number, number>;

/** Pages from which on it matters how well each of them agrees: as many as people look at. */
const AMBIGUOUS = 10;
/** How soon it counts no more how often a phrase is in a page. */
const SATURATION = 0.3;

/** How well a page has something that is there as often as the weights add up to, the best of them being `best`. */
export const saturated = (best: number, sum: number): number =>
  best === 0 ? 0 : (best * sum) / (sum + SATURATION * best);

/** How well each page has some alignments. */
const pagesOfRows = (alignments: readonly Alignment[]): Map<number, number> => {
  const sums = new Map<number, { best: number; sum: number }>();
  for (const { page, weight } of alignments) {
    const { best, sum } = sums.get(page) ?? { best: 0, sum: 0 };
    sums.set(page, { best: Math.max(best, weight), sum: sum + weight });
  }
  return new Map([...sums].map(([page, { best, sum }]) => [page, saturated(best, sum)]));
};

/** The alignments of a segmentation that is one whole word: its positions add nothing to its pages. */
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

/** The segmentations of a phrase as they were found; those of one word by the pages that have it. */
interface FoundReadings {
  readonly whole: readonly ReadonlyMap<number, number>[];
  readonly alignments: readonly Found[];
}

const lookForAll = async (
  reader: IndexReader,
  segmentations: readonly Segmentation[],
  allowance: Allowance,
): Promise<FoundReadings> => {
  const whole: Map<number, number>[] = [];
  const alignments: Found[] = [];
  for (const { parts } of segmentations) {
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
    else alignments.push(await lookFor(found, allowance));
  }
  return { whole, alignments };
};

const seenOf = ({ places, alignments }: Found): Found => ({
  places,
  alignments: alignments.filter(({ seen }) => seen),
});

const bestOf = (all: readonly ReadonlyMap<number, number>[]): Map<number, number> => {
  const best = new Map<number, number>();
  for (const pages of all)
    for (const [page, value] of pages) best.set(page, Math.max(value, best.get(page) ?? 0));
  return best;
};

/**
 * Looks for a phrase of the query in all of its segmentations, the likeliest first, as far as the allowance goes. Where more
 * pages have it than people look at, those have it better in which its words touch, and are apart, as typed.
 */
export const occurrencesOf = async (
  reader: IndexReader,
  segmentations: readonly Segmentation[],
  allowance: Allowance,
): Promise<Occurrences> => {
  const { whole, alignments } = await lookForAll(reader, segmentations, allowance);
  const seen = alignments.map(seenOf);
  const pages = bestOf([...whole, ...seen.map((found) => pagesOfRows(found.alignments))]);
  if (pages.size === 0) return bestOf(alignments.map((found) => pagesOfRows(found.alignments)));
  if (pages.size <= AMBIGUOUS) return pages;
  const marked: Map<number, number>[] = [];
  for (const found of seen) marked.push(pagesOfRows(await withSpaces(found, allowance)));
  return bestOf([...whole, ...marked]);
};

/** The pages that have some of the segmentations, whatever spaces there are in it. Fetches all that it takes. */
export const pagesWith = async (
  reader: IndexReader,
  segmentations: readonly Segmentation[],
): Promise<ReadonlySet<number>> => {
  const { whole, alignments } = await lookForAll(reader, segmentations, {
    bytes: Number.POSITIVE_INFINITY,
  });
  return new Set([
    ...whole.flatMap((pages) => [...pages.keys()]),
    ...alignments.flatMap((found) => seenOf(found).alignments.map(({ page }) => page)),
  ]);
};
