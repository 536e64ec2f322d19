import { toArabicDigits } from '#core/letter/digits.ts';
import { columnsOf, likelyMark, marksOf, type ReadingColumn } from './columns.ts';
import type { Glyph, LineReading } from './line.ts';
import { asNetReads, type NetReading } from './net-reading.ts';

/** What the word of each reader counts for, and that of the net where it is sure: the second and the third are one model. */
const READERS = [1, 1, 0.7];
const NET = 1.8;
/** How much more another character has to weigh than that of the first reader. */
const MORE = 0.3;
/** How likely the net has to find a character for it to be added. */
const ADDED = 0.5;

/** How likely the net finds a character where a column lies. */
export const likelyAt = (
  text: string,
  { between: [from, to] }: ReadingColumn,
  net: NetReading,
): number => net.likelyIn(toArabicDigits(text), from, to);

interface Candidate {
  weight: number;
  glyph: Glyph | null;
}

/** What stands in the place of a character of the first reader: itself, another, or null for none. */
const heaviest = (own: Glyph, column: ReadingColumn, net: NetReading): Glyph | null => {
  const candidates = new Map<string, Candidate>();
  const add = (text: string, weight: number, glyph: Glyph | null): void => {
    const key = toArabicDigits(text);
    const before = candidates.get(key);
    if (before) before.weight += weight;
    else candidates.set(key, { weight, glyph });
  };
  add(own.text, READERS[0] as number, own);
  for (const [reader, glyphs] of column.glyphs.entries()) {
    const [only] = glyphs;
    if (glyphs.length <= 1) add(only?.text ?? '', READERS[reader + 1] ?? 0, only ?? null);
  }
  const [seen] = column.net;
  if (column.net.length > 1) return own;
  if (seen && seen.text !== '') {
    add(seen.text, NET * seen.likely, {
      ...own,
      text: seen.written,
      confidence: Math.round(100 * seen.likely),
    });
  } else if (!seen) add('', NET * (1 - likelyAt(own.text, column, net)), null);
  const first = candidates.get(toArabicDigits(own.text)) as Candidate;
  let best = first;
  for (const one of candidates.values()) {
    if (one.weight > best.weight && one.weight > first.weight + MORE) best = one;
  }
  return best.glyph && { ...own, text: best.glyph.text, confidence: best.glyph.confidence };
};

/** A mark above or below a letter where the net knows nothing of it: that of two others where they have the same. */
const markOfOthers = (own: Glyph | null, { glyphs }: ReadingColumn): Glyph | null => {
  const [second, third] = glyphs;
  if (!second || !third || second.length > 1 || third.length > 1) return own;
  const [one, other] = [second[0] ?? null, third[0] ?? null];
  if (one?.text !== other?.text || (one !== null && asNetReads(one.text) !== null)) return own;
  return one && own ? { ...own, text: one.text, confidence: one.confidence } : one;
};

/** The mark above or below a letter that weighs most, of those that readers have there and none; `own` is that of the first reader. */
const heaviestMark = (own: Glyph | null, column: ReadingColumn): Glyph | null => {
  const others = column.glyphs.map((glyphs) =>
    glyphs.length > 1 ? undefined : (glyphs[0] ?? null),
  );
  const seen = [own, ...others];
  const known = seen.flatMap((glyph) => (glyph ? [glyph.text] : []));
  const likely = new Map(known.map((text) => [text, likelyMark(text, column)]));
  if (known.length === 0 || [...likely.values()].includes(null) || others.includes(undefined)) {
    return markOfOthers(own, column);
  }
  const chances = [...likely.values()].map((one) => one ?? 0);
  const weightOf = (text: string): number =>
    seen.reduce(
      (sum, glyph, reader) => sum + ((glyph?.text ?? '') === text ? (READERS[reader] ?? 0) : 0),
      NET * (text === '' ? 1 - Math.max(...chances) : (likely.get(text) ?? 0)),
    );
  const first = weightOf(own?.text ?? '');
  let [best, most] = [own, first];
  for (const glyph of seen) {
    const weight = weightOf(glyph?.text ?? '');
    if (weight > most && weight > first + MORE) [best, most] = [glyph ?? null, weight];
  }
  return best && own ? { ...own, text: best.text, confidence: best.confidence } : best;
};

/** The one character that others have where the net sees one that it does not tell apart, such as a Latin letter. */
const lostForeign = ({ glyphs }: ReadingColumn): Glyph | null => {
  const [found, ...more] = glyphs.filter((one) => one.length > 0);
  const [glyph] = found ?? [];
  const isAlike = more.every((one) => one.length === 1 && one[0]?.text === glyph?.text);
  return glyph && found?.length === 1 && isAlike && asNetReads(glyph.text) === '' ? glyph : null;
};

/** A character that the first reader lost, and the net and another reader have alike. */
const lost = (column: ReadingColumn): Glyph | null => {
  if (column.net.length === 0) return heaviestMark(null, column);
  const [seen] = column.net;
  if (!seen || column.net.length > 1 || seen.likely < ADDED) return null;
  if (seen.text === '') return lostForeign(column);
  return column.glyphs.flat().find(({ text }) => toArabicDigits(text) === seen.text) ?? null;
};

/**
 * One reading of several: that of the first reader, with each character that the net and others weigh down put in its place, left
 * out, or added; marks above and below letters as well, or as the second and third have them where the net has no letter there and
 * these have the same. Spaces and what the net does not tell apart stay as the first has them.
 */
export const fusedLine = (readings: readonly LineReading[], net: NetReading): LineReading => {
  const [first, ...others] = readings;
  if (!first) throw new Error('A fused line takes a reading.');
  const marks = marksOf(first);
  const instead = new Map<Glyph, Glyph[]>();
  let before: Glyph | null = null;
  const ahead: Glyph[] = [];
  for (const column of columnsOf(first, others, net)) {
    if (column.mark === null) {
      const found = lost(column);
      if (!found) continue;
      if (before) instead.get(before)?.push(found);
      else ahead.push(found);
      continue;
    }
    const glyph = marks[column.mark] as Glyph;
    before = glyph;
    const known = asNetReads(glyph.text);
    const taken =
      known === null
        ? heaviestMark(glyph, column)
        : known === ''
          ? glyph
          : heaviest(glyph, column, net);
    instead.set(glyph, taken ? [taken] : []);
  }
  const glyphs = [...ahead, ...first.glyphs.flatMap((glyph) => instead.get(glyph) ?? [glyph])];
  return {
    ...first,
    text: glyphs.map(({ text }) => text).join(''),
    glyphs,
    confidence: glyphs.reduce(
      (least, { confidence }) => Math.min(least, confidence),
      glyphs.length > 0 ? 100 : 0,
    ),
  };
};
