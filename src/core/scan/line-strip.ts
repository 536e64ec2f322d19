import type { LinePicture } from './line.ts';
import { contrastOf } from './line-contrast.ts';
import { type LetterShapes, letterShapes, type Shape } from './shapes.ts';

/** Rows of a strip, how many of them a letter is high, and the row that letters end on. */
export const STRIP_ROWS = 32;
export const LETTER_ROWS = 13;
const BASE_ROW = 22.5;

/** A line brought to letters of one size on a straight row, for a net: 1 ink to 0 paper, row by row. */
export interface LineStrip {
  readonly width: number;
  readonly rows: number;
  readonly cells: Float32Array;
  /** Pixels of the line that a cell is wide; the strip begins at the left edge of the line. */
  readonly step: number;
}

/** The row that letters end on: its height at the left edge, and how it falls, in pixels a pixel. */
interface BaseLine {
  readonly at: number;
  readonly fall: number;
}

/** Shares of the height of letters: how far beside the others the end of a letter may lie at first, and in the end. */
const ROUGH = 0.6;
const NEAR = 0.25;
/** Letters that say how a line falls, and the steepest fall, after a page was straightened. */
const LEAST_LETTERS = 4;
const STEEPEST = 0.03;

const middleOf = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;

const endOf = ({ bottom }: Shape): number => bottom + 1;
const acrossOf = ({ left, right }: Shape): number => (left + right + 1) / 2;

/** The straight row through the ends of letters, by least squares. */
const through = (letters: readonly Shape[]): BaseLine => {
  const count = letters.length;
  const meanX = letters.reduce((sum, one) => sum + acrossOf(one), 0) / count;
  const meanY = letters.reduce((sum, one) => sum + endOf(one), 0) / count;
  let [both, square] = [0, 0];
  for (const letter of letters) {
    both += (acrossOf(letter) - meanX) * (endOf(letter) - meanY);
    square += (acrossOf(letter) - meanX) ** 2;
  }
  const fall = square === 0 ? 0 : Math.max(-STEEPEST, Math.min(STEEPEST, both / square));
  return { at: meanY - fall * meanX, fall };
};

const baseLine = ({ shapes, height }: LetterShapes): BaseLine => {
  const middle = middleOf(shapes.map(endOf));
  let base: BaseLine = { at: middle, fall: 0 };
  for (const reach of [ROUGH, NEAR]) {
    const near = shapes.filter(
      (one) => Math.abs(endOf(one) - base.at - base.fall * acrossOf(one)) <= reach * height,
    );
    if (near.length < LEAST_LETTERS) return base;
    base = through(near);
  }
  return base;
};

/** Points of a cell that are looked at, from side to side. */
const POINTS = [0.25, 0.75];

/**
 * Brings a line to a strip of {@link STRIP_ROWS} rows in which letters are of one height and end on one row; `fine` makes it so
 * many times larger. Null without ink as high as letters.
 */
export const stripOf = (line: LinePicture, fine = 1): LineStrip | null => {
  const known = letterShapes(line);
  if (known.height === 0) return null;
  const { width, height, pixels } = line;
  const { ink, paper } = contrastOf(line);
  const base = baseLine(known);
  const step = known.height / (LETTER_ROWS * fine);
  const rows = STRIP_ROWS * fine;
  const wide = Math.max(1, Math.ceil(width / step));
  const cells = new Float32Array(wide * rows);
  const range = paper - ink;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < wide; column++) {
      let sum = 0;
      for (const side of POINTS) {
        const x = (column + side) * step - 0.5;
        const left = Math.floor(x);
        if (left < 0 || left >= width - 1) continue;
        for (const down of POINTS) {
          const y = base.at + base.fall * x + (row + down - BASE_ROW * fine) * step - 0.5;
          const top = Math.floor(y);
          if (top < 0 || top >= height - 1) continue;
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
      cells[row * wide + column] = sum / POINTS.length ** 2;
    }
  }
  return { width: wide, rows, cells, step };
};
