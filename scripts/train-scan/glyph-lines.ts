import type { Browser } from 'playwright-core';
import { BETWEEN, GLYPHS, OTHER } from '#core/scan/glyph-net.ts';
import {
  contrastOf,
  type LineContrast,
  placeOfGlyph,
  type WindowPlace,
} from '#core/scan/glyph-window.ts';
import type { LinePicture } from '#core/scan/line.ts';
import { letterShapes } from '#core/scan/shapes.ts';
import { type Random, seededRandom } from '../lib/random.ts';
import { damagedLine, type Quality } from './damage.ts';
import { doubled } from './doubled.ts';
import { fontSheet, type LineSetting, lineDrawer, setLine } from './draw-lines.ts';
import type { LineFont } from './fonts.ts';
import { type LineKind, lineWriter } from './texts.ts';
import { pickWeighted } from './weighted.ts';

/** A place of a line, and which of the kinds of {@link GLYPHS} stands there. */
export interface LabelledPlace extends WindowPlace {
  readonly label: number;
}

/** A drawn line with the places that windows are taken from. */
export interface GlyphLine {
  readonly picture: LinePicture;
  readonly contrast: LineContrast;
  readonly places: readonly LabelledPlace[];
}

const LABELS = new Map<string, number>(GLYPHS.map((glyph, at) => [glyph, at]));
const MARK = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/;
/** Sara am is drawn over the letter before it, so that its own sides say little. */
const NO_PLACE = /[\s\u0e33\u200b]/;

interface Placed {
  readonly char: string;
  readonly left: number;
  readonly right: number;
}

/** Characters that stand beside each other, each as wide as it is with the marks on it. */
const besideEachOther = (
  text: string,
  places: readonly (readonly [number, number])[],
): Placed[] => {
  const placed: Placed[] = [];
  for (const [at, char] of [...text].entries()) {
    const [left, right] = places[at] as readonly [number, number];
    const last = placed.at(-1);
    if (MARK.test(char) && last) {
      placed[placed.length - 1] = {
        char: last.char,
        left: Math.min(last.left, left),
        right: Math.max(last.right, right),
      };
    } else placed.push({ char, left, right });
  }
  return placed;
};

/** Of places between two characters one in so many is taken. */
const BETWEEN_SHARE = 0.2;

/** Heights of letters, as shares of the em, outside of which blots or specks were taken for them. */
const LOWEST = 0.3;
const HIGHEST = 0.9;

const labelledPlaces = (
  placed: readonly Placed[],
  picture: LinePicture,
  shift: number,
  em: number,
  random: Random,
): LabelledPlace[] => {
  const shapes = letterShapes(picture);
  if (shapes.height < LOWEST * em || shapes.height > HIGHEST * em) return [];
  const found: LabelledPlace[] = [];
  for (const [at, { char, left, right }] of placed.entries()) {
    const after = placed[at + 1];
    if (after && random.chance(BETWEEN_SHARE)) {
      const edge = (right + after.left) / 2 - shift;
      const { y, height } = placeOfGlyph({ left: edge, right: edge }, shapes, picture);
      found.push({ x: edge, y, height, label: BETWEEN });
    }
    if (NO_PLACE.test(char)) continue;
    const place = placeOfGlyph({ left: left - shift, right: right - shift }, shapes, picture);
    found.push({ ...place, label: LABELS.get(char) ?? OTHER });
  }
  return found;
};

const KINDS: readonly (readonly [LineKind, number])[] = [
  ['number', 30],
  ['date', 10],
  ['reference', 12],
  ['stamp', 18],
  ['figures', 20],
  ['words', 10],
];
const QUALITY: readonly (readonly [Quality, number])[] = [
  ['clean', 16],
  ['scan', 22],
  ['copy', 22],
  ['photo', 18],
  ['low', 12],
  ['fax', 10],
];
const DOUBLED = 0.2;
const AT_ONCE = 50;
/** Every font is taken about as often as any other, the one that most letters are in twice as often. */
const evenly = (fonts: readonly LineFont[]): LineFont[] =>
  fonts.map((font) => ({ ...font, share: font.share >= 40 ? 2 : 1 }));

/** Draws lines with the place of each of their characters. The same seed gives the same lines. */
export const makeGlyphLines = async (
  browser: Browser,
  fonts: { readonly folder: string; readonly list: readonly LineFont[] },
  texts: readonly string[],
  seed: number,
  count: number,
): Promise<GlyphLine[]> => {
  const list = evenly(fonts.list);
  const drawer = await lineDrawer(browser, await fontSheet(fonts.folder, list));
  const random = seededRandom(seed);
  const write = lineWriter(random, texts);
  const made: GlyphLine[] = [];
  while (made.length < count) {
    const lines = Array.from({ length: AT_ONCE }, () => {
      const line = write(pickWeighted(KINDS, ([, share]) => share, random)[0]);
      return random.chance(DOUBLED) ? { ...line, text: doubled(line.text, random) } : line;
    });
    const settings = lines.map(({ text, kind }) => setLine(text, list, random, kind === 'stamp'));
    const drawn = await drawer.drawPlaced(settings);
    for (const [at, { text }] of lines.entries()) {
      const line = drawn[at];
      if (!line) continue;
      const quality = pickWeighted(QUALITY, ([, share]) => share, random)[0];
      const damaged = await damagedLine(line.picture, quality, random);
      if (!damaged) continue;
      const { picture, left } = damaged;
      made.push({
        picture,
        contrast: contrastOf(picture),
        places: labelledPlaces(
          besideEachOther(text, line.places),
          picture,
          left,
          (settings[at] as LineSetting).size,
          random,
        ),
      });
    }
  }
  await drawer.close();
  return made.slice(0, count);
};
