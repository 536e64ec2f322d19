import { WINDOW } from './glyph-window.ts';

/**
 * What a window may hold in its middle: a digit, a consonant, another character that stands in numbers and dates, any other
 * one, or none, where it lies between two.
 */
export const GLYPHS = [
  ...'๐๑๒๓๔๕๖๗๘๙0123456789',
  ...'กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ',
  ...'าะเแโใไๆฯ./-:,()',
] as const;
export const OTHER = GLYPHS.length;
export const BETWEEN = GLYPHS.length + 1;
const KINDS = GLYPHS.length + 2;

/** Sizes of the layers: two of small filters (3 by 3) with the larger of each four values kept, and two that join all. */
const SIDE = 3;
const FIRST = { filters: 8, side: WINDOW - SIDE + 1 } as const;
const FIRST_HALF = FIRST.side >> 1;
const SECOND = { filters: 24, side: FIRST_HALF - SIDE + 1 } as const;
const SECOND_HALF = SECOND.side >> 1;
const JOINED = SECOND.filters * SECOND_HALF * SECOND_HALF;
const INNER = 72;

/** Rows of weights of each layer, in the order of the model: as many as it has outputs, each followed by its bias. */
export const LAYERS = [
  { rows: FIRST.filters, columns: SIDE * SIDE },
  { rows: SECOND.filters, columns: FIRST.filters * SIDE * SIDE },
  { rows: INNER, columns: JOINED },
  { rows: KINDS, columns: INNER },
] as const;

/** Weights of a layer row by row, and its biases. */
export interface LayerWeights {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}
export type GlyphNet = readonly [LayerWeights, LayerWeights, LayerWeights, LayerWeights];

/** What the layers make of one window; training goes back through it. `…At` say which of each four values was kept. */
export interface NetState {
  readonly window: Float32Array;
  readonly first: Float32Array;
  readonly firstHalf: Float32Array;
  readonly firstAt: Int32Array;
  readonly second: Float32Array;
  readonly secondHalf: Float32Array;
  readonly secondAt: Int32Array;
  readonly inner: Float32Array;
  /** How likely each of {@link GLYPHS}, then OTHER and BETWEEN, is; together 1. */
  readonly likely: Float32Array;
}

export const netState = (): NetState => ({
  window: new Float32Array(WINDOW * WINDOW),
  first: new Float32Array(FIRST.filters * FIRST.side ** 2),
  firstHalf: new Float32Array(FIRST.filters * FIRST_HALF ** 2),
  firstAt: new Int32Array(FIRST.filters * FIRST_HALF ** 2),
  second: new Float32Array(SECOND.filters * SECOND.side ** 2),
  secondHalf: new Float32Array(JOINED),
  secondAt: new Int32Array(JOINED),
  inner: new Float32Array(INNER),
  likely: new Float32Array(KINDS),
});

/** Filters of 3 by 3 over planes of `from` a side; what is below 0 becomes 0. */
const filter = (
  input: Float32Array,
  planes: number,
  from: number,
  { weights, biases }: LayerWeights,
  output: Float32Array,
): void => {
  const side = from - SIDE + 1;
  const size = side * side;
  for (let one = 0; one < biases.length; one++) {
    const base = one * size;
    output.fill(biases[one] as number, base, base + size);
    for (let plane = 0; plane < planes; plane++) {
      const start = (one * planes + plane) * SIDE * SIDE;
      const tap = (place: number): number => weights[start + place] as number;
      // Nine sums at once: a loop over them would take twice the time.
      const [a, b, c, d, e, f, g, h, i] = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(tap) as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      for (let y = 0, at = base; y < side; y++) {
        let upper = (plane * from + y) * from;
        let middle = upper + from;
        let lower = middle + from;
        for (const end = at + side; at < end; at++, upper++, middle++, lower++) {
          output[at] =
            (output[at] as number) +
            a * (input[upper] as number) +
            b * (input[upper + 1] as number) +
            c * (input[upper + 2] as number) +
            d * (input[middle] as number) +
            e * (input[middle + 1] as number) +
            f * (input[middle + 2] as number) +
            g * (input[lower] as number) +
            h * (input[lower + 1] as number) +
            i * (input[lower + 2] as number);
        }
      }
    }
    for (let at = base; at < base + size; at++) if ((output[at] as number) < 0) output[at] = 0;
  }
};

/** Keeps the largest of each two by two values, and which it was. */
const halve = (
  input: Float32Array,
  planes: number,
  from: number,
  output: Float32Array,
  kept: Int32Array,
): void => {
  const side = from >> 1;
  for (let plane = 0, out = 0; plane < planes; plane++) {
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++, out++) {
        const at = plane * from * from + 2 * y * from + 2 * x;
        let best = at;
        if ((input[at + 1] as number) > (input[best] as number)) best = at + 1;
        if ((input[at + from] as number) > (input[best] as number)) best = at + from;
        if ((input[at + from + 1] as number) > (input[best] as number)) best = at + from + 1;
        output[out] = input[best] as number;
        kept[out] = best;
      }
    }
  }
};

const join = (
  input: Float32Array,
  { weights, biases }: LayerWeights,
  output: Float32Array,
): void => {
  for (let row = 0; row < biases.length; row++) {
    let sum = biases[row] as number;
    const base = row * input.length;
    for (let at = 0; at < input.length; at++) {
      sum += (weights[base + at] as number) * (input[at] as number);
    }
    output[row] = sum;
  }
};

/** Says what the window of a state holds, in its `likely`. */
export const runNet = ([one, two, three, four]: GlyphNet, state: NetState): void => {
  filter(state.window, 1, WINDOW, one, state.first);
  halve(state.first, FIRST.filters, FIRST.side, state.firstHalf, state.firstAt);
  filter(state.firstHalf, FIRST.filters, FIRST_HALF, two, state.second);
  halve(state.second, SECOND.filters, SECOND.side, state.secondHalf, state.secondAt);
  join(state.secondHalf, three, state.inner);
  for (let at = 0; at < INNER; at++) if ((state.inner[at] as number) < 0) state.inner[at] = 0;
  join(state.inner, four, state.likely);
  const highest = state.likely.reduce((most, value) => Math.max(most, value), -Infinity);
  let sum = 0;
  for (let at = 0; at < KINDS; at++) {
    const value = Math.exp((state.likely[at] as number) - highest);
    state.likely[at] = value;
    sum += value;
  }
  for (let at = 0; at < KINDS; at++) state.likely[at] = (state.likely[at] as number) / sum;
};
