import type { Side } from './adjacency.ts';
import { ByteReader, ByteWriter, decodeText, encodeText } from './bytes.ts';
import type { LexiconData } from './lexicon.ts';
import { skeleton } from './normalise.ts';
import { type PageGroup, readGroups, writeGroups } from './page-groups.ts';
import { readFolders, type WordFolders, writeFolders } from './word-groups.ts';

/** Version of the layout below; a reader refuses any other. */
export const LAYOUT_VERSION = 5;

/**
 * Names of the files of an index besides those of pages (page-groups.ts), without folder. Each is gzip-compressed where it is
 * stored.
 */
export const fileName = {
  start: 'start',
  block: (index: number): string => `b${index}`,
  pages: (index: number): string => `l${index}`,
  positions: (index: number): string => `p${index}`,
  /** What touches a frequent key on one side, and what touches the keys of a block on both. */
  letters: (index: number, side: Side): string => `${side === 'before' ? 'f' : 'n'}${index}`,
  blockLetters: (index: number): string => `c${index}`,
  facets: 'facets',
  /** Values by which pages can be ordered; read only where a search orders by them. */
  sorts: 'sorts',
  /** Keys of all running numbers of letters. */
  numbers: 'numbers',
};

/** A frequent key, whose lists have files of their own, numbered as it is in the start file. */
export interface LargeKey {
  readonly key: string;
  readonly index: number;
  readonly pageCount: number;
  /** Bytes of its lists, by which the planner reckons what a query may fetch. */
  readonly pagesBytes: number;
  readonly positionsBytes: number;
}

/** What every search needs: fetched once, before the first query. */
export interface StartFile {
  readonly lexicon: LexiconData;
  /** Skeleton of the first key of each block, ascending. */
  readonly blockStarts: readonly string[];
  readonly large: readonly LargeKey[];
  /** Length of each page in tokens, as {@link codeLength} has it. */
  readonly lengths: Uint8Array;
  /** 1 for each page that ranks below others. */
  readonly demoted: Uint8Array;
  /** Which folders the files of pages lie in, in their order. */
  readonly groups: readonly PageGroup[];
  /** Which folders numbered files lie in. */
  readonly folders: WordFolders;
}

/** A key of a block, with its lists. */
export interface BlockEntry {
  readonly key: string;
  readonly pageCount: number;
  readonly pages: Uint8Array;
  readonly positions: Uint8Array;
}

/** A page's length in one byte, eighths of an octave: near enough for ranking, a byte a page on the wire. */
export const codeLength = (tokens: number): number =>
  Math.min(255, Math.round(8 * Math.log2(tokens + 1)));

/** The inverse of {@link codeLength}, as near as it goes. */
export const decodeLength = (code: number): number => Math.round(2 ** (code / 8)) - 1;

const compareUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What has a key each, in the order of an index: by skeleton, so that words differing in tone marks are side by side. */
export const inKeyOrder = <Item extends { readonly key: string }>(items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, order: skeleton(item.key) }))
    .sort((a, b) => compareUnits(a.order, b.order) || compareUnits(a.item.key, b.item.key))
    .map(({ item }) => item);

/** Sorted strings, each by what it does not share with the one before it. */
const writeSorted = (writer: ByteWriter, texts: readonly string[]): void => {
  let previous = new Uint8Array();
  for (const text of texts) {
    const bytes = encodeText(text);
    let shared = 0;
    while (shared < bytes.length && shared < previous.length && bytes[shared] === previous[shared])
      shared++;
    writer.number(shared);
    writer.number(bytes.length - shared);
    writer.raw(bytes.subarray(shared));
    previous = bytes as Uint8Array<ArrayBuffer>;
  }
};

const readSorted = (reader: ByteReader, count: number): string[] => {
  const texts: string[] = [];
  let previous = new Uint8Array();
  for (let index = 0; index < count; index++) {
    const shared = reader.number();
    const rest = reader.raw(reader.number());
    const bytes = new Uint8Array(shared + rest.length);
    bytes.set(previous.subarray(0, shared));
    bytes.set(rest, shared);
    texts.push(decodeText(bytes));
    previous = bytes;
  }
  return texts;
};

