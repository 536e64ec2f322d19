import type { Found } from './find-pages.ts';
import type { IndexReader } from './index-reader.ts';
import { otherLayouts } from './keyboard.ts';
import { isDependent, type Lexicon, mayBreak } from './lexicon.ts';
import { fold, skeleton, tidy } from './normalise.ts';
import type { Query } from './query.ts';
import { isMadeOfWords } from './repair.ts';
import { tokenise } from './tokens.ts';
import { repairVowels } from './vowels.ts';

const THAI_LETTERS = 3;
const THAI_RUN = /[\u0E01-\u0E2E\u0E30-\u0E3A\u0E40-\u0E45\u0E47-\u0E4E]+/g;

const tokensOf = (text: string, lexicon: Lexicon) => tokenise(fold(tidy(text)), lexicon).tokens;

const runsOf = (text: string): string[] => fold(tidy(text)).match(THAI_RUN) ?? [];

/** Whether a text read by the keys of the other layout is made of words. */
const isPlausible = (text: string, { directory }: IndexReader): boolean => {
  const thai = tokensOf(text, directory.lexicon).filter(({ script }) => script === 'thai');
  if (thai.length === 0) return true;
  return (
    thai.every(({ known }) => known) ||
    thai.some(({ term }) => term.length >= THAI_LETTERS) ||
    runsOf(text).every((run) => isMadeOfWords(skeleton(run), directory.lexicon))
  );
};

/** Digits, and signs between them, are the same keys in either layout. */
const IS_SUM = /^[\d\s<>=+*^~|.,/()-]+$/;

/** Other texts that may have been meant by the typed one, the likeliest first. */
export const otherTexts = (typed: string, query: Query, reader: IndexReader): string[] => {
  if (query.truncated || query.quoted.length > 0 || IS_SUM.test(typed)) return [];
  const repaired = repairVowels(query.text, reader.directory.lexicon);
  return [
    ...(repaired === fold(query.text) ? [] : [repaired]),
    ...otherLayouts(typed).filter((text) => isPlausible(text, reader)),
  ];
};

/** Keys of the US layout that are in no word, beside letters. */
const SIGN_IN_WORD = /[a-z][,;[\]\\][a-z]/i;
const SHORTEST_BY_SIGNS = 5;

/** Whether every vowel and mark of a run of Thai has a letter before it that can bear it. */
const isWellFormed = (run: string): boolean => {
  const text = skeleton(run);
  return (
    !isDependent(text.charCodeAt(0)) &&
    mayBreak(text.charCodeAt(text.length - 1), 0) &&
    !/[\u0E40-\u0E44](?![ก-ฮ])|(?<![ก-ฮ])[\u0E31\u0E34-\u0E3A]/.test(text)
  );
};

/**
 * Whether a text in Latin letters, some of which no page has, was surely typed by the keys of the Thai layout, as which it
 * reads as another one: as words alone; or, where it finds nothing and has signs inside of words as no Latin text does, as
 * half words at least.
 */
export const isSurelyMeant = (
  typed: string,
  text: string,
  { hits, missing }: Found,
  { directory }: IndexReader,
): boolean => {
  if (missing.length === 0) return false;
  const runs = runsOf(text);
  const letters = skeleton(runs.join('')).length;
  if (!/[a-z]/i.test(typed) || letters < THAI_LETTERS || !runs.every(isWellFormed)) return false;
  if (runs.every((run) => isMadeOfWords(skeleton(run), directory.lexicon))) return true;
  if (hits.length > 0 || !SIGN_IN_WORD.test(typed) || runs.join('').length < SHORTEST_BY_SIGNS)
    return false;
  const known = tokensOf(text, directory.lexicon)
    .filter((token) => token.known && token.script === 'thai' && token.term.length > 1)
    .reduce((sum, { term }) => sum + term.length, 0);
  return known * 2 >= runs.join('').length;
};
