import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { greyOf } from '#core/scan/colour.ts';
import { inkOf } from '#core/scan/levels.ts';
import { DocumentProblem } from '../document/document-problem.ts';
import { type MadePage, type MadePicture, madeScan } from '../document/testing/made-scan.ts';
import { openScanFile } from './file-pages.ts';
import { SCAN_BOUNDS, type ScanBounds } from './scan-bounds.ts';
import { CIRCULAR, DRAWN_PAGE, drawnFile, drawnPage } from './testing/drawn-letter.ts';
import { type Packing, packedPicture } from './testing/packed-picture.ts';

const POINTS = (DRAWN_PAGE.width * 72) / DRAWN_PAGE.density;
const PACKINGS = ['JPEG', 'CCITT', 'JBIG2', 'JPX'] as const;

const page = drawnPage(CIRCULAR);
const ink = inkOf(page, 128).pixels;
const packed = new Map<Packing, MadePicture>();
beforeAll(async () => {
  for (const packing of PACKINGS) packed.set(packing, await packedPicture(page, packing));
});

const sheet = (picture: MadePicture): MadePage => ({ width: POINTS, height: POINTS, picture });
const sheetOf = (packing: Packing): MadePage => sheet(packed.get(packing) as MadePicture);

/** A packed picture without its end, or with bytes of no sense in its place. */
const damagedSheet = (packing: Packing, kept: number): MadePage => {
  const picture = packed.get(packing);
  if (!picture || !('packed' in picture)) throw new Error('the picture is not packed');
  const { length } = picture.packed;
  return sheet({ ...picture, packed: picture.packed.slice(0, Math.round(length * kept)) });
};

const open = async (bytes: Uint8Array, bounds?: ScanBounds) => {
  const file = await openScanFile(bytes, bounds);
  if (file === null) throw new Error('it is no scan');
  return file;
};

const problemOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof DocumentProblem)) throw new Error(`not refused: ${String(error)}`);
  const { what, why, fix } = error.problem;
  expect(what).not.toBe('');
  expect(why).toBeTruthy();
  expect(fix).not.toBe('');
  return what;
};

/** Pixels in which a page differs from the drawn one, as a share of its ink. */
const lostShare = async (bytes: Uint8Array, number: number): Promise<number> => {
  const found = await (await open(bytes)).page(number);
  if (found.kind !== 'picture') throw new Error('the page has text');
  const seen = inkOf(greyOf(found.picture), 128).pixels;
  expect(seen).toHaveLength(ink.length);
  const [all, lost] = ink.reduce(
    ([sum, other], value, at) => [sum + value, other + (value === seen[at] ? 0 : 1)],
    [0, 0],
  );
  return lost / all;
};

describe('pages of a PDF of scans', () => {
  it.each(PACKINGS)('draws a page that is packed as %s', async (packing) => {
    expect(await lostShare(madeScan([sheetOf(packing)]), 1)).toBeLessThan(0.03);
  });

  it.each([
    ['JPEG', 0.6],
    ['JPX', 0.6],
    ['JPX', 0.002],
    ['JBIG2', 0.6],
    ['CCITT', 0],
  ] as const)('refuses a page whose %s is cut short, and draws the next', async (packing, kept) => {
    const bytes = madeScan([damagedSheet(packing, kept), sheetOf(packing)]);
    const file = await open(bytes);
    expect(file.count).toBe(2);
    expect(await problemOf(file.page(1))).toBe('the picture on page 1 of the PDF is damaged');
    expect(await lostShare(bytes, 2)).toBeLessThan(0.03);
  });

  it('draws the pages beside one that is larger than paper can be', async () => {
    const file = await open(madeScan([{ width: 20_000, height: 500 }, sheetOf('CCITT')]));
    expect(await problemOf(file.page(1))).toMatch(/^page 1 of the PDF is 20,000 by 500 points/);
    expect((await file.page(2)).kind).toBe('picture');
  });

  it('takes a page with a text layer as text, beside scanned ones', async () => {
    const text =
      'A text layer that is long enough to be read as the text of its page, word for word';
    const file = await open(madeScan([{ text }, sheetOf('JBIG2')]));
    expect(await file.page(1)).toMatchObject({ kind: 'text', text: expect.stringContaining(text) });
    expect((await file.page(2)).kind).toBe('picture');
  });

  it('leaves a page without a picture empty', async () => {
    const found = await (await open(madeScan([{}]))).page(1);
    expect(found.kind === 'picture' && found.picture.pixels.every((one) => one === 255)).toBe(true);
  });

  it('draws no page larger than may be in memory', async () => {
    const bounds = { ...SCAN_BOUNDS, pagePixels: 100_000 };
    const found = await (await open(madeScan([{ width: 842, height: 1191 }]), bounds)).page(1);
    if (found.kind !== 'picture') throw new Error('the page has text');
    expect(found.picture.width * found.picture.height).toBeLessThan(101_000);
  });

  it('refuses a file with more pages than a letter has, and one that is cut short', async () => {
    const bounds = { ...SCAN_BOUNDS, pages: 2 };
    expect(await problemOf(openScanFile(madeScan([{}, {}, {}]), bounds))).toBe(
      'it has 3 pages, more than 2',
    );
    const bytes = madeScan([sheetOf('CCITT')]);
    expect(await problemOf(openScanFile(bytes.slice(0, 60)))).toBe('the PDF cannot be opened');
  });
});

