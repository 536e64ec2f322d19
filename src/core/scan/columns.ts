import { toArabicDigits } from '#core/letter/digits.ts';
import { align } from './align.ts';
import type { Glyph, LineReading } from './line.ts';
import { asNetReads, markPlace, type NetChar, type NetReading } from './net-reading.ts';

/** One mark of the first reading with what others have there, or a gap between two that others fill. */
export interface ReadingColumn {
  /** Mark of the first reading, or null where only others have one. */
  readonly mark: number | null;
  /** What each of the others has there. */
  readonly seen: string[];
  /** The characters of the others there. */
  readonly glyphs: Glyph[][];
  /** What the net has there; in a gap, what nothing of the first reading is beside. */
  readonly net: NetChar[];
  /** Columns of the net between which the mark or the gap lies. */
  between: readonly [from: number, to: number];
  /** What the net has for the character that a mark there stands on; null where that is not known. */
  base: NetChar | null;
  /** The same of the character before it, on which the ring of sara am stands. */
  before: NetChar | null;
  differs: boolean;
}

/** Spaces are lost and found by every reader; they decide nothing. */
export const marksOf = ({ glyphs }: LineReading): readonly Glyph[] =>
  glyphs.filter(({ text }) => text.trim() !== '');

/** What makes two marks the same: a digit counts by its value, and dashes and quotation marks by their kind. */
const keyOf = ({ text }: Glyph): string =>
  toArabicDigits(text).replace(/[–—]/g, '-').replace(/[“”"]/g, '"').replace(/[‘’]/g, "'");

const placeReaders = (
  columns: ReadingColumn[],
  marks: readonly Glyph[],
  others: readonly (readonly Glyph[])[],
): void => {
  const keys = marks.map(keyOf);
  for (const [reader, other] of others.entries()) {
    let at = 0;
    for (const { first, second } of align(keys, other.map(keyOf))) {
      if (first !== null) at = 2 * first + 1;
      const column = columns[first === null ? (at % 2 === 1 ? at + 1 : at) : at] as ReadingColumn;
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
};

const placeNet = (columns: ReadingColumn[], marks: readonly Glyph[], net: NetReading): void => {
  const read = marks.flatMap(({ text }, mark) => {
    const key = asNetReads(text);
    return key === null ? [] : [{ mark, key }];
  });
  const pairs = align(
    read.map(({ key }) => key),
    net.chars.map(({ text }) => text),
  );
  let at = 0;
  for (const { first, second } of pairs) {
    if (first !== null) at = 2 * (read[first] as { mark: number }).mark + 1;
    const column = columns[first === null ? (at % 2 === 1 ? at + 1 : at) : at] as ReadingColumn;
    if (second !== null) column.net.push(net.chars[second] as NetChar);
  }
  // Where the net has nothing of its own, it lies between what the net has beside it.
  let before = 0;
  for (const column of columns) {
    column.between = [before, net.count - 1];
    const last = column.net.at(-1);
    if (last) before = last.to + 1;
  }
  let after = net.count - 1;
  for (const column of [...columns].reverse()) {
    const [first, last] = [column.net[0], column.net.at(-1)];
    column.between = first && last ? [first.from, last.to] : [column.between[0], after];
    if (first) after = first.from - 1;
  }
  let base: NetChar | null = null;
  for (const column of columns) {
    const text = column.mark === null ? null : (marks[column.mark] as Glyph).text;
    const [only] = column.net;
    column.before = base;
    if (column.net.length > 0 || (text !== null && asNetReads(text) !== null)) {
      base = column.net.length === 1 && text !== null ? (only ?? null) : null;
    }
    column.base = base;
  }
};

/** Sara am is sara aa with a ring above the letter before it. */
export const SARA_AA = 'า';
export const SARA_AM = '\u0e33';
export const RING = '\u0e4d';

const likelyOn = (char: NetChar | null, text: string): number | null => {
  const place = markPlace(text);
  return place === null ? null : (char?.marks[place[0]]?.[place[1]] ?? null);
};

/**
 * How likely the net finds a mark on the character that it stands on, or the ring of sara am on the one before; null of what has
 * no mark, or where that character is not known.
 */
export const likelyMark = (text: string, { base, before }: ReadingColumn): number | null =>
  text === SARA_AM ? likelyOn(before, RING) : likelyOn(base, text);

/** Lays other readings, and what the net read, beside the first: one column for each of its marks, and one for each gap. */
export const columnsOf = (
  first: LineReading,
  others: readonly LineReading[],
  net: NetReading | null,
): ReadingColumn[] => {
  const marks = marksOf(first);
  // Even places are gaps before marks, odd ones the marks.
  const columns: ReadingColumn[] = Array.from({ length: 2 * marks.length + 1 }, (_, at) => ({
    mark: at % 2 === 1 ? (at - 1) / 2 : null,
    seen: others.map(() => ''),
    glyphs: others.map(() => []),
    net: [],
    between: [0, -1],
    base: null,
    before: null,
    differs: false,
  }));
  placeReaders(columns, marks, others.map(marksOf));
  if (net !== null) placeNet(columns, marks, net);
  return columns;
};
