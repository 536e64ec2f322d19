import { toArabicDigits } from '#core/letter/digits.ts';
import { columnsOf, marksOf, type ReadingColumn } from './columns.ts';
import { likelyAt } from './fused-line.ts';
import type { Glyph, LineReading } from './line.ts';
import { asNetReads, type NetReading } from './net-reading.ts';
import { shapesOfText } from './shapes.ts';

/** Mean confidence of all readings below which a digit is a doubt, where no net read the line. */
export const SURE_DIGIT = 95;
/** Mean confidence from which on a digit that all readings have is taken though the net sees a letter there. */
const SURE_ALL = 97;
/** How likely the net has to find what a reading alone has, what all of several have, and what some have. */
const CONFIRMS_ALONE = 0.95;
const CONFIRMS_ALL = 0.6;
const CONFIRMS_SOME = 0.9;
/** The same of ๔, where all have it and where they differ: of ๕ with a small tail, as in handwriting, most readers see ๔. */
const CONFIRMS_FOUR = 0.98;
const CONFIRMS_SOME_FOUR = 0.99;
/** The same of a letter of a word. */
const CONFIRMS_LETTER = 0.97;
/** How likely it has to find every character of a line for ink that others passed over to be none. */
const CONFIRMS_LINE = 0.9;
/** How likely another letter has to be for the net to speak against all readings. */
const SPEAKS_AGAINST = 0.95;
/** How likely the net has to find a character that no reading has, and may find one that the first has not. */
const FINDS_MORE = 0.9;
const FINDS_DOT = 0.5;
const NOTHING_THERE = 0.05;

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
const FOUR = '4';
const SARA_AA = 'า';
const SARA_AM = '\u0e33';
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

/** Whether the net reads a whole line as it was read, and is sure of all of it. */
const isReadByNet = (columns: readonly ReadingColumn[], net: NetReading, marks: readonly Glyph[]) =>
  columns.every((column) => {
    if (column.mark === null) return column.net.length === 0;
    const { text } = marks[column.mark] as Glyph;
    return asNetReads(text) === null || likelyAt(text, column, net) >= CONFIRMS_LINE;
  });

/** What is at stake where readings lie beside each other. */
interface Stake {
  readonly text: string;
  readonly isDigit: boolean;
  readonly isInNumber: boolean;
  readonly confidence: number;
}

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

/** What the net says of a character: a doubt, none, or nothing at all, as of marks above letters. */
type Word = 'doubt' | 'none' | null;

/**
 * The net beside readers that have a character: how sure it has to be depends on how many of them agree. What it settles has to be
 * what one of those has that were trained apart, as the third is the second once more.
 */
const ofMark = (
  column: ReadingColumn,
  { text, isDigit, isInNumber, confidence }: Stake,
  apart: readonly number[],
  net: NetReading,
): Word => {
  const known = asNetReads(text);
  const isAlike = column.seen.map((one) => toArabicDigits(one) === toArabicDigits(text));
  if (known === null) return isFoundByOne(column, isAlike, net) ? 'none' : null;
  if (known === '') return null;
  const likely = likelyAt(known, column, net);
  const isCounted = isDigit || isInNumber;
  const [against] = column.net;
  // Sara am is half as wide as the net was taught, and reaches over the letter before it.
  const speaks =
    against !== undefined &&
    against.text !== known &&
    against.text !== SARA_AA &&
    against.likely >= SPEAKS_AGAINST;
  if (!isAlike.includes(false)) {
    if (!isCounted) return speaks ? 'doubt' : 'none';
    const needed =
      known === FOUR ? CONFIRMS_FOUR : isAlike.length === 0 ? CONFIRMS_ALONE : CONFIRMS_ALL;
    // A letter in the place of a digit is a weaker word against it than another digit.
    const isSure = isDigit && confidence >= SURE_ALL && isAlike.length > 0 && known !== FOUR;
    return likely >= needed || (isSure && !DIGIT.test(against?.text ?? '')) ? 'none' : 'doubt';
  }
  // Sara am is sara aa with a ring above it, at which the net does not look.
  if (text === SARA_AM) return null;
  const needed = known === FOUR ? CONFIRMS_SOME_FOUR : isCounted ? CONFIRMS_SOME : CONFIRMS_LETTER;
  if (likely >= needed && apart.some((reader) => isAlike[reader])) return 'none';
  return isCounted || speaks ? 'doubt' : null;
};

/** Whether one of three readers alone has a letter or digit where the others have a mark above or below one, or nothing, and the net has none. */
const isFoundByOne = (
  { net: own, between: [from, to], glyphs, seen }: ReadingColumn,
  isAlike: readonly boolean[],
  net: NetReading,
): boolean => {
  const otherwise = glyphs.filter((_, reader) => !isAlike[reader]).flat();
  return (
    own.length === 0 &&
    seen.length > 2 &&
    isAlike.filter((alike) => !alike).length === 1 &&
    otherwise.some(({ text }) => asNetReads(text) !== null) &&
    otherwise.every(({ text }) => {
      const known = asNetReads(text);
      return known === null || (known !== '' && net.likelyIn(known, from, to) <= NOTHING_THERE);
    })
  );
};

/**
 * The net where the first reading has nothing and another, or the net itself, has something. A dot of a number counts for more, as
 * readers lose dots together.
 */
const ofGap = (column: ReadingColumn, { isDigit, isInNumber }: Stake, net: NetReading): Word => {
  const isFound = column.net.some(
    ({ text, likely }) =>
      text !== '' && likely >= (isInNumber && text === '.' ? FINDS_DOT : FINDS_MORE),
  );
  if (isFound) return 'doubt';
  const found = column.glyphs.flat();
  const isEmpty = column.seen.map((one) => one === '');
  if (isFoundByOne(column, isEmpty, net)) return 'none';
  if (found.some(({ text }) => !asNetReads(text))) return null;
  const isDenied =
    isEmpty.filter((empty) => !empty).length <= 1 &&
    column.net.length === 0 &&
    found.every(({ text }) => likelyAt(text, column, net) <= NOTHING_THERE);
  return isDenied ? 'none' : isDigit ? 'doubt' : null;
};

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
  for (const [index, column] of columns.entries()) {
    const glyph = column.mark === null ? null : (marks[column.mark] as Glyph);
    // A gap lies before the mark that follows it.
    const next = marks[index >> 1];
    const at = next ? (starts.get(next) as number) : length;
    const text = glyph?.text ?? '';
    const found = column.net.map((one) => one.written).join('');
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
          ? ofGap(column, stake, net)
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
  if (isInkLeftOut(first) && !(net !== null && isReadByNet(columns, net, marks))) {
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
