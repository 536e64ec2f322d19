/**
 * All that reads a query otherwise than as it was typed: slips, damaged texts, the other keyboard layout, and the common words
 * of the language by which these are recognised. A fourth of the engine; a query whose words are all in pages that have all of them
 * needs none of it, so that a browser on a slow line has its results sooner.
 */
export { wordsOfLanguage } from './language-words.ts';
export { isSurelyMeant, otherTexts } from './other-texts.ts';
export { readingsInPages } from './phrase-readings.ts';
export { correctTokens } from './repair.ts';
