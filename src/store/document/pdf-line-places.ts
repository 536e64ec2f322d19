import { PAGE_PICTURE_SIZE } from '#core/letter/letter-file.ts';
import { BOUNDS, type Bounds } from './bounds.ts';
import { placedLines } from './pdf-lines.ts';
import { piecesOfPage } from './pdf-pieces.ts';
import { checkPageSize, pageCount, withPdf } from './pdf-text.ts';
import { withPdfium } from './pdfium.ts';

/** Where a line of a PDF stands: its page (from 1), and left, top, right and bottom in thousandths of the picture of that page. */
export interface LinePlace {
  readonly page: number;
  readonly box: readonly [number, number, number, number] | null;
}

const THOUSAND = 1000;
/** Parts of the size of its type that a Thai line reaches above and below its baseline. */
const ABOVE = 1.1;
const BELOW = 0.35;

const thousandth = (part: number, round: (value: number) => number): number =>
  Math.min(THOUSAND, Math.max(0, round(part * THOUSAND)));

/**
 * The places of the lines of a PDF, in the order of the lines of `pdfText`. Rejects as that does. A page that has no text has no
 * line; pages that are turned, or do not begin at the corner of their sheet, have lines without a box.
 */
export const pdfLinePlaces = (bytes: Uint8Array, bounds: Bounds = BOUNDS): Promise<LinePlace[]> =>
  withPdfium(
    (library) =>
      withPdf(library, bytes, (document) =>
        Array.from({ length: pageCount(library, document, bounds) }, (_, at) => at).flatMap(
          (index): LinePlace[] => {
            const { call } = library;
            const page = call.FPDF_LoadPage(document, index);
            if (page === 0) return [];
            try {
              checkPageSize(library, page, index, bounds);
              const [w, h] = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)];
              const { width, height } = PAGE_PICTURE_SIZE;
              const scale = Math.min(width / w, height / h);
              const [aside, above] = [(width - w * scale) / 2, (height - h * scale) / 2];
              return placedLines(piecesOfPage(library, page, bounds.pageCharacters)).map(
                ({ at }): LinePlace => {
                  const isWithin =
                    at !== null &&
                    call.FPDFPage_GetRotation(page) === 0 &&
                    at.left >= 0 &&
                    at.right <= w &&
                    at.y >= 0 &&
                    at.y <= h;
                  if (!isWithin) return { page: index + 1, box: null };
                  const x = (value: number): number => (aside + value * scale) / width;
                  const y = (value: number): number => (above + (h - value) * scale) / height;
                  return {
                    page: index + 1,
                    box: [
                      thousandth(x(at.left), Math.floor),
                      thousandth(y(at.y + at.size * ABOVE), Math.floor),
                      thousandth(x(at.right), Math.ceil),
                      thousandth(y(at.y - at.size * BELOW), Math.ceil),
                    ],
                  };
                },
              );
            } finally {
              call.FPDF_ClosePage(page);
            }
          },
        ),
      ),
    bounds,
  );
