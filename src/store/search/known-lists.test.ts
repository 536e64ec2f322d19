import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { codeLists, type KeyLists } from '#core/search/coded-key.ts';
import type { KnownLists } from './index-state.ts';
import { codeUnknown } from './known-lists.ts';

// Pages 0 and 2: gaps 0 and 1, twice one occurrence in running text, at positions 3 and 5.
const LISTS: KeyLists = {
  pages: Uint8Array.of(0, 1, 4, 4),
  positions: Uint8Array.of(3, 5),
  pageCount: 2,
  lengths: Uint8Array.of(40, 41, 42),
};

const bytesOf = ({ pages, positions }: ReturnType<typeof codeLists>) => [pages, positions];
const packed = (...all: readonly Uint8Array[]) =>
  new Map(all.map((bytes) => [hash('sha256', bytes, 'base64url'), bytes]));

/** What was coded once, and a coder that knows it. */
const known = (former = packed(...bytesOf(codeLists(LISTS)))) => {
  const formerCoded = new Map<string, KnownLists>();
  codeUnknown({ former: new Map(), formerCoded: new Map(), coded: formerCoded })(LISTS);
  return codeUnknown({ former, formerCoded, coded: new Map() });
};

describe('lists of a frequent word', () => {
  it('are named by digest and length where they were coded before', () => {
    const { pages, positions } = codeLists(LISTS);
    expect(known()(LISTS)).toEqual({
      pages: { digest: hash('sha256', pages, 'base64url'), length: pages.length },
      positions: { digest: hash('sha256', positions, 'base64url'), length: positions.length },
    });
  });

  it.each<[what: string, lists: KeyLists]>([
    ['a page', { ...LISTS, pages: Uint8Array.of(0, 0, 4, 4) }],
    ['a position', { ...LISTS, positions: Uint8Array.of(3, 6) }],
    ['the length of one of its pages', { ...LISTS, lengths: Uint8Array.of(40, 41, 90) }],
  ])('are coded where %s is another', (_, lists) => {
    expect(known()(lists)).toEqual(codeLists(lists));
  });

  it('are not coded again where a page without the word is longer', () => {
    const { pages } = known()({ ...LISTS, lengths: Uint8Array.of(40, 99, 42) });
    expect(pages).not.toBeInstanceOf(Uint8Array);
  });

  it('are coded where one of them was not packed', () => {
    expect(known(packed(codeLists(LISTS).pages))(LISTS)).toEqual(codeLists(LISTS));
  });
});
