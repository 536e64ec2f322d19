import type { Positions, Postings } from './postings.ts';

/** A word with its pages, and how well it serves where it is looked for (above 0, at most 1). */
export interface Placed {
  readonly weight: number;
  readonly postings: Postings;
  /** Null where they were not fetched. */
  readonly positions: Positions | null;
}

/** Index of the first page of an ascending list that is not below `page`, looked for from an index on where that is not beyond it. */
const indexFrom = (pages: Int32Array, page: number, hint: number): number => {
  let low = hint > 0 && (pages[hint - 1] as number) < page ? hint : 0;
  let step = 1;
  while (low + step <= pages.length && (pages[low + step - 1] as number) < page) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step - 1, pages.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle] as number) < page) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Where some words are in one page after the other. One of these serves all pages of a list, as a frequent word has tens of
 * thousands: what it says holds until it moves on. Pages in ascending order are found soonest.
 */
export class Spots {
  readonly #words: readonly Placed[];
  readonly #index: Int32Array;
  /** By word: the range of its positions in the page. */
  readonly #from: Int32Array;
  readonly #end: Int32Array;
  #somewhere = false;
  #isPlaced = false;

  constructor(words: readonly Placed[]) {
    this.#words = words;
    this.#index = new Int32Array(words.length);
    this.#from = new Int32Array(words.length);
    this.#end = new Int32Array(words.length);
  }

  /** Whether a word is in the page, nobody knows where. */
  get somewhere(): boolean {
    return this.#somewhere;
  }

  /** Whether a word is in the page at known positions. */
  get isPlaced(): boolean {
    return this.#isPlaced;
  }

  moveTo(page: number): void {
    this.#somewhere = false;
    this.#isPlaced = false;
    for (let word = 0; word < this.#words.length; word++) {
      const { postings, positions } = this.#words[word] as Placed;
      const index = indexFrom(postings.pages, page, this.#index[word] as number);
      this.#index[word] = index;
      this.#from[word] = 0;
      this.#end[word] = 0;
      if (postings.pages[index] !== page) continue;
      if (!positions) {
        this.#somewhere = true;
        continue;
      }
      this.#isPlaced = true;
      this.#from[word] = positions.offsets[index] as number;
      this.#end[word] = positions.offsets[index + 1] as number;
    }
  }

  /** Which of all positions of a word one in this page is; -1 where the word is not there. */
  nthOf(word: number, position: number): number {
    const values = this.#words[word]?.positions?.values;
    if (!values) return -1;
    let low = this.#from[word] as number;
    let high = (this.#end[word] as number) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const value = values[middle] as number;
      if (value === position) return middle;
      if (value < position) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** The weight of the best word at a position; 0 where none is there. */
  weightAt(position: number): number {
    let best = 0;
    for (let word = 0; word < this.#words.length; word++) {
      const { weight } = this.#words[word] as Placed;
      if (weight > best && this.nthOf(word, position) >= 0) best = weight;
    }
    return best;
  }

  /** Calls `use` once for each position that a word has in the page, with the weight of the best word there. */
  each(use: (position: number, weight: number) => void): void {
    for (let word = 0; word < this.#words.length; word++) {
      const { positions } = this.#words[word] as Placed;
      const end = this.#end[word] as number;
      for (let nth = this.#from[word] as number; nth < end; nth++) {
        const position = positions?.values[nth] as number;
        if (this.#isOfEarlier(word, position)) continue;
        use(position, this.weightAt(position));
      }
    }
  }

  #isOfEarlier(word: number, position: number): boolean {
    for (let earlier = 0; earlier < word; earlier++)
      if (this.nthOf(earlier, position) >= 0) return true;
    return false;
  }
}
