import type { LinePicture } from './line.ts';

/** The level that parts two heaps of levels best (Otsu 1979), 0 to 255. */
export const partingLevel = (pixels: Uint8Array): number => {
  const counts = new Float64Array(256);
  for (const level of pixels) counts[level] = (counts[level] as number) + 1;
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
  const [stepX, stepY] = [width / small.width, height / small.height];
  const out = new Uint8Array(small.width * small.height);
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      let [sum, area] = [0, 0];
      for (let row = Math.floor(y * stepY); row < Math.min(height, (y + 1) * stepY); row++) {
        const tall = Math.min(row + 1, (y + 1) * stepY) - Math.max(row, y * stepY);
        for (
          let column = Math.floor(x * stepX);
          column < Math.min(width, (x + 1) * stepX);
          column++
        ) {
          const wide = Math.min(column + 1, (x + 1) * stepX) - Math.max(column, x * stepX);
          const part = tall * wide;
          area += part;
          if ((pixels[row * width + column] as number) >= limit) sum += part;
        }
      }
      out[y * small.width + x] = Math.round((255 * sum) / area);
    }
  }
  return { ...small, pixels: out };
};
