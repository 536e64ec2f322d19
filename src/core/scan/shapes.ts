import { partingLevel } from './ink-look.ts';
import type { LinePicture } from './line.ts';

/** Ink that hangs together: its sides in pixels, the last one included. */
export interface Shape {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const heightOf = ({ top, bottom }: Shape): number => bottom - top + 1;

const shapesOf = ({ width, height, pixels }: LinePicture): Shape[] => {
  const limit = partingLevel(pixels);
  const isDone = new Uint8Array(width * height);
  const shapes: Shape[] = [];
  const open: number[] = [];
  for (let start = 0; start < isDone.length; start++) {
    if (isDone[start] || (pixels[start] as number) >= limit) continue;
    let [left, right, top, bottom] = [width, 0, height, 0];
    isDone[start] = 1;
    open.push(start);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const y = Math.floor(at / width);
      const x = at - y * width;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      const [firstX, lastX] = [Math.max(0, x - 1), Math.min(width - 1, x + 1)];
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let next = row * width + firstX; next <= row * width + lastX; next++) {
          if (isDone[next] || (pixels[next] as number) >= limit) continue;
          isDone[next] = 1;
          open.push(next);
        }
      }
    }
    shapes.push({ left, right, top, bottom });
  }
  return shapes;
};

/** Share of the highest shape from which on a shape helps to say how high letters are. */
const HIGH = 0.35;
/** Share of the middle height from which on a shape is a letter or a digit, rather than a vowel above, a dot or a speck. */
const LETTER = 0.6;

/** The shapes of a line that are as high as letters, and how high letters are, in pixels; 0 without any ink. */
export interface LetterShapes {
  readonly height: number;
  /** From left to right. */
  readonly shapes: readonly Shape[];
}

const known = new WeakMap<LinePicture, LetterShapes>();

/** Finds the shapes of ink that are as high as letters; a cut-out is looked at once, as readers and the net ask for the same. */
export const letterShapes = (line: LinePicture): LetterShapes => {
  const found = known.get(line) ?? findLetterShapes(line);
  known.set(line, found);
  return found;
};

const findLetterShapes = (line: LinePicture): LetterShapes => {
  const shapes = shapesOf(line);
  const highest = shapes.reduce((most, shape) => Math.max(most, heightOf(shape)), 0);
  const heights = shapes.map(heightOf).filter((height) => height >= highest * HIGH);
  const height = heights.sort((one, other) => one - other)[heights.length >> 1] ?? 0;
  return {
    height,
    shapes: shapes
      .filter((shape) => heightOf(shape) >= height * LETTER)
      .sort((one, other) => one.left - other.left),
  };
};

/**
 * Counts the shapes of ink that are as high as letters, those above each other as one. Letters that touch count as one, so
 * that the number is seldom more than that of the letters, unless strokes are broken.
 */
export const countShapes = ({ shapes }: LetterShapes): number => {
  let [count, end] = [0, -1];
  for (const { left, right } of shapes) {
    if ((left + right) / 2 <= end) continue;
    count++;
    end = right;
  }
  return count;
};

/** Marks that are not as high as letters, or lie above or below one. */
const SMALL = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e.,\-–—:;'"‘’“”~_*·•\s]/;

/** Shapes as high as letters that a text is drawn with where no two letters touch. */
export const shapesOfText = (text: string): number =>
  [...text].reduce((sum, char) => sum + (SMALL.test(char) ? 0 : char === 'แ' ? 2 : 1), 0);
