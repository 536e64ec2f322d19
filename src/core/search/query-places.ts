import { forceQuestions } from './formulas.ts';
import type { Compound, Token } from './token.ts';

/** A stretch of Thai typed without a break, or one word that is not Thai. */
export interface Stretch {
  /** Folded. */
  readonly text: string;
  readonly script: Token['script'];
  /** Its first and last place among the tokens of the query. */
  readonly first: number;
  readonly last: number;
}

/** By place: the letters about tokens that no word explains. */
export const unknownLetters = (folded: string, tokens: readonly Token[]): Map<number, string> => {
  const letters = new Map<number, string>();
  for (let first = 0; first < tokens.length; first++) {
    const isUnknown = (place: number) => tokens[place]?.known === false;
    if (!isUnknown(first)) continue;
    let last = first;
    while (isUnknown(last + 1) && tokens[last + 1]?.start === tokens[last]?.end) last++;
    const text = folded.slice(tokens[first]?.start, tokens[last]?.end);
    for (; first < last; first++) letters.set(first, text);
    letters.set(last, text);
  }
  return letters;
};

/** The stretches of a query that are made of some of its tokens. */
export const stretchesOf = (
  folded: string,
  tokens: readonly Token[],
  isPart: (place: number) => boolean,
): Stretch[] => {
  const stretches: Stretch[] = [];
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
    stretches.push({ text: folded.slice(start, tokens[last]?.end), script, first, last });
    first = last;
  }
  return stretches;
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
