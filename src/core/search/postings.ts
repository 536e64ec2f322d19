import type { Side } from './adjacency.ts';
import { ByteReader, ByteWriter } from './bytes.ts';

/** The weightiest part of a page in which a key is: running text, title, or a number or date of the page itself. */
export const FIELD = { text: 0, title: 1, identity: 2 } as const;
export type Field = (typeof FIELD)[keyof typeof FIELD];

/** Where one key stands, over all pages that have it, in ascending order of pages. */
export interface Postings {
  /** Page numbers. */
  readonly pages: Int32Array;
  /** Occurrences in the page, title included; as many as `pages`. */
  readonly counts: Uint16Array;
  /** Where in the page, one of {@link FIELD}. */
  readonly fields: Uint8Array;
}

/** Token positions of one key: those of the nth page of its postings are at `offsets[n]` to `offsets[n + 1]`. */
export interface Positions {
  readonly offsets: Int32Array;
  readonly values: Int32Array;
}

/** Where one key is in one page. */
export interface Entry {
  readonly count: number;
  readonly field: Field;
  /** Ascending positions, each as its distance from the one before. */
  readonly positions: Uint8Array;
  /** Codes of what touches the key on either side, a byte a position. */
  readonly letters: Readonly<Record<Side, Uint8Array>>;
}

/** The entry of a key that is at ascending, non-empty positions, with what touches it at each of them. */
export const entryOf = (
  positions: readonly number[],
  field: Field,
  touching: readonly Readonly<Record<Side, number>>[],
): Entry => {
  const distances = new ByteWriter();
  let previous = 0;
  for (const position of positions) {
    distances.number(position - previous);
    previous = position;
  }
  // By hand: to make them from an iterator takes longer than all else here.
  const letters = {
    before: new Uint8Array(positions.length),
    behind: new Uint8Array(positions.length),
  };
  touching.forEach(({ before, behind }, index) => {
    letters.before[index] = before;
    letters.behind[index] = behind;
  });
  return { count: positions.length, field, positions: distances.finish(), letters };
};

/** Writes an entry as {@link PostingsTable} reads it. */
export const writeEntry = (writer: ByteWriter, entry: Entry): void => {
  writer.number(entry.count * 4 + entry.field);
  writer.number(entry.positions.length);
  writer.raw(entry.positions);
  writer.raw(entry.letters.before);
  writer.raw(entry.letters.behind);
};

/** Reads a page list of `pageCount` pages. */
export const readPostings = (bytes: Uint8Array, pageCount: number): Postings => {
  const reader = new ByteReader(bytes);
  const pages = new Int32Array(pageCount);
  const counts = new Uint16Array(pageCount);
  const fields = new Uint8Array(pageCount);
  let page = -1;
  for (let index = 0; index < pageCount; index++) {
    page += reader.number() + 1;
    pages[index] = page;
  }
  for (let index = 0; index < pageCount; index++) {
    const value = reader.number();
    counts[index] = value >>> 2;
    fields[index] = value & 3;
  }
  return { pages, counts, fields };
};

/** Offsets at which the positions of each page of a list begin, and where the last end. */
export const offsetsOf = (counts: Uint16Array): Int32Array => {
  const offsets = new Int32Array(counts.length + 1);
  for (const [index, count] of counts.entries()) {
    offsets[index + 1] = (offsets[index] as number) + count;
  }
  return offsets;
};

/** Reads the positions that belong to a page list. */
export const readPositions = (bytes: Uint8Array, counts: Uint16Array): Positions => {
  const reader = new ByteReader(bytes);
  const offsets = offsetsOf(counts);
  const values = new Int32Array(offsets[counts.length] as number);
  for (let index = 0; index < counts.length; index++) {
    let position = 0;
    for (let at = offsets[index] as number; at < (offsets[index + 1] as number); at++) {
      position += reader.number();
      values[at] = position;
    }
  }
  return { offsets, values };
};
