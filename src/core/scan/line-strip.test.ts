import { describe, expect, it } from 'vitest';
import type { LinePicture } from './line.ts';
import { type LineStrip, STRIP_ROWS, stripOf } from './line-strip.ts';

/** Bars in a row, as letters are: so high, on a row that falls, and one of them with a tail below it. */
const bars = (high: number, fall: number, grey = 0): LinePicture => {
  const [width, height] = [1200, 4 * high];
  const pixels = new Uint8Array(width * height).fill(255 - grey);
  for (let bar = 0; bar < 20; bar++) {
    const left = 20 + bar * 58;
    const end = Math.round(2.4 * high + fall * left) + (bar === 7 ? Math.round(high / 2) : 0);
    for (let y = end - high - (bar === 7 ? Math.round(high / 2) : 0); y < end; y++) {
      for (let x = left; x < left + Math.round(high * 0.6); x++) pixels[y * width + x] = grey;
    }
  }
  return { width, height, pixels };
};

/** First and last row of a strip that is mostly ink at a column. */
const rowsOf = ({ width, rows, cells }: LineStrip, column: number): [number, number] => {
  const dark = Array.from({ length: rows }, (_, row) => row).filter(
    (row) => (cells[row * width + column] as number) > 0.5,
  );
  return [dark[0] ?? -1, dark.at(-1) ?? -1];
};

describe('a strip', () => {
  it.each([
    [26, 0, 0],
    [13, 0, 40],
    [40, 0.01, 0],
    [26, -0.008, 90],
  ])(
    'has letters of one height on one row: %i pixels, falling by %f, grey %i',
    (high, fall, grey) => {
      const strip = stripOf(bars(high, fall, grey)) as LineStrip;
      expect(strip.rows).toBe(STRIP_ROWS);
      for (const bar of [0, 1, 10, 19]) {
        const column = Math.floor((20 + bar * 58 + high * 0.3) / strip.step);
        const [top, bottom] = rowsOf(strip, column);
        expect(Math.abs(top - 10)).toBeLessThanOrEqual(1);
        expect(Math.abs(bottom - 22)).toBeLessThanOrEqual(1);
      }
    },
  );

  it('is none of paper', () => {
    const paper = { width: 300, height: 50, pixels: new Uint8Array(15_000).fill(255) };
    expect(stripOf(paper)).toBe(null);
  });

  it('can be made finer', () => {
    const strip = stripOf(bars(26, 0), 2) as LineStrip;
    expect([strip.rows, strip.width]).toEqual([2 * STRIP_ROWS, 1200]);
  });
});
