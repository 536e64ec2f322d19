import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { MOST_PICTURE_BYTES, PAGE_PICTURE_SIZE } from '#core/letter/letter-file.ts';
import { cutOutPictures, pagePictures } from './page-picture.ts';
import { PdfError } from './pdf-text.ts';
import { madeScan } from './testing/made-scan.ts';

/** A picture of grain, which compresses badly. */
const grain = () => {
  const [width, height] = [400, 566];
  let seed = 1;
  const grey = Uint8Array.from({ length: width * height }, () => {
    seed = (seed * 48271) % 2147483647;
    return seed % 256;
  });
  return { width, height, grey };
};

const greyAt = async (picture: Uint8Array, left: number, top: number): Promise<number> => {
  const one = sharp(picture).extract({ left, top, width: 1, height: 1 }).greyscale();
  return (await one.raw().toBuffer())[0] as number;
};

const black = { width: 1, height: 1, grey: Uint8Array.of(0) };

describe('pagePictures', () => {
  it('draws as many pages as asked for, each of one size and small', async () => {
    const pdf = madeScan([{ text: 'Page 1' }, { picture: grain() }]);
    const pictures = await pagePictures(pdf, 2);
    expect(pictures.length).toBe(2);
    for (const picture of pictures) {
      const { format, width, height } = await sharp(picture).metadata();
      expect({ format, width, height }).toEqual({ format: 'webp', ...PAGE_PICTURE_SIZE });
      expect(picture.length).toBeLessThanOrEqual(MOST_PICTURE_BYTES);
    }
    expect((await pagePictures(pdf, 1)).length).toBe(1);
  });

  it.each([
    ['upright', {}, 5],
    ['on its side', { width: 842, height: 595 }, 300],
    ['long', { width: 300, height: 4000 }, 10],
  ])('keeps a page that stands %s whole, in the middle of white', async (_, size, top) => {
    const [picture] = await pagePictures(madeScan([{ ...size, picture: black }]), 1);
    const { width, height } = PAGE_PICTURE_SIZE;
    expect(await greyAt(picture as Uint8Array, width / 2, height >> 1)).toBeLessThan(30);
    const corner = await greyAt(picture as Uint8Array, 5, 5);
    if ('width' in size) expect(corner).toBeGreaterThan(225);
    else expect(corner).toBeLessThan(30);
    expect(await greyAt(picture as Uint8Array, width / 2, top + 90)).toBeLessThan(30);
  });

  it('refuses pages that are not there and what is no PDF', async () => {
    await expect(pagePictures(madeScan([{ text: 'a' }]), 2)).rejects.toThrow(PdfError);
    await expect(pagePictures(new TextEncoder().encode('%PDF-1.7 cut'), 1)).rejects.toThrow(
      PdfError,
    );
  });
});

describe('cutOutPictures', () => {
  it('shows the part of the page that is asked for, with a little around it', async () => {
    // White above, black below.
    const grey = Uint8Array.of(255, 255, 0, 0);
    const pdf = madeScan([{ text: 'Page 1' }, { picture: { width: 1, height: 4, grey } }]);
    const [above, below] = await cutOutPictures(pdf, 2, [
      [100, 100, 300, 130],
      [700, 900, 1000, 990],
    ]);
    const { format, width, height } = await sharp(above).metadata();
    expect(format).toBe('webp');
    // 216 and 46 thousandths of a sheet of A4 at twice the size of the picture of a page.
    expect(Math.abs((width as number) - 0.216 * 2 * PAGE_PICTURE_SIZE.width)).toBeLessThan(2);
    expect(Math.abs((height as number) - 0.046 * 2 * PAGE_PICTURE_SIZE.height)).toBeLessThan(2);
    expect(await greyAt(above as Uint8Array, 20, 20)).toBeGreaterThan(225);
    expect(await greyAt(below as Uint8Array, 20, 20)).toBeLessThan(30);
    expect((below as Uint8Array).length).toBeLessThan(MOST_PICTURE_BYTES);
  });

  it('keeps to the page where a part runs over its edge, whatever its shape', async () => {
    const grey = Uint8Array.of(0);
    const pdf = madeScan([{ width: 842, height: 595, picture: { width: 1, height: 1, grey } }]);
    const [part] = await cutOutPictures(pdf, 1, [[0, 0, 1000, 1000]]);
    const { width, height } = await sharp(part).metadata();
    expect([width, height]).toEqual([1800, Math.round((1800 * 595) / 842)]);
    expect(await greyAt(part as Uint8Array, 3, 3)).toBeLessThan(30);
  });

  it('refuses a page that is not there', async () => {
    await expect(cutOutPictures(madeScan([{ text: 'a' }]), 2, [])).rejects.toThrow(PdfError);
  });
});
