import type { LinePicture } from '#core/scan/line.ts';
import type { Random } from '../lib/random.ts';
import {
  blur,
  jpeg,
  mapLevels,
  noise,
  type Plate,
  pictureOf,
  plateOf,
  quantile,
  resize,
  turn,
} from './grain.ts';

/** Ways in which a line comes to a reader. All pictures are brought to 300 dpi in the end, as pages are. */
export const QUALITIES = ['clean', 'scan', 'copy', 'photo', 'low', 'fax'] as const;
export type Quality = (typeof QUALITIES)[number];

const between = (random: Random, from: number, to: number): number =>
  from + random.next() * (to - from);

/** Deviations from the mean beyond which a small share of what is normal lies (Abramowitz and Stegun, 26.2.22). */
const tail = (share: number): number => {
  const t = Math.sqrt(-2 * Math.log(Math.max(share, 1e-6)));
  return t - (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t);
};

/** Specks of toner: the darkest (or lightest) share of soft noise. */
const specks = (plate: Plate, random: Random, share: number, level: number): Plate => {
  const soft = noise(plate, random, between(random, 0.6, 1.1));
  // The share is too small for a quantile of some pixels: soft noise is about normal, so its tail is known.
  const limit = -tail(share);
  return mapLevels(plate, (old, x, y) =>
    (soft[y * plate.width + x] as number) < limit ? level : old,
  );
};

/** Copied in black and white: rough edges, specks of toner and of paper. */
const copied = (plate: Plate, random: Random, roughness: number): Plate => {
  const rough = noise(plate, random, 1.2);
  const limit = between(random, 125, 190);
  const soft = blur(plate, between(random, 0.8, 1.5));
  let out = mapLevels(soft, (level, x, y) =>
    level + (rough[y * plate.width + x] as number) * roughness > limit ? 255 : 0,
  );
  out = specks(out, random, random.next() * 0.0015, 0);
  return specks(out, random, random.next() * 0.0015, 255);
};

const scanned = async (plate: Plate, random: Random): Promise<Plate> => {
  const dark = between(random, 10, 70);
  const light = between(random, 215, 252);
  const grain = noise(plate, random);
  const strength = between(random, 3, 14);
  const out = mapLevels(
    blur(plate, between(random, 0.5, 1.4)),
    (level, x, y) =>
      dark + (level * (light - dark)) / 255 + (grain[y * plate.width + x] as number) * strength,
  );
  return jpeg(out, random.int(50, 88));
};

const photographed = async (plate: Plate, random: Random, scale: number): Promise<Plate> => {
  const { width, height } = plate;
  const small = blur(
    await resize(plate, width * scale, height * scale),
    between(random, 0.3, 0.75),
  );
  const light = between(random, 140, 240);
  const fall = between(random, -0.2, 0.2);
  const grain = noise(small, random);
  const strength = between(random, 2, 7);
  const lit = mapLevels(
    small,
    (level, x, y) =>
      (22 + (level * (light - 22)) / 255) * (1 + fall * (x / small.width - 0.5)) +
      (grain[y * small.width + x] as number) * strength,
  );
  return resize(
    await jpeg(lit, random.int(40, 82)),
    width,
    height,
    random.pick(['cubic', 'lanczos3', 'linear']),
  );
};

const faxed = async (plate: Plate, random: Random): Promise<Plate> => {
  const { width, height } = plate;
  const small = await resize(plate, (width * 2) / 3, (height * 2) / 3);
  return resize(
    copied(small, random, between(random, 6, 27)),
    width,
    height,
    random.pick(['cubic', 'lanczos3', 'linear']),
  );
};

/** Paper white and ink dark, as the pipeline makes pages before it cuts them. */
const levelled = (plate: Plate): Plate => {
  const paper = Math.max(60, quantile(plate.levels, 0.7));
  return mapLevels(plate, (level) => Math.min(255, (level * 250) / paper));
};

