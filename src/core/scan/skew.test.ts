import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../scripts/lib/random.ts';
import { inkOf } from './levels.ts';
import { quarterTurned } from './picture.ts';
import { isSideways, skewOf, turnedBack } from './skew.ts';
import { drawnLines, greyPicture, strokesOf } from './testing/drawn.ts';

const page = greyPicture(1000, 1000, drawnLines(9, 24).flatMap(strokesOf));
const askew = (degrees: number) => turnedBack(page, -degrees);

describe('skewOf', () => {
  it.each([-5.3, -1.2, -0.3, 0, 0.14, 0.8, 2.5, 5])(
    'finds lines that fall by %f degrees',
    (degrees) => {
      expect(Math.abs(skewOf(inkOf(askew(degrees), 128)) - degrees)).toBeLessThan(0.08);
    },
  );

  it('is 0 for an empty page', () => {
    expect(skewOf(inkOf(greyPicture(800, 800, []), 128))).toBe(0);
  });
});

describe('turnedBack', () => {
  it('straightens a page', () => {
    const straight = turnedBack(askew(2), 2);
    expect(Math.abs(skewOf(inkOf(straight, 128)))).toBeLessThan(0.08);
  });

  it.each([-5.3, -0.7, 0.4, 3, 90])(
    'takes each level from the four beside it, turned by %f',
    (degrees) => {
      const random = seededRandom(7);
      const picture = {
        width: 61,
        height: 47,
        pixels: Uint8Array.from({ length: 61 * 47 }, () => Math.floor(random.next() * 256)),
      };
      const turned = turnedBack(picture, degrees);
      const angle = (degrees * Math.PI) / 180;
      for (let y = 0; y < picture.height; y++) {
        for (let x = 0; x < picture.width; x++) {
          const fromX = 30 + (x - 30) * Math.cos(angle) - (y - 23) * Math.sin(angle);
          const fromY = 23 + (x - 30) * Math.sin(angle) + (y - 23) * Math.cos(angle);
          const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
          const level = (dx: number, dy: number): number =>
            picture.pixels[(top + dy) * picture.width + left + dx] as number;
          const [partX, partY] = [fromX - left, fromY - top];
          const isInside =
            left >= 0 && top >= 0 && left + 1 < picture.width && top + 1 < picture.height;
          const isAtEdge =
            Math.min(partX, partY, 1 - partX, 1 - partY) < 0.01 &&
            (left < 1 || top < 1 || left + 2 >= picture.width || top + 2 >= picture.height);
          if (isAtEdge) continue;
          const expected = isInside
            ? (level(0, 0) * (1 - partX) + level(1, 0) * partX) * (1 - partY) +
              (level(0, 1) * (1 - partX) + level(1, 1) * partX) * partY
            : 255;
          expect(
            Math.abs((turned.pixels[y * picture.width + x] as number) - expected),
          ).toBeLessThan(3);
        }
      }
    },
  );

  it('gives the same picture for no turn at all', () => expect(turnedBack(page, 0)).toBe(page));
});

describe('isSideways', () => {
  it.each([
    [0, false],
    [1, true],
    [2, false],
    [3, true],
  ])('after %i quarter turns is %s', (turns, expected) => {
    const turned = quarterTurned(askew(0.7), turns);
    expect(isSideways(inkOf(turned, 128))).toBe(expected);
  });

  it('is false for an empty page', () => {
    expect(isSideways(inkOf(greyPicture(800, 800, []), 128))).toBe(false);
  });
});
