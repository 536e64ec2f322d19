import { describe, expect, it } from 'vitest';
import { growthOf, LINEAR } from '../../../../tests/growth.ts';
import type { RegisterRow } from './row.ts';
import { readSheet } from './testing/read-sheet.ts';

const HEADINGS = ['เลขทะเบียนรับ', 'วันที่รับ', 'ที่', 'ลงวันที่', 'จาก', 'เรื่อง'];
const GOOD = ['12', '๑๑ มี.ค. ๖๘', 'มท ๐๘๙๙.๙/ว ๑๑', '๓ มี.ค. ๖๘', 'กรมตัวอย่าง', 'เรื่องตัวอย่าง'];

/** Pieces that readers of numbers, days, names and marks of secrecy might go over again and again. */
const PIECES = ['1/', '(', 'ที่ ', 'มท ๐๘๙๙.๙/ว ๑๑ ', '๑๑ มี.ค. ๖๘ ', 'ลับ ', 'ทุกจังหวัด ', 'ก\u0e49'];

describe('cells that repeat without end are read in a time that grows as they do', () => {
  it.each(PIECES)('%j', (piece) => {
    const make = (size: number): RegisterRow[] => [
      { line: 1, cells: HEADINGS },
      { line: 2, cells: GOOD.map((cell) => cell + piece.repeat(size)) },
      { line: 3, cells: GOOD.map(() => piece.repeat(size)) },
    ];
    expect(growthOf(make, readSheet, 500)).toBeLessThan(LINEAR);
  });
});
