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

it('reads the lines of a page that was scanned askew', () => {
  const angle = 3;
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const askew = (text: string, x: number, y: number): Piece => ({
    text,
    x: x * cos - y * sin,
    y: x * sin + y * cos,
    endX: (x + 30) * cos - y * sin,
    endY: (x + 30) * sin + y * cos,
    size: 12,
    angle,
  });
  expect(
    pageLines(
      [0, 1, 2].flatMap((line) => [
        askew(`ซ้าย${line}`, 50, 700 - 16 * line),
        askew('ขวา', 450, 700 - 16 * line),
      ]),
    ),
  ).toEqual(['ซ้าย0\tขวา', 'ซ้าย1\tขวา', 'ซ้าย2\tขวา']);
});

it('is not tilted by a stamp set at an angle', () => {
  const stamp: Piece = { ...piece('สำเนาถูกต้อง', 300, 360, 400), angle: 14 };
  const line = (left: string, right: string, y: number) => [
    piece(left, 50, 80, y),
    piece(right, 500, 530, y),
  ];
  expect(
    pageLines([
      ...line('หนึ่ง', 'สอง', 700),
      ...line('สาม', 'สี่', 684),
      ...line('ห้า', 'หก', 668),
      stamp,
    ]),
  ).toEqual(['หนึ่ง\tสอง', 'สาม\tสี่', 'ห้า\tหก', 'สำเนาถูกต้อง']);
});

it('reads what lies in another direction behind the rest', () => {
  const note: Piece = { ...piece('ข้างหน้า', 20, 20), endY: 760, angle: 90 };
  expect(pageLines([note, piece('บรรทัดแรกของหนังสือ', 50, 200)])).toEqual([
    'บรรทัดแรกของหนังสือ',
    'ข้างหน้า',
  ]);
});

it('keeps the number of a footnote apart from the number before it', () => {
  const raised: Piece = { ...piece('๑', 110, 114, 705), size: 7 };
  expect(pageLines([piece('พ.ศ. ๒๕๖๙', 50, 110), raised, piece('และ', 114, 130)])).toEqual([
    'พ.ศ. ๒๕๖๙ ๑ และ',
  ]);
});
