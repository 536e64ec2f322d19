import { ByteReader } from './bytes.ts';
import { writePositions, writePostings } from './coded-lists.ts';
import { readPositions, readPostings } from './postings.ts';

/** The lists of a frequent key before they are coded, and the codes of the lengths of all pages. */
export interface KeyLists {
  readonly pages: Uint8Array;
  readonly positions: Uint8Array;
  readonly pageCount: number;
  readonly lengths: Uint8Array;
}

/** A coded list; where it is known from before, its digest and how many bytes it has. */
export type CodedList = Uint8Array | { readonly digest: string; readonly length: number };

/** Codes the lists of a key, or finds what they were coded to before. */
export type CodeLists = (lists: KeyLists) => {
  readonly pages: CodedList;
  readonly positions: CodedList;
};

/** Codes the lists of a key. */
export const codeLists = ({ pages, positions, pageCount, lengths }: KeyLists) => {
  const plain = readPostings(pages, pageCount);
  return {
    pages: writePostings(plain, lengths),
    positions: writePositions(readPositions(positions, plain.counts), plain, lengths),
  };
};

/** The codes of the lengths of the pages in a list: nothing else of other pages decides how it is coded. */
export const lengthsIn = ({ pages, pageCount, lengths }: KeyLists): Uint8Array => {
  const reader = new ByteReader(pages);
  const found = new Uint8Array(pageCount);
  let page = -1;
  for (let index = 0; index < pageCount; index++) {
    page += reader.number() + 1;
    found[index] = lengths[page] as number;
  }
  return found;
};
