import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';
import { BOUNDS, type Bounds } from './bounds.ts';
import { DeadlineProblem, withinTime } from './deadline.ts';
import { DocumentProblem } from './document-problem.ts';

/**
 * What we use of PDFium; addresses and handles are numbers, 0 is none, and truth is 1. Its header files (fpdfview.h,
 * fpdf_text.h, fpdf_edit.h) describe each function.
 */
export interface PdfiumFunctions {
  malloc(size: number): number;
  free(address: number): void;
  FPDF_LoadMemDocument(address: number, size: number, password: number): number;
  FPDF_LoadCustomDocument(access: number, password: number): number;
  FPDF_GetLastError(): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDFDoc_GetAttachmentCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDF_GetPageBoundingBox(page: number, box: number): number;
  FPDFPage_GetRotation(page: number): number;
  FPDFPage_GetAnnotCount(page: number): number;
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
  FPDFPageObj_HasTransparency(object: number): number;
  FPDFPageObj_GetClipPath(object: number): number;
  FPDFClipPath_CountPaths(path: number): number;
  FPDFImageObj_GetBitmap(object: number): number;
  FPDFImageObj_GetImageFilterCount(object: number): number;
  FPDFImageObj_GetImageFilter(object: number, index: number, buffer: number, size: number): number;
  FPDFImageObj_GetImageDataRaw(object: number, buffer: number, size: number): number;
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
  /** Gives a function an address at which PDFium can call it; `signature` has an `i` for its result and each of its numbers. */
  readonly addFunction: (called: (...given: number[]) => number, signature: string) => number;
  readonly removeFunction: (address: number) => void;
}

/** How much memory PDFium may take for the file that is read, and whether it wanted more. */
interface MemoryLimit {
  most: number;
  isReached: boolean;
}

interface Loaded {
  readonly library: Pdfium;
  readonly limit: MemoryLimit;
}

/** Bytes of memory that are kept from one file to the next; it never shrinks. */
const KEPT_MEMORY = 128 * 1024 * 1024;

let loaded: Promise<Loaded> | null = null;
let compiled: Promise<WebAssembly.Module> | null = null;

/** Instantiates PDFium, whose memory could grow to 2 GiB, so that it cannot grow beyond `limit`. */
const instantiateWithin =
  (module: WebAssembly.Module, limit: MemoryLimit) =>
  (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object => {
    const env = imports.env as Record<string, WebAssembly.ImportValue>;
    const grow = env.emscripten_resize_heap as (size: number) => number;
    env.emscripten_resize_heap = (size: number): number => {
      // Addresses of WebAssembly come as signed numbers.
      if (size >>> 0 <= limit.most) return grow(size);
      limit.isReached = true;
      return 0;
    };
    const instance = new WebAssembly.Instance(module, imports);
    receive(instance, module);
    return instance.exports;
  };

const compile = async (): Promise<WebAssembly.Module> =>
  WebAssembly.compile(
    await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')),
  );

const load = async (): Promise<Loaded> => {
  compiled ??= compile();
  const limit: MemoryLimit = { most: BOUNDS.pdfMemory, isReached: false };
  const instantiateWasm = instantiateWithin(await compiled, limit);
  // What it prints when it breaks off comes as an error as well.
  const printErr = (): void => undefined;
  const library = await init({ instantiateWasm, printErr } as Parameters<typeof init>[0]);
  library.PDFiumExt_Init();
  // The package wraps each function in a look-up by name, which would take most of the time of a page.
  const { pdfium } = library as unknown as {
    pdfium: Pdfium['memory'] &
      Pick<Pdfium, 'addFunction' | 'removeFunction'> & { readonly wasmExports: PdfiumFunctions };
  };
  const { addFunction, removeFunction } = pdfium;
  return {
    library: { call: pdfium.wasmExports, memory: pdfium, addFunction, removeFunction },
    limit,
  };
};

const refuseMemory = (most: number): never => {
  throw new DocumentProblem({
    what: `the PDF takes more than ${Math.round(most / 1024 / 1024)} MB of memory to be read`,
    why: 'A page or a picture of it unpacks to far more than it shows.',
    fix: 'Print it as a PDF again, or scan it with 300 dots per inch, and give that.',
  });
};

/**
 * Calls `use` with PDFium, compiled once for the process. Throws a DocumentProblem where that takes more time or memory
 * than a file may, or where PDFium itself breaks off on a damaged file. Its memory can no longer be relied on then: the
 * next call gets a new one.
 */
export const withPdfium = async <T>(
  use: (library: Pdfium) => T,
  bounds: Bounds = BOUNDS,
): Promise<T> => {
  loaded ??= load();
  const { library, limit } = await loaded;
  limit.most = bounds.pdfMemory;
  let isBroken = false;
  try {
    const result = withinTime(() => use(library), bounds.seconds);
    // PDFium goes on without a picture or a text that it has no memory for.
    return limit.isReached ? refuseMemory(limit.most) : result;
  } catch (error) {
    isBroken = error instanceof WebAssembly.RuntimeError || error instanceof DeadlineProblem;
    if (limit.isReached) return refuseMemory(limit.most);
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    throw new DocumentProblem({
      what: 'the PDF cannot be opened',
      why: error.message,
      fix: 'Download or scan it again; the file may have been cut short.',
    });
  } finally {
    if (isBroken || limit.isReached || library.memory.HEAPU8.length > KEPT_MEMORY) loaded = null;
  }
};
