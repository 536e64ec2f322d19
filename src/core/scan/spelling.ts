import type { Glyph } from './line.ts';

const RING = '\u0e4d';
const AA = '\u0e32';
const AM = '\u0e33';
const TONE = /^[\u0e48-\u0e4b]$/;

const joined = (text: string, parts: readonly Glyph[]): Glyph => ({
  text,
  left: Math.min(...parts.map(({ left }) => left)),
  top: Math.min(...parts.map(({ top }) => top)),
  right: Math.max(...parts.map(({ right }) => right)),
  bottom: Math.max(...parts.map(({ bottom }) => bottom)),
  confidence: Math.min(...parts.map(({ confidence }) => confidence)),
});

/**
 * Characters as Thai is written from those that the models know: they spell sara am as its ring and sara aa, and set the
 * ring before or behind a tone mark.
 */
export const respell = (glyphs: readonly Glyph[]): Glyph[] => {
  const out: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = out.at(-1);
    const before = out.at(-2);
    if (glyph.text !== AA || !last) out.push(glyph);
    else if (last.text === RING) out.splice(-1, 1, joined(AM, [last, glyph]));
    else if (before?.text === RING && TONE.test(last.text)) {
      out.splice(-2, 2, last, joined(AM, [before, glyph]));
    } else out.push(glyph);
  }
  return out;
};
