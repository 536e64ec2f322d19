import { describe, expect, it } from 'vitest';
import { pageNotes } from './page-notes.ts';
import type { FilePage, ScannedLine, ScannedPage } from './scanned-page.ts';
import { madePage } from './testing/made-page.ts';

const line = (row: number, more: Partial<ScannedLine> = {}): ScannedLine => ({
  layer: 'print',
  row,
  box: { left: 300, top: 300 + row * 80, right: 1300, bottom: 350 + row * 80 },
  text: 'ขอความร่วมมือสำรวจครุภัณฑ์',
  confidence: 99,
  doubts: [],
  ...more,
});

const page = (more: Partial<ScannedPage> = {}): FilePage =>
  madePage(2, { lines: Array.from({ length: 8 }, (_, row) => line(row)), ...more });

const doubts = [{ from: 0, to: 1, readings: ['ข', 'ช'], isDigit: false }];
const rows = (doubtful: number) =>
  Array.from({ length: 8 }, (_, row) => line(row, row < doubtful ? { doubts } : {}));

describe('pageNotes', () => {
  it.each([
    ['a page that was read', page(), [/^page 2 was read from its picture; compare every field/]],
    ['one that lay turned', page({ turns: 3 }), [/it lay 270 degrees turned/]],
    ['one without ink', { number: 2, kind: 'blank' } as const, [/^page 2 has no ink/]],
    ['one with a text layer', { number: 2, kind: 'text', text: '' } as const, []],
    [
      'one without writing',
      page({ lines: [line(0, { text: '~~ | ..' })] }),
      [/no writing that can/],
    ],
    [
      'one that is cut off',
      page({ cut: ['left'], lines: [line(0, { runsOut: true }), line(1)] }),
      [/was read/, /cut off at its left side: 1 of its lines run out/],
    ],
    ['one with some doubts', page({ lines: rows(4) }), [/was read/]],
    ['one that is hardly legible', page({ lines: rows(5) }), [/was read/, /5 of its 8 lines/]],
  ])('says what is to be known of %s', (_, one, said) => {
    const notes = pageNotes(one);
    expect(notes).toHaveLength(said.length);
    for (const [at, pattern] of said.entries()) expect(notes[at]).toMatch(pattern);
  });
});
