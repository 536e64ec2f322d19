import { isCutShort } from '#core/scan/packed-end.ts';
import type { PdfFile } from '../document/pdf-file.ts';
import type { Pdfium } from '../document/pdfium.ts';

/** The JPEG that is all there is on a page, and how the page is shown: quarter turns clockwise, in points as shown. */
export interface PageJpeg {
  readonly jpeg: Uint8Array;
  readonly turns: number;
  readonly width: number;
  readonly height: number;
}

/** fpdf_edit.h: FPDF_PAGEOBJ_IMAGE. */
const IMAGE = 3;
const FLOAT_BYTES = 4;
const MATRIX = 6;
const BOX = 4;
/** Points by which a picture may miss the edges of its page. */
const NEAR = 1.5;

const near = (one: number, other: number): boolean => Math.abs(one - other) <= NEAR;

/** Calls a function that writes numbers, and gives them; null where it says that it has none. */
const floats = (
  { call, memory }: Pdfium,
  count: number,
  write: (address: number) => number,
): number[] | null => {
  const address = call.malloc(count * FLOAT_BYTES);
  if (address === 0) return null;
  try {
    if (write(address) === 0) return null;
    const from = address >>> 2;
    return [...memory.HEAPF32.subarray(from, from + count)];
  } finally {
    call.free(address);
  }
};

/** Whether a picture is laid over all of its page, upright and not mirrored. */
const fillsPage = (library: Pdfium, page: number, image: number): boolean => {
  const { call } = library;
  const matrix = floats(library, MATRIX, (at) => call.FPDFPageObj_GetMatrix(image, at));
  const box = floats(library, BOX, (at) => call.FPDF_GetPageBoundingBox(page, at));
  if (matrix === null || box === null) return false;
  const [a, b, c, d, e, f] = matrix as [number, number, number, number, number, number];
  const [left, top, right, bottom] = box as [number, number, number, number];
  return (
    Math.abs(b) + Math.abs(c) < NEAR / Math.max(1, right - left, top - bottom) &&
    near(e, left) &&
    near(f, bottom) &&
    near(e + a, right) &&
    near(f + d, top)
  );
};

/** The one object of a page that has nothing else on it, where it is a picture drawn as it is; 0 otherwise. */
const onlyImage = ({ call }: Pdfium, page: number): number => {
  if (call.FPDFPage_GetAnnotCount(page) !== 0 || call.FPDFPage_CountObjects(page) !== 1) return 0;
  const object = call.FPDFPage_GetObject(page, 0);
  const isPlain =
    call.FPDFPageObj_GetType(object) === IMAGE &&
    call.FPDFPageObj_CountMarks(object) === 0 &&
    call.FPDFPageObj_HasTransparency(object) === 0 &&
    call.FPDFClipPath_CountPaths(call.FPDFPageObj_GetClipPath(object)) <= 0;
  return isPlain ? object : 0;
};

const packedBytes = ({ call, memory }: Pdfium, image: number): Uint8Array | null => {
  const size = call.FPDFImageObj_GetImageDataRaw(image, 0, 0);
  const address = call.malloc(size);
  if (address === 0) return null;
  try {
    call.FPDFImageObj_GetImageDataRaw(image, address, size);
    return memory.HEAPU8.slice(address, address + size);
  } finally {
    call.free(address);
  }
};

const LONGEST_DICTIONARY = 1024;
/** A picture in JPEG alone, in greys or colours as its bytes have them. */
const PLAIN_FILTER = /\/Filter\s*(?:\/DCTDecode|\[\s*\/DCTDecode\s*\])/;
const PLAIN_COLOURS =
  /\/ColorSpace\s*(?:\/DeviceGray|\/DeviceRGB|\[\s*\/ICCBased\s+\d+\s+\d+\s+R\s*\])/;
/** What changes how bytes are shown: other levels, masks, layers that can be hidden; and names that are written in codes. */
const CHANGED = /\/(?:Decode|S?Mask|ImageMask|OC\b|Matte|Alternates)|#/;

/**
 * Whether the dictionary before a picture's bytes says that they are shown as they are. It is looked for in the file itself, as
 * PDFium does not tell of masks: dictionaries of streams are never packed.
 */
export const isShownAsItIs = (file: Uint8Array, packed: Uint8Array): boolean => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const at = bytes.indexOf(packed);
  if (at < 0) return false;
  const before = bytes.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at);
  const dictionary = /\bobj\s*(<<(?:(?!\bobj\b)[\s\S])*>>)\s*stream\r?\n$/.exec(before)?.[1] ?? '';
  return (
    PLAIN_FILTER.test(dictionary) && PLAIN_COLOURS.test(dictionary) && !CHANGED.test(dictionary)
  );
};

/**
 * The JPEG of page `index` (from 0), where the page is that picture and nothing else, as most scanners write it; null for any other
 * page. Unpacked by itself, it takes a fraction of the time and memory of drawing the page.
 */
export const pageJpeg = (
  file: PdfFile,
  bytes: Uint8Array,
  index: number,
): Promise<PageJpeg | null> =>
  file.use((library, document): PageJpeg | null => {
    const { call } = library;
    const page = call.FPDF_LoadPage(document, index);
    if (page === 0) return null;
    try {
      const image = onlyImage(library, page);
      if (image === 0 || !fillsPage(library, page, image)) return null;
      const jpeg = packedBytes(library, image);
      // One that is cut short is left to PDFium, which draws what there is of it and says so.
      if (jpeg === null || isCutShort('DCTDecode', jpeg) || !isShownAsItIs(bytes, jpeg))
        return null;
      return {
        jpeg,
        turns: call.FPDFPage_GetRotation(page),
        width: call.FPDF_GetPageWidthF(page),
        height: call.FPDF_GetPageHeightF(page),
      };
    } finally {
      call.FPDF_ClosePage(page);
    }
  });
