import { type GlyphNet, LAYERS, type NetState, netState, runNet } from '#core/scan/glyph-net.ts';
import { WINDOW } from '#core/scan/glyph-window.ts';
import type { Random } from '../lib/random.ts';

/** A net with weights of one seed: about normal, less the more inputs a row has (He and others 2015). */
export const newNet = (random: Random): GlyphNet =>
  LAYERS.map(({ rows, columns }) => {
    const scale = Math.sqrt(2 / columns);
    const normal = (): number =>
      (random.next() + random.next() + random.next() + random.next() - 2) * Math.sqrt(3);
    return {
      weights: Float32Array.from({ length: rows * columns }, () => normal() * scale),
      biases: new Float32Array(rows),
    };
  }) as unknown as GlyphNet;

const emptyNet = (): GlyphNet =>
  LAYERS.map(({ rows, columns }) => ({
    weights: new Float32Array(rows * columns),
    biases: new Float32Array(rows),
  })) as unknown as GlyphNet;

const SIDE = 3;

/** Back through a layer that joins all: adds to its gradients, and writes what its input gets where `back` is given. */
const backJoin = (
  error: Float32Array,
  input: Float32Array,
  { weights }: GlyphNet[number],
  gradients: GlyphNet[number],
  back: Float32Array,
): void => {
  back.fill(0);
  for (let row = 0; row < error.length; row++) {
    const one = error[row] as number;
    if (one === 0) continue;
    gradients.biases[row] = (gradients.biases[row] as number) + one;
    const base = row * input.length;
    for (let at = 0; at < input.length; at++) {
      gradients.weights[base + at] =
        (gradients.weights[base + at] as number) + one * (input[at] as number);
      back[at] = (back[at] as number) + one * (weights[base + at] as number);
    }
  }
};

/** Back through halving: only what was kept gets an error, and nothing where it was 0. */
const backHalve = (
  error: Float32Array,
  kept: Int32Array,
  values: Float32Array,
  back: Float32Array,
): void => {
  back.fill(0);
  for (let at = 0; at < error.length; at++) {
    if ((values[at] as number) > 0) back[kept[at] as number] = error[at] as number;
  }
};

const backFilter = (
  error: Float32Array,
  input: Float32Array,
  from: number,
  { weights }: GlyphNet[number],
  gradients: GlyphNet[number],
  back: Float32Array | null,
): void => {
  const side = from - SIDE + 1;
  const filters = gradients.biases.length;
  const planes = gradients.weights.length / filters / SIDE / SIDE;
  const shifts = Int32Array.from(
    { length: SIDE * SIDE },
    (_, tap) => Math.floor(tap / SIDE) * from + (tap % SIDE),
  );
  back?.fill(0);
  for (let one = 0; one < filters; one++) {
    const base = one * side * side;
    for (let at = 0; at < side * side; at++) {
      const value = error[base + at] as number;
      // After halving three of four are 0.
      if (value === 0) continue;
      gradients.biases[one] = (gradients.biases[one] as number) + value;
      const corner = Math.floor(at / side) * from + (at % side);
      for (let plane = 0; plane < planes; plane++) {
        const start = (one * planes + plane) * SIDE * SIDE;
        const seen = plane * from * from + corner;
        for (let tap = 0; tap < SIDE * SIDE; tap++) {
          const place = seen + (shifts[tap] as number);
          gradients.weights[start + tap] =
            (gradients.weights[start + tap] as number) + value * (input[place] as number);
          if (back)
            back[place] = (back[place] as number) + value * (weights[start + tap] as number);
        }
      }
    }
  }
};

/** Moments of gradients (Kingma and Ba 2015). */
const KEPT_MEAN = 0.9;
const KEPT_SQUARE = 0.999;
const TINY = 1e-8;
/** Share of each label that is spread over all others, so that the net does not become surer than it is right. */
const SPREAD = 0.02;

/** Trains a net on windows that are given one batch after the other. */
export const netTrainer = (net: GlyphNet) => {
  const state: NetState = netState();
  const gradients = emptyNet();
  const means = emptyNet();
  const squares = emptyNet();
  const back = {
    likely: new Float32Array(state.likely.length),
    inner: new Float32Array(state.inner.length),
    secondHalf: new Float32Array(state.secondHalf.length),
    second: new Float32Array(state.second.length),
    firstHalf: new Float32Array(state.firstHalf.length),
    first: new Float32Array(state.first.length),
  };
  const planeSide = (values: Float32Array, filters: number): number =>
    Math.sqrt(values.length / filters);
  const firstHalfSide = planeSide(state.firstHalf, LAYERS[0].rows);
  let steps = 0;

  const learn = (label: number): number => {
    runNet(net, state);
    const loss = -Math.log(Math.max(1e-9, state.likely[label] as number));
    for (let at = 0; at < back.likely.length; at++) {
      const wanted = (at === label ? 1 - SPREAD : 0) + SPREAD / back.likely.length;
      back.likely[at] = (state.likely[at] as number) - wanted;
    }
    backJoin(back.likely, state.inner, net[3], gradients[3], back.inner);
    for (let at = 0; at < back.inner.length; at++) {
      if ((state.inner[at] as number) <= 0) back.inner[at] = 0;
    }
    backJoin(back.inner, state.secondHalf, net[2], gradients[2], back.secondHalf);
    backHalve(back.secondHalf, state.secondAt, state.secondHalf, back.second);
    backFilter(back.second, state.firstHalf, firstHalfSide, net[1], gradients[1], back.firstHalf);
    backHalve(back.firstHalf, state.firstAt, state.firstHalf, back.first);
    backFilter(back.first, state.window, WINDOW, net[0], gradients[0], null);
    return loss;
  };

  const step = (rate: number, batch: number): void => {
    steps++;
    const speed = (rate * Math.sqrt(1 - KEPT_SQUARE ** steps)) / (1 - KEPT_MEAN ** steps);
    for (const [layer, { weights, biases }] of net.entries()) {
      for (const part of ['weights', 'biases'] as const) {
        const values = part === 'weights' ? weights : biases;
        const [slope, mean, square] = [gradients, means, squares].map(
          (one) => (one[layer] as GlyphNet[number])[part],
        ) as [Float32Array, Float32Array, Float32Array];
        for (let at = 0; at < values.length; at++) {
          const one = (slope[at] as number) / batch;
          const nextMean = KEPT_MEAN * (mean[at] as number) + (1 - KEPT_MEAN) * one;
          const nextSquare = KEPT_SQUARE * (square[at] as number) + (1 - KEPT_SQUARE) * one * one;
          mean[at] = nextMean;
          square[at] = nextSquare;
          values[at] = (values[at] as number) - (speed * nextMean) / (Math.sqrt(nextSquare) + TINY);
        }
        slope.fill(0);
      }
    }
  };

  return {
    /** Learns from windows in a row; returns the mean loss. */
    batch: (windows: Float32Array, labels: readonly number[], rate: number): number => {
      let loss = 0;
      for (const [at, label] of labels.entries()) {
        const start = at * WINDOW * WINDOW;
        state.window.set(windows.subarray(start, start + WINDOW * WINDOW));
        loss += learn(label);
      }
      step(rate, labels.length);
      return loss / labels.length;
    },
  };
};
