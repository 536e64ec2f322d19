import { ByteReader, ByteWriter } from './bytes.ts';
import type { SearchDocument } from './document.ts';
import { Lexicon, type LexiconData, type Segment, stripTones } from './lexicon.ts';
import { skeleton } from './normalise.ts';
import type { NumberedTexts } from './numbered-texts.ts';
import { Trie } from './trie.ts';
import { eachRun, lettersOf, lexiconOfCounts, runCutter } from './word-counts.ts';

/**
 * The runs of Thai letters of a page: for each its number and how often it counts for the lexicon, as {@link ByteWriter}
 * writes them. That is all by which the lexicon depends on a page, and all by which the words of a page depend on the lexicon.
 */
export type PageRuns = Uint8Array;

/** The runs of a page; `numbers` gives each its number. Numbers and dates of its own do not count for the lexicon. */
export const runsOf = (
  { title, text, identities }: Pick<SearchDocument, 'title' | 'text' | 'identities'>,
  numbers: NumberedTexts,
): PageRuns => {
  const times = new Map<number, number>();
  const note = (part: string, counts: 0 | 1): void =>
    eachRun(part, (run) => {
      const number = numbers.numberOf(run);
      times.set(number, (times.get(number) ?? 0) + counts);
    });
  note(title, 1);
  note(text, 1);
  for (const identity of identities) note(identity, 0);
  const writer = new ByteWriter();
  for (const [number, counts] of times) {
    writer.number(number);
    writer.number(counts);
  }
  return writer.finish();
};

function* eachOf(runs: PageRuns): Generator<[number: number, times: number]> {
  const reader = new ByteReader(runs);
  while (!reader.atEnd) yield [reader.number(), reader.number()];
}

/** Whether a page has any of some runs. */
export const hasRun = (runs: PageRuns, some: ReadonlySet<number>): boolean => {
  for (const [number] of eachOf(runs)) if (some.has(number)) return true;
  return false;
};

/** How often each word is in all pages, kept up to date as pages come and go. */
export class WordTotals {
  readonly #runs: NumberedTexts;
  readonly #counts: Map<string, number>;
  /** How much more often each run counts than it does in the counts. */
  readonly #changes = new Map<number, number>();

  /** `counts` are those of the pages that were added before, by {@link settle}. */
  constructor(runs: NumberedTexts, counts: Iterable<readonly [string, number]> = []) {
    this.#runs = runs;
    this.#counts = new Map(counts);
  }

  #change(runs: PageRuns, sign: 1 | -1): void {
    for (const [number, times] of eachOf(runs))
      this.#changes.set(number, (this.#changes.get(number) ?? 0) + sign * times);
  }

  add(runs: PageRuns): void {
    this.#change(runs, 1);
  }

  remove(runs: PageRuns): void {
    this.#change(runs, -1);
  }

  /** The counts of all words; only runs that count more or less often than before are cut into words. */
  settle(extra: readonly string[]): ReadonlyMap<string, number> {
    const cut = runCutter(extra);
    for (const [number, times] of this.#changes) {
      if (times === 0) continue;
      for (const word of cut(this.#runs.textOf(number))) {
        const count = (this.#counts.get(word) ?? 0) + times;
        if (count === 0) this.#counts.delete(word);
        else this.#counts.set(word, count);
      }
    }
    this.#changes.clear();
    return this.#counts;
  }

  /** The lexicon of all pages. */
  lexicon(extra: readonly string[]): LexiconData {
    return lexiconOfCounts(this.settle(extra), extra);
  }
}

/** What each word costs as the segmenter sees it: without tone marks, the cheapest of several. */
const costsOf = ({ words, costs }: LexiconData): Map<string, number> => {
  const cheapest = new Map<string, number>();
  words.forEach((word, index) => {
    const key = skeleton(word);
    const cost = costs[index] as number;
    cheapest.set(key, Math.min(cost, cheapest.get(key) ?? cost));
  });
  return cheapest;
};

/** Words that one of two lexicons lacks, or that cost something else in it. */
const changedWords = (a: LexiconData, b: LexiconData): Map<string, number> => {
  const [before, after] = [costsOf(a), costsOf(b)];
  const changed = new Map<string, number>();
  for (const [word, cost] of before) if (after.get(word) !== cost) changed.set(word, 1);
  for (const word of after.keys()) if (!before.has(word)) changed.set(word, 1);
  return changed;
};

const hasAny = (text: string, words: Trie): boolean => {
  for (let start = 0; start < text.length; start++) {
    let node = words.child(0, text.charCodeAt(start));
    for (let at = start + 1; node >= 0; at++) {
      if (words.cost(node) > 0) return true;
      if (at === text.length) break;
      node = words.child(node, text.charCodeAt(at));
    }
  }
  return false;
};

const isSameCut = (a: readonly Segment[], b: readonly Segment[]): boolean =>
  a.length === b.length &&
  a.every((segment, index) => {
    const other = b[index] as Segment;
    return segment.end === other.end && segment.known === other.known;
  });

/**
 * Numbers of those runs that two lexicons cut otherwise. A run that has no word of those that differ is cut alike by both;
 * the others, which are few, are cut by either.
 */
export const runsCutOtherwise = (
  before: LexiconData,
  after: LexiconData,
  runs: readonly string[],
): Set<number> => {
  const changed = changedWords(before, after);
  const found = new Set<number>();
  if (changed.size === 0) return found;
  const words = new Trie(changed);
  const [old, young] = [new Lexicon(before), new Lexicon(after)];
  runs.forEach((written, number) => {
    const run = lettersOf(written);
    if (!hasAny(stripTones(run).text, words)) return;
    if (!isSameCut(old.segment(run), young.segment(run))) found.add(number);
  });
  return found;
};
