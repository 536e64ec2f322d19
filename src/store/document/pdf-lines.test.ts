import { expect, it } from 'vitest';
import { pageLines } from './pdf-lines.ts';
import type { Piece } from './pdf-pieces.ts';

const piece = (text: string, x: number, endX: number, y = 700): Piece => ({
  text,
  x,
  endX,
  y,
  endY: y,
  size: 12,
  angle: 0,
});

it('parts columns by a tab, and words by a space', () => {
  expect(
    pageLines([piece('ที่ มท', 50, 90), piece('๐๘๐๘', 96, 120), piece('กรม', 240, 260)]),
  ).toEqual(['ที่ มท ๐๘๐๘\tกรม']);
});

it('passes over spaces that are drawn by themselves within words', () => {
  const spaces = [piece(' ', 64, 68), piece(' ', 145, 149)];
  const words = [piece('ที่ มท ๐๘๐๘.๔/', 56, 138), piece('ว ๗๒๑๕', 138, 182), piece('กรม', 234, 260)];
  for (const drawn of [
    [...spaces, ...words],
    [...words, ...spaces],
  ]) {
    expect(pageLines(drawn)).toEqual(['ที่ มท ๐๘๐๘.๔/ว ๗๒๑๕\tกรม']);
  }
});
