import { toArabicDigits } from '#core/letter/digits.ts';
import { align } from './align.ts';
import type { LookAt } from './glyph-looks.ts';
import type { Glyph, LineReading } from './line.ts';
import { shapesOfText } from './shapes.ts';
import { type LookIn, SURE_DIGIT, SURE_WITH_NET, type Vote, voteOf } from './votes.ts';

/** Share of a line's ink that has to lie in what was read. */
export const SURE_COVER = 0.85;

/**
 * Why a part of a line may not be taken as read: readings differ, they are not sure, or ink was passed over; it is no word, but
 * nearly one; a prefix of no office; or without a dot that belongs there.
 */
export type ReadingDoubtReason = 'differs' | 'unclear' | 'left-out' | 'word' | 'prefix' | 'dot';

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
  /** The characters of the others there. */
  readonly glyphs: Glyph[][];
  differs: boolean;
}

/** Lays other readings beside the first: one column for each of its marks, and one for each gap that others fill. */
const columnsOf = (marks: readonly Glyph[], others: readonly (readonly Glyph[])[]): Column[] => {
  // Even places are gaps before marks, odd ones the marks.
  const columns: Column[] = Array.from({ length: 2 * marks.length + 1 }, (_, at) => ({
    mark: at % 2 === 1 ? (at - 1) / 2 : null,
    seen: others.map(() => ''),
    glyphs: others.map(() => []),
    differs: false,
  }));
  const keys = marks.map(keyOf);
  for (const [reader, other] of others.entries()) {
    let at = 0;
    for (const { first, second } of align(keys, other.map(keyOf))) {
      if (first !== null) at = 2 * first + 1;
      const column = columns[first === null ? (at % 2 === 1 ? at + 1 : at) : at] as Column;
      if (second !== null) {
        const glyph = other[second] as Glyph;
        column.seen[reader] += glyph.text;
        column.glyphs[reader]?.push(glyph);
      }
      if (first === null || second === null || keys[first] !== keyOf(other[second] as Glyph)) {
        column.differs = true;
      }
    }
  }
  return columns;
};

/** Letter numbers: their letters and dots count as much as their digits. */
const NUMBER = /[ก-ฮ]{2}\s?[๐-๙\d]{2,5}(?:\.[๐-๙\d]{1,3})*\s?\/\s?(?:ว\s?\.?\s?)?[๐-๙\d]{1,6}/g;

const isWithinNumber = (text: string): ((at: number) => boolean) => {
  const spans = [...text.matchAll(NUMBER)].map(({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
  return (at) => spans.some(([start = 0, end = 0]) => at >= start && at < end);
};

/** How sure each of the other readers is of what it has in a column; 0 of nothing. */
const sureOf = ({ glyphs }: Column): number[] => glyphs.map((own) => own.at(-1)?.confidence ?? 0);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Readers that were trained alike lose one of two alike digits together; their number on paper says so. */
const isInkLeftOut = ({ text, covered, shapes = 0 }: LineReading): boolean =>
  covered < SURE_COVER || shapes > shapesOfText(text);

/**
 * Holds two or three readings of one line against each other, character by character. A digit that not all of them read,
 * and one that they are not sure of, is a doubt with all readings. Letters are a doubt where the
 * second reader, which was trained apart, reads them otherwise, and within a letter number where any reader does.
 */
export const agree = (readings: readonly LineReading[], look: LookAt | null = null): AgreedLine => {
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
  const isInNumber = isWithinNumber(first.text);
  const lookIn: LookIn | null =
    look && ((glyph, reader) => look(glyph, readings[reader] as LineReading));
  const isLengthSure = first.shapes === shapesOfText(first.text);
  for (const [index, column] of columnsOf(marks, rest.map(marksOf)).entries()) {
    const glyph = column.mark === null ? null : (marks[column.mark] as Glyph);
    // A gap lies before the mark that follows it.
    const next = marks[index >> 1];
    const text = glyph?.text ?? '';
    const isDigit = [text, ...column.seen].some((seen) => DIGIT.test(seen));
    const own = toArabicDigits(text);
    const at = next ? (starts.get(next) as number) : length;
    const counting = isInNumber(at) ? column.seen : column.seen.slice(0, 1);
    const isOtherwise = counting.some((seen) => toArabicDigits(seen) !== own);
    const confidence = mean([glyph?.confidence ?? 0, ...sureOf(column)]);
    const isUnclear =
      isDigit && glyph !== null && confidence < (look === null ? SURE_DIGIT : SURE_WITH_NET);
    const place = { first: glyph, others: column.glyphs, confidence };
    const vote: Vote =
      lookIn !== null && (isDigit || isOtherwise) ? voteOf(place, lookIn, isLengthSure) : null;
    const isDoubt = isDigit ? column.differs || isUnclear : isOtherwise;
    if (vote === 'for' || (!isDoubt && vote === null)) continue;
    doubts.push({
      reason: column.differs || vote === 'against' ? 'differs' : 'unclear',
      from: at,
      to: at + text.length,
      readings: [
        text,
        ...column.seen,
        ...(vote === 'against' && glyph !== null ? [lookIn?.(glyph, 0)?.best ?? ''] : []),
      ],
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
