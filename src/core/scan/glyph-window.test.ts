import { describe, expect, it } from 'vitest';
import { contrastOf, placeOfGlyph, takeWindow, WINDOW } from './glyph-window.ts';
import type { LinePicture } from './line.ts';
import { letterShapes } from './shapes.ts';

/** Bars of ink, 12 wide and 32 high, whose left sides are given, on grey paper. */
const bars = (...lefts: number[]): LinePicture => {
  const [width, height] = [200, 60];
  const pixels = new Uint8Array(width * height).fill(220);
  for (const left of lefts) {
    for (let y = 14; y < 46; y++) pixels.fill(60, y * width + left, y * width + left + 12);
  }
  return { width, height, pixels };
};

const windowAt = (line: LinePicture, x: number): Float32Array => {
  const out = new Float32Array(WINDOW * WINDOW);
  takeWindow(line, { x, y: 30, height: 32 }, contrastOf(line), out, 0);
  return out;
};
const at = (window: Float32Array, x: number, y: number): number => window[y * WINDOW + x] as number;

describe('windows', () => {
  it('bring letters to one size: 16 of 28 cells high, ink 1 and paper 0', () => {
    const window = windowAt(bars(94), 100);
    expect(at(window, 14, 14)).toBeCloseTo(1, 1);
    expect(at(window, 14, 7)).toBeCloseTo(1, 1);
    expect(at(window, 14, 4)).toBeCloseTo(0, 1);
    // 12 pixels are 6 cells.
    expect(at(window, 11, 14)).toBeCloseTo(1, 1);
    expect(at(window, 9, 14)).toBeCloseTo(0, 1);
  });

  it('are paper outside of the line', () => {
    const window = windowAt(bars(0), 0);
    expect(at(window, 2, 14)).toBe(0);
    expect(at(window, 16, 14)).toBeCloseTo(1, 1);
  });

  it.each([
    ['the shape of ink that lies there', [40, 94], { left: 90, right: 100 }, 100],
    ['where it was seen, if no shape is near', [40], { left: 120, right: 130 }, 125],
  ])('are taken at %s', (_, lefts, seen, x) => {
    const line = bars(...lefts);
    expect(placeOfGlyph(seen, letterShapes(line), line)).toEqual({ x, y: 30, height: 32 });
  });
});
