import type { Positions, Postings } from './postings.ts';
import { indexOfPage } from './rank.ts';

/** A word with its pages, and how well it serves where it is looked for (above 0, at most 1). */
export interface Placed {
  readonly weight: number;
  readonly postings: Postings;
  /** Null where they were not fetched. */
  readonly positions: Positions | null;
}

/** Positions of a word in one page: from `from` to before `end` of its values, which ascend. */
export interface Spot {
  readonly weight: number;
  readonly values: Positions['values'];
  readonly from: number;
  readonly end: number;
}

/** Where some words are in one page. */
export interface Spots {
  readonly spots: readonly Spot[];
  /** Whether a word is there, nobody knows where. */
  readonly somewhere: boolean;
}

/** Finds words in a page. */
export const spotsIn = (words: readonly Placed[], page: number): Spots => {
  const spots: Spot[] = [];
  let somewhere = false;
  for (const { weight, postings, positions } of words) {
    const index = indexOfPage(postings.pages, page);
    if (index < 0) continue;
    if (!positions) somewhere = true;
    else {
      const { values, offsets } = positions;
      const [from, end] = [offsets[index] as number, offsets[index + 1] as number];
      spots.push({ weight, values, from, end });
    }
  }
  return { spots, somewhere };
};

const hasPosition = ({ values, from, end }: Spot, position: number): boolean => {
  let [low, high] = [from, end - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = values[middle] as number;
    if (value === position) return true;
    if (value < position) low = middle + 1;
    else high = middle - 1;
  }
  return false;
};

/** The weight of the best word at a position; 0 where none is there. */
export const weightAt = (spots: readonly Spot[], position: number): number => {
  let best = 0;
  for (const spot of spots) {
    if (spot.weight > best && hasPosition(spot, position)) best = spot.weight;
  }
  return best;
};
