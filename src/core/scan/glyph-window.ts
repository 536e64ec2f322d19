import type { LinePicture } from './line.ts';
import type { LetterShapes, Shape } from './shapes.ts';

/** Cells of a window from side to side, and how many of them a letter is high: its neighbours are seen at the edges. */
export const WINDOW = 28;
const LETTER_CELLS = 16;

/** Where a window is taken: its middle, and the height of letters there, in pixels of the line. */
export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** How a window is bent when it is taken, as training does: both 1 and 0 leave it as it is. */
export interface WindowBend {
  readonly wide: number;
  readonly slant: number;
}

const STRAIGHT: WindowBend = { wide: 1, slant: 0 };

/** Levels of ink and paper of a line, so that pale print looks like dark print. */
export interface LineContrast {
  readonly ink: number;
  readonly paper: number;
}

/** Shares of a line's pixels, from the darkest, at which the level of ink and of paper is taken. */
const INK_SHARE = 0.03;
const PAPER_SHARE = 0.75;
const LEAST_CONTRAST = 24;

export const contrastOf = ({ pixels }: LinePicture): LineContrast => {
  const counts = new Uint32Array(256);
  for (const level of pixels) counts[level] = (counts[level] as number) + 1;
  const levelAt = (share: number): number => {
    let left = share * pixels.length;
    for (let level = 0; level < 256; level++) {
      left -= counts[level] as number;
      if (left < 0) return level;
    }
    return 255;
  };
  const ink = levelAt(INK_SHARE);
  return { ink, paper: Math.max(ink + LEAST_CONTRAST, levelAt(PAPER_SHARE)) };
};

/** Points of a cell that are looked at, from side to side. */
const POINTS = [0.25, 0.75];

/**
 * A square of a line around a place, brought to letters of one size: 1 ink to 0 paper, row by row, written into `out` from
 * `start`. What lies outside the line is paper.
 */
export const takeWindow = (
  { width, height, pixels }: LinePicture,
  place: WindowPlace,
  { ink, paper }: LineContrast,
  out: Float32Array,
  start: number,
  { wide, slant }: WindowBend = STRAIGHT,
): void => {
  const step = place.height / LETTER_CELLS;
  const half = WINDOW / 2;
  const range = paper - ink;
  for (let row = 0; row < WINDOW; row++) {
    for (let column = 0; column < WINDOW; column++) {
      let sum = 0;
      for (let part = 0; part < POINTS.length; part++) {
        const down = POINTS[part] as number;
        const fromMiddle = row + down - half;
        const y = place.y + fromMiddle * step - 0.5;
        const top = Math.floor(y);
        if (top < 0 || top >= height - 1) continue;
        for (let side = 0; side < POINTS.length; side++) {
          const across = POINTS[side] as number;
          const x = place.x + ((column + across - half) * wide + fromMiddle * slant) * step - 0.5;
          const left = Math.floor(x);
          if (left < 0 || left >= width - 1) continue;
          const at = top * width + left;
          const [partX, partY] = [x - left, y - top];
          const upper = (pixels[at] as number) * (1 - partX) + (pixels[at + 1] as number) * partX;
          const lower =
            (pixels[at + width] as number) * (1 - partX) +
            (pixels[at + width + 1] as number) * partX;
          const level = (paper - upper * (1 - partY) - lower * partY) / range;
          sum += level < 0 ? 0 : level > 1 ? 1 : level;
        }
      }
      out[start + row * WINDOW + column] = sum / (POINTS.length * POINTS.length);
    }
  }
};

/** Shares of the height of letters: how far a shape may lie from where a character was seen, and how wide one is. */
const NEAR = 0.35;
const NARROWEST = 0.15;
const WIDEST = 1.25;
/** Letters beside a place, by heights of letters, whose middle says how high the line lies there. */
const BESIDE = 4;

const middleOf = ({ left, right }: Pick<Shape, 'left' | 'right'>): number => (left + right + 1) / 2;

/** Shapes of ink that are one letter wide. */
const singleLetters = ({ height, shapes }: LetterShapes): Shape[] =>
  shapes.filter(({ left, right }) => {
    const wide = right - left + 1;
    return wide >= NARROWEST * height && wide <= WIDEST * height;
  });

/** A place across a line, as high as the letters beside it lie. */
const placeAt = (
  x: number,
  height: number,
  letters: readonly Shape[],
  line: LinePicture,
): WindowPlace => {
  const middles = letters
    .filter((shape) => Math.abs(middleOf(shape) - x) <= BESIDE * height)
    .map(({ top, bottom }) => (top + bottom + 1) / 2)
    .sort((one, other) => one - other);
  return { x, y: middles[middles.length >> 1] ?? line.height / 2, height };
};

