import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCutShort } from './packed-end.ts';

/** A segment of JBIG2 with its header. */
const segment = (
  number: number,
  length: number,
  { references = 0, isWide = false }: { references?: number; isWide?: boolean } = {},
): number[] => {
  const size = number <= 256 ? 1 : number <= 65_536 ? 2 : 4;
  const count =
    references < 5
      ? [references << 5]
      : [0xe0, 0, 0, references, ...Array(Math.ceil((references + 1) / 8)).fill(0)];
  return [
    ...[24, 16, 8, 0].map((bits) => (number >>> bits) & 255),
    isWide ? 0x66 : 0x26,
    ...count,
    ...Array(references * size).fill(0),
    ...(isWide ? [0, 0, 0, 1] : [1]),
    ...[24, 16, 8, 0].map((bits) => (length >>> bits) & 255),
    ...Array(length).fill(7),
  ];
};

describe('isCutShort', () => {
  it.each(['DCTDecode', 'DCT', 'JPXDecode'])('looks for the end of %s', (filter) => {
    expect(isCutShort(filter, Uint8Array.of(1, 2, 0xff, 0xd9))).toBe(false);
    expect(isCutShort(filter, Uint8Array.of(1, 0xff, 0xd9, 0, 0))).toBe(false);
    expect(isCutShort(filter, Uint8Array.of(1, 2, 0xff))).toBe(true);
    expect(isCutShort(filter, new Uint8Array())).toBe(true);
  });

  it.each([
    ['plain', segment(1, 40)],
    ['with references', segment(300, 40, { references: 3 })],
    ['with many references', segment(70_000, 40, { references: 20 })],
    ['of a far page', segment(2, 40, { isWide: true })],
  ])('follows segments of JBIG2: %s', (_, bytes) => {
    const whole = Uint8Array.from([...segment(0, 19), ...bytes]);
    expect(isCutShort('JBIG2Decode', whole)).toBe(false);
    expect(isCutShort('JBIG2Decode', whole.subarray(0, whole.length - 1))).toBe(true);
    expect(isCutShort('JBIG2Decode', whole.subarray(0, whole.length - 39))).toBe(true);
  });

  it('says nothing of filters without an end', () => {
    expect(isCutShort('CCITTFaxDecode', Uint8Array.of(1))).toBe(false);
    expect(isCutShort('FlateDecode', Uint8Array.of(1))).toBe(false);
  });

  it('takes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(typeof isCutShort('JBIG2Decode', bytes)).toBe('boolean');
      }),
    );
  });
});
