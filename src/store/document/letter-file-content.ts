import type { LetterFileContent } from '#core/check/content.ts';
import { pdfPageTexts } from './pdf-text.ts';

/** Whether a file begins as every PDF does. */
export const isPdf = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';

/** Characters below which a page is taken for a picture: scanners write their own name or a page number on it. */
const FEWEST_CHARACTERS = 40;

/** Whether a page has a text layer, of more than scanners write on it. */
export const hasText = (page: string): boolean =>
  page.replace(/\s+/g, '').length >= FEWEST_CHARACTERS;

/** What is to be known of a PDF that is the letter itself. Rejects with a PdfError where it cannot be opened. */
export const letterFileContent = async (bytes: Uint8Array): Promise<LetterFileContent> => {
  const pages = await pdfPageTexts(bytes);
  return {
    sheets: pages.length,
    unread: pages.flatMap((text, index) => (hasText(text) ? [] : [index + 1])),
  };
};
