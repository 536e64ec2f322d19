import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import { decodeQr } from '#output/qr/decode.ts';
import { type Picture, toSharp } from './picture.ts';

/** Reads every picture; null for one in which it finds no code. */
export type Decoder = (pictures: readonly Picture[]) => Promise<(string | null)[]>;

const inColour = ({ data }: Picture): Uint8ClampedArray<ArrayBuffer> => {
  const colours = new Uint8ClampedArray(data.length * 4);
  data.forEach((value, index) => {
    colours.fill(value, 4 * index, 4 * index + 3);
    colours[4 * index + 3] = 255;
  });
  return colours;
};

export const jsqr: Decoder = async (pictures) =>
  pictures.map((picture) => decodeQr(inColour(picture), picture.width, picture.height));

const loadZxing = async (): Promise<void> => {
  const file = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const bytes = await readFile(file);
  // As it comes, the package would fetch its WebAssembly from another host.
  const wasmBinary = new Uint8Array(bytes).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
};
let zxingLoaded: Promise<void> | undefined;

/** ZXing in C++, as WebAssembly: on every machine. */
export const zxing: Decoder = async (pictures) => {
  zxingLoaded ??= loadZxing();
  await zxingLoaded;
  const options: ReaderOptions = { formats: ['QRCode'], tryHarder: true, tryDownscale: true };
  const read = pictures.map(async (picture) => {
    const { width, height } = picture;
    const image = { data: inColour(picture), width, height, colorSpace: 'srgb' } as ImageData;
    return (await readBarcodes(image, options))[0]?.text ?? null;
  });
  return Promise.all(read);
};

/** Whether Debian's zbar-tools are on this machine. */
export const hasZbar = spawnSync('zbarimg', ['--version']).status === 0;

const decodeXml = (text: string): string =>
  text
    .replace(/^<!\[CDATA\[/, '')
    .replace(/\]\]>$/, '')
    .trim();

export const zbar: Decoder = async (pictures) => {
  const folder = await mkdtemp(join(tmpdir(), 'wian-zbar-'));
  try {
    const files = pictures.map((_, index) => join(folder, `${index}.png`));
    await Promise.all(
      pictures.map((picture, index) =>
        toSharp(picture)
          .png()
          .toFile(files[index] as string),
      ),
    );
    const args = ['--quiet', '--xml', '--nodbus', '-Sdisable', '-Sqrcode.enable', ...files];
    // zbarimg ends with 4 where a picture holds no code.
    const { stdout } = await promisify(execFile)('zbarimg', args, { maxBuffer: 2 ** 26 }).catch(
      (error: { code?: number; stdout?: string }) => {
        if (error.code === 4) return { stdout: error.stdout ?? '' };
        throw error;
      },
    );
    const found = new Map<string, string>();
    for (const [, href, inside] of stdout.matchAll(/<source href='([^']*)'>(.*?)<\/source>/gs)) {
      const data = /<data[^>]*>(.*?)<\/data>/s.exec(inside as string)?.[1];
      if (data !== undefined) found.set(href as string, decodeXml(data));
    }
    return files.map((file) => found.get(file) ?? null);
  } finally {
    await rm(folder, { recursive: true });
  }
};
