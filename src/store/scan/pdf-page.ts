import sharp from 'sharp';
import { isCutShort } from '#core/scan/packed-end.ts';
import { type Colour, quarterTurnedColour } from '#core/scan/picture.ts';
import { PAGE_WIDTH } from '#core/scan/prepared-page.ts';
import { BOUNDS, type Bounds } from '../document/bounds.ts';
import { DocumentProblem } from '../document/document-problem.ts';
import type { PdfFile } from '../document/pdf-file.ts';
import { checkPageSize, PdfError } from '../document/pdf-text.ts';
import type { Pdfium } from '../document/pdfium.ts';
import { type PageJpeg, pageJpeg } from './pdf-jpeg.ts';
import { inThreeChannels } from './picture-page.ts';
import { SCAN_BOUNDS, type ScanBounds } from './scan-bounds.ts';

/** Dots per inch at which pages are read; a point of PDF is 1/72 inch. */
const DENSITY = 300;
const POINTS_PER_INCH = 72;
/** Points of the shorter side of A3 and a little more: larger pages were made by scanners that count a pixel as a point. */
const LARGEST_PAPER = 880;

/** fpdfview.h: FPDFBitmap_BGR, three bytes a pixel. */
const BGR = 2;
/** fpdfview.h: FPDF_ANNOT draws stamps and notes. */
const FLAGS = 0x01;
const WHITE = 0xffffffff;
const PAPER = 255;

const scaleOf = (width: number, height: number, most: number): number => {
  const shorter = Math.min(width, height);
  const scale = shorter > LARGEST_PAPER ? PAGE_WIDTH / shorter : DENSITY / POINTS_PER_INCH;
  return Math.min(scale, Math.sqrt(most / (width * height)));
};

/** fpdf_edit.h: FPDF_PAGEOBJ_IMAGE and FPDF_PAGEOBJ_FORM. */
const IMAGE = 3;
const FORM = 5;
/** Forms within forms that are searched for pictures. */
const DEEPEST = 8;

/** The pictures of a page, those within its forms among them. */
const imagesOf = ({ call }: Pdfium, page: number): number[] => {
  const within = (objects: readonly number[], depth: number): number[] =>
    objects.flatMap((object) => {
      const type = call.FPDFPageObj_GetType(object);
      if (type === IMAGE) return [object];
      if (type !== FORM || depth === DEEPEST) return [];
      const count = call.FPDFFormObj_CountObjects(object);
      const inner = Array.from({ length: count }, (_, at) =>
        call.FPDFFormObj_GetObject(object, at),
      );
      return within(inner, depth + 1);
    });
  const count = call.FPDFPage_CountObjects(page);
  return within(
    Array.from({ length: count }, (_, at) => call.FPDFPage_GetObject(page, at)),
    0,
  );
};

const cutShort = (index: number, why: string): DocumentProblem =>
  new DocumentProblem({
    what: `the picture on page ${index + 1} of the PDF is damaged`,
    why,
    fix: 'Scan the page again, or ask for the file once more; it may have been cut short on its way.',
  });

const FILTER_BYTES = 64;

/** Whether a picture that is packed by one filter ends before it is whole. */
const endsEarly = (library: Pdfium, image: number): boolean => {
  const { call } = library;
  if (call.FPDFImageObj_GetImageFilterCount(image) !== 1) return false;
  const size = call.FPDFImageObj_GetImageDataRaw(image, 0, 0);
  const buffer = call.malloc(Math.max(size, FILTER_BYTES));
  if (buffer === 0) throw new PdfError(6);
  try {
    const length = call.FPDFImageObj_GetImageFilter(image, 0, buffer, FILTER_BYTES);
    const name = library.memory.HEAPU8.subarray(buffer, buffer + Math.max(0, length - 1));
    const filter = String.fromCharCode(...name);
    call.FPDFImageObj_GetImageDataRaw(image, buffer, size);
    return isCutShort(filter, library.memory.HEAPU8.subarray(buffer, buffer + size));
  } finally {
    call.free(buffer);
  }
};

