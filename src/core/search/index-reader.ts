import type { Side } from './adjacency.ts';
import { readCodedPositions, readCodedPostings } from './coded-lists.ts';
import {
  type BlockEntry,
  blockOf,
  decodeLength,
  fileName,
  type LargeKey,
  type Letters,
  readBlock,
  readBlockLetters,
  readKeys,
  readStart,
  type StartFile,
} from './layout.ts';
import { Lexicon } from './lexicon.ts';
import { skeleton } from './normalise.ts';
import { pageNameIn } from './page-groups.ts';
import { type Positions, type Postings, readPositions, readPostings } from './postings.ts';
import { nameInFolder, type WordFolders } from './word-groups.ts';

/** Where the files of an index come from: the network in a browser, the disk in a terminal. */
export interface IndexSource {
  /** The uncompressed bytes of a file; rejects where it cannot be loaded or is damaged. */
  readonly read: (name: string) => Promise<Uint8Array>;
}

/** A key that the index has. Its lists are fetched on demand, and once. */
export interface IndexedKey {
  readonly key: string;
  readonly pageCount: number;
  /** Bytes that its lists would still cost; 0 where they have come with a block or been requested. */
  readonly pagesBytes: number;
  readonly positionsBytes: number;
  readonly postings: () => Promise<Postings>;
  readonly positions: () => Promise<Positions>;
  /** What touches it on one side, a code a position; and what that would still cost. */
  readonly letters: (side: Side) => Promise<Uint8Array>;
  readonly lettersBytes: (side: Side) => number;
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const averageOf = (lengths: Float64Array): number =>
  lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);

/** The lists of one key. */
interface Lists {
  readonly postings: () => Promise<Postings>;
  readonly positions: () => Promise<Positions>;
  readonly letters: (side: Side) => Promise<Uint8Array>;
}

/** How the lists of one key are read. */
interface ListReaders {
  readonly postings: () => Promise<Postings>;
  readonly positions: (postings: Promise<Postings>) => Promise<Positions>;
  readonly letters: (side: Side) => Promise<Uint8Array>;
}

/** What has been fetched of an index so far. */
class RecordStore {
  readonly #source: IndexSource;
  readonly #lengths: Uint8Array;
  readonly #blocks = new Map<number, Promise<Map<string, BlockEntry>>>();
  readonly #blockLetters = new Map<number, Promise<Map<string, Letters>>>();
  readonly #lists = new Map<string, Lists>();

  constructor(source: IndexSource, { lengthCodes, folders }: Directory) {
    this.#source = { read: (name) => source.read(nameInFolder(name, folders)) };
    this.#lengths = lengthCodes;
  }

  readonly numbers = once(async () => readKeys(await this.#source.read(fileName.numbers)));

  block(number: number): Promise<Map<string, BlockEntry>> {
    let block = this.#blocks.get(number);
    if (!block) {
      block = this.#source.read(fileName.block(number)).then(readBlock);
      this.#blocks.set(number, block);
    }
    return block;
  }

  /** What touches the keys of a block. */
  #lettersOfBlock(number: number): Promise<Map<string, Letters>> {
    let letters = this.#blockLetters.get(number);
    if (!letters) {
      letters = Promise.all([
        this.#source.read(fileName.blockLetters(number)),
        this.block(number),
      ]).then(([bytes, block]) => readBlockLetters(bytes, [...block.keys()]));
      this.#blockLetters.set(number, letters);
    }
    return letters;
  }

  #once(key: string, read: ListReaders): Lists {
    let lists = this.#lists.get(key);
    if (!lists) {
      const postings = once(read.postings);
      const positions = once(() => read.positions(postings()));
      const letters = (side: Side) =>
        once(async () => {
          const [bytes, { values }] = await Promise.all([read.letters(side), positions()]);
          if (bytes.length !== values.length)
            throw new RangeError(
              `"${key}" has ${bytes.length} letters at ${values.length} positions`,
            );
          return bytes;
        });
      const sides = { before: letters('before'), behind: letters('behind') };
      lists = { postings, positions, letters: (side) => sides[side]() };
      this.#lists.set(key, lists);
    }
    return lists;
  }

  listsOfLarge({ key, index, pageCount }: LargeKey): Lists {
    const read = (name: string) => this.#source.read(name);
    return this.#once(key, {
      postings: async () =>
        readCodedPostings(await read(fileName.pages(index)), pageCount, this.#lengths),
      positions: async (postings) => {
        // Requested at once: the list of pages is being fetched.
        const bytes = read(fileName.positions(index));
        const [those, coded] = await Promise.all([postings, bytes]);
        return readCodedPositions(coded, those, this.#lengths);
      },
      letters: (side) => this.#source.read(fileName.letters(index, side)),
    });
  }

  listsOfEntry({ key, pageCount, pages, positions }: BlockEntry, block: number): Lists {
    return this.#once(key, {
      postings: async () => readPostings(pages, pageCount),
      positions: async (postings) => readPositions(positions, (await postings).counts),
      letters: async (side) => ((await this.#lettersOfBlock(block)).get(key) as Letters)[side],
    });
  }
}

