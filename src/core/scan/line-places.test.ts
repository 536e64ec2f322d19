import { describe, expect, it } from 'vitest';
import { linePlaces } from './line-places.ts';
import { type Box, heightOf } from './picture.ts';
import {
  type DrawnLine,
  drawnLines,
  endOf,
  inkPicture,
  LETTER,
  strokesOf,
} from './testing/drawn.ts';

const placesOf = (lines: readonly DrawnLine[], more: readonly Box[] = []) =>
  linePlaces(inkPicture(1600, 1200, [...lines.flatMap(strokesOf), ...more]));

describe('linePlaces', () => {
  it('finds each line with the marks above it', () => {
    const lines = drawnLines(8, 30);
    const places = placesOf(lines);
    expect(places.map(({ row }) => row)).toEqual(lines.map((_, at) => at));
    expect(places).toEqual(
      lines.map((line) =>
        expect.objectContaining({
          left: line.left,
          top: line.top - 12,
          right: endOf(line),
          bottom: line.top + LETTER.height,
        }),
      ),
    );
  });

  it('parts lines whose marks touch the line above', () => {
    const lines = [0, 1, 2].map((at) => ({
      left: 120,
      top: 140 + at * 50,
      letters: 30,
      marks: [1, 2, 3],
    }));
    const bridges = lines.map(({ top }) => ({ left: 400, top: top - 20, right: 404, bottom: top }));
    const places = placesOf(lines, bridges);
    expect(places).toHaveLength(3);
    for (const place of places) expect(heightOf(place)).toBeLessThan(60);
  });

  it('gives the pieces of a row beside each other one number, from the left', () => {
    const places = placesOf([
      { left: 1000, top: 306, letters: 12 },
      { left: 120, top: 300, letters: 14 },
      { left: 120, top: 400, letters: 40 },
    ]);
    expect(places.map(({ row, left }) => [row, left])).toEqual([
      [0, 120],
      [0, 1000],
      [1, 120],
    ]);
  });

  it('keeps columns of other heights apart', () => {
    const left = [300, 380, 460].map((top) => ({ left: 120, top, letters: 14 }));
    const right = [340, 420].map((top) => ({ left: 1000, top, letters: 12 }));
    const places = placesOf([...left, ...right]);
    expect(places.map(({ left: x }) => x)).toEqual([120, 1000, 120, 1000, 120]);
    for (const place of places) expect(heightOf(place)).toBe(LETTER.height);
  });

  it('leaves out codes, and dust before a line', () => {
    const line = { left: 300, top: 300, letters: 20 };
    const code = Array.from({ length: 10 }, (_, at) => ({
      left: 1200 + (at % 2) * 10,
      top: 600 + at * 20,
      right: 1400 - (at % 3) * 10,
      bottom: 612 + at * 20,
    }));
    const dust = { left: 200, top: 312, right: 205, bottom: 317 };
    const bar = { left: 1290, top: 600, right: 1310, bottom: 800 };
    const places = placesOf([line], [...code, bar, dust]);
    expect(places).toEqual([expect.objectContaining({ left: 300, top: 300 })]);
  });

  it('finds nothing on an empty page', () => expect(placesOf([])).toEqual([]));
});
