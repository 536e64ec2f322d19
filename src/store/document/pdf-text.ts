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

const textOf = (library: Pdfium, bytes: Uint8Array): string => {
  const { malloc, free } = library.call;
  const address = malloc(bytes.length);
  library.memory.HEAPU8.set(bytes, address);
  try {
    const document = library.call.FPDF_LoadMemDocument(address, bytes.length, 0);
    if (document === 0) throw new PdfError(library.call.FPDF_GetLastError());
    try {
      const count = library.call.FPDF_GetPageCount(document);
      const pages = Array.from({ length: count }, (_, index) =>
        linesOfPage(library, document, index),
      );
      return pages.flat().join('\n');
    } finally {
      library.call.FPDF_CloseDocument(document);
    }
  } finally {
    free(address);
  }
};

/**
 * The text layer of a PDF, line by line as its pages show it, pages one behind the other; columns on one line are separated
 * by a tab, and letters that a font does not name are U+FFFD. Rejects with a {@link PdfError} where it cannot be opened.
 */
export const pdfText = (bytes: Uint8Array): Promise<string> =>
  withPdfium((library) => textOf(library, bytes));
