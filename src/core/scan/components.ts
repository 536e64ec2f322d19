import type { Box, Grey, Ink } from './picture.ts';

/** Ink that hangs together, also over corners: its box, how many pixels it has, and its runs. */
export interface Component extends Box {
  readonly area: number;
  /** Places of its runs among {@link Components.runs}. */
  readonly runs: readonly number[];
}

/** All components of a picture. A run is three numbers: row, first column, column behind the last. */
export interface Components {
  readonly list: readonly Component[];
  readonly runs: Int32Array;
}

const runsOf = ({ width, height, pixels }: Ink): { runs: Int32Array; rows: Int32Array } => {
  let runs = new Int32Array(1 << 16);
  const rows = new Int32Array(height + 1);
  let count = 0;
  for (let y = 0; y < height; y++) {
    rows[y] = count;
    const end = (y + 1) * width;
    for (let at = y * width; at < end; ) {
      if (pixels[at] === 0) {
        at++;
        continue;
      }
      const start = at;
      while (at < end && pixels[at] === 1) at++;
      if (3 * (count + 1) > runs.length) {
        const more = new Int32Array(runs.length * 2);
        more.set(runs);
        runs = more;
      }
      runs.set([y, start - y * width, at - y * width], 3 * count);
      count++;
    }
  }
  rows[height] = count;
  return { runs: runs.subarray(0, 3 * count), rows };
};

const rootOf = (parents: Int32Array, of: number): number => {
  let at = of;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at] as number] as number;
    at = parents[at] as number;
  }
  return at;
};

/** A component while its runs are gathered, row by row. */
interface Growing {
  left: number;
  readonly top: number;
  right: number;
  bottom: number;
  area: number;
  readonly runs: number[];
}

/** The components of a picture, found run by run with a forest of joined runs. */
export const componentsOf = (ink: Ink): Components => {
  const { runs, rows } = runsOf(ink);
  const parents = Int32Array.from({ length: runs.length / 3 }, (_, at) => at);
  for (let y = 1; y < ink.height; y++) {
    let above = rows[y - 1] as number;
    const aboveEnd = rows[y] as number;
    for (let at = rows[y] as number; at < (rows[y + 1] as number); at++) {
      const [left, right] = [runs[3 * at + 1] as number, runs[3 * at + 2] as number];
      while (above < aboveEnd && (runs[3 * above + 2] as number) < left) above++;
      for (let one = above; one < aboveEnd && (runs[3 * one + 1] as number) <= right; one++) {
        const [a, b] = [rootOf(parents, one), rootOf(parents, at)];
        if (a !== b) parents[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  const byRoot = new Map<number, Growing>();
  for (let at = 0; at < parents.length; at++) {
    const root = rootOf(parents, at);
    const [y, left, right] = [runs[3 * at], runs[3 * at + 1], runs[3 * at + 2]] as unknown as [
      number,
      number,
      number,
    ];
    const found = byRoot.get(root);
    if (found) {
      found.left = Math.min(found.left, left);
      found.right = Math.max(found.right, right);
      found.bottom = y + 1;
      found.area += right - left;
      found.runs.push(at);
    } else {
      byRoot.set(root, { left, top: y, right, bottom: y + 1, area: right - left, runs: [at] });
    }
  }
  return { list: [...byRoot.values()], runs };
};

/** Takes a component out of `ink`, and out of `grey` with a rim of `rim` pixels, by writing into both. */
const erase = (
  ink: Uint8Array,
  grey: Uint8Array,
  { width, height }: Ink,
  component: Component,
  runs: Int32Array,
  rim: number,
): void => {
  for (const run of component.runs) {
    const [y, left, right] = [runs[3 * run], runs[3 * run + 1], runs[3 * run + 2]] as unknown as [
      number,
      number,
      number,
    ];
    ink.fill(0, y * width + left, y * width + right);
    const [from, to] = [Math.max(0, left - rim), Math.min(width, right + rim)];
    for (let row = Math.max(0, y - rim); row <= Math.min(height - 1, y + rim); row++) {
      for (let at = row * width + from; at < row * width + to; at++) {
        if ((grey[at] as number) < ERASED) grey[at] = ERASED;
      }
    }
  }
};

const ERASED = 246;
const RIM = 2;

/** A picture and its ink without the components that `dirtOf` chooses of all. */
export const withoutComponents = (
  grey: Grey,
  ink: Ink,
  dirtOf: (list: readonly Component[]) => readonly Component[],
): { readonly grey: Grey; readonly ink: Ink } => {
  const { list, runs } = componentsOf(ink);
  const [greys, inks] = [grey.pixels.slice(), ink.pixels.slice()];
  for (const component of dirtOf(list)) erase(inks, greys, ink, component, runs, RIM);
  return { grey: { ...grey, pixels: greys }, ink: { ...ink, pixels: inks } };
};
