// Scans lose or swap tone marks and vowels above and below the line far more often than consonants.
const MARKS = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g;

/** A text without its white space: what stays of it however its lines were broken. */
export const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** A text without marks above and below the line and without white space, by which misread words are recognised. */
export const skeleton = (text: string): string => squeeze(text).replace(MARKS, '');

/** Edits (insert, remove, replace one character) between two texts, or `limit + 1` where there are more than `limit`. */
export const editDistance = (a: string, b: string, limit = Number.POSITIVE_INFINITY): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const swap = (previous[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const edits = Math.min(
        swap,
        (previous[column] as number) + 1,
        (current[column - 1] as number) + 1,
      );
      current.push(edits);
      if (edits < least) least = edits;
    }
    if (least > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length] as number;
};

/** Where a phrase stands in a text, perhaps misread: UTF-16 offsets, end exclusive, and the edits it took. */
export interface NearMatch {
  readonly start: number;
  readonly end: number;
  readonly edits: number;
}

/**
 * The place of a text that is nearest to `phrase`, if it takes at most `limit` edits (Sellers 1980: approximate
 * search with a free start). Time is the product of both lengths, so callers keep the text to a line.
 */
export const findNear = (text: string, phrase: string, limit: number): NearMatch | null => {
  const size = phrase.length;
  // One row of edits and of the places where they start, updated in place.
  const edits = new Uint16Array(size + 1).map((_, index) => index);
  const starts = new Int32Array(size + 1);
  let best: NearMatch | null = null;
  for (let at = 1; at <= text.length; at++) {
    const letter = text.charCodeAt(at - 1);
    let diagonal = edits[0] as number;
    let diagonalStart = starts[0] as number;
    edits[0] = 0;
    starts[0] = at;
    for (let row = 1; row <= size; row++) {
      const before = edits[row] as number;
      const beforeStart = starts[row] as number;
      const swap = diagonal + (letter === phrase.charCodeAt(row - 1) ? 0 : 1);
      const drop = before + 1;
      const add = (edits[row - 1] as number) + 1;
      if (swap <= drop && swap <= add) {
        edits[row] = swap;
        starts[row] = diagonalStart;
      } else if (drop <= add) {
        edits[row] = drop;
      } else {
        edits[row] = add;
        starts[row] = starts[row - 1] as number;
      }
      diagonal = before;
      diagonalStart = beforeStart;
    }
    const taken = edits[size] as number;
    if (taken <= limit && (best === null || taken < best.edits)) {
      best = { start: starts[size] as number, end: at, edits: taken };
    }
  }
  return best;
};

/** Share of pieces that two sets have in common (Dice), from 0 to 1; none where both are empty. */
export const sharedPieces = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size + b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const piece of small) if (large.has(piece)) shared++;
  return (2 * shared) / (a.size + b.size);
};

/** Share of three-letter pieces that two texts have in common, from 0 to 1; white space and marks do not count. */
export const similarity = (a: string, b: string): number => {
  const [left, right] = [trigrams(a), trigrams(b)];
  if (left.size === 0 || right.size === 0) return skeleton(a) === skeleton(b) ? 1 : 0;
  return sharedPieces(left, right);
};

/** The three-letter pieces of a text's skeleton. */
export const trigrams = (text: string): ReadonlySet<string> => {
  const bare = skeleton(text);
  const pieces = new Set<string>();
  for (let at = 0; at + 3 <= bare.length; at++) pieces.add(bare.slice(at, at + 3));
  return pieces;
};
