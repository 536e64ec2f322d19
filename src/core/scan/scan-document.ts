import { textRows } from './page-layout.ts';
import type { FilePage, ScannedLine } from './scanned-page.ts';

/** Where a line of a document was read: its page in the file (from 1) and the pieces of its row. */
export interface LineSource {
  readonly page: number;
  readonly lines: readonly ScannedLine[];
}

/** The pages of a file as one text, and for each of its lines where it was read; null for lines of a text layer. */
export interface ScanDocument {
  readonly text: string;
  readonly sources: readonly (LineSource | null)[];
}

/**
 * Joins the pages of a file in their order. Their printed numbers, not this order, decide which follows which
 * (letter/reading/pages.ts).
 */
export const scanDocument = (pages: readonly FilePage[]): ScanDocument => {
  const lines: string[] = [];
  const sources: (LineSource | null)[] = [];
  for (const one of pages) {
    if (one.kind === 'text') {
      for (const line of one.text.split('\n')) {
        lines.push(line);
        sources.push(null);
      }
    }
    if (one.kind !== 'scan') continue;
    for (const row of textRows(one.page.lines)) {
      lines.push(row.text);
      sources.push({ page: one.number, lines: row.lines });
    }
  }
  return { text: lines.join('\n'), sources };
};
