import { pageLines } from './pdf-lines.ts';
import { piecesOfPage } from './pdf-pieces.ts';
import { type Pdfium, withPdfium } from './pdfium.ts';

/** Why PDFium did not open a file, by its error codes. */
const REASONS: Readonly<Record<number, string>> = {
  2: 'it could not be read',
  3: 'it is no PDF, or damaged',
  4: 'it needs a password',
  5: 'its kind of encryption is not supported',
  6: 'a page could not be read',
};

/** A PDF that cannot be opened, and whether that is for want of its password. */
export class PdfError extends Error {
  readonly isLocked: boolean;

  constructor(code: number) {
    super(REASONS[code] ?? 'it cannot be opened');
    this.name = 'PdfError';
    this.isLocked = code === 4;
  }
}

const linesOfPage = (library: Pdfium, document: number, index: number): string[] => {
  const page = library.call.FPDF_LoadPage(document, index);
  if (page === 0) return [];
  try {
    return pageLines(piecesOfPage(library, page));
  } finally {
    library.call.FPDF_ClosePage(page);
  }
};

/** Opens a PDF for `use`, which gets the handle of the document. Throws a {@link PdfError} where it cannot be opened. */
export const withPdf = <T>(library: Pdfium, bytes: Uint8Array, use: (document: number) => T): T => {
  const { malloc, free } = library.call;
  const address = malloc(bytes.length);
  library.memory.HEAPU8.set(bytes, address);
  try {
    const document = library.call.FPDF_LoadMemDocument(address, bytes.length, 0);
    if (document === 0) throw new PdfError(library.call.FPDF_GetLastError());
    try {
      return use(document);
    } finally {
      library.call.FPDF_CloseDocument(document);
    }
  } finally {
    free(address);
  }
};

/** The text layer of a PDF, page by page; a page that is a picture has none. Rejects as {@link pdfText} does. */
export const pdfPageTexts = (bytes: Uint8Array): Promise<string[]> =>
  withPdfium((library) =>
    withPdf(library, bytes, (document) =>
      Array.from({ length: library.call.FPDF_GetPageCount(document) }, (_, index) =>
        linesOfPage(library, document, index).join('\n'),
      ),
    ),
  );

/**
 * The text layer of a PDF, line by line as its pages show it, pages one behind the other; columns on one line are separated
 * by a tab, and letters that a font does not name are U+FFFD. Rejects with a {@link PdfError} where it cannot be opened.
 */
export const pdfText = async (bytes: Uint8Array): Promise<string> =>
  (await pdfPageTexts(bytes)).filter((page) => page !== '').join('\n');
