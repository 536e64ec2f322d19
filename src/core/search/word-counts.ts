import type { LexiconData } from './lexicon.ts';
import { fold, tidy } from './normalise.ts';

const THAI_RUN = /[\u0E01-\u0E2E\u0E30-\u0E3A\u0E40-\u0E45\u0E47-\u0E4E]+/g;
const CONSONANTS_ONLY = /^[ก-ฮ]{2,6}$/;
const MOST_WORDS = 24_000;
const HIGHEST_COST = 255;

const addTo = (counts: Map<string, number>, key: string, times: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + times);
};

/** Any of some words, the longest where several begin at one place. */
const anyOf = (words: readonly string[]): RegExp => {
  const longestFirst = words
    .filter((word) => /^[ก-๎]+$/.test(word))
    .sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.join('|') || '(?!)', 'g');
};

/**
 * Calls back with each run of Thai letters in a folded text. อบต. and its like, consonants before a full stop, are one word,
 * which ICU cuts in pieces: such a run comes with its full stop.
 */
const eachRunOfFolded = (folded: string, call: (run: string) => void): void => {
  for (const { 0: run, index } of folded.matchAll(THAI_RUN)) {
    const isAbbreviation = CONSONANTS_ONLY.test(run) && folded[index + run.length] === '.';
    call(isAbbreviation ? `${run}.` : run);
  }
};

/** The same for a text as it stands. */
export const eachRun = (text: string, call: (run: string) => void): void =>
  eachRunOfFolded(fold(tidy(text)), call);

/** The letters of a run, without the full stop of an abbreviation. */
export const lettersOf = (run: string): string => (run.endsWith('.') ? run.slice(0, -1) : run);

/**
 * Gives the words of a run as ICU cuts it; of `extra` words those as well that ICU takes for several. This runs at build
 * time only: its outcome is shipped as the lexicon, so that no browser's own segmenter has a say in a search.
 */
export const runCutter = (extra: readonly string[]): ((run: string) => string[]) => {
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  const cut = (text: string): string[] =>
    Array.from(segmenter.segment(text), ({ segment }) => segment);
  const whole = anyOf(extra.filter((word) => cut(word).length > 1));
  return (run) => {
    if (run.endsWith('.')) return [lettersOf(run)];
    // What ICU takes for several words is as frequent as it is in the pages.
    return [...cut(run), ...(run.match(whole) ?? [])];
  };
};

/**
 * The lexicon of counted words: the most frequent, without single letters (they would make every run look known). `extra`
 * words are in it whatever their count, such as the members of the synonym list.
 */
export const lexiconOfCounts = (
  counts: ReadonlyMap<string, number>,
  extra: readonly string[],
): LexiconData => {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0) + 1;
  const kept = new Map(
    [...counts]
      .filter(([word]) => word.length > 1 && /[ก-ฮ]/.test(word))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST_WORDS),
  );
  for (const word of extra) if (!kept.has(word)) kept.set(word, 1);
  const words = [...kept.keys()].sort();
  const costs = words.map((word) =>
    Math.min(
      HIGHEST_COST,
      Math.max(1, Math.round(-10 * Math.log((kept.get(word) as number) / total))),
    ),
  );
  return { words, costs };
};

/** Counts the Thai words of the pages to be indexed. */
export class WordCounter {
  // Pages repeat much of each other, and cutting is what costs: each run is cut once.
  readonly #runs = new Map<string, number>();

  /** Counts the words of one text. */
  add(text: string): void {
    this.addFolded(fold(tidy(text)));
  }

  /** Counts the words of one text that is tidied and folded. */
  addFolded(folded: string): void {
    eachRunOfFolded(folded, (run) => addTo(this.#runs, run, 1));
  }

  /** See {@link lexiconOfCounts}. */
  lexicon(extra: readonly string[] = []): LexiconData {
    const counts = new Map<string, number>();
    const cut = runCutter(extra);
    for (const [run, times] of this.#runs) for (const word of cut(run)) addTo(counts, word, times);
    return lexiconOfCounts(counts, extra);
  }
}
