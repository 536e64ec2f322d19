import { describe, expect, it } from 'vitest';
import type { LinePicture } from './line.ts';
import { countShapes, letterShapes, shapesOfText } from './shapes.ts';

/** A picture of rows in which # is ink. */
const draw = (...rows: string[]): LinePicture => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  pixels: Uint8Array.from(rows.join(''), (mark) => (mark === '#' ? 0 : 255)),
});

describe('shapes of ink', () => {
  it.each([
    ['letters apart', draw('#.#.#', '#.#.#', '#.#.#'), 3],
    ['letters that touch at a corner', draw('#..', '.#.', '..#'), 1],
    [
      'a small vowel above and a speck',
      draw('.##....', '.......', '###.#.#', '#.#.#..', '###.#..'),
      2,
    ],
    ['two high shapes above each other', draw('###.#', '###.#', '....#', '###.#', '###.#'), 2],
    ['paper alone', draw('...', '...'), 0],
  ])('%s', (_, picture, count) => expect(countShapes(letterShapes(picture))).toBe(count));

  it.each([
    ['๑๑', 2],
    ['ที่ นม 0702.3/ว ๙', 11],
    ['แห่ง', 4],
    ['กำ', 2],
    ['2 – 3', 2],
    ['', 0],
  ])('%s is drawn with %i', (text, count) => expect(shapesOfText(text)).toBe(count));
});
