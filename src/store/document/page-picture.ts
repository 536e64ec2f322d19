import sharp from 'sharp';
import { MOST_PICTURE_BYTES, PAGE_PICTURE_SIZE } from '#core/letter/letter-file.ts';
import { BOUNDS, type Bounds } from './bounds.ts';
import { checkPageSize, PdfError, withPdf } from './pdf-text.ts';
import { type Pdfium, withPdfium } from './pdfium.ts';

const { width: WIDTH, height: HEIGHT } = PAGE_PICTURE_SIZE;

/** fpdfview.h: FPDFBitmap_BGRA, four bytes a pixel. */
const BGRA = 4;
/** fpdfview.h: FPDF_ANNOT draws stamps and notes, FPDF_REVERSE_BYTE_ORDER gives RGBA. */
const FLAGS = 0x01 | 0x10;
const WHITE = 0xffffffff;

/** Tried in turn until a picture is small enough; text stays readable to the last. */
const QUALITIES = [55, 35, 18, 8];

/** A drawn sheet: its pixels (RGBA), and where on it the page lies. */
interface DrawnSheet {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
  readonly page: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}

/**
 * A page on a white sheet of A4, in its middle where it has another shape; `times` as large as the picture of a page is.
 */
const drawPage = (
  library: Pdfium,
  document: number,
  index: number,
  bounds: Bounds,
  times = 1,
): DrawnSheet => {
  const { call, memory } = library;
  const page = call.FPDF_LoadPage(document, index);
  if (page === 0) throw new PdfError(6);
  const [sheetWidth, sheetHeight] = [WIDTH * times, HEIGHT * times];
  const size = sheetWidth * sheetHeight * 4;
  const buffer = call.malloc(size);
  try {
    checkPageSize(library, page, index, bounds);
    const bitmap = call.FPDFBitmap_CreateEx(sheetWidth, sheetHeight, BGRA, buffer, sheetWidth * 4);
    call.FPDFBitmap_FillRect(bitmap, 0, 0, sheetWidth, sheetHeight, WHITE);
    const [w, h] = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)];
    const scale = Math.min(sheetWidth / w, sheetHeight / h);
    const width = Math.max(1, Math.round(w * scale));
    const height = Math.max(1, Math.round(h * scale));
    const left = Math.floor((sheetWidth - width) / 2);
    const top = Math.floor((sheetHeight - height) / 2);
    call.FPDF_RenderPageBitmap(bitmap, page, left, top, width, height, 0, FLAGS);
    call.FPDFBitmap_Destroy(bitmap);
    return {
      pixels: Buffer.from(memory.HEAPU8.slice(buffer, buffer + size)),
      width: sheetWidth,
      height: sheetHeight,
      page: { left, top, width, height },
    };
  } finally {
    call.free(buffer);
    call.FPDF_ClosePage(page);
  }
};

/** A sheet of grain, which no quality makes small: drawn with less and less of it, back at the same size. */
const withoutGrain = async (pixels: Buffer, times = 2): Promise<Uint8Array> => {
  const [width, height] = [Math.round(WIDTH / times), Math.round(HEIGHT / times)];
  const raw = { width: WIDTH, height: HEIGHT, channels: 4 } as const;
  const small = await sharp(pixels, { raw }).removeAlpha().resize(width, height).raw().toBuffer();
  const less = { width, height, channels: 3 } as const;
  const picture = await sharp(small, { raw: less })
    .resize(WIDTH, HEIGHT)
    .webp({ quality: 30 })
    .toBuffer();
  return picture.length <= MOST_PICTURE_BYTES ? picture : withoutGrain(pixels, times * 2);
};

const encode = async (pixels: Buffer): Promise<Uint8Array> => {
  const raw = { width: WIDTH, height: HEIGHT, channels: 4 } as const;
  for (const quality of QUALITIES) {
    const picture = await sharp(pixels, { raw }).removeAlpha().webp({ quality }).toBuffer();
    if (picture.length <= MOST_PICTURE_BYTES) return picture;
  }
  return withoutGrain(pixels);
};

/**
 * Pictures (WebP of `PAGE_PICTURE_SIZE`, at most `MOST_PICTURE_BYTES` each) of the first `count` pages of a PDF. Rejects with
 * a {@link PdfError} where the PDF cannot be opened or has fewer pages, and with a DocumentProblem where a page is too large.
 */
export const pagePictures = async (
  bytes: Uint8Array,
  count: number,
  bounds: Bounds = BOUNDS,
): Promise<Uint8Array[]> => {
  const pictures: Uint8Array[] = [];
  // One page at a time: the pixels of one take 4.6 MB.
  for (let index = 0; index < count; index += 1) {
    const { pixels } = await withPdfium(
      (library) =>
        withPdf(library, bytes, (document) => drawPage(library, document, index, bounds)),
      bounds,
    );
    pictures.push(await encode(pixels));
  }
  return pictures;
};

/** Times as large as in the picture of its page that a cut-out is drawn: some 200 dots an inch of A4. */
const CUT_OUT_TIMES = 2;
/** Thousandths of a page around a cut-out, so that a person sees what stands beside it. */
const BESIDE = 8;
const CUT_OUT_QUALITY = 45;
const THOUSAND = 1000;

/**
 * Parts of a page (from 1) of a PDF as pictures (WebP in greys), one for each box of left, top, right and bottom in thousandths of
 * the page, with a little of what stands around it. Rejects as {@link pagePictures} does.
 */
export const cutOutPictures = async (
  bytes: Uint8Array,
  sheet: number,
  boxes: readonly (readonly [number, number, number, number])[],
  bounds: Bounds = BOUNDS,
): Promise<Uint8Array[]> => {
  const { pixels, width, height, page } = await withPdfium(
    (library) =>
      withPdf(library, bytes, (document) =>
        drawPage(library, document, sheet - 1, bounds, CUT_OUT_TIMES),
      ),
    bounds,
  );
  const raw = { width, height, channels: 4 } as const;
  const pictures: Uint8Array[] = [];
  for (const [left, top, right, bottom] of boxes) {
    const at = (part: number, start: number, whole: number): number =>
      start + Math.round((Math.max(0, Math.min(THOUSAND, part)) * whole) / THOUSAND);
    const x = at(left - BESIDE, page.left, page.width);
    const y = at(top - BESIDE, page.top, page.height);
    const area = {
      left: Math.min(x, width - 1),
      top: Math.min(y, height - 1),
      width: Math.max(1, at(right + BESIDE, page.left, page.width) - x),
      height: Math.max(1, at(bottom + BESIDE, page.top, page.height) - y),
    };
    const part = sharp(pixels, { raw }).extract(area).flatten({ background: '#fff' });
    pictures.push(await part.toColourspace('b-w').webp({ quality: CUT_OUT_QUALITY }).toBuffer());
  }
  return pictures;
};
