import { forceQuestions } from './formulas.ts';
import { skeleton } from './normalise.ts';
import type { Compound, Token } from './token.ts';

/** A phrase of Thai typed without a break, or one word that is not Thai. */
export interface Phrase {
  /** Folded. */
  readonly text: string;
  readonly script: Token['script'];
  /** Its first and last place among the tokens of the query. */
  readonly first: number;
  readonly last: number;
}

/** Letters fewer than these say nothing to anybody by themselves. */
const SHORTEST_TOLD = 3;

/** Tokens that are one word together. */
export interface WholeWord {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

const isWithin = ({ first, last }: WholeWord, place: number): boolean =>
  first <= place && place <= last;

/**
 * By place: the letters about tokens that no word explains, with the words beside them where they are too few to be
 * recognised ("ตล" in "ตัวตล").
 */
export const unknownLetters = (
  folded: string,
  tokens: readonly Token[],
  words: readonly WholeWord[],
): Map<number, string> => {
  const letters = new Map<number, string>();
  const touch = (left: number, right: number) => {
    const [before, behind] = [tokens[left], tokens[right]];
    return before !== undefined && behind?.script === before.script && before.end === behind.start;
  };
  for (let first = 0; first < tokens.length; first++) {
    const isUnknown = (place: number) =>
      tokens[place]?.known === false && !words.some((word) => isWithin(word, place));
    if (!isUnknown(first)) continue;
    let last = first;
    while (isUnknown(last + 1) && touch(last, last + 1)) last++;
    const textOf = (from: number, to: number) => folded.slice(tokens[from]?.start, tokens[to]?.end);
    let text = textOf(first, last);
    if (skeleton(text).length < SHORTEST_TOLD) {
      const from = touch(first - 1, first) ? first - 1 : first;
      text = textOf(from, touch(last, last + 1) ? last + 1 : last);
    }
    for (; first < last; first++) letters.set(first, text);
    letters.set(last, text);
  }
  return letters;
};

const COMPARISON = /(?<![\d.,])\d{1,2}(?:\s?[<>=+*^~|]+\s?\d{1,2})+(?![\d.,])/g;

/** Sums and comparisons of small numbers: their digits by themselves are in most pages, and say nothing. */
export const sums = (folded: string, tokens: readonly Token[]): WholeWord[] =>
  [...folded.matchAll(COMPARISON)].flatMap(({ 0: text, index }) => {
    const first = tokens.findIndex(({ start }) => start === index);
    const last = tokens.findIndex(({ end }) => end === index + text.length);
    return first >= 0 && last > first ? [{ text, first, last }] : [];
  });

/** The phrases of a query that are made of some of its tokens. */
export const phrasesOf = (
  folded: string,
  tokens: readonly Token[],
  isPart: (place: number) => boolean,
): Phrase[] => {
  const phrases: Phrase[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const { script, start } = tokens[first] as Token;
    if (!isPart(first)) continue;
    let last = first;
    const joins = (next: number) =>
      script === 'thai' &&
      tokens[next]?.script === 'thai' &&
      tokens[next]?.start === tokens[last]?.end &&
      isPart(next);
    while (joins(last + 1)) last++;
    phrases.push({ text: folded.slice(start, tokens[last]?.end), script, first, last });
    first = last;
  }
  return phrases;
};

const LABEL = /(?:(?:(?:ลง)?วันที่|เดือน|ลว\.?|(?:เลข)?ที่|หนังสือ(?:เวียน)?)\s*)+$/;

/** Places of words that only ask whether a letter is in force, beside a letter number: the answer is its legal force. */
export const forcePlaces = (
  folded: string,
  tokens: readonly Token[],
  compounds: readonly Compound[],
): Set<number> => {
  const hasNumber =
    compounds.some(({ kind }) => kind === 'number') ||
    tokens.some(({ term }) => /^\d{3,6}$/.test(term));
  if (!hasNumber) return new Set();
  const ranges = forceQuestions(folded);
  return new Set(
    [...tokens.keys()].filter((place) => {
      const { start, end } = tokens[place] as Token;
      return ranges.some(([from, to]) => start >= from && end <= to);
    }),
  );
};

/** Places of words that only say that a letter number or a date follows: "ลงวันที่", "เดือน", "ที่". */
export const labelPlaces = (
  folded: string,
  tokens: readonly Token[],
  compounds: readonly Compound[],
): Set<number> => {
  const places = new Set<number>();
  for (const { kind, first } of compounds) {
    if (kind !== 'date' && kind !== 'number') continue;
    const before = folded.slice(0, tokens[first]?.start);
    const label = LABEL.exec(before);
    if (!label) continue;
    tokens.forEach(({ start }, place) => {
      if (start >= label.index && place < first) places.add(place);
    });
  }
  return places;
};

/** Share of neighbouring tokens with a space between them. */
export const spacedShare = (folded: string, tokens: readonly Token[]): number => {
  let spaces = 0;
  for (let index = 1; index < tokens.length; index++) {
    if (
      folded.slice((tokens[index - 1] as Token).end, (tokens[index] as Token).start).includes(' ')
    )
      spaces++;
  }
  return tokens.length < 2 ? 0 : spaces / (tokens.length - 1);
};
