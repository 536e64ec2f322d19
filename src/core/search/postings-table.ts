import type { Side } from './adjacency.ts';

/** Bytes that a number takes as {@link ByteWriter} writes it. */
const sizeOf = (value: number): number => {
  let size = 1;
  for (let rest = value; rest > 0x7f; rest >>>= 7) size++;
  return size;
};

const write = (bytes: Uint8Array, start: number, value: number): number => {
  let at = start;
  let rest = value;
  while (rest > 0x7f) {
    bytes[at++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
};

/** Where each key's part of some bytes begins, given how long each is; one more tells where the last ends. */
const startsOf = (sizes: Uint32Array): Uint32Array => {
  const starts = new Uint32Array(sizes.length + 1);
  for (let key = 0; key < sizes.length; key++) {
    starts[key + 1] = (starts[key] as number) + (sizes[key] as number);
  }
  return starts;
};

/** Calls back for each entry of a page, in order. By hand: an object for each of some millions takes most of an index. */
const walk = (
  bytes: Uint8Array,
  visit: (key: number, head: number, at: number, length: number) => void,
): void => {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError('the bytes end in the middle of a number');
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  while (at < bytes.length) {
    const key = number();
    const head = number();
    const length = number();
    if (at + length + 2 * (head >>> 2) > bytes.length)
      throw new RangeError('the bytes end too early');
    visit(key, head, at, length);
    at += length + 2 * (head >>> 2);
  }
};

const copy = (
  from: Uint8Array,
  start: number,
  length: number,
  to: Uint8Array,
  place: number,
): void => {
  for (let at = 0; at < length; at++) to[place + at] = from[start + at] as number;
};

/**
 * Where every key stands in all pages. It is made in two passes over the entries of the pages, of which the first finds how
 * much room each key needs: lists that grow one by one take twice the room and three times as long.
 */
export class PostingsTable {
  readonly #pageCounts: Uint32Array;
  readonly #pages: Uint8Array;
  readonly #pageStarts: Uint32Array;
  readonly #positions: Uint8Array;
  readonly #positionStarts: Uint32Array;
  readonly #letters: Readonly<Record<Side, Uint8Array>>;
  readonly #letterStarts: Uint32Array;

  /** `entries` are those of page 0, 1 and so on, with the numbers of their keys, all below `keys`. */
  constructor(entries: readonly Uint8Array[], keys: number) {
    const gaps = new Uint32Array(keys);
    const counts = new Uint32Array(keys);
    const positions = new Uint32Array(keys);
    const occurrences = new Uint32Array(keys);
    const last = new Int32Array(keys).fill(-1);
    this.#pageCounts = new Uint32Array(keys);
    entries.forEach((bytes, page) => {
      walk(bytes, (key, head, _, length) => {
        gaps[key] = (gaps[key] as number) + sizeOf(page - (last[key] as number) - 1);
        counts[key] = (counts[key] as number) + sizeOf(head);
        positions[key] = (positions[key] as number) + length;
        occurrences[key] = (occurrences[key] as number) + (head >>> 2);
        this.#pageCounts[key] = (this.#pageCounts[key] as number) + 1;
        last[key] = page;
      });
    });
    this.#pageStarts = startsOf(gaps.map((size, key) => size + (counts[key] as number)));
    this.#positionStarts = startsOf(positions);
    this.#letterStarts = startsOf(occurrences);
    this.#pages = new Uint8Array(this.#pageStarts[keys] as number);
    this.#positions = new Uint8Array(this.#positionStarts[keys] as number);
    const letters = this.#letterStarts[keys] as number;
    this.#letters = { before: new Uint8Array(letters), behind: new Uint8Array(letters) };
    this.#fill(entries, gaps);
  }

  #fill(entries: readonly Uint8Array[], gaps: Uint32Array): void {
    const gapAt = this.#pageStarts.slice();
    const countAt = gapAt.map((start, key) => start + (gaps[key] ?? 0));
    const positionAt = this.#positionStarts.slice();
    const letterAt = this.#letterStarts.slice();
    const last = new Int32Array(gaps.length).fill(-1);
    const { before, behind } = this.#letters;
    entries.forEach((bytes, page) => {
      walk(bytes, (key, head, at, length) => {
        const gap = page - (last[key] as number) - 1;
        const times = head >>> 2;
        gapAt[key] = write(this.#pages, gapAt[key] as number, gap);
        countAt[key] = write(this.#pages, countAt[key] as number, head);
        copy(bytes, at, length, this.#positions, positionAt[key] as number);
        copy(bytes, at + length, times, before, letterAt[key] as number);
        copy(bytes, at + length + times, times, behind, letterAt[key] as number);
        positionAt[key] = (positionAt[key] as number) + length;
        letterAt[key] = (letterAt[key] as number) + times;
        last[key] = page;
      });
    });
  }

  /** In how many pages a key stands. */
  pageCount(key: number): number {
    return this.#pageCounts[key] as number;
  }

  /** Page list of a key: gaps, then counts, each kept together because like numbers compress best side by side. */
  pages(key: number): Uint8Array {
    return this.#pages.subarray(this.#pageStarts[key], this.#pageStarts[key + 1]);
  }

  positions(key: number): Uint8Array {
    return this.#positions.subarray(this.#positionStarts[key], this.#positionStarts[key + 1]);
  }

  /** Codes of what touches the key on one side, a byte a position. */
  letters(key: number, side: Side): Uint8Array {
    return this.#letters[side].subarray(this.#letterStarts[key], this.#letterStarts[key + 1]);
  }
}
