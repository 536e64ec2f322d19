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

/** The pixels of a page (RGBA) on a white sheet of A4, in its middle where it has another shape. */
const drawPage = (library: Pdfium, document: number, index: number, bounds: Bounds): Buffer => {
  const { call, memory } = library;
  const page = call.FPDF_LoadPage(document, index);
  if (page === 0) throw new PdfError(6);
  const size = WIDTH * HEIGHT * 4;
  const buffer = call.malloc(size);
  try {
    checkPageSize(library, page, index, bounds);
    const bitmap = call.FPDFBitmap_CreateEx(WIDTH, HEIGHT, BGRA, buffer, WIDTH * 4);
    call.FPDFBitmap_FillRect(bitmap, 0, 0, WIDTH, HEIGHT, WHITE);
    const [w, h] = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)];
    const scale = Math.min(WIDTH / w, HEIGHT / h);
    const width = Math.max(1, Math.round(w * scale));
    const height = Math.max(1, Math.round(h * scale));
    const left = Math.floor((WIDTH - width) / 2);
    const top = Math.floor((HEIGHT - height) / 2);
    call.FPDF_RenderPageBitmap(bitmap, page, left, top, width, height, 0, FLAGS);
    call.FPDFBitmap_Destroy(bitmap);
    return Buffer.from(memory.HEAPU8.slice(buffer, buffer + size));
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
    const pixels = await withPdfium(
      (library) =>
        withPdf(library, bytes, (document) => drawPage(library, document, index, bounds)),
      bounds,
    );
    pictures.push(await encode(pixels));
  }
  return pictures;
};
