import { expect, it } from 'vitest';
import { layersOf } from './colour.ts';
import type { Colour } from './picture.ts';

const SIDE = 100;
type Channels = readonly [red: number, green: number, blue: number];
const PAPER: Channels = [250, 250, 250];
const BLACK: Channels = [20, 20, 20];
const BLUE: Channels = [40, 60, 190];

/** A page of one colour with the first `count` pixels of its 50th row in another. */
const page = (count: number, ink: Channels, paper = PAPER): Colour => {
  const pixels = new Uint8Array(SIDE * SIDE * 3);
  for (let at = 0; at < SIDE * SIDE; at++) {
    const isInk = at >= 50 * SIDE && at < 50 * SIDE + count;
    pixels.set(isInk ? ink : paper, 3 * at);
  }
  return { width: SIDE, height: SIDE, pixels };
};

it('finds no stamp where all is black', () => {
  const { text, stamp } = layersOf(page(40, BLACK));
  expect(stamp).toBeNull();
  expect(text.pixels[50 * SIDE]).toBeLessThan(30);
});

it('parts what is stamped in colour from the print', () => {
  const { text, stamp } = layersOf(page(40, BLUE));
  expect(stamp?.pixels[50 * SIDE]).toBeLessThan(110);
  expect(text.pixels[50 * SIDE]).toBeGreaterThan(220);
});

it.each([
  [3, true],
  [4, false],
])('takes %i coloured pixels of 10,000 for none: %s', (count, isNone) =>
  expect(layersOf(page(count, BLUE)).stamp === null).toBe(isNone),
);

it('takes the light of a lamp for no colour', () =>
  expect(layersOf(page(40, [30, 20, 10], [250, 225, 180])).stamp).toBeNull());

it('finds a stamp in the light of a lamp', () =>
  expect(layersOf(page(40, [60, 60, 160], [250, 225, 180])).stamp).not.toBeNull());
