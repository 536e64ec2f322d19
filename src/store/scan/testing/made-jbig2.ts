import type { Ink } from '#core/scan/picture.ts';

/** One state of the coder: chance of the unlikely pixel, next states, and whether likely and unlikely change places. */
type State = readonly [chance: number, onLikely: number, onUnlikely: number, swaps: 0 | 1];

/** Table E.1 of ITU-T T.88 (2000). */
const STATES: readonly State[] = [
  [0x5601, 1, 1, 1],
  [0x3401, 2, 6, 0],
  [0x1801, 3, 9, 0],
  [0x0ac1, 4, 12, 0],
  [0x0521, 5, 29, 0],
  [0x0221, 38, 33, 0],
  [0x5601, 7, 6, 1],
  [0x5401, 8, 14, 0],
  [0x4801, 9, 14, 0],
  [0x3801, 10, 14, 0],
  [0x3001, 11, 17, 0],
  [0x2401, 12, 18, 0],
  [0x1c01, 13, 20, 0],
  [0x1601, 29, 21, 0],
  [0x5601, 15, 14, 1],
  [0x5401, 16, 14, 0],
  [0x5101, 17, 15, 0],
  [0x4801, 18, 16, 0],
  [0x3801, 19, 17, 0],
  [0x3401, 20, 18, 0],
  [0x3001, 21, 19, 0],
  [0x2801, 22, 19, 0],
  [0x2401, 23, 20, 0],
  [0x2201, 24, 21, 0],
  [0x1c01, 25, 22, 0],
  [0x1801, 26, 23, 0],
  [0x1601, 27, 24, 0],
  [0x1401, 28, 25, 0],
  [0x1201, 29, 26, 0],
  [0x1101, 30, 27, 0],
  [0x0ac1, 31, 28, 0],
  [0x09c1, 32, 29, 0],
  [0x08a1, 33, 30, 0],
  [0x0521, 34, 31, 0],
  [0x0441, 35, 32, 0],
  [0x02a1, 36, 33, 0],
  [0x0221, 37, 34, 0],
  [0x0141, 38, 35, 0],
  [0x0111, 39, 36, 0],
  [0x0085, 40, 37, 0],
  [0x0049, 41, 38, 0],
  [0x0025, 42, 39, 0],
  [0x0015, 43, 40, 0],
  [0x0009, 44, 41, 0],
  [0x0005, 45, 42, 0],
  [0x0001, 45, 43, 0],
  [0x5601, 46, 46, 0],
];

/** The arithmetic coder of T.88 Annex E, which takes a pixel in a context at a time. */
const beginCoding = (contexts: number) => {
  const [states, likely] = [new Uint8Array(contexts), new Uint8Array(contexts)];
  const bytes: number[] = [];
  let [interval, code, left, last] = [0x8000, 0, 12, -1];

  const putByte = (): void => {
    if (last >= 0) bytes.push(last);
    // Behind 0xff a byte holds seven bits, so that a carry has where to go.
    const bits = last === 0xff ? 7 : 8;
    last = Math.floor(code / 2 ** (27 - bits)) % 256;
    code %= 2 ** (27 - bits);
    left = bits;
  };
  const shiftByte = (): void => {
    if (last !== 0xff && code >= 0x8000000) {
      last += 1;
      code -= 0x8000000;
      if (last === 0xff) code %= 0x8000000;
    }
    putByte();
  };
  const renew = (): void => {
    do {
      interval *= 2;
      code *= 2;
      left -= 1;
      if (left === 0) shiftByte();
    } while (interval < 0x8000);
  };
  return {
    put: (context: number, pixel: number): void => {
      const [chance, onLikely, onUnlikely, swaps] = STATES[states[context] as number] as State;
      const isLikely = pixel === likely[context];
      interval -= chance;
      const isSmall = interval < chance;
      if (isLikely && interval >= 0x8000) {
        code += chance;
        return;
      }
      // The larger part of the interval is always given to what is likely.
      if (isLikely !== isSmall) code += chance;
      else interval = chance;
      if (!isLikely && swaps) likely[context] = 1 - (likely[context] as number);
      states[context] = isLikely ? onLikely : onUnlikely;
      renew();
    },
    finish: (): Uint8Array => {
      const most = code + interval - 1;
      code = most - (most % 0x10000) + 0xffff;
      if (code >= most + 1) code -= 0x8000;
      for (let time = 0; time < 2; time++) {
        code *= 2 ** left;
        shiftByte();
      }
      if (last !== 0xff) bytes.push(last, 0xff);
      return Uint8Array.from([...bytes, ...(last === 0xff ? [0xff] : []), 0xac]);
    },
  };
};

const u32 = (value: number): number[] => [
  (value >>> 24) & 255,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];

const segment = (number: number, type: number, data: readonly number[]): number[] => [
  ...u32(number),
  type,
  0,
  1,
  ...u32(data.length),
  ...data,
];

/** Pixels before one that decide its context: template 0 with its adaptive pixels where they are by default. */
const NEAR: readonly (readonly [x: number, y: number])[] = [
  ...[-2, -1, 0, 1, 2].map((x) => [x, -2] as const),
  ...[-3, -2, -1, 0, 1, 2, 3].map((x) => [x, -1] as const),
  ...[-4, -3, -2, -1].map((x) => [x, 0] as const),
];

/** A picture of ink and paper as JBIG2 (ITU-T T.88) with one generic region, as PDF embeds it. */
export const jbig2Of = ({ width, height, pixels }: Ink): Uint8Array => {
  const coder = beginCoding(2 ** NEAR.length);
  const at = (x: number, y: number): number =>
    x < 0 || x >= width || y < 0 ? 0 : (pixels[y * width + x] as number);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const context = NEAR.reduce((bits, [dx, dy]) => 2 * bits + at(x + dx, y + dy), 0);
      coder.put(context, at(x, y));
    }
  }
  const size = [...u32(width), ...u32(height)];
  const place = [...u32(0), ...u32(0)];
  const adaptive = [3, -1, -3, -1, 2, -2, -2, -2].map((one) => one & 255);
  return Uint8Array.from([
    ...segment(0, 48, [...size, ...place, 0, 0, 0]),
    ...segment(1, 38, [...size, ...place, 0, 0, ...adaptive, ...coder.finish()]),
  ]);
};
