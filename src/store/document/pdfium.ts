import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';

/**
 * What we use of PDFium; addresses and handles are numbers, 0 is none, and truth is 1. Its header files (fpdfview.h,
 * fpdf_text.h, fpdf_edit.h) describe each function.
 */
export interface PdfiumFunctions {
  malloc(size: number): number;
  free(address: number): void;
  FPDF_LoadMemDocument(address: number, size: number, password: number): number;
  FPDF_GetLastError(): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDFBitmap_CreateEx(
    width: number,
    height: number,
    format: number,
    buffer: number,
    stride: number,
  ): number;
  FPDFBitmap_FillRect(
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    colour: number,
  ): number;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  FPDFTextObj_GetFontSize(object: number, size: number): number;
  FPDFPageObj_GetBounds(
    object: number,
    left: number,
    bottom: number,
    right: number,
    top: number,
  ): number;
  FPDFFormObj_CountObjects(form: number): number;
  FPDFFormObj_GetObject(form: number, index: number): number;
  FPDFPageObj_CountMarks(object: number): number;
  FPDFPageObj_GetMark(object: number, index: number): number;
  FPDFPageObjMark_GetParamBlobValue(
    mark: number,
    key: number,
    buffer: number,
    size: number,
    length: number,
  ): number;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(text: number): void;
  FPDFText_CountChars(text: number): number;
  FPDFText_GetTextObject(text: number, index: number): number;
  FPDFText_GetUnicode(text: number, index: number): number;
  FPDFText_IsHyphen(text: number, index: number): number;
  FPDFText_HasUnicodeMapError(text: number, index: number): number;
  FPDFText_GetFontSize(text: number, index: number): number;
  FPDFText_GetMatrix(text: number, index: number, matrix: number): number;
  FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number;
  FPDFText_GetLooseCharBox(text: number, index: number, box: number): number;
}

/** PDFium and its memory. The views are replaced when the memory grows: do not keep them over a call. */
export interface Pdfium {
  readonly call: PdfiumFunctions;
  readonly memory: {
    readonly HEAPU8: Uint8Array;
    readonly HEAPU32: Uint32Array;
    readonly HEAPF32: Float32Array;
    readonly HEAPF64: Float64Array;
  };
}

let loaded: Promise<Pdfium> | null = null;

const load = async (): Promise<Pdfium> => {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const { buffer, byteOffset, byteLength } = await readFile(path);
  const wasmBinary = (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
  const library = await init({ wasmBinary });
  library.PDFiumExt_Init();
  // The package wraps each function in a look-up by name, which would take most of the time of a page.
  const { pdfium } = library as unknown as {
    pdfium: Pdfium['memory'] & { readonly wasmExports: PdfiumFunctions };
  };
  return { call: pdfium.wasmExports, memory: pdfium };
};

/**
 * Calls `use` with PDFium, compiled once for the process. Where PDFium itself breaks off on a damaged file, its memory can
 * no longer be relied on: the next call gets a new one.
 */
export const withPdfium = async <T>(use: (library: Pdfium) => T): Promise<T> => {
  loaded ??= load();
  const library = await loaded;
  try {
    return use(library);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) loaded = null;
    throw error;
  }
};
