import { languageWords } from './language.ts';
import { type Lexicon, mayBreak, stripTones } from './lexicon.ts';
import { fold, tidy } from './normalise.ts';
import type { Trie } from './trie.ts';

const AA = '\u0E32';
const AM = '\u0E33';

// Costs in the lexicon's unit. Whole texts have sara am for sara aa: one more such place costs next to nothing.
const UNKNOWN = 180;
const UNKNOWN_PER_UNIT = 20;
const OTHER_VOWEL = 4;
const LONGEST_RUN = 160;

interface Step {
  readonly from: number;
  readonly cost: number;
  /** Places of sara am that is read as sara aa. */
  readonly edits: readonly number[];
  readonly known: boolean;
}

/** The words that begin at a place of a tone-stripped run, read with either vowel. */
const wordsAt = (
  trie: Trie,
  text: string,
  start: number,
  found: (to: number, cost: number, edits: readonly number[]) => void,
): void => {
  const walk = (node: number, at: number, edits: readonly number[], price: number) => {
    const cost = trie.cost(node);
    const isEnd = at === text.length || mayBreak(text.charCodeAt(at - 1), text.charCodeAt(at));
    if (cost > 0 && at > start && isEnd) found(at, cost + price, edits);
    if (at === text.length) return;
    const same = trie.child(node, text.charCodeAt(at));
    if (same >= 0) walk(same, at + 1, edits, price);
    const other = text[at] === AM ? trie.child(node, AA.charCodeAt(0)) : -1;
    if (other >= 0) walk(other, at + 1, [...edits, at], price + OTHER_VOWEL);
  };
  walk(0, start, [], 0);
};

/** Places of sara am to be read as sara aa; none unless the run is then made of words. */
const placesOf = (text: string, lexicon: Lexicon): readonly number[] => {
  const best: (Step | undefined)[] = new Array(text.length + 1);
  best[0] = { from: -1, cost: 0, edits: [], known: true };
  for (let start = 0; start < text.length; start++) {
    const here = best[start];
    if (!here) continue;
    const relax = (to: number, cost: number, edits: readonly number[], known: boolean) => {
      const total = here.cost + cost;
      const before = best[to];
      if (!before || total < before.cost) best[to] = { from: start, cost: total, edits, known };
    };
    let end = start + 1;
    while (end < text.length && !mayBreak(text.charCodeAt(end - 1), text.charCodeAt(end))) end++;
    relax(end, UNKNOWN + UNKNOWN_PER_UNIT * (end - start), [], false);
    for (const trie of [lexicon.trie, languageWords()])
      wordsAt(trie, text, start, (to, cost, edits) => relax(to, cost, edits, true));
  }
  const places: number[] = [];
  for (let to = text.length; to > 0; ) {
    const { from, edits, known } = best[to] as Step;
    if (!known) return [];
    places.unshift(...edits);
    to = from;
  }
  return places;
};

const repairRun = (run: string, lexicon: Lexicon): string => {
  // Who writes one sara aa writes all.
  if (run.length > LONGEST_RUN || !run.includes(AM) || run.includes(AA)) return run;
  const { text, origin } = stripTones(run);
  const places = new Set(placesOf(text, lexicon).map((at) => origin[at]));
  return [...run].map((letter, at) => (places.has(at) ? AA : letter)).join('');
};

/**
 * A query pasted from a PDF that writes sara am for every sara aa ("กำรเข้ำใช้งำน"), put right where it is then made of
 * words, of the pages or of the language. The folded query itself where there is nothing to put right.
 */
export const repairVowels = (typed: string, lexicon: Lexicon): string =>
  fold(tidy(typed)).replace(/[\u0E01-\u0E2E\u0E30-\u0E3A\u0E40-\u0E45\u0E47-\u0E4E]+/g, (run) =>
    repairRun(run, lexicon),
  );
