import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenedOut, inkedBox, inkLevel, inkOf, inkShare, partingLevel } from './levels.ts';
import { drawnLines, greyPicture, inkPicture, strokesOf } from './testing/drawn.ts';

describe('partingLevel', () => {
  it('lies between two levels, whichever they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 130, max: 255 }),
        (dark, bright) => {
          const box = { left: 5, top: 5, right: 30, bottom: 20 };
          const level = partingLevel(greyPicture(60, 40, [box], bright, dark));
          expect(level).toBeGreaterThanOrEqual(dark);
          expect(level).toBeLessThan(bright);
        },
      ),
    );
  });

  it('has an answer for an empty page', () => {
    expect(partingLevel(greyPicture(10, 10, []))).toBe(128);
  });
});

describe('evenedOut', () => {
  const strokes = drawnLines(6, 20).flatMap(strokesOf);
  const [width, height] = [900, 700];

  /** The page under a lamp at its left: from 250 down to `darkest` at the right. */
  const shaded = (darkest: number) => {
    const page = greyPicture(width, height, strokes);
    const pixels = page.pixels.map((value, at) => {
      const light = 250 - ((250 - darkest) * (at % width)) / width;
      return value === 0 ? light * 0.25 : light;
    });
    return { ...page, pixels };
  };

  it.each([240, 160, 90])('parts ink from paper where the light falls to %i', (darkest) => {
    const even = evenedOut(shaded(darkest));
    const ink = inkOf(even, inkLevel(even));
    expect(ink.pixels).toEqual(inkPicture(width, height, strokes).pixels);
  });

  it('leaves an empty page without ink', () => {
    const even = evenedOut(greyPicture(200, 200, [], 180));
    expect(inkShare(inkOf(even, inkLevel(even)))).toBe(0);
  });
});

describe('inkedBox', () => {
  it('is the smallest box around all ink', () => {
    const boxes = [
      { left: 4, top: 9, right: 6, bottom: 10 },
      { left: 12, top: 3, right: 15, bottom: 5 },
    ];
    expect(inkedBox(inkPicture(20, 20, boxes))).toEqual({ left: 4, top: 3, right: 15, bottom: 10 });
    expect(inkedBox(inkPicture(20, 20, []))).toBeNull();
  });
});
