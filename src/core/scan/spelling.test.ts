import { describe, expect, it } from 'vitest';
import type { Glyph } from './line.ts';
import { respell } from './spelling.ts';

const RING = '\u0e4d';
const AA = '\u0e32';

const glyphsOf = (text: string): Glyph[] =>
  [...text].map((char, at) => ({
    text: char,
    left: 10 * at,
    top: 5,
    right: 10 * at + 8,
    bottom: 20 + at,
    confidence: 99 - at,
  }));

describe('spelling of what a model read', () => {
  it.each([
    [`น${RING}${AA}`, 'นำ'],
    [`น\u0e49${RING}${AA}`, 'น้ำ'],
    [`น${RING}\u0e49${AA}`, 'น้ำ'],
    [`ก${AA}`, 'กา'],
    [`${AA}`, AA],
    [`ก${RING}ก${AA}`, `ก${RING}กา`],
  ])('%j is %s', (read, written) =>
    expect(
      respell(glyphsOf(read))
        .map(({ text }) => text)
        .join(''),
    ).toBe(written),
  );

  it('joins the boxes of both parts, and is as sure as the less sure one', () =>
    expect(respell(glyphsOf(`น${RING}${AA}`))[1]).toEqual({
      text: '\u0e33',
      left: 10,
      top: 5,
      right: 28,
      bottom: 22,
      confidence: 97,
    }));
});
