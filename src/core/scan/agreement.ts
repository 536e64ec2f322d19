import { toArabicDigits } from '#core/letter/digits.ts';
import { columnsOf, likelyMark, marksOf, type ReadingColumn, SARA_AM } from './columns.ts';
import { likelyAt } from './fused-line.ts';
import { KNOWN_WORDS, placesOf } from './known-words.ts';
import type { Glyph, LineReading } from './line.ts';
import { unreadMark } from './mark-agreement.ts';
import { asNetReads, type NetReading } from './net-reading.ts';
import { ofGap, ofMark, type Stake } from './net-word.ts';
import { shapesOfText } from './shapes.ts';

/** Mean confidence of all readings below which a digit is a doubt, where no net read the line. */
export const SURE_DIGIT = 95;
/** How likely the net has to find all of a line for ink that others passed over to be none, and for no other reader to be asked. */
const CONFIRMS_LINE: LeastLikely = { ofWord: 0.9, character: 0.9, mark: 0.6 };
const CONFIRMS_WHOLE: LeastLikely = { ofWord: 0.7, character: 0.95, mark: 0.5 };

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
/** Letter numbers: their letters and dots count as much as their digits. */
const NUMBER = /[ก-ฮ]{2}\s?[๐-๙\d]{2,5}(?:\.[๐-๙\d]{1,3})*\s?\/\s?(?:ว\s?\.?\s?)?[๐-๙\d]{1,6}/g;

