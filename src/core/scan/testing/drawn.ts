import type { Box, Colour, Grey, Ink } from '../picture.ts';

/** A line of made-up writing: letters of 22 by 30 pixels with strokes of 5, as large as those of TH Sarabun 16 at 300 dpi. */
export interface DrawnLine {
  readonly left: number;
  /** First row of its letters. */
  readonly top: number;
  readonly letters: number;
  /** Places of letters that bear a mark of 8 by 5 pixels above them. */
  readonly marks?: readonly number[];
}

export const LETTER = { width: 22, height: 30, pitch: 30 } as const;

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** Where a letter of a line begins: no two lines have theirs below each other, as in print. */
const leftOf = ({ left, top }: DrawnLine, at: number): number =>
  left + at * LETTER.pitch + (at === 0 ? 0 : ((at * 7 + top * 3) % 11) - 5);

/** The column behind the last letter of a line. */
export const endOf = (line: DrawnLine): number => leftOf(line, line.letters - 1) + LETTER.width;

/** The strokes of a line, as boxes: each letter is a frame with a foot that leans, so that none looks like a rule. */
export const strokesOf = (line: DrawnLine): Box[] => {
  const { top, letters, marks = [] } = line;
  return Array.from({ length: letters }, (_, at) => leftOf(line, at)).flatMap((x, at) => [
    box(x, top, LETTER.width, 5),
    box(x, top, 5, LETTER.height),
    box(x + LETTER.width - 5, top, 5, LETTER.height - (at % 3) * 4),
    ...(marks.includes(at) ? [box(x + 7, top - 12, 8, 5)] : []),
  ]);
};

/** A grey picture of one level with boxes of another. */
export const greyPicture = (
  width: number,
  height: number,
  boxes: readonly Box[],
  paper = 255,
  ink = 0,
): Grey => {
  const pixels = new Uint8Array(width * height).fill(paper);
  for (const { left, top, right, bottom } of boxes) {
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
      pixels.fill(ink, y * width + Math.max(0, left), y * width + Math.min(width, right));
    }
  }
  return { width, height, pixels };
};

export const inkPicture = (width: number, height: number, boxes: readonly Box[]): Ink =>
  greyPicture(width, height, boxes, 0, 1);

/** A picture in colour from a grey one, with boxes of a colour over it. */
export const colourPicture = (
  { width, height, pixels }: Grey,
  boxes: readonly Box[] = [],
  [red, green, blue]: readonly [number, number, number] = [32, 48, 176],
): Colour => {
  const colours = new Uint8Array(width * height * 3);
  for (let at = 0; at < pixels.length; at++) {
    colours.fill(pixels[at] as number, at * 3, at * 3 + 3);
  }
  for (const { left, top, right, bottom } of boxes) {
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) colours.set([red, green, blue], (y * width + x) * 3);
    }
  }
  return { width, height, pixels: colours };
};

/** A page of lines, the last of each paragraph shorter, with room around it. */
export const drawnLines = (count: number, letters: number): DrawnLine[] =>
  Array.from({ length: count }, (_, at) => ({
    left: 120,
    top: 140 + at * 75,
    letters: at % 4 === 3 ? Math.ceil(letters / 2) : letters,
    marks: [1, 4, 9],
  }));
