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
 * Counts the Thai words of the pages to be indexed, as ICU cuts them. This runs at build time only: its outcome is
 * shipped as the lexicon, so that no browser's own segmenter has a say in a search.
 */
export class WordCounter {
  readonly #segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  // Pages repeat much of each other, and cutting is what costs: each run is cut once.
  readonly #runs = new Map<string, number>();
  readonly #abbreviations = new Map<string, number>();

  /** Counts the words of one text. */
  add(text: string): void {
    const folded = fold(tidy(text));
    for (const match of folded.matchAll(THAI_RUN)) {
      const run = match[0];
      // อบต. and its like: consonants before a full stop are one word, which ICU cuts in pieces.
      const isWord = CONSONANTS_ONLY.test(run) && folded[match.index + run.length] === '.';
      addTo(isWord ? this.#abbreviations : this.#runs, run, 1);
    }
  }

  #words(extra: readonly string[]): Map<string, number> {
    const counts = new Map(this.#abbreviations);
    const whole = anyOf(extra.filter((word) => [...this.#segmenter.segment(word)].length > 1));
    for (const [run, times] of this.#runs) {
      for (const { segment } of this.#segmenter.segment(run)) addTo(counts, segment, times);
      // What ICU takes for several words is as frequent as it stands in the pages.
      for (const [word] of run.matchAll(whole)) addTo(counts, word, times);
    }
    return counts;
  }

  /**
   * The lexicon of what was counted: the most frequent words, without single letters (they would make every run look
   * known). `extra` words are in it whatever their count, such as the members of the synonym list.
   */
  lexicon(extra: readonly string[] = []): LexiconData {
    const counts = this.#words(extra);
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
  }
}
