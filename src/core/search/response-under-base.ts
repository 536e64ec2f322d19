import { underBase } from '#core/address/portal-address.ts';
import { ANSWERS_META, readAnswers, writeAnswers } from './answers.ts';
import type { SearchResponse } from './respond.ts';

interface Found {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
}

const foundUnderBase = <Item extends Found>(item: Item, base: string): Item => {
  const answers = readAnswers(item.meta).map(({ href, title }) => ({
    href: underBase(base, href),
    title,
  }));
  const meta =
    answers.length === 0 ? item.meta : { ...item.meta, [ANSWERS_META]: writeAnswers(answers) };
  return { ...item, url: underBase(base, item.url), meta };
};

/** An answer with the addresses that pages have where the portal is under `base`; the index knows paths within it. */
export const responseUnderBase = (response: SearchResponse, base: string): SearchResponse =>
  base === ''
    ? response
    : {
        ...response,
        results: response.results.map((result) => foundUnderBase(result, base)),
        letters: response.letters.map((letter) => foundUnderBase(letter, base)),
      };
