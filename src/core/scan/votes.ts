import { toArabicDigits } from '#core/letter/digits.ts';
import type { GlyphLook } from './glyph-looks.ts';
import type { Glyph } from './line.ts';
import { shapesOfText } from './shapes.ts';

/** One place of a line as the readers have it: the character of the first, or null where only others have one. */
export interface Place {
  readonly first: Glyph | null;
  /** Characters of each other reader there; none where it has nothing. */
  readonly others: readonly (readonly Glyph[])[];
  /** Mean of all readers, 0 to 100. */
  readonly confidence: number;
}

/** Mean confidence of all readings below which a digit is a doubt without a net, and one that the net has to be sure of. */
export const SURE_DIGIT = 95;
/** Mean confidence below which the net has to find a digit, too: of digits that readers agree on most that are wrong lie below. */
export const SURE_WITH_NET = 96;
/** How likely the net has to find what the readers agree on, where they are not sure of it, and where they are almost. */
const CONFIRMS_UNSURE = 0.9;
const CONFIRMS_SURE = 0.7;
/** The same where one of the others has another digit, and another letter or mark, of which the net tells more apart. */
const CONFIRMS_DIGIT = 0.7;
const CONFIRMS_LETTER = 0.9;
/** How likely another character has to be for the net to speak against all readers. */
const SPEAKS_AGAINST = 0.9;
/** How likely a character that one reader alone has may be at most to be taken for none. */
const NOTHING_THERE = 0.02;

/** Looks at a character of a reader: 0 the first, then the others. */
export type LookIn = (glyph: Glyph, reader: number) => GlyphLook | null;

const writtenBy = (glyphs: readonly Glyph[]): string =>
  toArabicDigits(glyphs.map(({ text }) => text).join(''));

/** What the net, which was built and trained apart, says of a place. */
export type Vote = 'for' | 'against' | null;

/**
 * Holds a place against what the net sees there: `for` where it confirms what the first reader has and enough others have as well,
 * `against` where it sees something else though all readers agree. `isLengthSure` says that as many shapes of ink were
 * counted as characters were read, so that none was lost or found.
 */
export const voteOf = (
  { first, others, confidence }: Place,
  look: LookIn,
  isLengthSure: boolean,
): Vote => {
  if (first === null) {
    const found = others.flatMap((glyphs, at) => glyphs.map((glyph) => ({ glyph, at })));
    const [only] = found;
    // Shapes of ink that were counted say nothing of a comma.
    const isCounted = only !== undefined && shapesOfText(only.glyph.text) > 0;
    if (!isCounted || found.length > 1 || !isLengthSure) return null;
    const seen = look(only.glyph, only.at + 1);
    return seen !== null && seen.own <= NOTHING_THERE ? 'for' : null;
  }
  const own = writtenBy([first]);
  const alike = others.filter((glyphs) => writtenBy(glyphs) === own).length;
  const seen = look(first, 0);
  if (seen === null) return null;
  if (alike === others.length) {
    // Where ink hangs together, the net may look at the neighbour.
    if (seen.best !== own) return isLengthSure && seen.likely >= SPEAKS_AGAINST ? 'against' : null;
    const needed = confidence < SURE_DIGIT ? CONFIRMS_UNSURE : CONFIRMS_SURE;
    return seen.own >= needed ? 'for' : null;
  }
  const isLost = others.some((glyphs) => glyphs.length !== 1);
  if (alike === 0 || (isLost && !isLengthSure)) return null;
  return seen.own >= (/\d/.test(own) ? CONFIRMS_DIGIT : CONFIRMS_LETTER) ? 'for' : null;
};
