import {
  type BlockEntry,
  blockOf,
  decodeLength,
  fileName,
  type LargeKey,
  readBlock,
  readStart,
  type StartFile,
} from './layout.ts';
import { Lexicon } from './lexicon.ts';
import { skeleton } from './normalise.ts';
import { type Positions, type Postings, readPositions, readPostings } from './postings.ts';

/** Where the files of an index come from: the network in a browser, the disk in a terminal. */
export interface IndexSource {
  /** The uncompressed bytes of a file; rejects where it cannot be had or is damaged. */
  readonly read: (name: string) => Promise<Uint8Array>;
}

/** A key that the index has. Its lists are fetched when asked for, and once. */
export interface IndexedKey {
  readonly key: string;
  readonly pageCount: number;
  /** Bytes that its lists would still cost, before compression; 0 where they have come with a block or been asked for. */
  readonly pagesBytes: number;
  readonly positionsBytes: number;
  readonly postings: () => Promise<Postings>;
  readonly positions: () => Promise<Positions>;
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

/** Looks keys up in an index, fetching no more than the files that hold them. */
export class IndexReader {
  readonly lexicon: Lexicon;
  readonly pageCount: number;
  /** Pages that rank as others do. A thousand below them would make every word of theirs seem rare, and each of them long. */
  readonly ordinaryCount: number;
  /** Of those. */
  readonly averageLength: number;
  readonly lengths: Float64Array;
  readonly demoted: Uint8Array;
  readonly #start: StartFile;
  readonly #source: IndexSource;
  readonly #large: ReadonlyMap<string, LargeKey>;
  readonly #keys = new Map<string, IndexedKey>();
  readonly #blocks = new Map<number, Promise<Map<string, BlockEntry>>>();

  private constructor(start: StartFile, source: IndexSource, lexicon: Lexicon) {
    this.#start = start;
    this.#source = source;
    this.lexicon = lexicon;
    this.#large = new Map(start.large.map((key) => [key.key, key]));
    this.pageCount = start.lengths.length;
    this.demoted = start.demoted;
    this.lengths = Float64Array.from(start.lengths, decodeLength);
    const ordinary = this.lengths.filter((_, page) => !this.demoted[page]);
    this.ordinaryCount = ordinary.length;
    this.averageLength = averageOf(ordinary);
  }

  /** Reads the start file. */
  static async open(source: IndexSource): Promise<IndexReader> {
    const start = readStart(await source.read(fileName.start));
    return new IndexReader(start, source, new Lexicon(start.lexicon));
  }

  /** A reader of the same index with nothing fetched but the start file, as on a reader's first search. */
  cold(source: IndexSource): IndexReader {
    return new IndexReader(this.#start, source, this.lexicon);
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
    const large = this.#large.get(key);
    const indexed = large ? this.#fromLarge(large) : await this.#fromBlock(key);
    if (indexed) this.#keys.set(key, indexed);
    return indexed;
  }

  #fromLarge({ key, index, pageCount, pagesBytes, positionsBytes }: LargeKey): IndexedKey {
    const postings = once(async () =>
      readPostings(await this.#source.read(fileName.pages(index)), pageCount),
    );
    const positions = once(async () => {
      const [bytes, { counts }] = await Promise.all([
        this.#source.read(fileName.positions(index)),
        postings(),
      ]);
      return readPositions(bytes, counts);
    });
    const asked = { pages: false, positions: false };
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
    };
  }

  async #fromBlock(key: string): Promise<IndexedKey | undefined> {
    const number = blockOf(this.#start.blockStarts, skeleton(key));
    if (number < 0) return undefined;
    let block = this.#blocks.get(number);
    if (!block) {
      block = this.#source.read(fileName.block(number)).then(readBlock);
      this.#blocks.set(number, block);
    }
    const entry = (await block).get(key);
    if (!entry) return undefined;
    const postings = once(async () => readPostings(entry.pages, entry.pageCount));
    const positions = once(async () => readPositions(entry.positions, (await postings()).counts));
    return {
      key,
      pageCount: entry.pageCount,
      pagesBytes: 0,
      positionsBytes: 0,
      postings,
      positions,
    };
  }
}
