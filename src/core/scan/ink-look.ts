import type { LinePicture } from './line.ts';

/** The level that parts two heaps of levels best (Otsu 1979), 0 to 255. */
export const partingLevel = (pixels: Uint8Array): number => {
  const counts = new Float64Array(256);
  for (let at = 0; at < pixels.length; at++) {
    const level = pixels[at] as number;
    counts[level] = (counts[level] as number) + 1;
  }
  let all = 0;
  for (let level = 0; level < 256; level++) all += level * (counts[level] as number);
  let [below, belowSum, best, found] = [0, 0, -1, 128];
  for (let level = 0; level < 255; level++) {
    below += counts[level] as number;
    belowSum += level * (counts[level] as number);
    const above = pixels.length - below;
    if (below === 0 || above === 0) continue;
    const apart = below * above * (belowSum / below - (all - belowSum) / above) ** 2;
    if (apart > best) [best, found] = [apart, level + 1];
  }
  return found;
};

/** Part of its size that a line is brought to. */
export const INK_SCALE = 0.8;

/** Which pixels of a side become one, and how much of each: all of one after those of the one before, from `starts` on. */
interface Shares {
  readonly starts: Int32Array;
  readonly first: Int32Array;
  readonly parts: Float64Array;
}

const sharesOf = (size: number, small: number): Shares => {
  const step = size / small;
  const [starts, first] = [new Int32Array(small + 1), new Int32Array(small)];
  const parts: number[] = [];
  for (let at = 0; at < small; at++) {
    const [from, to] = [at * step, (at + 1) * step];
    first[at] = Math.floor(from);
    for (let one = Math.floor(from); one < Math.min(size, to); one++) {
      parts.push(Math.min(one + 1, to) - Math.max(one, from));
    }
    starts[at + 1] = parts.length;
  }
  return { starts, first, parts: Float64Array.from(parts) };
};

/**
 * A line as ink and paper alone, drawn smaller by averaging: what grey levels make a reader take for another character is
 * gone.
 */
export const inkLook = ({ width, height, pixels }: LinePicture): LinePicture => {
  const limit = partingLevel(pixels);
  const small = {
    width: Math.max(1, Math.round(width * INK_SCALE)),
    height: Math.max(1, Math.round(height * INK_SCALE)),
  };
  const [across, down] = [sharesOf(width, small.width), sharesOf(height, small.height)];
  const out = new Uint8Array(small.width * small.height);
  for (let y = 0; y < small.height; y++) {
    const [top, bottom] = [down.starts[y] as number, down.starts[y + 1] as number];
    const firstRow = (down.first[y] as number) - top;
    for (let x = 0; x < small.width; x++) {
      const [left, right] = [across.starts[x] as number, across.starts[x + 1] as number];
      const firstColumn = (across.first[x] as number) - left;
      let [sum, area] = [0, 0];
      for (let row = top; row < bottom; row++) {
        const tall = down.parts[row] as number;
        const start = (firstRow + row) * width + firstColumn;
        for (let column = left; column < right; column++) {
          const part = tall * (across.parts[column] as number);
          area += part;
          if ((pixels[start + column] as number) >= limit) sum += part;
        }
      }
      out[y * small.width + x] = Math.round((255 * sum) / area);
    }
  }
  return { ...small, pixels: out };
};
