import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf, withoutComponents } from './components.ts';
import { dirtOf } from './dirt.ts';
import type { Ink } from './picture.ts';
import { drawnLines, greyPicture, inkPicture, strokesOf } from './testing/drawn.ts';

const ink = fc
  .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.integer({ min: 0, max: 1 }), {
        minLength: width * height,
        maxLength: width * height,
      })
      .map((pixels): Ink => ({ width, height, pixels: Uint8Array.from(pixels) })),
  );

/** Areas of all components, by flooding pixel after pixel. */
const floodedAreas = ({ width, height, pixels }: Ink): number[] => {
  const seen = new Set<number>();
  const flood = (at: number): number => {
    if (seen.has(at) || pixels[at] !== 1) return 0;
    seen.add(at);
    const [x, y] = [at % width, Math.floor(at / width)];
    let area = 1;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        area += flood(ny * width + nx);
      }
    }
    return area;
  };
  return [...pixels.keys()].map(flood).filter((area) => area > 0);
};

const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

describe('componentsOf', () => {
  it('finds what flooding finds', () => {
    fc.assert(
      fc.property(ink, (picture) => {
        const areas = componentsOf(picture).list.map(({ area }) => area);
        expect(ascending(areas)).toEqual(ascending(floodedAreas(picture)));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the box of each', () => {
    const boxes = [
      { left: 1, top: 2, right: 5, bottom: 4 },
      { left: 8, top: 0, right: 9, bottom: 7 },
    ];
    const found = componentsOf(inkPicture(10, 8, boxes)).list;
    expect(found.map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))).toEqual(
      expect.arrayContaining(boxes),
    );
  });

  it('takes out all of what it is asked to, and nothing else', () => {
    fc.assert(
      fc.property(ink, (picture) => {
        const grey = { ...picture, pixels: picture.pixels.map((one) => (one === 1 ? 20 : 255)) };
        const small = withoutComponents(grey, picture, (list) =>
          list.filter(({ area }) => area < 4),
        );
        const kept = componentsOf(small.ink).list.map(({ area }) => area);
        const expected = floodedAreas(picture).filter((area) => area >= 4);
        expect(ascending(kept)).toEqual(ascending(expected));
      }),
    );
  });
});

describe('dirtOf', () => {
  const size = { width: 1200, height: 900 };
  const strokes = drawnLines(5, 25).flatMap(strokesOf);
  const dirtWith = (
    dirt: readonly { left: number; top: number; right: number; bottom: number }[],
  ) => {
    const picture = inkPicture(size.width, size.height, [...strokes, ...dirt]);
    const cleaned = withoutComponents(greyPicture(size.width, size.height, []), picture, (list) =>
      dirtOf(list, picture, 9),
    );
    return cleaned.ink.pixels;
  };
  const clean = inkPicture(size.width, size.height, strokes).pixels;

  it('leaves writing with its marks alone', () => expect(dirtWith([])).toEqual(clean));

  it.each([
    ['a speck beside a letter', { left: 114, top: 150, right: 116, bottom: 152 }],
    [
      'a spot larger than a mark, away from letters',
      { left: 60, top: 700, right: 68, bottom: 708 },
    ],
    ['the dark edge of a copy', { left: 0, top: 0, right: 40, bottom: 900 }],
    ['a ruled line', { left: 100, top: 640, right: 1000, bottom: 646 }],
    ['a fold', { left: 40, top: 300, right: 44, bottom: 700 }],
  ])('takes out %s', (_, dirt) => expect(dirtWith([dirt])).toEqual(clean));
});
