import { isToneClass } from './normalise.ts';
import type { Token } from './token.ts';

/** What touches a word on one side. A space or a sign between two words keeps them apart. */
export type Side = 'before' | 'behind';

/** Codes of what touches a word: nothing, something that is no Thai letter, or the letter by its place in the Thai block. */
export const NOTHING = 0;
const OTHER = 1;

const codeOf = (unit: number): number => (unit > 0x0e00 && unit < 0x0e80 ? unit - 0x0e00 : OTHER);

/** The code of the first letter on the way from `at` in steps of `step`, tone marks aside. */
const letterFrom = (text: string, at: number, step: 1 | -1): number => {
  let here = at;
  while (isToneClass(text.charCodeAt(here))) here += step;
  return codeOf(text.charCodeAt(here));
};

/** The code of the last letter of a word, tone marks aside. */
export const lastLetter = (text: string): number => letterFrom(text, text.length - 1, -1);
/** The code of the first letter of a word, tone marks aside. */
export const firstLetter = (text: string): number => letterFrom(text, 0, 1);

/** For each token, the codes of what touches it on either side. */
export const adjacency = (tokens: readonly Token[]): Readonly<Record<Side, number>>[] => {
  const touches = (left: Token | undefined, right: Token | undefined) => left?.end === right?.start;
  return tokens.map((token, index) => {
    const [left, right] = [tokens[index - 1], tokens[index + 1]];
    return {
      before: left && touches(left, token) ? lastLetter(left.term) : NOTHING,
      behind: right && touches(token, right) ? firstLetter(right.term) : NOTHING,
    };
  });
};
