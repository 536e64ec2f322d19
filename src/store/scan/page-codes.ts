import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import type { Grey } from '#core/scan/picture.ts';
import type { PageCode } from '#core/scan/scanned-page.ts';
import { discard } from './discard.ts';

const OPTIONS: ReaderOptions = { formats: ['QRCode'], tryHarder: true, tryDownscale: true };

let loaded: Promise<unknown> | null = null;

const load = async (): Promise<void> => {
  const bytes = await readFile(
    fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')),
  );
  // As it comes, the package would fetch its WebAssembly from another host.
  const wasmBinary = new Uint8Array(bytes).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
};

/** A code on a page, and how the page lies by it: 0 upright, 2 upside down; quarter turns clockwise. */
export interface TurnedCode extends PageCode {
  readonly turns: number;
}

/** A picture of half the size, each pixel the mean of four. */
const halved = ({ width, height, pixels }: Grey): Grey => {
  const [w, h] = [width >> 1, height >> 1];
  const half = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = 2 * y * width + 2 * x;
      const above = (pixels[at] as number) + (pixels[at + 1] as number);
      const below = (pixels[at + width] as number) + (pixels[at + width + 1] as number);
      half[y * w + x] = (above + below) >> 2;
    }
  }
  return { width: w, height: h, pixels: half };
};

const doubled = ({ text, turns, box }: TurnedCode): TurnedCode => ({
  text,
  turns,
  box: {
    left: 2 * box.left,
    top: 2 * box.top,
    right: 2 * box.right,
    bottom: 2 * box.bottom,
  },
});

/** The QR codes on a page, whichever way it lies. Half the size shows them in a third of the time; a small one it may not. */
export const pageCodes = async (page: Grey): Promise<TurnedCode[]> => {
  const found = page.width > 1 && page.height > 1 ? await codesIn(halved(page)) : [];
  return found.length > 0 ? found.map(doubled) : codesIn(page);
};

const codesIn = async ({ width, height, pixels }: Grey): Promise<TurnedCode[]> => {
  loaded ??= load();
  await loaded;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < pixels.length; at++) {
    const value = pixels[at] as number;
    data[4 * at] = value;
    data[4 * at + 1] = value;
    data[4 * at + 2] = value;
    data[4 * at + 3] = 255;
  }
  const image = { data, width, height, colorSpace: 'srgb' } as ImageData;
  const found = await readBarcodes(image, OPTIONS);
  discard(data);
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text, position }) => {
      const corners = [
        position.topLeft,
        position.topRight,
        position.bottomLeft,
        position.bottomRight,
      ];
      const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
      const across = {
        x: position.topRight.x - position.topLeft.x,
        y: position.topRight.y - position.topLeft.y,
      };
      const angle = (Math.atan2(across.y, across.x) * 180) / Math.PI;
      return {
        text,
        box: {
          left: Math.floor(Math.min(...xs)),
          top: Math.floor(Math.min(...ys)),
          right: Math.ceil(Math.max(...xs)),
          bottom: Math.ceil(Math.max(...ys)),
        },
        turns: (Math.round(angle / 90) + 4) % 4,
      };
    });
};
