import { toArabicDigits } from '#core/letter/digits.ts';
import { GLYPHS, type GlyphNet, type NetState, netState, runNet } from './glyph-net.ts';
import {
  contrastOf,
  type LineContrast,
  placesInRow,
  takeWindow,
  type WindowPlace,
} from './glyph-window.ts';
import type { Glyph, LinePicture, LineReading } from './line.ts';
import { type LetterShapes, letterShapes, shapesOfText } from './shapes.ts';

/** What the net sees where a reader saw a character. Digits count by their value, whichever script they are in. */
export interface GlyphLook {
  /** The likeliest; empty where it is none of those that the net tells apart, or the place between two. */
  readonly best: string;
  /** How likely that is, 0 to 1. */
  readonly likely: number;
  /** How likely what the reader saw is, 0 to 1; 0 of what the net does not tell apart. */
  readonly own: number;
}

/** What each kind counts as: a digit by its value, any other by itself, and neither OTHER nor BETWEEN as anything. */
const MEANINGS = [...GLYPHS.map((glyph) => toArabicDigits(glyph)), '', ''];
const KNOWN = new Set(MEANINGS);

/** Places beside the middle, as shares of the height of letters, that are looked at as well: readers see places only roughly. */
const ASIDE = [-0.1, 0, 0.1];

/** Looks at a character of a line; null of one that it does not tell apart. */
export type LookAt = (glyph: Glyph, reading: LineReading) => GlyphLook | null;

/** Looks at characters of one line, when it is asked to; what stands at one place is looked at once. */
export const glyphLooker = (line: LinePicture, net: GlyphNet): LookAt => {
  const state: NetState = netState();
  const placed = new Map<LineReading, ReadonlyMap<Glyph, WindowPlace | null>>();
  let known: { readonly shapes: LetterShapes; readonly contrast: LineContrast } | null = null;
  const seen = new Map<string, ReadonlyMap<string, number>>();

  const lookAt = (place: WindowPlace, contrast: LineContrast): ReadonlyMap<string, number> => {
    const key = `${Math.round(place.x)} ${Math.round(place.y)}`;
    const before = seen.get(key);
    if (before) return before;
    const likely = new Map<string, number>();
    for (const aside of ASIDE) {
      takeWindow(line, { ...place, x: place.x + aside * place.height }, contrast, state.window, 0);
      runNet(net, state);
      for (const [kind, meaning] of MEANINGS.entries()) {
        const part = (state.likely[kind] as number) / ASIDE.length;
        likely.set(meaning, (likely.get(meaning) ?? 0) + part);
      }
    }
    seen.set(key, likely);
    return likely;
  };

  /** Places of the characters of a reading that the net tells apart, or that are as high as letters. */
  const placesOf = (reading: LineReading, shapes: LetterShapes) => {
    const before = placed.get(reading);
    if (before) return before;
    const seen = reading.glyphs
      .map((glyph) => ({ glyph, isHigh: shapesOfText(glyph.text) > 0 }))
      .filter(({ glyph, isHigh }) => isHigh || KNOWN.has(glyph.text));
    const places = placesInRow(
      seen.map(({ glyph: { left, right }, isHigh }) => ({ left, right, isHigh })),
      shapes,
      line,
    );
    const all = new Map(seen.map(({ glyph }, at) => [glyph, places[at] ?? null]));
    placed.set(reading, all);
    return all;
  };

  return (glyph, reading) => {
    const own = toArabicDigits(glyph.text);
    if (!KNOWN.has(own) || own === '') return null;
    known ??= { shapes: letterShapes(line), contrast: contrastOf(line) };
    const { shapes, contrast } = known;
    if (shapes.height === 0) return null;
    const place = placesOf(reading, shapes).get(glyph);
    if (!place) return null;
    const likely = lookAt(place, contrast);
    let [best, most] = ['', -1];
    for (const [meaning, value] of likely) if (value > most) [best, most] = [meaning, value];
    return { best, likely: most, own: likely.get(own) ?? 0 };
  };
};
