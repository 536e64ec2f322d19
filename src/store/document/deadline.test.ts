import { describe, expect, it } from 'vitest';
import { DeadlineProblem, withinTime } from './deadline.ts';

// (module (func (export "run") (loop br 0))): WebAssembly that never ends, as a library may on a damaged file.
const LOOP = new Uint8Array([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 7, 7, 1, 3, 0x72, 0x75, 0x6e, 0,
  0, 10, 9, 1, 7, 0, 3, 0x40, 0x0c, 0, 0x0b, 0x0b,
]);
const webAssembly = new WebAssembly.Instance(new WebAssembly.Module(LOOP)).exports;

describe('withinTime', () => {
  it('gives what is done in time, and throws what is thrown', () => {
    expect(withinTime(() => withinTime(() => 7))).toBe(7);
    expect(withinTime(() => undefined)).toBeUndefined();
    expect(() =>
      withinTime(() => {
        throw new RangeError('own');
      }),
    ).toThrow(RangeError);
  });

  it.each<[string, () => unknown]>([
    [
      'JavaScript',
      () => {
        for (;;);
      },
    ],
    ['WebAssembly', webAssembly.run as () => unknown],
  ])('ends %s that never ends', (_, work) => {
    expect(() => withinTime(work, 0.02)).toThrow(DeadlineProblem);
    expect(() => withinTime(work, 0.02)).toThrow('the file was not read within 0.02 seconds');
    expect(withinTime(() => 'next')).toBe('next');
  });
});
