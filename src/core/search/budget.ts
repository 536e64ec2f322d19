/** What a query may fetch, in bytes as they are stored. */
export const BUDGET = {
  /** Page lists of frequent words: beyond this the most frequent are left out, as long as others remain. */
  pages: 24_000,
  positions: 79_000,
  positionsOfMany: 21_500,
  /** Lists fetched to find the phrases of the query letter for letter. */
  phrases: 58_000,
  /** Lists fetched to see whether one reading of a slip is in any page. */
  tried: 8_000,
  /** Longest query, in units, of which the phrases are searched: a longer one has words enough to distinguish pages. */
  phraseUnits: 8,
  many: 6,
  /** Pages ranked at all, and those whose word positions are checked whatever they lack. */
  ranked: 1500,
  candidates: 300,
  /** Longest query, in units, that is corrected though the index has all its words. */
  correctable: 6,
};
