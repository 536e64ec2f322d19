import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { LinePicture } from '#core/scan/line.ts';
import type { Quality } from '../train-scan/damage.ts';
import type { MadeLine } from '../train-scan/texts.ts';

/** A line that is read and judged. */
export interface MeasuredLine extends MadeLine {
  readonly quality: Quality;
  readonly family: string;
  readonly picture: LinePicture;
}

/** What the list beside a sheet says of one line of it. */
type Entry = Omit<MeasuredLine, 'picture'> & {
  readonly width: number;
  readonly height: number;
};

const PICTURE = 'lines.webp';
/** High enough that lines read as before, low enough for some dozens of lines to be a file of the tests. */
const QUALITY_OF_SHEET = 50;
const LIST = 'lines.json';

/** Writes lines below each other into one picture, and what they say into a list beside it. */
export const writeSheet = async (folder: string, lines: readonly MeasuredLine[]): Promise<void> => {
  const width = Math.max(...lines.map(({ picture }) => picture.width));
  const height = lines.reduce((sum, { picture }) => sum + picture.height, 0);
  const pixels = new Uint8Array(width * height).fill(255);
  let top = 0;
  for (const { picture } of lines) {
    for (let y = 0; y < picture.height; y++, top++) {
      pixels.set(picture.pixels.subarray(y * picture.width, (y + 1) * picture.width), top * width);
    }
  }
  const list = lines.map(
    ({ picture, ...line }): Entry => ({ ...line, width: picture.width, height: picture.height }),
  );
  await mkdir(folder, { recursive: true });
  await sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .webp({ quality: QUALITY_OF_SHEET, effort: 6 })
    .toFile(join(folder, PICTURE));
  await writeFile(join(folder, LIST), `${JSON.stringify(list, null, 2)}\n`);
};

/** Reads what {@link writeSheet} wrote. */
export const readSheet = async (folder: string): Promise<MeasuredLine[]> => {
  const list = JSON.parse(await readFile(join(folder, LIST), 'utf8')) as Entry[];
  const { data, info } = await sharp(join(folder, PICTURE))
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  let top = 0;
  return list.map(({ width, height, ...line }) => {
    const pixels = new Uint8Array(width * height);
    for (let y = 0; y < height; y++, top++) {
      pixels.set(data.subarray(top * info.width, top * info.width + width), y * width);
    }
    return { ...line, picture: { width, height, pixels } };
  });
};
