import type { IndexedKey } from './index-reader.ts';
import type { Positions, Postings } from './postings.ts';
import type { Unit } from './unit.ts';

/** Weights of the ranking, set by measurement (see the benchmark). */
export const RANKING = {
  /** BM25: how soon more occurrences stop counting, and how much long pages are held back. */
  saturation: 1.1,
  lengthPenalty: 0.5,
  /** A title or an identity of the page counts as this many occurrences more. */
  title: 3,
  /** Share of the score that remains without full coverage of the query: of a few words all count, of a question most. */
  partialFew: 0.1,
  partialMany: 0.55,
  few: 4,
  /** Every phrase of the query, letter for letter. */
  phrase: 3,
  /** Several phrases in a row as typed, with what parts them. */
  asTyped: 1.5,
  /** How much a page that has only some of the phrases loses. */
  phraseCoverage: 2,
  /** All words in a row, as typed; and all words near each other. */
  alignment: 2,
  /** How much less a row counts where the query's words are apart. */
  spacedLoss: 0.8,
  nearness: 0.2,
  /** A title that begins with the whole query: the page of an office before those that speak of it. */
  opening: 1,
  /** A letter number or date: one that the page cites, that is in its title, or that is its own. */
  identity: [0.75, 1, 1.75],
  /** What one at the head of the text counts besides, and within how many words that fades to a third. */
  head: 0.6,
  headLength: 40,
  /** What is no longer in force keeps this share. */
  demoted: 0.5,
};

/** A unit of the query with what the index has of it. */
export interface FoundUnit {
  readonly unit: Unit;
  readonly keys: readonly {
    readonly key: IndexedKey;
    readonly weight: number;
    readonly postings: Postings;
  }[];
  readonly idf: number;
}

export interface PageStatistics {
  readonly pageCount: number;
  readonly averageLength: number;
  readonly lengths: Float64Array;
}

/**
 * A number that every browser has alike. Logarithms and powers differ in their last digits from one to the next, which
 * would now and then exchange two pages of nearly equal rank.
 */
export const settled = (value: number): number => Math.round(value * 1e6) / 1e6;

/** How selective a word is for a page that has it: next to nothing where all that are counted have it, or more. */
export const inverseFrequency = (pageCount: number, having: number): number =>
  settled(Math.log(1 + Math.max(0.5, pageCount - having + 0.5) / (having + 0.5)));

/** Scores of all pages by words alone: BM25 with the title as a weighty part, and how much of the query each has. */
export interface WordScores {
  readonly score: Float64Array;
  /** Weight of the required units that the page has, 0 to 1. */
  readonly coverage: Float64Array;
  /** Score of a page that had every unit countless times. */
  readonly highest: number;
}

/** Scores every page by the words of the query (BM25), in arrays by number of the page. */
export const scoreWords = (units: readonly FoundUnit[], statistics: PageStatistics): WordScores => {
  const { pageCount, averageLength, lengths } = statistics;
  const { saturation, lengthPenalty, title } = RANKING;
  const score = new Float64Array(pageCount);
  const coverage = new Float64Array(pageCount);
  const best = new Float64Array(pageCount);
  const having = new Float64Array(pageCount);
  let highest = 0;
  let required = 0;
  for (const { unit, keys, idf } of units) {
    const touched: number[] = [];
    for (const { weight, postings } of keys) {
      const { pages, counts, fields } = postings;
      for (let index = 0; index < pages.length; index++) {
        const page = pages[index] as number;
        const count = (counts[index] as number) + (fields[index] ? title : 0);
        const norm =
          saturation *
          (1 - lengthPenalty + (lengthPenalty * (lengths[page] as number)) / averageLength);
        const value = (weight * count * (saturation + 1)) / (count + norm);
        if (best[page] === 0) touched.push(page);
        if (value > (best[page] as number)) best[page] = value;
        if (weight > (having[page] as number)) having[page] = weight;
      }
    }
    for (const page of touched) {
      score[page] = (score[page] as number) + idf * unit.weight * (best[page] as number);
      if (unit.required)
        coverage[page] = (coverage[page] as number) + idf * (having[page] as number);
      best[page] = 0;
      having[page] = 0;
    }
    highest += idf * unit.weight * (saturation + 1);
    if (unit.required) required += idf;
  }
  if (required > 0)
    for (let page = 0; page < pageCount; page++)
      coverage[page] = (coverage[page] as number) / required;
  return { score, coverage, highest };
};

