import { AlignmentList } from './alignment-list.ts';
import {
  type Allowance,
  type Found,
  type FoundPart,
  lookFor,
  spend,
  type Word,
  withSpaces,
} from './alignments.ts';
import type { IndexReader } from './index-reader.ts';
import { PageValues } from './page-values.ts';
import type { Segmentation } from './segmentations.ts';

/** The pages in which a phrase of the query is, letter for letter but for tone marks, and how well: up to 1. */
export type Occurrences = Pick<PageValues, 'size' | 'has' | 'get'>;

/** Pages from which on it matters how well each of them agrees: as many as people look at. */
const AMBIGUOUS = 10;
/** How soon it counts no more how often a phrase is in a page. */
const SATURATION = 0.3;

/** How well a page has something that is there as often as the weights add up to, the best of them being `best`. */
export const saturated = (best: number, sum: number): number =>
  best === 0 ? 0 : (best * sum) / (sum + SATURATION * best);

/** How well each page has some alignments. */
const pagesOfRows = (alignments: AlignmentList, pageCount: number): PageValues => {
  const pages = new PageValues(pageCount);
  for (let nth = 0; nth < alignments.length; ) {
    const page = alignments.page(nth);
    let [best, sum] = [0, 0];
    for (; nth < alignments.length && alignments.page(nth) === page; nth++) {
      best = Math.max(best, alignments.weight(nth));
      sum += alignments.weight(nth);
    }
    pages.raise(page, saturated(best, sum));
  }
  return pages;
};

/** The alignments of a segmentation that is one whole word: its positions add nothing to its pages. */
const pagesOfWord = async (
  words: readonly Word[],
  allowance: Allowance,
  pageCount: number,
): Promise<PageValues> => {
  const pages = new PageValues(pageCount);
  for (const { key, weight } of words) {
    if (!spend(allowance, key.pagesBytes)) continue;
    const { pages: having, counts } = await key.postings();
    for (let index = 0; index < having.length; index++)
      pages.raise(having[index] as number, saturated(weight, weight * (counts[index] as number)));
  }
  return pages;
};

/** The segmentations of a phrase as they were found; those of one word by the pages that have it. */
interface FoundReadings {
  readonly whole: readonly PageValues[];
  readonly alignments: readonly Found[];
}

const lookForAll = async (
  reader: IndexReader,
  segmentations: readonly Segmentation[],
  allowance: Allowance,
): Promise<FoundReadings> => {
  const whole: PageValues[] = [];
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
    if (others.length === 0)
      whole.push(await pagesOfWord(first.words, allowance, reader.directory.pageCount));
    else alignments.push(await lookFor(found, allowance));
  }
  return { whole, alignments };
};

const seenOf = ({ places, alignments }: Found): Found => {
  const seen = new AlignmentList();
  for (let nth = 0; nth < alignments.length; nth++)
    if (alignments.isSeen(nth))
      seen.add(alignments.page(nth), alignments.start(nth), alignments.weight(nth), true);
  return { places, alignments: seen };
};

const bestOf = (all: readonly PageValues[], pageCount: number): PageValues => {
  const best = new PageValues(pageCount);
  for (const pages of all) best.raiseAll(pages);
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
): Promise<PageValues> => {
  const { pageCount } = reader.directory;
  const { whole, alignments } = await lookForAll(reader, segmentations, allowance);
  const inRows = (found: AlignmentList) => pagesOfRows(found, pageCount);
  const seen = alignments.map(seenOf);
  const pages = bestOf([...whole, ...seen.map((found) => inRows(found.alignments))], pageCount);
  if (pages.size === 0)
    return bestOf(
      alignments.map((found) => inRows(found.alignments)),
      pageCount,
    );
  if (pages.size <= AMBIGUOUS) return pages;
  const marked: PageValues[] = [];
  for (const found of seen) marked.push(inRows(await withSpaces(found, allowance)));
  return bestOf([...whole, ...marked], pageCount);
};

/** The pages that have some of the segmentations, whatever spaces there are in it. Fetches all that it takes. */
export const pagesWith = async (
  reader: IndexReader,
  segmentations: readonly Segmentation[],
): Promise<Occurrences> => {
  const { pageCount } = reader.directory;
  const { whole, alignments } = await lookForAll(reader, segmentations, {
    bytes: Number.POSITIVE_INFINITY,
  });
  const rows = alignments.map((found) => pagesOfRows(seenOf(found).alignments, pageCount));
  return bestOf([...whole, ...rows], pageCount);
};