/** Where the window of a character is taken that stands between two sides: at the shape of ink there, if it is one letter wide. */
export const placeOfGlyph = (
  { left, right }: Pick<Shape, 'left' | 'right'>,
  known: LetterShapes,
  line: LinePicture,
): WindowPlace => {
  const seen = (left + right) / 2;
  const letters = singleLetters(known);
  const near = letters
    .filter((shape) => Math.abs(middleOf(shape) - seen) <= NEAR * known.height)
    .reduce<Shape | null>(
      (best, shape) =>
        best && Math.abs(middleOf(best) - seen) <= Math.abs(middleOf(shape) - seen) ? best : shape,
      null,
    );
  return placeAt(near ? middleOf(near) : seen, known.height, letters, line);
};

/** Shapes above each other as one, from left to right. */
const columnsOf = (shapes: readonly Shape[]): Shape[] => {
  const columns: Shape[] = [];
  for (const shape of shapes) {
    const last = columns.at(-1);
    if (last && middleOf(shape) <= last.right + 0.5) {
      columns[columns.length - 1] = {
        left: last.left,
        right: Math.max(last.right, shape.right),
        top: Math.min(last.top, shape.top),
        bottom: Math.max(last.bottom, shape.bottom),
      };
    } else columns.push(shape);
  }
  return columns;
};

/** What it costs to leave a character or a shape without the other; a pair costs how far apart they are, in heights of letters. */
const ALONE = 0.6;

/** Characters on each side of one without a shape of its own that may say how far beside its place it was seen. */
const NEIGHBOURS = 2;

/** Where a character stands whose ink hangs together with that of others: as far beside where it was seen as those around it. */
const besideNeighbours = (
  at: number,
  glyphs: readonly Pick<Shape, 'left' | 'right'>[],
  places: readonly (WindowPlace | null)[],
  letters: readonly Shape[],
  line: LinePicture,
): WindowPlace | null => {
  const seenAt = (index: number): number => {
    const { left, right } = glyphs[index] as Shape;
    return (left + right) / 2;
  };
  const known = places.flatMap((place, index) =>
    place !== null && Math.abs(index - at) <= NEIGHBOURS
      ? [{ off: place.x - seenAt(index), height: place.height }]
      : [],
  );
  const [first] = known;
  if (first === undefined) return null;
  const off = known.reduce((sum, one) => sum + one.off, 0) / known.length;
  return placeAt(seenAt(at) + off, first.height, letters, line);
};

/** Where a reader saw a character, and whether it is as high as letters; a dot is not. */
export interface SeenGlyph {
  readonly left: number;
  readonly right: number;
  readonly isHigh: boolean;
}

/**
 * Where the windows of characters are taken that a reader saw in a row. It sees their places only roughly, but their order is right,
 * so shapes of ink are given to high ones in that order, each to the nearest. Those that get none are taken to be as far beside
 * where they were seen as their neighbours; null where these have none either.
 */
export const placesInRow = (
  seen: readonly SeenGlyph[],
  known: LetterShapes,
  line: LinePicture,
): (WindowPlace | null)[] => {
  const letters = singleLetters(known);
  const high = placesOfHigh(
    seen.filter(({ isHigh }) => isHigh),
    known,
    letters,
    line,
  );
  let next = 0;
  const places = seen.map(({ isHigh }) => (isHigh ? (high[next++] ?? null) : null));
  return places.map((place, at) => place ?? besideNeighbours(at, seen, places, letters, line));
};

/** The places of high characters that have a shape of ink of their own. */
const placesOfHigh = (
  glyphs: readonly Pick<Shape, 'left' | 'right'>[],
  known: LetterShapes,
  letters: readonly Shape[],
  line: LinePicture,
): (WindowPlace | null)[] => {
  const columns = columnsOf(known.shapes);
  const wide = columns.length + 1;
  const costs = new Float64Array((glyphs.length + 1) * wide);
  const apart = (row: number, column: number): number => {
    const { left, right } = glyphs[row] as Shape;
    return Math.abs((left + right) / 2 - middleOf(columns[column] as Shape)) / known.height;
  };
  for (let row = 0; row <= glyphs.length; row++) {
    for (let column = 0; column < wide; column++) {
      const at = row * wide + column;
      let best = row === 0 && column === 0 ? 0 : Infinity;
      if (row > 0) best = Math.min(best, (costs[at - wide] as number) + ALONE);
      if (column > 0) best = Math.min(best, (costs[at - 1] as number) + ALONE);
      if (row > 0 && column > 0) {
        best = Math.min(best, (costs[at - wide - 1] as number) + apart(row - 1, column - 1));
      }
      costs[at] = best;
    }
  }
  const places: (WindowPlace | null)[] = glyphs.map(() => null);
  let [row, column] = [glyphs.length, columns.length];
  while (row > 0 && column > 0) {
    const at = row * wide + column;
    const here = costs[at] as number;
    if (here === (costs[at - wide - 1] as number) + apart(row - 1, column - 1)) {
      const shape = columns[--column] as Shape;
      row--;
      if (shape.right - shape.left + 1 <= WIDEST * known.height) {
        places[row] = placeAt(middleOf(shape), known.height, letters, line);
      }
    } else if (here === (costs[at - wide] as number) + ALONE) row--;
    else column--;
  }
  return places;
};
