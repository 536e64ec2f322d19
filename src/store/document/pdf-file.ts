import { BOUNDS, type Bounds } from './bounds.ts';
import {
  PdfError,
  type PdfPageText,
  pageCount,
  type ReadLength,
  textsOfPages,
} from './pdf-text.ts';
import { type Pdfium, withPdfium } from './pdfium.ts';

/**
 * A PDF that stays open from one page to the next. Its bytes stay where they are: PDFium asks for the parts that it needs,
 * so that a file of 200 MB takes no 200 MB more of its memory.
 */
export interface PdfFile {
  /**
   * Calls `use` with PDFium and the handle of the document. Rejects with a {@link PdfError} where the file cannot be opened, and
   * with a DocumentProblem where it takes more time or memory than a file may; the next call is not affected by that.
   */
  readonly use: <T>(use: (library: Pdfium, document: number) => T) => Promise<T>;
  /** Gives back what PDFium holds of it. */
  readonly close: () => Promise<void>;
}

/** Pages after which a document is opened anew: PDFium keeps the packed pictures of all pages that it has looked at. */
const PAGES_AT_ONCE = 16;

/** fpdfview.h: FPDF_FILEACCESS holds the length of the file, the address of a function that reads a part, and what it is given. */
const FILE_ACCESS_BYTES = 12;

interface Opened {
  readonly library: Pdfium;
  readonly document: number;
  readonly access: number;
  readonly reader: number;
}

const close = ({ library, document, access, reader }: Opened): void => {
  if (document !== 0) library.call.FPDF_CloseDocument(document);
  library.removeFunction(reader);
  library.call.free(access);
};

const load = (library: Pdfium, bytes: Uint8Array): Opened => {
  const { call, memory } = library;
  const access = call.malloc(FILE_ACCESS_BYTES);
  if (access === 0) throw new PdfError(2);
  const read = (_: number, from: number, to: number, size: number): number => {
    // Addresses of WebAssembly come as signed numbers.
    const [at, target] = [from >>> 0, to >>> 0];
    if (at + size > bytes.length) return 0;
    memory.HEAPU8.set(bytes.subarray(at, at + size), target);
    return 1;
  };
  const reader = library.addFunction(read as (...given: number[]) => number, 'iiiii');
  memory.HEAPU32.set([bytes.length, reader, 0], access >>> 2);
  const opened = { library, access, reader, document: call.FPDF_LoadCustomDocument(access, 0) };
  if (opened.document !== 0) return opened;
  const code = call.FPDF_GetLastError();
  close(opened);
  throw new PdfError(code);
};

/** A PDF to be used page by page. Nothing is opened before the first use; PDFium may be used for other files in between. */
export const pdfFile = (bytes: Uint8Array, bounds: Bounds = BOUNDS): PdfFile => {
  let opened: Opened | null = null;
  let uses = 0;
  return {
    use: (use) =>
      withPdfium((library) => {
        // A PDFium that broke off or grew too large is replaced, and with it all that it held.
        if (opened?.library !== library) opened = null;
        if (opened !== null && uses >= PAGES_AT_ONCE) {
          close(opened);
          opened = null;
        }
        if (opened === null) uses = 0;
        uses++;
        opened ??= load(library, bytes);
        return use(library, opened.document);
      }, bounds),
    close: async () => {
      if (opened === null) return;
      await withPdfium((library) => {
        if (opened?.library === library) close(opened);
        opened = null;
      }, bounds);
    },
  };
};

/** What each page of a PDF of scans has as text, read some pages at a time, so that their pictures are not held together. */
export const scannedPageReadings = async (
  file: PdfFile,
  bounds: Bounds = BOUNDS,
): Promise<PdfPageText[]> => {
  const count = await file.use((library, document) => pageCount(library, document, bounds));
  const length: ReadLength = { sum: 0 };
  const texts: PdfPageText[] = [];
  for (let from = 0; from < count; from += PAGES_AT_ONCE) {
    const to = Math.min(count, from + PAGES_AT_ONCE);
    const some = await file.use((library, document) =>
      textsOfPages(library, document, bounds, { from, to, length }),
    );
    texts.push(...some);
    await file.close();
  }
  return texts;
};
