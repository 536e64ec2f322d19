import { COMMON_WORDS } from './common-words.ts';
import { synonymWords } from './concepts.ts';
import { skeleton } from './normalise.ts';
import { Trie } from './trie.ts';

/**
 * What a common word costs that no page has, in the unit of the lexicon: as much as a rare word of the pages, and less
 * than any likely word with a slip in it.
 */
export const LANGUAGE_COST = 100;

let trie: Trie | undefined;
let spellings: ReadonlyMap<string, string> | undefined;

const words = (): string[] => [...synonymWords(), ...COMMON_WORDS];

/** Common words of the language without their tone marks, whether or not a page has them. */
export const languageWords = (): Trie => {
  trie ??= new Trie(new Map(words().map((word) => [skeleton(word), LANGUAGE_COST])));
  return trie;
};

/** How a common word is spelled that was found without its tone marks. */
export const languageWord = (key: string): string | undefined => {
  spellings ??= new Map(words().map((word) => [skeleton(word), word]));
  return spellings.get(key);
};
