import { type Box, type Grey, type Ink, quarterTurned } from './picture.ts';

/** Degrees to which a page may lie askew; what is turned further is found by quarter turns. */
const MOST = 6;
/** Pixels that are counted as one: more across, as an angle shows in how rows part. */
const CELL = { width: 8, height: 2 } as const;
/** Ink from which on a cell counts. */
const LEAST_INK = 6;
/** Margins that are left out, as shares of a side: edges of the paper lie there. */
const MARGIN = 0.06;

/** Places of the cells that hold ink, as column, row, column, row. */
const inkedCells = ({ width, height, pixels }: Ink): Float32Array => {
  const [across, down] = [Math.floor(width / CELL.width), Math.floor(height / CELL.height)];
  const places: number[] = [];
  for (let y = Math.ceil(down * MARGIN); y < down * (1 - MARGIN); y++) {
    for (let x = Math.ceil(across * MARGIN); x < across * (1 - MARGIN); x++) {
      let count = 0;
      for (let dy = 0; dy < CELL.height; dy++) {
        const from = (y * CELL.height + dy) * width + x * CELL.width;
        for (let at = from; at < from + CELL.width; at++) count += pixels[at] as number;
      }
      if (count >= LEAST_INK) places.push(x, y);
    }
  }
  return Float32Array.from(places);
};

/** How sharply rows of ink and of paper part along an angle: the squares of the steps between neighbouring rows. */
const sharpness = (places: Float32Array, { width, height }: Ink, degrees: number): number => {
  const slope = (Math.tan((degrees * Math.PI) / 180) * CELL.width) / CELL.height;
  const offset = Math.ceil((Math.abs(slope) * width) / CELL.width) + 1;
  const rows = new Int32Array(Math.ceil(height / CELL.height) + 2 * offset + 2);
  for (let at = 0; at < places.length; at += 2) {
    const row = Math.round((places[at + 1] as number) - (places[at] as number) * slope) + offset;
    rows[row] = (rows[row] as number) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row++) {
    const step = (rows[row] as number) - (rows[row - 1] as number);
    sum += step * step;
  }
  return sum;
};

/** The angle with the highest score; the middle one of several. */
const sharpest = (angles: readonly number[], score: (angle: number) => number): number => {
  const scores = angles.map(score);
  const most = Math.max(...scores);
  const best = angles.filter((_, at) => scores[at] === most);
  return best[best.length >> 1] ?? 0;
};

const steps = (middle: number, reach: number, step: number): number[] => {
  const count = Math.round(reach / step);
  return Array.from({ length: 2 * count + 1 }, (_, at) => middle + (at - count) * step);
};

/** Cells below which a page has too little on it to say how it lies. */
const FEWEST = 400;

/** By how many degrees clockwise the lines of a page fall, to 0.02; 0 for a page that has next to no ink. */
export const skewOf = (ink: Ink, most = MOST): number => {
  const places = inkedCells(ink);
  if (places.length < 2 * FEWEST) return 0;
  const score = (angle: number): number => sharpness(places, ink, angle);
  const coarse = sharpest(steps(0, most, 0.25), score);
  const finer = sharpest(steps(coarse, 0.2, 0.05), score);
  return Math.round(sharpest(steps(finer, 0.04, 0.02), score) * 100) / 100;
};

/** Whether the lines of a page run up or down: they part more sharply when it is read from the side. */
export const isSideways = (ink: Ink): boolean => {
  const upright = inkedCells(ink);
  if (upright.length < 2 * FEWEST) return false;
  const side = quarterTurned(ink, 1);
  const best = (places: Float32Array, picture: Ink): number =>
    Math.max(...steps(0, 3, 0.5).map((angle) => sharpness(places, picture, angle)));
  return best(inkedCells(side), side) > 1.2 * best(upright, ink);
};

const ONE = 65_536;

/** The steps from `start` on, at most `count`, at which a place lies from 0 to below `end`; `to` is behind the last. */
const within = (
  start: number,
  step: number,
  end: number,
  count: number,
): { readonly from: number; readonly to: number } => {
  if (step === 0) return { from: 0, to: start >= 0 && start < end ? count : 0 };
  const [first, behind] = step > 0 ? [-start, end - start] : [end - 1 - start, -1 - start];
  return {
    from: Math.max(0, Math.ceil(first / step)),
    to: Math.min(count, Math.ceil(behind / step)),
  };
};

/** The level between four pixels, at a place in 1/65536 of a pixel. */
const blended = (pixels: Uint8Array, width: number, fromX: number, fromY: number): number => {
  const at = (fromY >> 16) * width + (fromX >> 16);
  const dx = (fromX >> 8) & 0xff;
  const dy = (fromY >> 8) & 0xff;
  const first = pixels[at] as number;
  const third = pixels[at + width] as number;
  const above = (first << 8) + ((pixels[at + 1] as number) - first) * dx;
  const below = (third << 8) + ((pixels[at + width + 1] as number) - third) * dx;
  return ((above << 8) + (below - above) * dy + 0x8000) >> 16;
};

/** A picture turned by `degrees` counter-clockwise around its middle, at its size; what comes in is white. */
export const turnedBack = (picture: Grey, degrees: number): Grey => {
  if (Math.abs(degrees) < 0.04) return picture;
  const { width, height, pixels } = picture;
  const turned = new Uint8Array(pixels.length).fill(255);
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  // Whole numbers of 1/65536 pixel: numbers with a fraction take three times as long.
  const [stepX, stepY] = [Math.round(cos * ONE), Math.round(sin * ONE)];
  for (let y = 0; y < height; y++) {
    const startX = Math.round((middleX - middleX * cos - (y - middleY) * sin) * ONE);
    const startY = Math.round((middleY - middleX * sin + (y - middleY) * cos) * ONE);
    // Where a row of the turned picture lies within the other, so that no pixel of it has to be asked.
    const across = within(startX, stepX, (width - 1) * ONE, width);
    const down = within(startY, stepY, (height - 1) * ONE, width);
    const from = Math.max(across.from, down.from);
    const to = y * width + Math.min(across.to, down.to);
    let [fromX, fromY] = [startX + from * stepX, startY + from * stepY];
    for (let at = y * width + from; at < to; at++) {
      turned[at] = blended(pixels, width, fromX, fromY);
      fromX += stepX;
      fromY += stepY;
    }
  }
  return { width, height, pixels: turned };
};

/** Where a box lies after {@link turnedBack}: of its size, around the place of its middle. */
export const turnedBackBox = (
  { left, top, right, bottom }: Box,
  degrees: number,
  { width, height }: { readonly width: number; readonly height: number },
): Box => {
  const angle = (degrees * Math.PI) / 180;
  const [x, y] = [(left + right - width) / 2, (top + bottom - height) / 2];
  const dx = Math.round(x * Math.cos(angle) + y * Math.sin(angle) - x);
  const dy = Math.round(y * Math.cos(angle) - x * Math.sin(angle) - y);
  return { left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy };
};
