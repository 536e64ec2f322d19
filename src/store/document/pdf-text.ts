import { BOUNDS, type Bounds } from './bounds.ts';
import { DeadlineProblem } from './deadline.ts';
import { DocumentProblem } from './document-problem.ts';
import { pageLines } from './pdf-lines.ts';
import { piecesOfPage } from './pdf-pieces.ts';
import { type Pdfium, withPdfium } from './pdfium.ts';
import { withCommas } from './xml-meter.ts';

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

/** Refuses a page that is larger than any sheet; `index` counts from 0. */
export const checkPageSize = (
  { call }: Pdfium,
  page: number,
  index: number,
  { pageSide }: Bounds,
): void => {
  const sides = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)];
  if (sides.every((side) => side > 0 && side <= pageSide)) return;
  const [width, height] = sides.map((side) => withCommas(Math.round(side)));
  throw new DocumentProblem({
    what: `page ${index + 1} of the PDF is ${width} by ${height} points large, more than ${withCommas(pageSide)}`,
    why: 'That is more than 5 metres, which no program shows; the file is damaged.',
    fix: 'Print the page on A4 as a PDF, and give that.',
  });
};

const linesOfPage = (
  library: Pdfium,
  document: number,
  index: number,
  bounds: Bounds,
): string[] => {
  const page = library.call.FPDF_LoadPage(document, index);
  if (page === 0) return [];
  try {
    checkPageSize(library, page, index, bounds);
    return pageLines(piecesOfPage(library, page, bounds.pageCharacters));
  } finally {
    library.call.FPDF_ClosePage(page);
  }
};

/** Opens a PDF for `use`, which gets the handle of the document. Throws a {@link PdfError} where it cannot be opened. */
export const withPdf = <T>(library: Pdfium, bytes: Uint8Array, use: (document: number) => T): T => {
  const { malloc, free } = library.call;
  const address = malloc(bytes.length);
  if (address === 0) throw new PdfError(2);
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

const refusePages = (count: number, most: number): never => {
  throw new DocumentProblem({
    what: `the PDF has ${withCommas(count)} pages, more than ${withCommas(most)}`,
    why: 'No letter has as many, and to read them all takes minutes.',
    fix: 'Split it, and give the pages that matter.',
  });
};

const refuseText = (page: number, most: number): never => {
  throw new DocumentProblem({
    what: `the PDF has more than ${withCommas(most)} characters of text up to page ${page}`,
    why: 'All of it has to be searched for personal data; no document that people read has so much.',
    fix: 'Split it into several documents.',
  });
};

/** What a page of a PDF has as text, or why it cannot be read. */
export type PdfPageText = { readonly text: string } | { readonly problem: DocumentProblem };

/** How many characters of text were read of a file so far. */
export interface ReadLength {
  sum: number;
}

/**
 * The text of pages `from` to before `to` (from 0) of an open PDF. A page that is refused by itself does not keep the others from
 * being read; more text than is read of a file refuses all of it.
 */
export const textsOfPages = (
  library: Pdfium,
  document: number,
  bounds: Bounds,
  { from, to, length }: { readonly from: number; readonly to: number; readonly length: ReadLength },
): PdfPageText[] =>
  Array.from({ length: to - from }, (_, at): PdfPageText => {
    const index = from + at;
    let text: string;
    try {
      text = linesOfPage(library, document, index, bounds).join('\n');
    } catch (error) {
      if (!(error instanceof DocumentProblem) || error instanceof DeadlineProblem) throw error;
      return { problem: error };
    }
    length.sum += text.length;
    return length.sum > bounds.attachedText ? refuseText(index + 1, bounds.attachedText) : { text };
  });

/** Pages of an open PDF. Throws a DocumentProblem where they are more than are read of a file. */
export const pageCount = ({ call }: Pdfium, document: number, bounds: Bounds): number => {
  const count = call.FPDF_GetPageCount(document);
  return count > bounds.pages ? refusePages(count, bounds.pages) : count;
};

/** As {@link pdfPageTexts}, with the reason in place of the text of a page that cannot be read. */
export const pdfPageReadings = (
  bytes: Uint8Array,
  bounds: Bounds = BOUNDS,
): Promise<PdfPageText[]> =>
  withPdfium(
    (library) =>
      withPdf(library, bytes, (document) =>
        textsOfPages(library, document, bounds, {
          from: 0,
          to: pageCount(library, document, bounds),
          length: { sum: 0 },
        }),
      ),
    bounds,
  );

/** The text layer of a PDF, page by page; a page that is a picture has none. Rejects as {@link pdfText} does. */
export const pdfPageTexts = async (bytes: Uint8Array, bounds: Bounds = BOUNDS): Promise<string[]> =>
  (await pdfPageReadings(bytes, bounds)).map((page) => {
    if ('problem' in page) throw page.problem;
    return page.text;
  });

/** Texts of pages, one behind the other; a page without text leaves nothing. */
export const joinPages = (pages: readonly string[]): string =>
  pages.filter((page) => page !== '').join('\n');

/**
 * The text layer of a PDF, line by line as its pages show it, pages one behind the other; columns on one line are separated
 * by a tab, and letters that a font does not name are U+FFFD. Rejects with a {@link PdfError} where it cannot be opened, and
 * with a DocumentProblem where it is too large.
 */
export const pdfText = async (bytes: Uint8Array, bounds: Bounds = BOUNDS): Promise<string> =>
  joinPages(await pdfPageTexts(bytes, bounds));

/** How many files lie within a PDF, as those of a portfolio. Rejects as {@link pdfText} does. */
export const pdfFileCount = (bytes: Uint8Array, bounds: Bounds = BOUNDS): Promise<number> =>
  withPdfium((library) => withPdf(library, bytes, library.call.FPDFDoc_GetAttachmentCount), bounds);
