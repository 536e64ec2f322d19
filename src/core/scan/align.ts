/** Two equal pairs of marks cost nothing; a pair that differs costs less than one mark lost and one found. */
const LOST = 2;
const CHANGED = 3;

/** A mark of the first row beside one of the second; null where the other row has none. */
export interface Pair {
  readonly first: number | null;
  readonly second: number | null;
}

/** Brings two rows of marks side by side with as few changes as can be, by their places (Needleman and Wunsch 1970). */
export const align = (first: readonly string[], second: readonly string[]): Pair[] => {
  const width = second.length + 1;
  const costs = new Uint32Array((first.length + 1) * width);
  const cost = (row: number, column: number): number => costs[row * width + column] as number;
  for (let row = 0; row <= first.length; row++) {
    for (let column = 0; column <= second.length; column++) {
      if (row === 0 || column === 0) {
        costs[row * width + column] = LOST * (row + column);
        continue;
      }
      const change = first[row - 1] === second[column - 1] ? 0 : CHANGED;
      costs[row * width + column] = Math.min(
        cost(row - 1, column - 1) + change,
        cost(row - 1, column) + LOST,
        cost(row, column - 1) + LOST,
      );
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [first.length, second.length];
  while (row > 0 || column > 0) {
    const here = cost(row, column);
    const change = first[row - 1] === second[column - 1] ? 0 : CHANGED;
    if (row > 0 && column > 0 && here === cost(row - 1, column - 1) + change) {
      pairs.push({ first: --row, second: --column });
    } else if (row > 0 && here === cost(row - 1, column) + LOST) {
      pairs.push({ first: --row, second: null });
    } else pairs.push({ first: null, second: --column });
  }
  return pairs.reverse();
};
