import { beforeAll, describe, expect, it } from 'vitest';
import { greyOf } from '#core/scan/colour.ts';
import { inkOf } from '#core/scan/levels.ts';
import { pdfFile } from '../document/pdf-file.ts';
import { type MadePage, type MadePicture, madeScan } from '../document/testing/made-scan.ts';
import { pageJpeg } from './pdf-jpeg.ts';
import { pdfPage } from './pdf-page.ts';
import { CIRCULAR, DRAWN_PAGE, drawnPage } from './testing/drawn-letter.ts';
import { packedPicture } from './testing/packed-picture.ts';

const [WIDTH, HEIGHT] = [DRAWN_PAGE.width * 0.24, DRAWN_PAGE.height * 0.24];

let jpeg: Extract<MadePicture, { readonly packed: Uint8Array }>;
beforeAll(async () => {
  const packed = await packedPicture(drawnPage(CIRCULAR), 'JPEG');
  if (!('packed' in packed)) throw new Error('the picture is not packed');
  jpeg = packed;
});

const sheet = (more: Partial<MadePage> = {}, dictionary = ''): MadePage => ({
  width: WIDTH,
  height: HEIGHT,
  picture: { ...jpeg, dictionary: `${jpeg.dictionary}${dictionary}` },
  ...more,
});

const jpegOf = async (page: MadePage, change = (bytes: Uint8Array): Uint8Array => bytes) => {
  const bytes = change(madeScan([page]));
  const file = pdfFile(bytes);
  const found = await pageJpeg(file, bytes, 0);
  await file.close();
  return found;
};

const replaced = (what: string, by: string) => (bytes: Uint8Array) =>
  new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replace(what, by), 'latin1'));

describe('pageJpeg', () => {
  it('gives the bytes of a picture that is all of its page', async () => {
    const found = await jpegOf(sheet());
    expect(found?.jpeg).toEqual(new Uint8Array(jpeg.packed));
    expect(found?.turns).toBe(0);
  });

  it.each([
    ['other levels', '/Decode [1 0]'],
    ['a mask', '/SMask 3 0 R'],
    ['a mask of colours', '/Mask [0 1]'],
    ['a layer', '/OC 3 0 R'],
    ['a name in codes', '/#44ecode [1 0]'],
  ])('leaves a picture with %s to be drawn', async (_, dictionary) => {
    expect(await jpegOf(sheet({}, dictionary))).toBeNull();
  });

  it.each([
    ['text beside it', { text: 'Received' }, undefined],
    ['colours of its own', {}, replaced('/DeviceGray', '/Separated ')],
    ['a half of its page', {}, replaced(`q ${WIDTH} 0 0`, `q ${WIDTH / 2} 0 0`)],
    ['its mirror image', {}, replaced(`q ${WIDTH} 0 0`, `q -${WIDTH} 0 0`)],
    ['an edge cut away', {}, replaced('[0 0 362.4 362.4]', '[0 0 362.4 300.4]')],
  ])('leaves a page with %s to be drawn', async (_, more, change) => {
    expect(await jpegOf(sheet(more), change)).toBeNull();
  });

  it.each([0, 90, 180, 270] as const)(
    'is shown as PDFium draws it, by %i degrees',
    async (rotate) => {
      const seen = async (dictionary: string) => {
        const bytes = madeScan([sheet({ rotate }, dictionary)]);
        const file = pdfFile(bytes);
        const isPlain = (await pageJpeg(file, bytes, 0)) !== null;
        const picture = await pdfPage(file, bytes, 0);
        await file.close();
        return { isPlain, picture, ink: inkOf(greyOf(picture), 128).pixels };
      };
      const [plain, drawn] = [await seen(''), await seen('/Decode [0 1]')];
      expect([plain.isPlain, drawn.isPlain]).toEqual([true, false]);
      expect(plain.picture.width).toBe(drawn.picture.width);
      expect(plain.picture.height).toBe(drawn.picture.height);
      const all = drawn.ink.filter((one) => one === 1).length;
      const differ = plain.ink.filter((one, at) => one !== drawn.ink[at]).length;
      expect(differ / all).toBeLessThan(0.03);
    },
  );
});