describe('pictures', () => {
  it.each(['png', 'jpeg', 'tiff'] as const)('refuses a %s that is cut short', async (format) => {
    const bytes = await drawnFile(page, format);
    const part = new Uint8Array(bytes.subarray(0, Math.round(bytes.length * 0.6)));
    const work = openScanFile(part).then((file) => file?.page(1));
    expect(await problemOf(work)).toBe('the picture cannot be opened');
  });

  it('makes a picture of 20,000 pixels smaller while it reads it', async () => {
    const bytes = await sharp({
      create: { width: 20_000, height: 600, channels: 3, background: '#ffffff' },
    })
      .jpeg()
      .toBuffer();
    const bounds = { ...SCAN_BOUNDS, pagePixels: 200_000 };
    const found = await (await open(bytes, bounds)).page(1);
    if (found.kind !== 'picture') throw new Error('it is no picture');
    expect(found.picture.width * found.picture.height).toBeLessThan(201_000);
  });

  it('refuses a picture with more pixels than are ever read', async () => {
    const bounds = { ...SCAN_BOUNDS, picturePixels: 1_000_000 };
    const bytes = await drawnFile(page, 'png');
    expect(await problemOf(openScanFile(bytes, bounds))).toMatch(/more than 1 million$/);
  });

  it.each([
    ['a progressive JPEG', (one: Sharp) => one.jpeg({ progressive: true })],
    ['an interlaced PNG', (one: Sharp) => one.png({ progressive: true })],
    ['a WebP', (one: Sharp) => one.webp()],
  ])('refuses %s that has to be unpacked as a whole and is too large for that', async (_, pack) => {
    const { width, height, pixels } = page;
    const bytes = await pack(sharp(pixels, { raw: { width, height, channels: 1 } })).toBuffer();
    const bounds = { ...SCAN_BOUNDS, wholePixels: 1_000_000 };
    expect(await problemOf(openScanFile(bytes, bounds))).toMatch(/unpacked as a whole alone$/);
    expect((await open(bytes)).count).toBe(1);
  });

  it('refuses a picture too small to show the letters of a page', async () => {
    const bytes = await sharp(page.pixels, {
      raw: { width: page.width, height: page.height, channels: 1 },
    })
      .resize(300)
      .png()
      .toBuffer();
    expect(await problemOf(openScanFile(bytes))).toBe(
      'the picture has 300 by 300 pixels, too few for the letters of a page',
    );
  });

  it('reads each page of a TIFF', async () => {
    const two = Buffer.concat([page.pixels, page.pixels]);
    const bytes = await sharp(two, {
      raw: { width: page.width, height: page.height * 2, channels: 1, pageHeight: page.height },
    })
      .tiff()
      .toBuffer();
    const file = await open(bytes);
    expect(file.count).toBe(2);
    expect((await file.page(2)).kind).toBe('picture');
  });
});
