import { toArabicDigits } from '#core/letter/digits.ts';
import { type ReadingColumn, SARA_AA } from './columns.ts';
import { likelyAt } from './fused-line.ts';
import { isRingOpen, ofMarkRead, ofMarksOfOthers, type Word } from './mark-agreement.ts';
import { asNetReads, type NetReading } from './net-reading.ts';

/** Mean confidence from which on a digit that all readings have is taken though the net sees a letter there. */
const SURE_ALL = 97;
/** How likely the net has to find what a reading alone has, what all of several have, and what some have. */
const CONFIRMS_ALONE = 0.95;
const CONFIRMS_ALL = 0.6;
const CONFIRMS_SOME = 0.9;
/** The same of an Arabic digit that all have, which readers know better than Thai ones, and the net in fewer shapes; and where they are sure. */
const CONFIRMS_ARABIC = 0.2;
const CONFIRMS_SURE_ARABIC = 0.02;
/** Shapes of Arabic digits that the net takes for another character, and how likely it has to find the digit for these to say nothing. */
const UNKNOWN_SHAPES: Readonly<
  Record<string, { readonly takenFor: string; readonly least: number }>
> = {
  // With a flat top.
  3: { takenFor: '5', least: 0.02 },
  // With a bowed stroke.
  7: { takenFor: SARA_AA, least: 0 },
};
/** The same of ๔, where all have it and where they differ: of ๕ with a small tail, as in handwriting, most readers see ๔. */
const CONFIRMS_FOUR = 0.985;
const CONFIRMS_SOME_FOUR = 0.99;
/**
 * How likely the net may find ๕ on average where ๔ is read, for that to be no doubt: of such a ๕ it finds ๔ as likely as of ๔, and ๕ a
 * little. The second is for a ๔ that it finds less likely, but at 0.9 or more.
 */
const FINDS_FIVE = 0.005;
const FINDS_NO_FIVE = 0.0015;
/** The same of what one of three has. */
const CONFIRMS_ONE = 0.99;
/** The same of a letter of a word. */
const CONFIRMS_LETTER = 0.97;
const CONFIRMS_LETTER_OF_TWO = 0.9;
/** How likely another letter has to be for the net to speak against all readings. */
const SPEAKS_AGAINST = 0.8;
/** How likely a letter may be that all readings have where the net finds nothing, for that to be no doubt. */
const FINDS_NONE = 0.02;
/** How likely the net has to find a character that no reading has, and may find one that the first has not. */
const FINDS_MORE = 0.9;
const FINDS_DOT = 0.5;
const NOTHING_THERE = 0.05;

const DIGIT = /[0-9๐-๙]/;
const FOUR = '4';
const FIVE = '5';

/** What is at stake where readings lie beside each other. */
export interface Stake {
  readonly text: string;
  readonly isDigit: boolean;
  readonly isInNumber: boolean;
  readonly confidence: number;
}

/**
 * The net beside readers that have a character: how sure it has to be depends on how many of them agree. What it settles has to be
 * what one of those has that were trained apart, as the third is the second once more.
 */
export const ofMark = (
  column: ReadingColumn,
  { text, isDigit, isInNumber, confidence }: Stake,
  apart: readonly number[],
  net: NetReading,
): Word => {
  const known = asNetReads(text);
  const isAlike = column.seen.map((one) => toArabicDigits(one) === toArabicDigits(text));
  if (known === null) {
    return (
      ofMarkRead(text, column, isAlike, apart) ??
      (isFoundByOne(column, isAlike, net) ? 'none' : null)
    );
  }
  if (known === '') return null;
  const likely = likelyAt(known, column, net);
  const isCounted = isDigit || isInNumber;
  const [against] = column.net;
  // In the first training of the net sara am stood half over the letter before it, so that sara aa says little against that.
  const speaks =
    against !== undefined &&
    against.text !== known &&
    against.text !== SARA_AA &&
    against.likely >= SPEAKS_AGAINST;
  if (!isAlike.includes(false)) {
    const isNothing = column.net.length === 0 && likely <= FINDS_NONE;
    if (!isCounted) return speaks || isNothing ? 'doubt' : 'none';
    // An Arabic 4 that all have is told from 5 by its shape.
    if (known === FOUR && (isAlike.length === 0 || !isArabic(text, column))) {
      return isFour(column, likely, net) ? 'none' : 'doubt';
    }
    const needed =
      isAlike.length === 0
        ? CONFIRMS_ALONE
        : isArabic(text, column)
          ? leastArabic(text, confidence, against?.text)
          : CONFIRMS_ALL;
    // A letter in the place of a digit is a weaker word against it than another digit.
    const isSure = isDigit && confidence >= SURE_ALL && isAlike.length > 0;
    return likely >= needed || (isSure && !DIGIT.test(against?.text ?? '')) ? 'none' : 'doubt';
  }
  if (isRingOpen(text, column)) return null;
  // What the net takes another shape for, it can't tell from that.
  if (column.seen.some((one) => UNKNOWN_SHAPES[one]?.takenFor === text)) return 'doubt';
  const isOfOne = isAlike.length > 2 && isAlike.filter(Boolean).length === 1;
  const least = known === FOUR ? CONFIRMS_SOME_FOUR : isCounted ? CONFIRMS_SOME : CONFIRMS_LETTER;
  // The second and another of three outweigh the one that is left.
  const isOfTwo = isAlike.length > 2 && isAlike[0] === true && !isOfOne && !isCounted;
  const needed = isOfOne ? CONFIRMS_ONE : isOfTwo ? CONFIRMS_LETTER_OF_TWO : least;
  const isFive = known === FOUR && !isFour(column, likely, net);
  if (likely >= needed && !isFive && apart.some((reader) => isAlike[reader])) return 'none';
  return isCounted || speaks ? 'doubt' : null;
};

const leastArabic = (text: string, confidence: number, against: string | undefined): number => {
  const unknown = UNKNOWN_SHAPES[text];
  if (unknown !== undefined && unknown.takenFor === against) return unknown.least;
  return confidence >= SURE_ALL ? CONFIRMS_SURE_ARABIC : CONFIRMS_ARABIC;
};

/** Whether the net finds ๔, and next to nothing of ๕. */
const isFour = (
  { between: [from, to] }: ReadingColumn,
  likely: number,
  net: NetReading,
): boolean => {
  const five = net.likelyOver(FIVE, from, to);
  const isLikely = likely >= CONFIRMS_FOUR && five <= FINDS_FIVE;
  return isLikely || (likely >= CONFIRMS_SOME && five <= FINDS_NO_FIVE);
};

const isArabic = (text: string, { seen }: ReadingColumn): boolean =>
  /[0-9]/.test(text) && seen.every((one) => one === text);

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
export const ofGap = (
  column: ReadingColumn,
  { isDigit, isInNumber }: Stake,
  net: NetReading,
): Word => {
  const isFound = column.net.some(
    ({ text, likely }) =>
      text !== '' && likely >= (isInNumber && text === '.' ? FINDS_DOT : FINDS_MORE),
  );
  if (isFound) return 'doubt';
  const found = column.glyphs.flat();
  const isEmpty = column.seen.map((one) => one === '');
  if (isFoundByOne(column, isEmpty, net)) return 'none';
  if (found.some(({ text }) => !asNetReads(text))) return ofMarksOfOthers(column);
  const isDenied =
    isEmpty.filter((empty) => !empty).length <= 1 &&
    column.net.length === 0 &&
    found.every(({ text }) => likelyAt(text, column, net) <= NOTHING_THERE);
  return isDenied ? 'none' : isDigit ? 'doubt' : null;
};