/** The bytes of the start file; {@link readStart} reads them. */
export const writeStart = (start: StartFile): Uint8Array => {
  const writer = new ByteWriter();
  writer.number(LAYOUT_VERSION);
  writer.number(start.lengths.length);
  writer.number(start.lexicon.words.length);
  writer.number(start.blockStarts.length);
  writer.number(start.large.length);
  writer.raw(start.lengths);
  writer.raw(start.demoted);
  writer.raw(Uint8Array.from(start.lexicon.costs));
  writeSorted(writer, start.lexicon.words);
  writeSorted(writer, start.blockStarts);
  writeSorted(
    writer,
    start.large.map(({ key }) => key),
  );
  for (const { pageCount, pagesBytes, positionsBytes } of start.large) {
    writer.number(pageCount);
    writer.number(pagesBytes);
    writer.number(positionsBytes);
  }
  writeGroups(writer, start.groups);
  writeFolders(writer, start.folders);
  return writer.finish();
};

/** Reads the start file; throws a RangeError where it is damaged or of another layout. */
export const readStart = (bytes: Uint8Array): StartFile => {
  const reader = new ByteReader(bytes);
  const version = reader.number();
  if (version !== LAYOUT_VERSION) {
    throw new RangeError(
      `the index has layout ${version}, this program reads layout ${LAYOUT_VERSION}`,
    );
  }
  const [pages, words, blocks, large] = [
    reader.number(),
    reader.number(),
    reader.number(),
    reader.number(),
  ] as const;
  const lengths = reader.raw(pages);
  const demoted = reader.raw(pages);
  const costs = reader.raw(words);
  const lexicon = { costs, words: readSorted(reader, words) };
  const blockStarts = readSorted(reader, blocks);
  const keys = readSorted(reader, large);
  return {
    lexicon,
    blockStarts,
    lengths,
    demoted,
    large: keys.map((key, index) => ({
      key,
      index,
      pageCount: reader.number(),
      pagesBytes: reader.number(),
      positionsBytes: reader.number(),
    })),
    groups: readGroups(reader),
    folders: readFolders(reader),
  };
};

/** Sorted keys in a file of their own. */
export const writeKeys = (keys: readonly string[]): Uint8Array => {
  const writer = new ByteWriter();
  writer.number(keys.length);
  writeSorted(writer, keys);
  return writer.finish();
};

/** Reads what {@link writeKeys} wrote; throws a RangeError where it is cut off. */
export const readKeys = (bytes: Uint8Array): string[] => {
  const reader = new ByteReader(bytes);
  return readSorted(reader, reader.number());
};

/** Number of the block in which a key of this skeleton would be. */
export const blockOf = (blockStarts: readonly string[], key: string): number => {
  let low = 0;
  let high = blockStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blockStarts[middle] as string) <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** The bytes of a block of rare words; {@link readBlock} reads them. */
export const writeBlock = (entries: readonly BlockEntry[]): Uint8Array => {
  const writer = new ByteWriter();
  writer.number(entries.length);
  writeSorted(
    writer,
    entries.map(({ key }) => key),
  );
  for (const { pageCount, pages, positions } of entries) {
    writer.number(pageCount);
    writer.number(pages.length);
    writer.number(positions.length);
  }
  for (const { pages } of entries) writer.raw(pages);
  for (const { positions } of entries) writer.raw(positions);
  return writer.finish();
};

/** Reads a block; its entries by their keys. */
export const readBlock = (bytes: Uint8Array): Map<string, BlockEntry> => {
  const reader = new ByteReader(bytes);
  const keys = readSorted(reader, reader.number());
  const sizes = keys.map(() => [reader.number(), reader.number(), reader.number()] as const);
  const pages = sizes.map(([, length]) => reader.raw(length));
  return new Map(
    keys.map((key, index) => [
      key,
      {
        key,
        pageCount: (sizes[index] as readonly number[])[0] as number,
        pages: pages[index] as Uint8Array,
        positions: reader.raw((sizes[index] as readonly number[])[2] as number),
      },
    ]),
  );
};

/** What touches a key of a block at each of its positions, by side: codes as in `adjacency.ts`. */
export type Letters = Readonly<Record<Side, Uint8Array>>;

/** Letters of the keys of a block, in their order. */
export const writeBlockLetters = (letters: readonly Letters[]): Uint8Array => {
  const writer = new ByteWriter();
  for (const { before } of letters) writer.number(before.length);
  for (const { before } of letters) writer.raw(before);
  for (const { behind } of letters) writer.raw(behind);
  return writer.finish();
};

/** Reads the letters of a block by its keys. */
export const readBlockLetters = (
  bytes: Uint8Array,
  keys: readonly string[],
): Map<string, Letters> => {
  const reader = new ByteReader(bytes);
  const sizes = keys.map(() => reader.number());
  const before = sizes.map((size) => reader.raw(size));
  return new Map(
    keys.map((key, index) => [
      key,
      { before: before[index] as Uint8Array, behind: reader.raw(sizes[index] as number) },
    ]),
  );
};
