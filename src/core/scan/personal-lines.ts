import { personalSpans, REDACTED, type Span } from '#core/letter/reading/redact.ts';
import type { Glyph, LineReading } from './line.ts';
import { around, type Box } from './picture.ts';
import type { ScanDoubt, ScannedLine } from './scanned-page.ts';

/** A line with all of its readings, the first of which its text is. */
export interface ReadLine {
  readonly line: ScannedLine;
  readonly readings: readonly LineReading[];
  /** Where the cut-out that was read begins on the page. */
  readonly origin: { readonly left: number; readonly top: number };
}

/** Lines without personal data, and where it stands on the page. */
export interface SafeLines {
  readonly lines: readonly ScannedLine[];
  readonly personal: readonly Box[];
  readonly redactions: number;
}

/** Pixels that are blacked out around a number: its edges are as legible as the whole. */
const RIM = 6;

/** The glyphs of a reading with their places in its text; null where they do not make up the text. */
const placedGlyphs = ({ text, glyphs }: LineReading): { glyph: Glyph; span: Span }[] | null => {
  let at = 0;
  const placed = glyphs.map((glyph) => {
    const start = at;
    at += glyph.text.length;
    return { glyph, span: { start, end: at } };
  });
  return placed.map(({ glyph }) => glyph.text).join('') === text ? placed : null;
};

const touches = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** Where a part of a reading stands on the page: all of the line where its glyphs do not say. */
const boxOfSpan = ({ line, origin }: ReadLine, reading: LineReading, span: Span): Box => {
  const glyphs = placedGlyphs(reading)?.filter((one) => touches(one.span, span)) ?? [];
  const [first, ...rest] = glyphs.map(({ glyph }) => glyph);
  if (first === undefined) return line.box;
  const box = rest.reduce<Box>(around, first);
  return {
    left: Math.floor(origin.left + box.left) - RIM,
    top: line.box.top - RIM,
    right: Math.ceil(origin.left + box.right) + RIM,
    bottom: line.box.bottom + RIM,
  };
};

/** Places in the first reading's text that lie within boxes which other readings found. */
const spansWithin = ({ line, origin, readings }: ReadLine, boxes: readonly Box[]): Span[] => {
  const first = readings[0];
  const placed = first === undefined ? null : placedGlyphs(first);
  if (placed === null) return boxes.length > 0 ? [{ start: 0, end: line.text.length }] : [];
  return placed
    .filter(({ glyph }) => {
      const middle = origin.left + (glyph.left + glyph.right) / 2;
      return boxes.some(({ left, right }) => middle > left && middle < right);
    })
    .map(({ span }) => span);
};

const joinedSpans = (spans: readonly Span[]): Span[] => {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else joined.push(span);
  }
  return joined;
};

/** A line with parts of its text taken out. Doubts about these stay without their readings, others keep their place. */
const without = (line: ScannedLine, spans: readonly Span[]): ScannedLine => {
  if (spans.length === 0) return line;
  let text = '';
  let done = 0;
  for (const { start, end } of spans) {
    text += line.text.slice(done, start) + REDACTED;
    done = end;
  }
  text += line.text.slice(done);
  const moved = (at: number): number =>
    spans
      .filter(({ end }) => end <= at)
      .reduce((sum, { start, end }) => sum - (end - start) + REDACTED.length, at);
  const doubts = line.doubts.map((doubt): ScanDoubt => {
    const isTold = spans.some(({ start, end }) => doubt.from < end && doubt.to > start);
    return isTold
      ? { from: 0, to: text.length, readings: [], isDigit: doubt.isDigit }
      : { ...doubt, from: moved(doubt.from), to: moved(doubt.to) };
  });
  return { ...line, text, doubts };
};

/**
 * Takes personal data out of the lines of a page, whichever of their readings shows it. Numbers that run over the end of a
 * line are found as well.
 */
export const withoutPersonalData = (read: readonly ReadLine[]): SafeLines => {
  const starts: number[] = [];
  let text = '';
  for (const { line } of read) {
    starts.push(text.length);
    text += `${line.text}\n`;
  }
  const found = joinedSpans(personalSpans(text));
  const personal: Box[] = [];
  let redactions = 0;
  const lines = read.map((one, at) => {
    const start = starts[at] as number;
    const end = start + one.line.text.length;
    const own = found
      .filter((span) => touches(span, { start, end }))
      .map((span) => ({
        start: Math.max(span.start, start) - start,
        end: Math.min(span.end, end) - start,
      }));
    const [first, ...others] = one.readings;
    const ofOthers = others.flatMap((reading) =>
      joinedSpans(personalSpans(reading.text)).map((span) => boxOfSpan(one, reading, span)),
    );
    const ofFirst = first === undefined ? [] : own.map((span) => boxOfSpan(one, first, span));
    personal.push(...ofFirst, ...ofOthers);
    const spans = joinedSpans([...own, ...spansWithin(one, ofOthers)]);
    redactions += spans.length;
    return without(one.line, spans);
  });
  const distinct = new Map(personal.map((box) => [JSON.stringify(box), box]));
  return { lines, personal: [...distinct.values()], redactions };
};
