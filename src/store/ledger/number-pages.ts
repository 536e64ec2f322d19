/** Numbers of one page: 512 that follow each other. */
const PAGE_BITS = 9;
const PAGE_WORDS = 2 ** PAGE_BITS / 32;
const PAGES_OF_CHUNK = 4096;
const FEWEST_SLOTS = 2 ** 12;

/** Where a number is marked: the page, by two hashes of all that its numbers share, and its place there, below 512. */
export interface NumberPlace {
  first: number;
  second: number;
  bit: number;
}

/** Marks as they are handed from one thread to another. */
export interface MarkedPages {
  /** Two hashes a slot, and the number of its page from 1; 0 for an empty slot. */
  readonly hashes: Int32Array<ArrayBuffer>;
  readonly pages: Int32Array<ArrayBuffer>;
  readonly chunks: readonly Int32Array<ArrayBuffer>[];
}

/** The page and the bit of an integer within what its page shares. */
export const pageOf = (value: number): number => value >>> PAGE_BITS;
export const bitOf = (value: number): number => value & (2 ** PAGE_BITS - 1);

/**
 * A set of tens of millions of numbers that run on: of each page that has any, 64 bytes. Pages are told apart by 64 bits of
 * hashes; two may be taken for one, with the odds of one in some ten million for a national year.
 */
export const numberPages = () => {
  let size = FEWEST_SLOTS;
  let hashes = new Int32Array(2 * size);
  let pages = new Int32Array(size);
  const chunks: Int32Array<ArrayBuffer>[] = [];
  let count = 0;

  /** The slot of a page, or the empty one where it would stand. */
  const slotOf = (first: number, second: number): number => {
    const mask = size - 1;
    let slot = (first ^ (first >>> 15) ^ second) & mask;
    while (pages[slot] !== 0 && (hashes[2 * slot] !== first || hashes[2 * slot + 1] !== second)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const grow = (): void => {
    const [oldHashes, oldPages] = [hashes, pages];
    size *= 2;
    hashes = new Int32Array(2 * size);
    pages = new Int32Array(size);
    for (const [at, page] of oldPages.entries()) {
      if (page === 0) continue;
      const [first, second] = [oldHashes[2 * at] as number, oldHashes[2 * at + 1] as number];
      const slot = slotOf(first, second);
      hashes[2 * slot] = first;
      hashes[2 * slot + 1] = second;
      pages[slot] = page;
    }
  };
  const newPage = (first: number, second: number): number => {
    if (2 * (count + 1) > size) grow();
    const slot = slotOf(first, second);
    if (count % PAGES_OF_CHUNK === 0) chunks.push(new Int32Array(PAGES_OF_CHUNK * PAGE_WORDS));
    count += 1;
    hashes[2 * slot] = first;
    hashes[2 * slot + 1] = second;
    pages[slot] = count;
    return count;
  };
  const chunkOf = (page: number): Int32Array =>
    chunks[Math.floor((page - 1) / PAGES_OF_CHUNK)] as Int32Array;
  const startOf = (page: number): number => ((page - 1) % PAGES_OF_CHUNK) * PAGE_WORDS;

  return {
    /** Marks a number. Whether it was marked before. */
    mark: ({ first, second, bit }: NumberPlace): boolean => {
      const page = (pages[slotOf(first, second)] as number) || newPage(first, second);
      const chunk = chunkOf(page);
      const at = startOf(page) + (bit >>> 5);
      const word = chunk[at] as number;
      const one = 1 << (bit & 31);
      if ((word & one) !== 0) return true;
      chunk[at] = word | one;
      return false;
    },
    /** Tells every number that other pages have marked as well. */
    inBoth: (other: MarkedPages, tell: (place: Readonly<NumberPlace>) => void): void => {
      for (const [slot, theirs] of other.pages.entries()) {
        if (theirs === 0) continue;
        const first = other.hashes[2 * slot] as number;
        const second = other.hashes[2 * slot + 1] as number;
        const page = pages[slotOf(first, second)] as number;
        if (page === 0) continue;
        const [ours, from] = [chunkOf(page), startOf(page)];
        const chunk = other.chunks[Math.floor((theirs - 1) / PAGES_OF_CHUNK)] as Int32Array;
        for (let word = 0; word < PAGE_WORDS; word++) {
          const both = (ours[from + word] as number) & (chunk[startOf(theirs) + word] as number);
          for (let bit = 0; both !== 0 && bit < 32; bit++) {
            if ((both & (1 << bit)) !== 0) tell({ first, second, bit: word * 32 + bit });
          }
        }
      }
    },
    marked: (): MarkedPages => ({ hashes, pages, chunks }),
  };
};
