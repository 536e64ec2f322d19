import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { storedGzip } from './stored-gzip.ts';

it.each([0, 1, 65_535, 65_536, 200_000])(
  'holds %i bytes as they are, and checks them',
  (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) & 0xff);
    const packed = storedGzip(bytes);
    expect(gunzipSync(packed)).toEqual(Buffer.from(bytes));
    expect(packed.length).toBe(length + 18 + 5 * Math.max(1, Math.ceil(length / 65_535)));
    packed[packed.length - 8] = (packed[packed.length - 8] as number) ^ 1;
    expect(() => gunzipSync(packed)).toThrow();
  },
);
