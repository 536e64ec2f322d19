import { LINE_KIND_COUNT, LINE_SAID_COUNT, MARK_GROUPS } from './line-kinds.ts';

/**
 * How likely each kind is in each column of a strip, and behind the kinds each mark of {@link MARK_GROUPS}; what is said of a column
 * stands beside each other, {@link LINE_SAID_COUNT} in all. Kinds make 1 together, and so do the marks of a group.
 */
export interface LineColumns {
  readonly count: number;
  readonly likely: Float64Array;
}

/** What the last layer of filters makes of a line: planes of columns, each plane `apart` values behind the one before. */
export interface PlaneColumns {
  readonly values: Float32Array;
  /** Place of the first column of the first plane. */
  readonly start: number;
  readonly apart: number;
  readonly planes: number;
  readonly count: number;
}

/** Kinds whose sums are made side by side. */
const AT_ONCE = 4;

/** How much is said of a column in parts that make 1 together: kinds, and each group of marks. */
const PARTS = [LINE_KIND_COUNT, ...MARK_GROUPS.map(({ length }) => length)];

/** Makes sums from `from` to before `to` into how likely each is: all of a part make 1. */
const share = (sums: Float64Array, from: number, to: number): void => {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = from; at < to; at++) highest = Math.max(highest, sums[at] as number);
  let all = 0;
  for (let at = from; at < to; at++) {
    sums[at] = Math.exp((sums[at] as number) - highest);
    all += sums[at] as number;
  }
  for (let at = from; at < to; at++) sums[at] = (sums[at] as number) / all;
};

/** Sums one row of weights over the planes of a column. */
const sumOf = (weights: Float32Array, row: number, bias: number, seen: Float64Array): number => {
  let sum = bias;
  const from = row * seen.length;
  for (let plane = 0; plane < seen.length; plane++) {
    sum += (weights[from + plane] as number) * (seen[plane] as number);
  }
  return sum;
};

/** Joins the planes of each column to how likely each kind is there, and each mark. */
export const likelihoods = (
  { values, start, apart, planes, count }: PlaneColumns,
  { weights, biases }: { readonly weights: Float32Array; readonly biases: Float32Array },
): LineColumns => {
  const likely = new Float64Array(count * LINE_SAID_COUNT);
  const seen = new Float64Array(planes);
  for (let column = 0; column < count; column++) {
    const own = column * LINE_SAID_COUNT;
    for (let plane = 0; plane < planes; plane++) {
      seen[plane] = values[start + plane * apart + column] as number;
    }
    let row = 0;
    // Four sums side by side take half the time of one after the other, as none waits for the one before.
    for (; row + AT_ONCE <= LINE_SAID_COUNT; row += AT_ONCE) {
      let one = biases[row] as number;
      let two = biases[row + 1] as number;
      let three = biases[row + 2] as number;
      let four = biases[row + 3] as number;
      const from = row * planes;
      for (let plane = 0; plane < planes; plane++) {
        const value = seen[plane] as number;
        one += (weights[from + plane] as number) * value;
        two += (weights[from + planes + plane] as number) * value;
        three += (weights[from + 2 * planes + plane] as number) * value;
        four += (weights[from + 3 * planes + plane] as number) * value;
      }
      likely[own + row] = one;
      likely[own + row + 1] = two;
      likely[own + row + 2] = three;
      likely[own + row + 3] = four;
    }
    for (; row < LINE_SAID_COUNT; row++) {
      likely[own + row] = sumOf(weights, row, biases[row] as number, seen);
    }
    let part = own;
    for (const length of PARTS) {
      share(likely, part, part + length);
      part += length;
    }
  }
  return { count, likely };
};
