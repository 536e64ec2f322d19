import { doubt, type FieldDoubt } from './field.ts';

// Scripts that no official Thai letter is written in: where they stand, text recognition failed.
const FOREIGN =
  /[\u0370-\u03FF\u0400-\u058F\u0590-\u06FF\u0750-\u0DFF\u0E80-\u1CFF\u2C00-\u2DFF\u3040-\uA4CF\uA500-\uABFF\uAC00-\uD7FF\uF900-\uFAFF\u{1F000}-\u{1FAFF}]/u;
const BROKEN = /[\uFFFD\uE000-\uF8FF]/;
// Marks that stand on nothing, twice, or on another vowel; vowels before the consonant that carry a mark themselves.
const MISPLACED =
  /(?:^|[^ก-ฮ\u0E31-\u0E4E])[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]|[\u0E48-\u0E4B]{2}|[\u0E34-\u0E37]{2}|[\u0E40-\u0E44][\u0E30-\u0E3A\u0E47-\u0E4E]|[\u0E30\u0E32\u0E33][\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/;

/** Whether a text holds what only a failed scan produces: foreign scripts, lost characters, marks on nothing. */
export const isNoisy = (text: string): boolean =>
  FOREIGN.test(text) || BROKEN.test(text) || MISPLACED.test(text);

/** Whether most of a line is written in a script that the letter is not written in. */
export const isForeign = (text: string): boolean => {
  if (!FOREIGN.test(text)) return false;
  const letters = text.match(/\p{L}/gu) ?? [];
  return (
    letters.length > 2 && letters.filter((one) => FOREIGN.test(one)).length * 2 > letters.length
  );
};

/** The doubt that noise in a text raises about what was read from it. */
export const noiseDoubts = (text: string): FieldDoubt[] =>
  isNoisy(text) ? [doubt('unclear', 'noise')] : [];
