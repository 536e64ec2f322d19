import sharp, { type Metadata } from 'sharp';
import { type Colour, quarterTurnedColour } from '#core/scan/picture.ts';
import { PAGE_WIDTH } from '#core/scan/prepared-page.ts';
import { DocumentProblem } from '../document/document-problem.ts';
import { SCAN_BOUNDS, type ScanBounds } from './scan-bounds.ts';

/** Dots per inch at which pages are read. */
const DENSITY = 300;
/** Inches of the shorter side of papers that offices use, A5 to A3: what a density makes other than that, it is not trusted. */
const PAPER = { least: 5, most: 12.2 } as const;

/** Quarter turns clockwise by the orientation of EXIF, which cameras write; mirrored ones are of no camera. */
const TURNS: Readonly<Record<number, number>> = { 3: 2, 6: 1, 8: 3 };

/** How much larger a picture becomes so that its print is as large as at 300 dots per inch. */
const scaleOf = (
  width: number,
  height: number,
  density: number | undefined,
  most: number,
): number => {
  const shorter = Math.min(width, height);
  const inches = density === undefined ? 0 : shorter / density;
  const isTrusted = inches >= PAPER.least && inches <= PAPER.most;
  const scale = isTrusted ? DENSITY / (density as number) : PAGE_WIDTH / shorter;
  return Math.min(scale, Math.sqrt(most / (width * height)));
};

const unreadable = (why: string): DocumentProblem =>
  new DocumentProblem({
    what: 'the picture cannot be opened',
    why,
    fix: 'Scan or photograph the page again; the file may have been cut short.',
  });

/** What is known of a picture without decoding it. Rejects with a DocumentProblem where it is none, or too large. */
export const pictureMetadata = async (
  bytes: Uint8Array,
  bounds: ScanBounds = SCAN_BOUNDS,
): Promise<Metadata> => {
  let metadata: Metadata;
  try {
    metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw unreadable((error as Error).message);
  }
  const { width, height } = metadata;
  if (width * height > bounds.picturePixels) {
    throw new DocumentProblem({
      what: `the picture has ${width} by ${height} pixels, more than ${bounds.picturePixels / 1e6} million`,
      why: 'A page of A3 at 600 dots per inch has 70 million; more shows nothing more of a letter.',
      fix: 'Scan it at 300 dots per inch, or save a smaller copy.',
    });
  }
  if (isUnpackedWhole(metadata) && width * height > bounds.wholePixels) {
    throw new DocumentProblem({
      what: `the picture has ${width} by ${height} pixels, and can be unpacked as a whole alone`,
      why: `A picture that is packed so that it shows coarsely at first, a WebP or a TIFF of more than ${bounds.wholePixels / 1e6} million pixels takes too much memory.`,
      fix: 'Scan it at 300 dots per inch, or save it as a plain JPEG (not progressive) or PDF.',
    });
  }
  if (Math.min(width, height) < bounds.leastSide) {
    throw new DocumentProblem({
      what: `the picture has ${width} by ${height} pixels, too few for the letters of a page`,
      why: `A4 has ${bounds.leastSide} pixels from side to side at 50 dots per inch, where nothing can be read.`,
      fix: 'Scan the page at 300 dots per inch; of a photo that was sent by chat ask for the file itself.',
    });
  }
  return metadata;
};

/** Whether a picture cannot be read strip by strip: all of it has to be in memory at once. */
const isUnpackedWhole = ({ format, isProgressive = false }: Metadata): boolean =>
  isProgressive || format === 'webp' || format === 'tiff';

/** Pages of a picture: those of a TIFF; 1 for others. */
export const pagesOfPicture = ({ pages = 1, format }: Metadata): number =>
  format === 'tiff' ? pages : 1;

/** Page `index` (from 0) of a picture in colour, as large as its print is read, and as its camera says it was held. */
export const picturePage = async (
  bytes: Uint8Array,
  index: number,
  bounds: ScanBounds = SCAN_BOUNDS,
): Promise<Colour> => {
  const options = {
    limitInputPixels: bounds.picturePixels,
    sequentialRead: true,
    failOn: 'error',
    page: index,
  } as const;
  try {
    const { width, height, density, orientation = 1 } = await sharp(bytes, options).metadata();
    const scale = scaleOf(width, height, density, bounds.pagePixels);
    const { data, info } = await sharp(bytes, options)
      .resize({
        width: Math.max(1, Math.round(width * scale)),
        height: Math.max(1, Math.round(height * scale)),
        fit: 'fill',
      })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return quarterTurnedColour(inThreeChannels(data, info), TURNS[orientation] ?? 0);
  } catch (error) {
    throw unreadable((error as Error).message);
  }
};

/** The pixels that sharp gives, which has one channel for some pictures without colour. */
export const inThreeChannels = (
  data: Uint8Array,
  { width, height, channels }: { width: number; height: number; channels: number },
): Colour => {
  if (channels === 3) return { width, height, pixels: data };
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    pixels.fill(data[at * channels] as number, 3 * at, 3 * at + 3);
  }
  return { width, height, pixels };
};
