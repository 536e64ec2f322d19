import { createHash } from 'node:crypto';
import type { Colour } from '#core/scan/picture.ts';
import { DocumentProblem } from '../document/document-problem.ts';
import { pdfProblem } from '../document/document-text.ts';
import { hasText, isPdf } from '../document/letter-file-content.ts';
import { pdfFile, scannedPageReadings } from '../document/pdf-file.ts';
import type { PdfPageText } from '../document/pdf-text.ts';
import { pdfPage } from './pdf-page.ts';
import { pagesOfPicture, pictureMetadata, picturePage } from './picture-page.ts';
import { SCAN_BOUNDS, type ScanBounds } from './scan-bounds.ts';

export type ScanFilePage =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly picture: Colour };

/** A file of scans, opened: how many pages it has, and each of them as a picture or, where it has a text layer, as text. */
export interface ScanFile {
  /** SHA-256 of its bytes. */
  readonly digest: string;
  readonly count: number;
  /** Page `number`, from 1. Rejects with a DocumentProblem where the page cannot be had. */
  readonly page: (number: number) => Promise<ScanFilePage>;
  /** Gives back what is held of it; to be called when no more of its pages are wanted. */
  readonly close: () => Promise<void>;
}

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  text === String.fromCharCode(...bytes.subarray(at, at + text.length));

const isPicture = (bytes: Uint8Array): boolean =>
  startsWith(bytes, '\u0089PNG') ||
  startsWith(bytes, '\u00FF\u00D8\u00FF') ||
  startsWith(bytes, 'II*\0') ||
  startsWith(bytes, 'MM\0*') ||
  (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8));

/** Brands of HEIF with pictures in HEVC, which telephones write; libraries that read it are under the LGPL or need codecs. */
const HEIC = /^ftyp(?:hei[cxms]|hev[cmsx]|mif1|msf1)$/;

const isHeic = (bytes: Uint8Array): boolean =>
  HEIC.test(String.fromCharCode(...bytes.subarray(4, 12)));

/** Endings of pictures that may be pages of a letter; a folder is searched for these. */
export const SCAN_ENDINGS: readonly string[] = [
  '.jpg',
  '.jpeg',
  '.png',
  '.tif',
  '.tiff',
  '.webp',
  '.heic',
  '.heif',
];

const refuse = (problem: ConstructorParameters<typeof DocumentProblem>[0]): never => {
  throw new DocumentProblem(problem);
};

const checkPages = (count: number, { pages }: ScanBounds): number =>
  count <= pages
    ? count
    : refuse({
        what: `it has ${count} pages, more than ${pages}`,
        why: 'No letter has as many, and to read them all takes hours.',
        fix: 'Split it into files of fewer pages.',
      });

const openPdf = async (
  bytes: Uint8Array,
  digest: string,
  bounds: ScanBounds,
): Promise<ScanFile | null> => {
  const pdf = pdfFile(bytes);
  let texts: PdfPageText[];
  try {
    texts = await scannedPageReadings(pdf);
    checkPages(texts.length, bounds);
  } catch (error) {
    await pdf.close();
    return refuse(pdfProblem(error));
  }
  if (texts.length > 0 && texts.every((one) => 'text' in one && hasText(one.text))) {
    await pdf.close();
    return null;
  }
  return {
    digest,
    count: texts.length,
    close: pdf.close,
    page: async (number) => {
      const read = texts[number - 1];
      if (read === undefined) throw new RangeError(`the PDF has no page ${number}`);
      if ('problem' in read) throw read.problem;
      if (hasText(read.text)) return { kind: 'text', text: read.text };
      try {
        return { kind: 'picture', picture: await pdfPage(pdf, bytes, number - 1, bounds) };
      } catch (error) {
        if (error instanceof DocumentProblem) throw error;
        return refuse(pdfProblem(error));
      }
    },
  };
};

const openPicture = async (
  bytes: Uint8Array,
  digest: string,
  bounds: ScanBounds,
): Promise<ScanFile> => {
  const count = pagesOfPicture(await pictureMetadata(bytes, bounds));
  return {
    digest,
    count: checkPages(count, bounds),
    close: async () => undefined,
    page: async (number) => ({
      kind: 'picture',
      picture: await picturePage(bytes, number - 1, bounds),
    }),
  };
};

/**
 * Opens a file whose pages, or some of them, are pictures: PDF, PNG, JPEG, WebP, or TIFF of one or several pages, told by its
 * content. Null for any other file, and for a PDF all of whose pages have a text layer. Rejects with a DocumentProblem where it
 * is one and cannot be read.
 */
export const openScanFile = async (
  bytes: Uint8Array,
  bounds: ScanBounds = SCAN_BOUNDS,
): Promise<ScanFile | null> => {
  if (isHeic(bytes)) {
    return refuse({
      what: 'it is a photo in HEIC, which cannot be read here',
      why: 'Its compression is under patents, and no library that reads it may be used here.',
      fix: 'Save it as JPEG: on an iPhone share it as "Most Compatible", or set Camera, Formats, Most Compatible.',
    });
  }
  if (!isPdf(bytes) && !isPicture(bytes)) return null;
  const digest = createHash('sha256').update(bytes).digest('hex');
  return isPdf(bytes) ? openPdf(bytes, digest, bounds) : openPicture(bytes, digest, bounds);
};
