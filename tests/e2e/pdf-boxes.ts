import { type Pdfium, type PdfiumFunctions, withPdfium } from '#store/document/pdfium.ts';

/** Edges in points; y grows upwards from the foot of the sheet. */
export interface Edges {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** What a sheet draws at one place: the ink of it, not the room that its font reserves. */
export interface Box extends Edges {
  /** `glyphs`: one text object, which Chromium makes of a glyph or a few; `picture`: an image, or a QR code; else `shape`. */
  readonly kind: 'glyphs' | 'picture' | 'shape';
  /** Height of the baseline; the foot of the box for what is no text. */
  readonly baseline: number;
  /** What PDFium reads there, to find the place again: parts of one cluster may all have its letters, or none. */
  readonly text: string;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
}

/** Functions of PDFium that only this test uses; see fpdf_edit.h and fpdfview.h. */
type Functions = PdfiumFunctions & {
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  FPDFPath_CountSegments(path: number): number;
};

type Matrix = readonly [number, number, number, number, number, number];

const [TEXT, PATH, IMAGE, FORM] = [1, 2, 3, 5];
/** A QR code is one square path of some hundred lines; dashed frames have as many and are no squares. */
const SEGMENTS_OF_A_CODE = 200;
const UNCHANGED: Matrix = [1, 0, 0, 1, 0, 0];

const numbersAt = (library: Pdfium, address: number, count: number): number[] => [
  ...library.memory.HEAPF32.subarray(address >> 2, (address >> 2) + count),
];

const within = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

const product = (outer: Matrix, inner: Matrix): Matrix => {
  const [e, f] = within(outer, inner[4], inner[5]);
  const [a, b] = within([outer[0], outer[1], outer[2], outer[3], 0, 0], inner[0], inner[1]);
  const [c, d] = within([outer[0], outer[1], outer[2], outer[3], 0, 0], inner[2], inner[3]);
  return [a, b, c, d, e, f];
};

/** Reads the objects of one sheet; `buffer` holds six numbers. */
const objectReader = (library: Pdfium, call: Functions, buffer: number) => {
  const matrixOf = (object: number): Matrix => {
    call.FPDFPageObj_GetMatrix(object, buffer);
    return numbersAt(library, buffer, 6) as unknown as Matrix;
  };
  const edgesOf = (object: number, outer: Matrix): Edges => {
    call.FPDFPageObj_GetBounds(object, buffer, buffer + 4, buffer + 8, buffer + 12);
    const [left = 0, bottom = 0, right = 0, top = 0] = numbersAt(library, buffer, 4);
    const [x1, y1] = within(outer, left, bottom);
    const [x2, y2] = within(outer, right, top);
    return {
      left: Math.min(x1, x2),
      bottom: Math.min(y1, y2),
      right: Math.max(x1, x2),
      top: Math.max(y1, y2),
    };
  };
  const isCode = (object: number, { left, right, bottom, top }: Edges): boolean =>
    Math.abs((right - left) / (top - bottom) - 1) < 0.05 &&
    call.FPDFPath_CountSegments(object) >= SEGMENTS_OF_A_CODE;
  const kindOf = (object: number, edges: Edges): Box['kind'] => {
    const type = call.FPDFPageObj_GetType(object);
    if (type === TEXT) return 'glyphs';
    return type === IMAGE || (type === PATH && isCode(object, edges)) ? 'picture' : 'shape';
  };
  return (object: number, outer: Matrix, text: string): Box => {
    const edges = edgesOf(object, outer);
    const kind = kindOf(object, edges);
    const baseline = kind === 'glyphs' ? product(outer, matrixOf(object))[5] : edges.bottom;
    return { ...edges, kind, baseline, text };
  };
};

/** Letters of each text object of a page, by its handle. */
const lettersByObject = (call: Functions, page: number): Map<number, string> => {
  const letters = new Map<number, string>();
  const text = call.FPDFText_LoadPage(page);
  const count = call.FPDFText_CountChars(text);
  for (let at = 0; at < count; at++) {
    const object = call.FPDFText_GetTextObject(text, at);
    const letter = String.fromCodePoint(call.FPDFText_GetUnicode(text, at) || 0xfffd);
    letters.set(object, (letters.get(object) ?? '') + letter);
  }
  call.FPDFText_ClosePage(text);
  return letters;
};

const readSheet = (library: Pdfium, page: number, buffer: number): Sheet => {
  const call = library.call as Functions;
  const letters = lettersByObject(call, page);
  const read = objectReader(library, call, buffer);
  const boxes: Box[] = [];
  const add = (object: number, outer: Matrix): void => {
    if (call.FPDFPageObj_GetType(object) !== FORM) {
      boxes.push(read(object, outer, letters.get(object) ?? ''));
      return;
    }
    call.FPDFPageObj_GetMatrix(object, buffer);
    const inner = product(outer, numbersAt(library, buffer, 6) as unknown as Matrix);
    const count = call.FPDFFormObj_CountObjects(object);
    for (let at = 0; at < count; at++) add(call.FPDFFormObj_GetObject(object, at), inner);
  };
  const count = call.FPDFPage_CountObjects(page);
  for (let at = 0; at < count; at++) add(call.FPDFPage_GetObject(page, at), UNCHANGED);
  return {
    width: call.FPDF_GetPageWidthF(page),
    height: call.FPDF_GetPageHeightF(page),
    boxes,
  };
};

/** The sheets of a PDF that a browser has written, with what each draws, in order. */
export const readSheets = (pdf: Uint8Array): Promise<Sheet[]> =>
  withPdfium((library) => {
    const call = library.call as Functions;
    const address = call.malloc(pdf.length);
    const buffer = call.malloc(64);
    library.memory.HEAPU8.set(pdf, address);
    const document = call.FPDF_LoadMemDocument(address, pdf.length, 0);
    if (document === 0) throw new Error(`PDFium cannot open it: ${call.FPDF_GetLastError()}`);
    try {
      return Array.from({ length: call.FPDF_GetPageCount(document) }, (_, index) => {
        const page = call.FPDF_LoadPage(document, index);
        try {
          return readSheet(library, page, buffer);
        } finally {
          call.FPDF_ClosePage(page);
        }
      });
    } finally {
      call.FPDF_CloseDocument(document);
      call.free(buffer);
      call.free(address);
    }
  });
