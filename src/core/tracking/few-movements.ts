/** Movements and covering letters up to which a circular has few. */
const FEW = 24;

/**
 * Whether so little is on record of a circular that its tracking data is some kilobytes at most: then it lies within
 * other files, and makes none of its own.
 */
export const hasFewMovements = (record: {
  readonly movements: readonly unknown[];
  readonly coveringLetters: readonly unknown[];
}): boolean => record.movements.length + record.coveringLetters.length <= FEW;
