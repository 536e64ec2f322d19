import sharp from 'sharp';
import { greyOf } from '#core/scan/colour.ts';
import {
  type Box,
  type Colour,
  cutOut,
  filled,
  type Grey,
  quarterTurnedColour,
  withMargin,
} from '#core/scan/picture.ts';
import type { ScannedPage } from '#core/scan/scanned-page.ts';
import { turnedBack } from '#core/scan/skew.ts';

/** Dots per inch of pages as they are read, and as they are kept: 200 in greys show all that is on paper. */
const READ = 300;
const KEPT = 200;
const POINTS_PER_INCH = 72;
const QUALITY = 50;
const BLACK = 0;

/** How a page was read, as far as its picture goes. */
type Placed = Pick<ScannedPage, 'turns' | 'skew' | 'personal'>;

/**
 * The picture of a page as it was read: upright, straight, in greys, and black where personal data stands. Places of the page
 * that was read are places of this picture.
 */
export const publicPicture = (picture: Colour, { turns, skew, personal }: Placed): Grey =>
  filled(turnedBack(greyOf(quarterTurnedColour(picture, turns)), skew), personal, BLACK);

const rawOf = ({ width, height }: Grey) => ({ raw: { width, height, channels: 1 as const } });

const jpegOf = async (page: Grey): Promise<Uint8Array> =>
  sharp(page.pixels, rawOf(page))
    .resize({ width: Math.max(1, Math.round((page.width * KEPT) / READ)) })
    .toColourspace('b-w')
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toBuffer();

/** Begins a PDF of pages; each is packed as it comes, so that one picture is in memory at a time. */
export const beginScanPdf = async (): Promise<{
  readonly add: (page: Grey) => Promise<void>;
  readonly finish: () => Promise<Uint8Array>;
}> => {
  // A fifth of a second to load: only where a scan is kept.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.create({ updateMetadata: false });
  return {
    add: async (page) => {
      const image = await document.embedJpg(await jpegOf(page));
      const [width, height] = [page.width, page.height].map(
        (pixels) => (pixels * POINTS_PER_INCH) / READ,
      ) as [number, number];
      document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
    },
    finish: () => document.save({ addDefaultPage: false }),
  };
};

/** Pixels around a cut-out, so that a person sees what stands beside it. */
const CUT_MARGIN = 14;

/** A part of a page as a PNG. */
export const cutOutPng = async (page: Grey, box: Box): Promise<Uint8Array> => {
  const part = cutOut(page, withMargin(box, CUT_MARGIN, page));
  return sharp(part.pixels, rawOf(part))
    .toColourspace('b-w')
    .png({ compressionLevel: 9 })
    .toBuffer();
};
