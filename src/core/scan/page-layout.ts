import { type Box, heightOf, overlaps, widthOf } from './picture.ts';
import type { PageCode, ScannedLine } from './scanned-page.ts';

/** A row of a page as one line of text, with the lines that it was made of. */
export interface TextRow {
  readonly text: string;
  readonly lines: readonly ScannedLine[];
}

/** Lines with less than this share of Thai letters, digits or Latin words are stains that were taken for writing. */
const LEAST_WRITING = 0.5;
const LEAST_CONFIDENCE = 25;

const isWriting = ({ text, confidence }: ScannedLine): boolean => {
  const marks = text.replace(/\s/g, '');
  const letters = marks.match(/[ก-๛0-9A-Za-z]/g)?.length ?? 0;
  if (marks.length === 0 || letters < marks.length * LEAST_WRITING) return false;
  return confidence >= LEAST_CONFIDENCE || letters > 2;
};

/** Around a code of ours, the caption that names the letter: below it or beside it, in multiples of its side. */
const CAPTION = { below: 1.1, beside: 2.4, above: 0.15 } as const;

/**
 * Where the caption of one of our own codes may stand. Its letter number is that of the circular which the code leads to, and
 * must not be taken for the number of the letter on the page.
 */
const captionBox = ({ box }: PageCode): Box => {
  const [width, height] = [widthOf(box), heightOf(box)];
  return {
    left: box.left - CAPTION.beside * width,
    top: box.top - CAPTION.above * height,
    right: box.right + CAPTION.beside * width,
    bottom: box.bottom + CAPTION.below * height,
  };
};

/**
 * Whether something stands in the caption of one of these codes: small print near it, below its middle or beside it. Lines of
 * the letter beside a code are as large as all others.
 */
export const isCaption = (line: Box, codes: readonly PageCode[]): boolean =>
  codes.some((code) => {
    const { box } = code;
    const middle = (line.left + line.right) / 2;
    const isBelow =
      line.top >= box.bottom - 4 &&
      Math.abs(middle - (box.left + box.right) / 2) < 0.35 * widthOf(box);
    const isBeside = line.top < box.bottom && line.bottom > box.top;
    const isSmall = heightOf(line) < 0.26 * heightOf(box);
    return (isBelow || isBeside) && isSmall && overlaps(line, captionBox(code));
  });

const rowsOf = (lines: readonly ScannedLine[]): ScannedLine[][] => {
  const rows = new Map<number, ScannedLine[]>();
  for (const line of lines) {
    const row = rows.get(line.row);
    if (row) row.push(line);
    else rows.set(line.row, [line]);
  }
  return [...rows.values()].map((row) => row.toSorted((a, b) => a.box.left - b.box.left));
};

/**
 * The rows of a page as text: what is stamped on it first, as stamps stand above the number, then the print from the top; the
 * pieces of a row are parted by a tab, as columns are.
 */
export const textRows = (lines: readonly ScannedLine[]): TextRow[] => {
  const written = lines.filter(isWriting);
  return (['stamp', 'print'] as const).flatMap((layer) =>
    rowsOf(written.filter((line) => line.layer === layer)).map((row) => ({
      text: row.map(({ text }) => text.trim()).join('\t'),
      lines: row,
    })),
  );
};
