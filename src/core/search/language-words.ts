import { isInterrogative } from './formulas.ts';
import { stripTones } from './lexicon.ts';
import { NoisyReader } from './noisy-reader.ts';
import type { WordsOfLanguage } from './query.ts';
import { phrasesOf } from './query-places.ts';
import type { Token } from './token.ts';

const LONGEST_RUN = 120;

/**
 * Common words of the language that no page has, and that were cut into what pages have and the rest: "กอง" into "ก" and
 * "อง". They are searched for, and reported missing, as the words that they are.
 */
export const wordsOfLanguage: WordsOfLanguage = (folded, tokens, lexicon) => {
  if (tokens.every(({ known }) => known)) return [];
  const plain = new NoisyReader(lexicon, null);
  return phrasesOf(folded, tokens, (place) => tokens[place]?.script === 'thai').flatMap(
    ({ text: run, first, last }) => {
      const cut = tokens.slice(first, last + 1);
      if (run.length > LONGEST_RUN || cut.every(({ known }) => known)) return [];
      const { text, origin } = stripTones(run);
      const at = (offset: number) => (tokens[first] as Token).start + (origin[offset] as number);
      return plain.read(text).steps.flatMap(({ word, from, to }) => {
        const start = cut.findIndex((token) => token.start === at(from));
        const end = cut.findIndex((token) => token.end === at(to));
        const isCut = word !== null && start >= 0 && end > start;
        const whole = folded.slice(at(from), at(to));
        if (!isCut || cut.slice(start, end + 1).every(({ known }) => known)) return [];
        // It is demanded of no page: without it, pages with the other words would have all.
        if (isInterrogative(whole)) return [];
        return [{ text: whole, first: first + start, last: first + end }];
      });
    },
  );
};