/** Ink of a stamp or a pen across the line. */
const inked = (plate: Plate, random: Random): Plate => {
  const level = between(random, 90, 190);
  const slope = between(random, -0.6, 0.6);
  const start = random.next() * plate.width;
  const thick = between(random, 2, 6);
  const bend = between(random, 10, 60);
  return mapLevels(plate, (old, x, y) => {
    const off = y - plate.height / 2 - (x - start) * slope - Math.sin(x / bend) * 14;
    return Math.abs(off) < thick && Math.abs(x - start) < plate.height * 2
      ? Math.min(old, level)
      : old;
  });
};

const DAMAGE: Readonly<Record<Quality, (plate: Plate, random: Random) => Promise<Plate> | Plate>> =
  {
    clean: (plate, random) => blur(plate, random.next() * 0.7),
    scan: scanned,
    copy: async (plate, random) => {
      const out = blur(copied(plate, random, between(random, 6, 26)), between(random, 0.3, 0.8));
      return random.chance(0.5) ? jpeg(out, random.int(60, 88)) : out;
    },
    photo: (plate, random) => photographed(plate, random, between(random, 0.42, 0.62)),
    low: (plate, random) => photographed(plate, random, between(random, 0.31, 0.38)),
    fax: faxed,
  };

/** Box of what is darker than 140. */
const inkBox = ({ width, height, levels }: Plate) => {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((levels[y * width + x] as number) >= 140) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return right < 0 ? null : { left, top, right, bottom };
};

const cut = (plate: Plate, left: number, top: number, right: number, bottom: number): Plate => {
  const [width, height] = [right - left, bottom - top];
  const levels = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * plate.width + left;
    levels.set(plate.levels.subarray(from, from + width), y * width);
  }
  return { width, height, levels };
};

/** Paper around a line while it is damaged. */
const MARGIN = 16;

/** A damaged line, and where its left and top edge lie in the line as it was drawn, in pixels. */
export interface DamagedLine {
  readonly picture: LinePicture;
  readonly left: number;
  readonly top: number;
}

/** A drawn line as a reader gets it: damaged, and cut out as cutters of lines do, a few pixels off. Null without ink. */
export const damagedLine = async (
  line: LinePicture,
  quality: Quality,
  random: Random,
): Promise<DamagedLine | null> => {
  let plate = plateOf(line);
  const drawn = inkBox(plate);
  if (!drawn) return null;
  const [startX, startY] = [Math.max(0, drawn.left - MARGIN), Math.max(0, drawn.top - MARGIN)];
  plate = cut(
    plate,
    startX,
    startY,
    Math.min(plate.width, drawn.right + MARGIN),
    Math.min(plate.height, drawn.bottom + MARGIN),
  );
  const { width, height } = plate;
  if (quality !== 'clean' && random.chance(0.4))
    plate = await turn(plate, between(random, -0.35, 0.35));
  // A picture that is turned grows on all sides.
  const [grownX, grownY] = [(plate.width - width) / 2, (plate.height - height) / 2];
  const box = inkBox(plate) ?? {
    left: 0,
    top: 0,
    right: plate.width - 1,
    bottom: plate.height - 1,
  };
  if (random.chance(quality === 'copy' ? 0.08 : 0.03)) plate = inked(plate, random);
  plate = levelled(await DAMAGE[quality](plate, random));
  const [left, top] = [
    Math.max(0, box.left - random.int(2, 12)),
    Math.max(0, box.top - random.int(1, 9)),
  ];
  const picture = pictureOf(
    cut(
      plate,
      left,
      top,
      Math.min(plate.width, box.right + random.int(3, 12)),
      Math.min(plate.height, box.bottom + random.int(1, 10)),
    ),
  );
  return { picture, left: startX - grownX + left, top: startY - grownY + top };
};

/** The picture of {@link damagedLine} alone. */
export const damaged = async (
  line: LinePicture,
  quality: Quality,
  random: Random,
): Promise<LinePicture | null> => (await damagedLine(line, quality, random))?.picture ?? null;
