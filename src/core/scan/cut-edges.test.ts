import { describe, expect, it } from 'vitest';
import { componentsOf } from './components.ts';
import { cutSides, runsOut } from './cut-edges.ts';
import { type Box, cutOut } from './picture.ts';
import { drawnLines, inkPicture, strokesOf } from './testing/drawn.ts';

const [width, height] = [1600, 1100];
const strokes = drawnLines(8, 30).flatMap(strokesOf);
const edges: readonly Box[] = [
  { left: 0, top: 0, right: 3, bottom: 500 },
  { left: 0, top: 520, right: 9, bottom: 560 },
  { left: 0, top: 600, right: 8, bottom: 640 },
  { left: 0, top: 700, right: 9, bottom: 730 },
  { left: 200, top: 0, right: 260, bottom: 12 },
];

const sidesOf = (part: Box, more: readonly Box[] = []) => {
  const page = inkPicture(width, height, [...strokes, ...more]);
  const seen = cutOut(page, part);
  return cutSides(componentsOf(seen).list, seen);
};

const whole = { left: 0, top: 0, right: width, bottom: height };
const box = strokes.reduce(
  (all, one) => ({
    left: Math.min(all.left, one.left),
    top: Math.min(all.top, one.top),
    right: Math.max(all.right, one.right),
    bottom: Math.max(all.bottom, one.bottom),
  }),
  { left: width, top: height, right: 0, bottom: 0 },
);

describe('cutSides', () => {
  it('finds a whole page whole, with dust and a dark edge, too', () => {
    expect(sidesOf(whole)).toEqual([]);
    expect(sidesOf(whole, edges)).toEqual([]);
  });

  it.each([
    ['left', { ...whole, left: box.left + 100 }],
    ['right', { ...whole, right: box.left + 500 }],
    ['top', { ...whole, top: box.top + 12 }],
    ['bottom', { ...whole, bottom: box.bottom - 12 }],
  ] as const)('finds it cut off at its %s', (side, part) => {
    expect(sidesOf(part)).toEqual([side]);
  });
});

describe('runsOut', () => {
  const line = { left: 10, top: 300, right: 700, bottom: 340 };

  it('names the lines that stand at a cut side', () => {
    expect(runsOut(line, ['left'], { width, height }, 0)).toBe(true);
    expect(runsOut(line, ['right', 'top'], { width, height }, 0)).toBe(false);
    expect(runsOut(line, [], { width, height }, 0)).toBe(false);
  });

  it('looks further where the page lay askew', () => {
    const further = { ...line, left: 22 };
    expect(runsOut(further, ['left'], { width, height }, 0)).toBe(false);
    expect(runsOut(further, ['left'], { width, height }, 2)).toBe(true);
  });
});
