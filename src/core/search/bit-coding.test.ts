import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitModel, BitReader, BitWriter, MOST_CODED, NumberModel } from './bit-coding.ts';

const CONTEXTS = 3;
const number = fc.record({
  context: fc.nat(CONTEXTS - 1),
  value: fc.oneof(fc.nat(5), fc.nat(1000), fc.nat(MOST_CODED)),
});

describe('numbers', () => {
  it('are read back as they were written, to the last byte', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 400 }), (numbers) => {
        const writer = new BitWriter();
        const written = new NumberModel(CONTEXTS);
        for (const { context, value } of numbers) written.code(writer, context, value);
        const reader = new BitReader(writer.finish());
        const read = new NumberModel(CONTEXTS);
        expect(numbers.map(({ context }) => read.code(reader, context, 0))).toEqual(
          numbers.map(({ value }) => value),
        );
        expect(() => reader.end()).not.toThrow();
      }),
    );
  });

  it('beyond the greatest are refused', () => {
    expect(() => new NumberModel(1).code(new BitWriter(), 0, MOST_CODED + 1)).toThrow(RangeError);
  });
});

describe('bits', () => {
  it('that are nearly always alike take next to nothing', () => {
    const writer = new BitWriter();
    const model = new BitModel(1);
    for (let at = 0; at < 100_000; at++) writer.bit(model, 0, at % 1000 === 0 ? 1 : 0);
    expect(writer.finish().length).toBeLessThan(400);
  });

  it('that are as good as random take no more than a bit each, and a few bytes', () => {
    const writer = new BitWriter();
    let state = 1;
    for (let at = 0; at < 8000; at++) {
      state = (state * 48271) % 2147483647;
      writer.evenBit(state % 2);
    }
    expect(writer.finish().length).toBeLessThanOrEqual(1010);
  });

  it.each([
    ['missing', (bytes: Uint8Array) => bytes.slice(0, -1), 'the bytes end in the middle of a list'],
    [
      'too many',
      (bytes: Uint8Array) => Uint8Array.of(...bytes, 0),
      '1 bytes are left behind a list',
    ],
    ['none', () => new Uint8Array(), 'the bytes end in the middle of a list'],
  ])('are not taken for whole where bytes are %s', (_, damage, message) => {
    const writer = new BitWriter();
    const model = new NumberModel(1);
    for (let value = 0; value < 100; value++) model.code(writer, 0, value);
    const read = () => {
      const reader = new BitReader(damage(writer.finish()));
      const again = new NumberModel(1);
      for (let value = 0; value < 100; value++) again.code(reader, 0, 0);
      reader.end();
    };
    expect(read).toThrow(new RangeError(message));
  });
});
