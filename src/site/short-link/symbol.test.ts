import { expect, it } from 'vitest';
import { QUIET_ZONE } from '#core/qr/symbol.ts';
import { decodeQr } from '#output/qr/decode.ts';
import { type SymbolView, viewSymbol } from './symbol.ts';

/** The outlines of a path in relative steps, as corners in modules. */
const outlinesOf = (path: string): [number, number][][] => {
  const outlines: [number, number][][] = [];
  let [x, y] = [0, 0];
  let start: [number, number] = [0, 0];
  for (const [, step = '', rest = ''] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (rest.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    if (step === 'M') [x, y] = numbers as [number, number];
    else if (step === 'm') {
      x += numbers[0] as number;
      y += numbers[1] as number;
    } else if (step === 'h') x += numbers[0] as number;
    else if (step === 'v') y += numbers[0] as number;
    else if (step === 'z') [x, y] = start;
    else throw new Error(step);
    if (step === 'm') {
      start = [x, y];
      outlines.push([]);
    }
    outlines.at(-1)?.push([x, y]);
  }
  return outlines;
};

const SCALE = 3;

/** What a browser draws of the path with the even-odd rule: a picture with opaque dots, `SCALE` of them a module. */
const drawn = ({ size, path }: SymbolView) => {
  const outlines = outlinesOf(path);
  const isDark = (column: number, row: number): boolean => {
    let crossings = 0;
    for (const corners of outlines) {
      corners.forEach(([x, y], at) => {
        const [, nextY] = corners[(at + 1) % corners.length] as [number, number];
        if (x > column + 0.5 && y > row + 0.5 !== nextY > row + 0.5) crossings++;
      });
    }
    return crossings % 2 === 1;
  };
  const width = size * SCALE;
  const dots = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!isDark(column, row)) continue;
      for (let y = row * SCALE; y < (row + 1) * SCALE; y++) {
        dots.fill(0, (y * width + column * SCALE) * 4, (y * width + (column + 1) * SCALE) * 4);
        for (let x = column * SCALE; x < (column + 1) * SCALE; x++)
          dots[(y * width + x) * 4 + 3] = 255;
      }
    }
  }
  return { dots, width, isDark };
};

it.each([
  'HTTPS://WIAN.EXAMPLE/Q/FVD2YV',
  `HTTPS://${'LONG-NAME-OF-AN-OFFICE.'.repeat(6)}GO.TH/Q/FVD2YV/12/A500101`,
])('what a page draws says %s to whoever scans it', (address) => {
  const { dots, width } = drawn(viewSymbol(address));
  expect(decodeQr(dots, width, width)).toBe(address);
});

it('has light modules all around, as scanners need', () => {
  const view = viewSymbol('HTTPS://WIAN.EXAMPLE/Q/FVD2YV');
  const { isDark } = drawn(view);
  const all = Array.from({ length: view.size }, (_, at) => at);
  const dark = all.flatMap((row) =>
    all.filter((column) => isDark(column, row)).map((column) => [column, row]),
  );
  const edges = dark.flat().sort((a, b) => a - b);
  expect([edges[0], edges.at(-1)]).toEqual([QUIET_ZONE, view.size - QUIET_ZONE - 1]);
});

it('refuses an address that no code holds, and says what to do', () => {
  expect(() => viewSymbol(`HTTPS://WIAN.EXAMPLE/${'A'.repeat(5000)}`)).toThrow('shorter address');
});
