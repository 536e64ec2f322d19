import type { Field } from '#core/letter/reading/field.ts';
import { normalizeText } from '#core/letter/reading/source-text.ts';
import type { LineSource, ScanDocument } from './scan-document.ts';
import type { ScannedLine } from './scanned-page.ts';

/** Where a field was seen: the pieces of the rows that its text was read from, with their page. */
export interface SeenLine {
  readonly page: number;
  readonly line: ScannedLine;
}

const squeezed = (text: string): string => normalizeText(text).replace(/\s/g, '');

/** Rows that one field takes at most: no subject or addressee is longer. */
const MOST_ROWS = 8;
/** Shortest piece that is looked for in a field: a shorter one may stand in any text. */
const SHORTEST = 3;

/** Whether a piece of a row is part of the text that a field was read from, or holds all of it. */
const shares = (line: ScannedLine, read: string): boolean => {
  const piece = squeezed(line.text);
  if (piece.length === 0) return false;
  if (piece.includes(read)) return true;
  if (piece.length >= SHORTEST && read.includes(piece)) return true;
  // A label before the text is no part of the field.
  const tail = piece.replace(/^(?:เรื่อง|เรียน|อ้างถึง|สิ่งที่ส่งมาด้วย|ที่|[๐-๙\d]{1,2}\.)+/, '');
  return tail.length >= SHORTEST && read.includes(tail);
};

const piecesOf = ({ page, lines }: LineSource, read: string): SeenLine[] => {
  const own = lines.filter((line) => shares(line, read));
  return own.map((line) => ({ page, line }));
};

/**
 * The lines that a field was read from: pieces of its own row, and of the rows that follow as long as they are part of its
 * text. Where none of them is found in the text, which is repaired before it is read, all of its own row.
 */
export const seenLines = (
  { line, read }: Pick<Field<unknown>, 'line' | 'read'>,
  { sources }: ScanDocument,
): SeenLine[] => {
  if (line === null || read === null) return [];
  const text = squeezed(read);
  const own = sources[line - 1];
  if (!own) return [];
  const first = piecesOf(own, text);
  const seen = first.length > 0 ? first : own.lines.map((one) => ({ page: own.page, line: one }));
  // A stamp is known by the line of its register number; its office stands above that.
  for (const step of [-1, 1]) {
    for (let at = line - 1 + step; Math.abs(at - line + 1) < MOST_ROWS; at += step) {
      const next = sources[at];
      if (!next) break;
      const more = piecesOf(next, text);
      if (more.length === 0) break;
      seen.push(...more);
    }
  }
  return seen;
};
