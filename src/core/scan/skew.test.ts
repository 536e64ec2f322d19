import { describe, expect, it } from 'vitest';
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