/** What the start file says, ready for use. */
export interface Directory {
  readonly lexicon: Lexicon;
  readonly pageCount: number;
  /** Pages that rank as others do. A thousand below them would make every word of theirs seem rare, and each of them long. */
  readonly ordinaryCount: number;
  /** Of those. */
  readonly averageLength: number;
  readonly lengths: Float64Array;
  /** As the start file has them. */
  readonly lengthCodes: Uint8Array;
  readonly demoted: Uint8Array;
  /** Name of the file of a page. */
  readonly pageName: (page: number) => string;
  readonly blockStarts: readonly string[];
  readonly large: ReadonlyMap<string, LargeKey>;
  readonly folders: WordFolders;
}

const directoryOf = (start: StartFile): Directory => {
  const { lexicon, lengths, demoted, blockStarts, large, groups, folders } = start;
  const decoded = Float64Array.from(lengths, decodeLength);
  const ordinary = decoded.filter((_, page) => !demoted[page]);
  return {
    lexicon: new Lexicon(lexicon),
    pageCount: decoded.length,
    ordinaryCount: ordinary.length,
    averageLength: averageOf(ordinary),
    lengths: decoded,
    lengthCodes: lengths,
    demoted,
    pageName: (page) => pageNameIn(groups, page),
    blockStarts,
    large: new Map(large.map((key) => [key.key, key])),
    folders,
  };
};

/**
 * Looks keys up in an index, fetching no more than the files that hold them. One serves one query: what lists still cost
 * is reckoned as if nothing had been fetched before, so that an answer does not depend on what was asked earlier.
 */
export class IndexReader {
  readonly directory: Directory;
  readonly #recordStore: RecordStore;
  readonly #keys = new Map<string, IndexedKey>();

  private constructor(directory: Directory, recordStore: RecordStore) {
    this.directory = directory;
    this.#recordStore = recordStore;
  }

  /** Reads the start file. */
  static async open(source: IndexSource): Promise<IndexReader> {
    const directory = directoryOf(readStart(await source.read(fileName.start)));
    return new IndexReader(directory, new RecordStore(source, directory));
  }

  /** A reader for the next query, which need not fetch again what this one has. */
  next(): IndexReader {
    return new IndexReader(this.directory, this.#recordStore);
  }

  /** A reader of the same index with nothing fetched but the start file, as on a reader's first search. */
  cold(source: IndexSource): IndexReader {
    return new IndexReader(this.directory, new RecordStore(source, this.directory));
  }

  /** Keys of the running numbers of all letters that the pages name, in order: a small file of its own. */
  numbers(): Promise<readonly string[]> {
    return this.#recordStore.numbers();
  }

  /** What the index has of some keys. A key that it lacks is absent from the result. */
  async lookUp(keys: Iterable<string>): Promise<Map<string, IndexedKey>> {
    const found = new Map<string, IndexedKey>();
    await Promise.all(
      [...new Set(keys)].map(async (key) => {
        const indexed = await this.#one(key);
        if (indexed) found.set(key, indexed);
      }),
    );
    return found;
  }

  async #one(key: string): Promise<IndexedKey | undefined> {
    const cached = this.#keys.get(key);
    if (cached) return cached;
    const large = this.directory.large.get(key);
    const indexed = large ? this.#fromLarge(large) : await this.#fromBlock(key);
    if (indexed) this.#keys.set(key, indexed);
    return indexed;
  }

  #fromLarge(large: LargeKey): IndexedKey {
    const { key, pageCount, pagesBytes, positionsBytes } = large;
    const { postings, positions, letters } = this.#recordStore.listsOfLarge(large);
    const asked = { pages: false, positions: false, before: false, behind: false };
    return {
      key,
      pageCount,
      get pagesBytes() {
        return asked.pages ? 0 : pagesBytes;
      },
      get positionsBytes() {
        return asked.positions ? 0 : positionsBytes;
      },
      postings: () => {
        asked.pages = true;
        return postings();
      },
      positions: () => {
        asked.positions = true;
        return positions();
      },
      // A byte a position, of which compression leaves about half of what a position takes.
      lettersBytes: (side) => (asked[side] ? 0 : Math.ceil(positionsBytes / 2)),
      letters: (side) => {
        asked[side] = true;
        return letters(side);
      },
    };
  }

  async #fromBlock(key: string): Promise<IndexedKey | undefined> {
    const number = blockOf(this.directory.blockStarts, skeleton(key));
    if (number < 0) return undefined;
    const entry = (await this.#recordStore.block(number)).get(key);
    if (!entry) return undefined;
    const { pageCount } = entry;
    return {
      key,
      pageCount,
      pagesBytes: 0,
      positionsBytes: 0,
      lettersBytes: () => 0,
      ...this.#recordStore.listsOfEntry(entry, number),
    };
  }
}
