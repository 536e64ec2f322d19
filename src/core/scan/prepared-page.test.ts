import { describe, expect, it } from 'vitest';
import type { LinePlace } from './line-places.ts';
import { overlaps } from './picture.ts';
import { preparePage } from './prepared-page.ts';
import { turnedBack } from './skew.ts';
import {
  colourPicture,
  type DrawnLine,
  drawnLines,
  endOf,
  greyPicture,
  strokesOf,
} from './testing/drawn.ts';

const [width, height] = [1600, 1100];
const lines = drawnLines(8, 30);
const strokes = lines.flatMap(strokesOf);
const page = greyPicture(width, height, strokes, 235, 40);

describe('preparePage', () => {
  it('cuts an upright page into its lines', () => {
    const { lines: found, skew } = preparePage(colourPicture(page));
    expect(Math.abs(skew)).toBeLessThan(0.08);
    expect(found).toHaveLength(lines.length);
    for (const { picture, place } of found) {
      expect(picture.width).toBe(place.right - place.left + 16);
      expect(picture.pixels).toHaveLength(picture.width * picture.height);
    }
  });

  it('straightens a page that lies askew', () => {
    const { lines: found, skew } = preparePage(colourPicture(turnedBack(page, -1.5)));
    expect(Math.abs(skew - 1.5)).toBeLessThan(0.08);
    expect(found).toHaveLength(lines.length);
  });

  it('parts a stamp that lies over print', () => {
    const stamp = [
      { left: 800, top: 160, letters: 12 },
      { left: 800, top: 235, letters: 10 },
    ];
    const { lines: found } = preparePage(colourPicture(page, stamp.flatMap(strokesOf)));
    const stamped = found.filter(({ layer }) => layer === 'stamp');
    expect(stamped).toHaveLength(stamp.length);
    for (const [at, { left, top }] of stamp.entries()) {
      const place = stamped[at]?.place as LinePlace;
      expect(Math.abs(place.left - left)).toBeLessThan(5);
      expect(Math.abs(place.top - top)).toBeLessThan(5);
    }
    expect(found.filter(({ layer }) => layer === 'print')).toHaveLength(lines.length);
    const [first] = found.filter(({ layer }) => layer === 'print');
    expect(first?.place.right).toBe(endOf(lines[0] as DrawnLine));
  });

  it('does not take a page tinted by its lamp for a stamp', () => {
    const tinted = colourPicture(page);
    for (let at = 2; at < tinted.pixels.length; at += 3) {
      tinted.pixels[at] = (tinted.pixels[at] as number) * 0.7;
    }
    const { lines: found } = preparePage(tinted);
    expect(found.map(({ layer }) => layer)).toEqual(lines.map(() => 'print'));
  });

  it('does not read what is blanked out', () => {
    const blank = { left: 0, top: 0, right: width, bottom: 200 };
    const { lines: found } = preparePage(colourPicture(page), [blank]);
    expect(found).toHaveLength(lines.length - 1);
    expect(found.some(({ place }) => overlaps(place, blank))).toBe(false);
  });
});