const isWithinNumber = (text: string): ((at: number) => boolean) => {
  const spans = [...text.matchAll(NUMBER)].map(({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
  return (at) => spans.some(([start = 0, end = 0]) => at >= start && at < end);
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Readers that were trained alike lose one of two alike digits together; their number on paper says so. */
const isInkLeftOut = ({ text, covered, shapes = 0 }: LineReading): boolean =>
  covered < SURE_COVER || shapes > shapesOfText(text);

/** How likely a net has to find each letter of a known word, any other character, and each mark of a line. */
interface LeastLikely {
  readonly ofWord: number;
  readonly character: number;
  readonly mark: number;
}

/** A letter that the net does not tell apart, and so often in months and laws that it has to be something there. */
const RU = 'ฤ';

const likelyOf = (text: string, column: ReadingColumn, net: NetReading): number => {
  const known = asNetReads(text) as string;
  if (known !== '') return likelyAt(known, column, net);
  const [only] = column.net;
  return text === RU && column.net.length === 1 && only?.text === '' ? only.likely : 0;
};

/** Whether a character, by its place among those of a line without spaces, is part of a known word. */
const withinKnownWords = (marks: readonly Glyph[]): ((mark: number) => boolean) => {
  const isWithin = new Set<number>();
  let length = 0;
  const starts = marks.map(({ text }) => {
    length += text.length;
    return length - text.length;
  });
  for (const { start, end } of placesOf(marks.map(({ text }) => text).join(''), KNOWN_WORDS)) {
    for (let at = start; at < end; at++) isWithin.add(at);
  }
  return (mark) => isWithin.has(starts[mark] as number);
};

/** Whether the net reads a whole line as it was read, and is as sure of all of it. */
const isReadByNet = (
  columns: readonly ReadingColumn[],
  net: NetReading,
  marks: readonly Glyph[],
  least: LeastLikely,
): boolean => {
  const isOfWord = withinKnownWords(marks);
  return columns.every((column) => {
    if (column.mark === null) return column.net.length === 0;
    const { text } = marks[column.mark] as Glyph;
    const isMark = asNetReads(text) === null;
    if (isMark) return (likelyMark(text, column) ?? 0) >= least.mark;
    const isRingThere = text !== SARA_AM || (likelyMark(text, column) ?? 0) >= least.mark;
    const needed = isOfWord(column.mark) ? least.ofWord : least.character;
    return isRingThere && likelyOf(text, column, net) >= needed;
  });
};

/**
 * Whether the net reads a line as one reader did, to every letter and mark, and is so sure of all that no other reader has to be
 * asked.
 */
export const isReadAlike = (reading: LineReading, net: NetReading): boolean =>
  isReadByNet(columnsOf(reading, [], net), net, marksOf(reading), CONFIRMS_WHOLE) &&
  agree([reading], net).doubts.length === 0;

/** Without a net: a digit that any reader has otherwise or that they are not sure of, and a letter that those that count have. */
const isOpen = (column: ReadingColumn, stake: Stake, apart: readonly number[]): boolean =>
  stake.isDigit
    ? column.differs || (column.mark !== null && stake.confidence < SURE_DIGIT)
    : isOtherwise(column, stake, apart);

/** Letters are held against the readers of which each was trained apart; within a letter number against all. */
const isOtherwise = (
  { seen }: ReadingColumn,
  { text, isInNumber }: Stake,
  apart: readonly number[],
): boolean =>
  (isInNumber ? seen : seen.filter((_, reader) => apart.includes(reader))).some(
    (one) => toArabicDigits(one) !== toArabicDigits(text),
  );

/**
 * Holds readings of one line against the first, character by character. A digit that not all of them read, and one that they are
 * not sure of, is a doubt with all readings. Letters are a doubt where the second of them reads them otherwise, and within a letter
 * number where any does. Where a net read the line as well, it decides: what it confirms is no doubt where at least one of the
 * readings has it, and what it does not is one.
 */
export const agree = (
  readings: readonly LineReading[],
  net: NetReading | null = null,
): AgreedLine => {
  const [first, ...rest] = readings;
  if (!first || (rest.length === 0 && net === null)) {
    throw new Error('Agreement takes two readings or more, or one and a net.');
  }
  const marks = marksOf(first);
  const starts = new Map<Glyph, number>();
  let length = 0;
  for (const glyph of first.glyphs) {
    starts.set(glyph, length);
    length += glyph.text.length;
  }
  const doubts: ReadingDoubt[] = [];
  // With a net the first reader comes last, behind what all make of the line.
  const apart = net === null ? [0] : [0, rest.length - 1];
  const isInNumber = isWithinNumber(first.text);
  const columns = columnsOf(first, rest, net);
  // Marks that were read on the letter before.
  let carried: string[] = [];
  for (const [index, column] of columns.entries()) {
    const glyph = column.mark === null ? null : (marks[column.mark] as Glyph);
    // A gap lies before the mark that follows it.
    const next = marks[index >> 1];
    const at = next ? (starts.get(next) as number) : length;
    const text = glyph?.text ?? '';
    const isMark = glyph !== null && asNetReads(text) === null;
    if (isMark) carried = [...carried, text];
    else if (glyph !== null) carried = [];
    const isEnd = glyph === null && (next === undefined || asNetReads(next.text) !== null);
    const unread = isEnd ? unreadMark(column, carried, next?.text ?? '') : null;
    const found = unread ?? column.net.map((one) => one.written).join('');
    const stake: Stake = {
      text,
      isDigit: [text, ...column.seen, found].some((seen) => DIGIT.test(seen)),
      isInNumber: isInNumber(at),
      confidence: mean([
        glyph?.confidence ?? 0,
        ...column.glyphs.map((own) => own.at(-1)?.confidence ?? 0),
      ]),
    };
    const word =
      net === null
        ? null
        : glyph === null
          ? unread === null
            ? ofGap(column, stake, net)
            : 'doubt'
          : ofMark(column, stake, apart, net);
    if (word === 'none' || (word === null && !isOpen(column, stake, apart))) continue;
    doubts.push({
      reason: column.differs || (found !== '' && found !== text) ? 'differs' : 'unclear',
      from: at,
      to: at + text.length,
      readings: [text, ...column.seen, ...(word === 'doubt' ? [found] : [])],
      isDigit: stake.isDigit,
    });
  }
  if (isInkLeftOut(first) && !(net !== null && isReadByNet(columns, net, marks, CONFIRMS_LINE))) {
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