/** Refuses a page of which a picture is cut short, or on which nothing was drawn though it has one that cannot be unpacked. */
const checkImages = (library: Pdfium, page: number, index: number, isEmpty: boolean): void => {
  for (const image of imagesOf(library, page)) {
    if (endsEarly(library, image)) {
      throw cutShort(
        index,
        'It ends before it is whole: a part of what is on the paper is missing.',
      );
    }
    if (!isEmpty) continue;
    const bitmap = library.call.FPDFImageObj_GetBitmap(image);
    if (bitmap === 0) {
      throw cutShort(index, 'It cannot be unpacked, and nothing else is drawn on the page.');
    }
    library.call.FPDFBitmap_Destroy(bitmap);
  }
};

const draw = (
  library: Pdfium,
  document: number,
  index: number,
  most: number,
  bounds: Bounds,
): Colour => {
  const { call } = library;
  const page = call.FPDF_LoadPage(document, index);
  if (page === 0) throw new PdfError(6);
  let buffer = 0;
  try {
    checkPageSize(library, page, index, bounds);
    const [w, h] = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)];
    const scale = scaleOf(w, h, most);
    const [width, height] = [
      Math.max(1, Math.round(w * scale)),
      Math.max(1, Math.round(h * scale)),
    ];
    // Rows of a bitmap begin at multiples of four bytes.
    const stride = Math.ceil((width * 3) / 4) * 4;
    buffer = call.malloc(stride * height);
    if (buffer === 0) throw new PdfError(6);
    const bitmap = call.FPDFBitmap_CreateEx(width, height, BGR, buffer, stride);
    if (bitmap === 0) throw new PdfError(6);
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
    call.FPDFBitmap_Destroy(bitmap);
    const drawn = library.memory.HEAPU8.subarray(buffer, buffer + stride * height);
    const pixels = new Uint8Array(width * height * 3);
    for (let y = 0; y < height; y++) {
      const end = (y + 1) * width * 3;
      for (let from = y * stride, to = y * width * 3; to < end; from += 3, to += 3) {
        pixels[to] = drawn[from + 2] as number;
        pixels[to + 1] = drawn[from + 1] as number;
        pixels[to + 2] = drawn[from] as number;
      }
    }
    const isEmpty = pixels.every((value) => value === PAPER);
    checkImages(library, page, index, isEmpty);
    return { width, height, pixels };
  } finally {
    if (buffer !== 0) call.free(buffer);
    call.FPDF_ClosePage(page);
  }
};

/** The JPEG of a page as large as the page is read; null where it cannot be unpacked as a plain picture. */
const unpacked = async (
  { jpeg, turns, width: w, height: h }: PageJpeg,
  most: number,
): Promise<Colour | null> => {
  const scale = scaleOf(w, h, most);
  const [across, down] = turns % 2 === 0 ? [w, h] : [h, w];
  try {
    const { data, info } = await sharp(jpeg, { failOn: 'error', limitInputPixels: false })
      .resize({
        width: Math.max(1, Math.round(across * scale)),
        height: Math.max(1, Math.round(down * scale)),
        fit: 'fill',
      })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 1 && info.channels !== 3) return null;
    return quarterTurnedColour(inThreeChannels(data, info), turns);
  } catch {
    // PDFium draws some damaged pictures, and says of the others why not.
    return null;
  }
};

/**
 * Page `index` (from 0) of a PDF as a picture in colour, at 300 dots per inch. Rejects with a {@link PdfError} where the page
 * cannot be opened, and with a DocumentProblem where it takes more time or memory than a file may.
 */
export const pdfPage = async (
  file: PdfFile,
  bytes: Uint8Array,
  index: number,
  { pagePixels }: ScanBounds = SCAN_BOUNDS,
  bounds: Bounds = BOUNDS,
): Promise<Colour> => {
  const plain = await pageJpeg(file, bytes, index);
  const picture = plain === null ? null : await unpacked(plain, pagePixels);
  return (
    picture ?? file.use((library, document) => draw(library, document, index, pagePixels, bounds))
  );
};
