import { toArabicDigits } from '#core/letter/digits.ts';
import { align } from './align.ts';
import type { Glyph, LineReading } from './line.ts';
import { shapesOfText } from './shapes.ts';

/** Confidence of the first reading (0 to 100) below which one of its digits is a doubt. Measured: docs/scan-model.md. */
export const SURE_DIGIT = 95;
/** Share of a line's ink that has to lie in what was read. */
export const SURE_COVER = 0.85;

/** Why a part of a line may not be taken as read: readings differ, one is not sure, or ink was passed over. */
export type ReadingDoubtReason = 'differs' | 'unclear' | 'left-out';

/** A part of a line's text that has to be looked at. */
export interface ReadingDoubt {
  readonly reason: ReadingDoubtReason;
  /** Places in the text (UTF-16), `to` behind the last; equal where another reading has more. */
  readonly from: number;
  readonly to: number;
  /** What each reading has there, the first one first. */
  readonly readings: readonly string[];
  /** Whether a digit is at stake, in any of the readings. */
  readonly isDigit: boolean;
}

/** A line after its readings were laid side by side. */
export interface AgreedLine {
  /** As the first reader read it. Right where no doubt lies. */
  readonly text: string;
  readonly doubts: readonly ReadingDoubt[];
}

const DIGIT = /[0-9๐-๙]/;
/** Spaces are lost and found by every reader; they decide nothing. */
const marksOf = ({ glyphs }: LineReading): readonly Glyph[] =>
  glyphs.filter(({ text }) => text.trim() !== '');

/** What makes two marks the same: a digit counts by its value, and dashes and quotation marks by their kind. */
const keyOf = ({ text }: Glyph): string =>
  toArabicDigits(text).replace(/[–—]/g, '-').replace(/[“”"]/g, '"').replace(/[‘’]/g, "'");

interface Column {
  /** Mark of the first reading, or null where only others have one. */
  readonly mark: number | null;
  readonly seen: string[];
  differs: boolean;
}

/** Lays other readings beside the first: one column for each of its marks, and one for each gap that others fill. */
const columnsOf = (marks: readonly Glyph[], others: readonly (readonly Glyph[])[]): Column[] => {
  // Even places are gaps before marks, odd ones the marks.
  const columns: Column[] = Array.from({ length: 2 * marks.length + 1 }, (_, at) => ({
    mark: at % 2 === 1 ? (at - 1) / 2 : null,
    seen: others.map(() => ''),
    differs: false,
  }));
  const keys = marks.map(keyOf);
  for (const [reader, other] of others.entries()) {
    let at = 0;
    for (const { first, second } of align(keys, other.map(keyOf))) {
      if (first !== null) at = 2 * first + 1;
      const column = columns[first === null ? (at % 2 === 1 ? at + 1 : at) : at] as Column;
      if (second !== null) column.seen[reader] += (other[second] as Glyph).text;
      if (first === null || second === null || keys[first] !== keyOf(other[second] as Glyph)) {
        column.differs = true;
      }
    }
  }
  return columns;
};

/** Readers that were trained alike lose one of two alike digits together; their number on paper says so. */
const isInkLeftOut = ({ text, covered, shapes = 0 }: LineReading): boolean =>
  covered < SURE_COVER || shapes > shapesOfText(text);

/**
 * Holds two or three readings of one line against each other, character by character. A digit that not all of them read,
 * and one that the first reader was not sure of, is a doubt with all readings. Letters are a doubt where the
 * second reader, which was trained apart, reads them otherwise.
 */
export const agree = (readings: readonly LineReading[]): AgreedLine => {
  const [first, ...rest] = readings;
  if (!first || rest.length === 0) throw new Error('Agreement takes two readings or more.');
  const marks = marksOf(first);
  const starts = new Map<Glyph, number>();
  let length = 0;
  for (const glyph of first.glyphs) {
    starts.set(glyph, length);
    length += glyph.text.length;
  }
  const doubts: ReadingDoubt[] = [];
  for (const [index, column] of columnsOf(marks, rest.map(marksOf)).entries()) {
    const glyph = column.mark === null ? null : (marks[column.mark] as Glyph);
    // A gap lies before the mark that follows it.
    const next = marks[index >> 1];
    const text = glyph?.text ?? '';
    const isDigit = [text, ...column.seen].some((seen) => DIGIT.test(seen));
    const own = toArabicDigits(text);
    const isOtherwise = toArabicDigits(column.seen[0] ?? '') !== own;
    const isUnclear = isDigit && glyph !== null && glyph.confidence < SURE_DIGIT;
    const isDoubt = isDigit ? column.differs || isUnclear : isOtherwise;
    if (!isDoubt) continue;
    const at = next ? (starts.get(next) as number) : length;
    doubts.push({
      reason: column.differs ? 'differs' : 'unclear',
      from: at,
      to: at + text.length,
      readings: [text, ...column.seen],
      isDigit,
    });
  }
  if (isInkLeftOut(first)) {
    doubts.push({
      reason: 'left-out',
      from: 0,
      to: first.text.length,
      readings: readings.map(({ text }) => text),
      isDigit: readings.some(({ text }) => DIGIT.test(text)),
    });
  }
  return { text: first.text, doubts };
};
