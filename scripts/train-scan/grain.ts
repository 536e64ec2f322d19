import sharp, { type Sharp } from 'sharp';
import type { LinePicture } from '#core/scan/line.ts';
import { type Random, seededRandom } from '../lib/random.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture while it is worked on: levels from 0 black to 255 white, not yet whole numbers. */
export interface Plate extends Size {
  readonly levels: Float32Array;
}

export const plateOf = ({ width, height, pixels }: LinePicture): Plate => ({
  width,
  height,
  levels: Float32Array.from(pixels),
});

export const pictureOf = ({ width, height, levels }: Plate): LinePicture => ({
  width,
  height,
  pixels: Uint8Array.from(levels, (level) => Math.max(0, Math.min(255, Math.round(level)))),
});

/** A roll of noise, about normal (the sum of four even numbers), of which plates take pieces. */
const ROLL_LENGTH = 1 << 20;
const ROLL = (() => {
  const random = seededRandom(1);
  return Float32Array.from(
    { length: ROLL_LENGTH },
    () => (random.next() + random.next() + random.next() + random.next() - 2) * Math.sqrt(3),
  );
})();

/** The level below which a share of the plate lies, from some of its pixels. */
export const quantile = (levels: Float32Array, share: number): number => {
  const step = Math.max(1, Math.floor(levels.length / 4096));
  const some = Float32Array.from(
    { length: Math.floor(levels.length / step) },
    (_, at) => levels[at * step] as number,
  ).sort();
  return some[Math.min(some.length - 1, Math.floor(some.length * share))] as number;
};

export const mapLevels = (
  plate: Plate,
  change: (level: number, x: number, y: number) => number,
): Plate => {
  const levels = new Float32Array(plate.levels.length);
  for (let y = 0, at = 0; y < plate.height; y++) {
    for (let x = 0; x < plate.width; x++, at++)
      levels[at] = change(plate.levels[at] as number, x, y);
  }
  return { ...plate, levels };
};

/** One way of a blur: across rows, or down columns. */
const along = (
  from: Float32Array,
  { width, height }: Size,
  isAcross: boolean,
  kernel: Float32Array,
): Float32Array => {
  const to = new Float32Array(from.length);
  const reach = (kernel.length - 1) / 2;
  for (let y = 0; y < height; y++) {
    for (let k = -reach; k <= reach; k++) {
      const factor = kernel[k + reach] as number;
      const row = isAcross ? y : Math.max(0, Math.min(height - 1, y + k));
      for (let x = 0; x < width; x++) {
        const column = isAcross ? Math.max(0, Math.min(width - 1, x + k)) : x;
        to[y * width + x] =
          (to[y * width + x] as number) + factor * (from[row * width + column] as number);
      }
    }
  }
  return to;
};

/** Gaussian blur of a deviation in pixels; edges go on outwards. */
export const blur = (plate: Plate, deviation: number): Plate => {
  if (deviation < 0.15) return plate;
  const reach = Math.max(1, Math.ceil(deviation * 2.5));
  const bell = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * deviation ** 2)),
  );
  const whole = bell.reduce((sum, one) => sum + one, 0);
  const kernel = Float32Array.from(bell, (one) => one / whole);
  return {
    ...plate,
    levels: along(along(plate.levels, plate, true, kernel), plate, false, kernel),
  };
};

/** Noise of the plate's size, blurred by a deviation, and brought back to deviation 1. */
export const noise = ({ width, height }: Plate, random: Random, deviation = 0): Float32Array => {
  const levels = new Float32Array(width * height);
  const start = random.int(0, ROLL_LENGTH - 1);
  for (let at = 0; at < levels.length; at++)
    levels[at] = ROLL[(start + at) % ROLL_LENGTH] as number;
  if (deviation === 0) return levels;
  const soft = blur({ width, height, levels }, deviation).levels;
  let squares = 0;
  for (const level of soft) squares += level * level;
  const scale = 1 / Math.sqrt(squares / soft.length || 1);
  return soft.map((level) => level * scale);
};

const asSharp = (plate: Plate) => {
  const { width, height, pixels } = pictureOf(plate);
  return sharp(pixels, { raw: { width, height, channels: 1 } });
};

const fromSharp = async (picture: Sharp): Promise<Plate> => {
  const { data, info } = await picture
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return plateOf({ width: info.width, height: info.height, pixels: new Uint8Array(data) });
};

export const resize = (
  plate: Plate,
  width: number,
  height: number,
  kernel: 'cubic' | 'lanczos3' | 'linear' | 'nearest' = 'lanczos3',
): Promise<Plate> =>
  fromSharp(
    asSharp(plate).resize({
      width: Math.max(1, Math.round(width)),
      height: Math.max(1, Math.round(height)),
      fit: 'fill',
      kernel,
    }),
  );

export const turn = (plate: Plate, degrees: number): Promise<Plate> =>
  fromSharp(asSharp(plate).rotate(degrees, { background: '#fff' }));

/** Through JPEG and back. */
export const jpeg = async (plate: Plate, quality: number): Promise<Plate> =>
  fromSharp(sharp(await asSharp(plate).jpeg({ quality }).toBuffer()));

/** As a PNG of 8-bit grey. */
export const pngOf = (picture: LinePicture): Promise<Buffer> =>
  sharp(picture.pixels, { raw: { width: picture.width, height: picture.height, channels: 1 } })
    .toColourspace('b-w')
    .png({ compressionLevel: 3 })
    .toBuffer();
