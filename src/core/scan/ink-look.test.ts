import { describe, expect, it } from 'vitest';
import { inkLook } from './ink-look.ts';

describe('a line as ink and paper', () => {
  it('is smaller, and ink and paper alone', () => {
    // Left half dark grey, right half light grey.
    const pixels = Uint8Array.from({ length: 100 }, (_, at) => (at % 10 < 5 ? 70 : 180));
    const seen = inkLook({ width: 10, height: 10, pixels });
    expect([seen.width, seen.height]).toEqual([8, 8]);
    expect([...seen.pixels.subarray(0, 8)]).toEqual([0, 0, 0, 0, 255, 255, 255, 255]);
  });

  it('averages what falls between two of its pixels', () => {
    const pixels = Uint8Array.from([0, 0, 0, 0, 255]);
    const seen = inkLook({ width: 5, height: 1, pixels });
    expect([...seen.pixels]).toEqual([0, 0, 0, 204]);
  });

  it.each([0, 255])('leaves an even picture even (%i)', (level) => {
    const seen = inkLook({ width: 4, height: 4, pixels: new Uint8Array(16).fill(level) });
    expect(new Set(seen.pixels).size).toBe(1);
  });
});