/** Index of a page in an ascending list, or -1. */
export const indexOfPage = (pages: Int32Array, page: number): number => {
  let low = 0;
  let high = pages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = pages[middle] as number;
    if (value === page) return middle;
    if (value < page) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};

/** A unit whose positions are known. */
export interface PlacedUnit {
  readonly place: number;
  readonly keys: readonly { readonly postings: Postings; readonly positions: Positions }[];
}

/** How the units are in one page: the largest share of them in a row as typed, and within a small window. */
export interface Arrangement {
  readonly inRow: number;
  readonly near: number;
  /** Whether the title of the page begins with all of them as typed. */
  readonly opensTitle: boolean;
  /** First position of any of the units. */
  readonly first: number;
}

/** Sorts `values`, and returns how often the commonest of them is there. */
const longestRun = (values: Int32Array): number => {
  values.sort();
  let longest = 1;
  for (let from = 0; from < values.length; ) {
    let end = from + 1;
    while (end < values.length && values[end] === values[from]) end++;
    longest = Math.max(longest, end - from);
    from = end;
  }
  return longest;
};

/** Where the units are in one page: a range of the positions of one key. */
interface Range {
  readonly unit: number;
  readonly values: Int32Array;
}

const rangesIn = (units: readonly PlacedUnit[], page: number): Range[] => {
  const ranges: Range[] = [];
  for (const [unit, { keys }] of units.entries()) {
    for (const { postings, positions } of keys) {
      const index = indexOfPage(postings.pages, page);
      if (index < 0) continue;
      const { offsets, values } = positions;
      ranges.push({ unit, values: values.subarray(offsets[index], offsets[index + 1]) });
    }
  }
  return ranges;
};

/**
 * Reads the arrangement of the units in a page; `total` is the number of units that the query has. In columns, as frequent words
 * are at thousands of positions of a long page.
 */
export const arrange = (units: readonly PlacedUnit[], page: number, total: number): Arrangement => {
  const ranges = rangesIn(units, page);
  const size = ranges.reduce((sum, { values }) => sum + values.length, 0);
  const rows = new Int32Array(size);
  /** Each position with its unit, so that they sort as one number. */
  const hits = new Int32Array(size);
  // The title has the first positions of a page.
  const opening = -Math.min(...units.map(({ place }) => place));
  let opened = 0;
  let first = Number.POSITIVE_INFINITY;
  let at = 0;
  for (const { unit, values } of ranges) {
    const { place } = units[unit] as PlacedUnit;
    for (const position of values) {
      rows[at] = position - place;
      hits[at] = position * units.length + unit;
      if (position - place === opening) opened++;
      if (position < first) first = position;
      at++;
    }
  }
  if (total < 2) return { inRow: 0, near: 0, opensTitle: false, first };
  return {
    inRow: (Math.min(longestRun(rows), total) - 1) / (total - 1),
    near: (densest(hits, units) - 1) / (total - 1),
    opensTitle: opened >= total,
    first,
  };
};

/** The most different units within a window a little wider than the query; sorts `hits`, as {@link arrange} makes them. */
const densest = (hits: Int32Array, units: readonly PlacedUnit[]): number => {
  if (units.length < 2) return 1;
  const places = units.map(({ place }) => place);
  const width = Math.max(...places) - Math.min(...places) + 4;
  hits.sort();
  const inside = new Int32Array(units.length);
  let different = 0;
  let most = 1;
  let from = 0;
  for (const hit of hits) {
    const unit = hit % units.length;
    const earliest = hit - unit - width * units.length;
    if (inside[unit] === 0) different++;
    inside[unit] = (inside[unit] as number) + 1;
    for (; (hits[from] as number) < earliest; from++) {
      const leaving = (hits[from] as number) % units.length;
      inside[leaving] = (inside[leaving] as number) - 1;
      if (inside[leaving] === 0) different--;
    }
    most = Math.max(most, different);
  }
  return most;
};
