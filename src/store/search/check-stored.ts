import { ProblemError } from '#core/problem.ts';
import type { Lexicon } from '#core/search/lexicon.ts';
import { fold } from '#core/search/normalise.ts';
import type { StoredPage } from '#core/search/stored-page.ts';
import { tokenise } from '#core/search/tokens.ts';

/**
 * Throws unless a page, read back from its stored bytes, has the text that was indexed and is cut into as many tokens:
 * else excerpts would mark the wrong words. With `count` false the tokens, which take longest, are not counted.
 */
export const checkStored = (
  page: StoredPage,
  bytes: Uint8Array,
  lexicon: Lexicon,
  { count = true } = {},
): void => {
  const { text } = JSON.parse(Buffer.from(bytes).toString()) as StoredPage;
  const stored = count ? tokenise(fold(text), lexicon).tokens.length : page.tokens;
  if (text === page.text && stored === page.tokens) return;
  const what =
    stored === page.tokens
      ? 'the stored text of this page is not the text that was indexed'
      : `the index has ${page.tokens} words of this page, its stored text has ${stored}`;
  throw new ProblemError([
    {
      file: page.url,
      what,
      why: 'excerpts would mark the wrong words',
      fix: 'this is a fault of the program: report it with the page',
    },
  ]);
};
