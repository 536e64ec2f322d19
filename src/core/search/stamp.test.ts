import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requireStamp, stamp } from './stamp.ts';

const name = fc.stringMatching(/^(?:page\/\d{1,5}|[a-z]\d{1,4}|start)$/);
const index = fc.nat(0xffffffff);

it('tells a file by its name and its index, and leaves what was packed as it is', () => {
  fc.assert(
    fc.property(fc.uint8Array(), name, index, (bytes, file, number) => {
      const packed = gzipSync(bytes);
      const { length } = packed;
      stamp(packed, file, number);
      requireStamp(packed, file, number);
      expect(packed.length).toBe(length);
      expect(gunzipSync(packed)).toEqual(Buffer.from(bytes));
      expect(() => requireStamp(packed, file, number ^ 1)).toThrow(RangeError);
      expect(() => requireStamp(packed, `${file}0`, number)).toThrow(RangeError);
      expect(() => requireStamp(packed.subarray(0, 7), file, number)).toThrow(RangeError);
    }),
  );
});

it('differs between the files of one index', () => {
  const names = Array.from({ length: 3000 }, (_, number) => [
    `p${number}`,
    `page/${number}`,
  ]).flat();
  const stamps = names.map((file) => {
    const packed = new Uint8Array(18);
    stamp(packed, file, 12345);
    return new DataView(packed.buffer).getUint32(4);
  });
  expect(new Set(stamps).size).toBe(names.length);
});
