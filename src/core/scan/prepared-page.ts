import { layersOf } from './colour.ts';
import { type Component, withoutComponents } from './components.ts';
import { cutSides, type PageSide } from './cut-edges.ts';
import { dirtOf } from './dirt.ts';
import { evenedOut, inkedBox, inkLevel, inkOf } from './levels.ts';
import type { LinePicture } from './line.ts';
import { type LinePlace, linePlaces } from './line-places.ts';
import {
  type Box,
  type Colour,
  cutOut,
  filled,
  type Grey,
  type Ink,
  withMargin,
} from './picture.ts';
import { skewOf, turnedBack } from './skew.ts';

/** Pixels of the width of A4 at 300 dots per inch, the size that all lengths of this folder are for. */
export const PAGE_WIDTH = 2480;

/** A layer of a page: print, or what is stamped over it. */
export type LayerKind = 'print' | 'stamp';

/** A line of a page, and its cut-out as readers get it. */
export interface PageLine {
  readonly layer: LayerKind;
  readonly place: LinePlace;
  readonly picture: LinePicture;
}

/** A page as it is read. */
export interface PreparedPage {
  /** The page upright: what cut-outs for people are taken from. */
  readonly grey: Grey;
  readonly lines: readonly PageLine[];
  /** Degrees by which it lay askew. */
  readonly skew: number;
  /** Sides at which it is cut off. */
  readonly cut: readonly PageSide[];
}

/** Components with fewer pixels are dust or toner; the smallest tone mark of 16 points has some 20. */
const SPECK = 9;
/** In the layer of stamps, where the edges of black strokes leave a tint. */
const COLOURED_SPECK = 24;
const STAMP_GAP = 120;
const STAMP_LEVEL = 185;
/** Stamps are set by hand, and more askew than the page is. */
const STAMP_SKEW = 8;
/** White pixels around a line in its cut-out. */
export const MARGIN = 8;
/** Around the box of all stamps, so that none of it is turned out of the picture. */
const STAMP_MARGIN = 80;

const clean = (grey: Grey, ink: Ink, speck: number): { grey: Grey; ink: Ink } =>
  withoutComponents(grey, ink, (list) => dirtOf(list, ink, speck));

/** The cut-out of a line with a white margin, without the marks of its neighbours that reach into the margin. */
const pictureOf = (grey: Grey, place: Box): LinePicture => {
  const box = withMargin(place, MARGIN, grey);
  return cutOut(grey, box);
};

const linesIn = (layer: LayerKind, grey: Grey, ink: Ink, gap?: number): PageLine[] =>
  linePlaces(ink, gap).map((place) => ({ layer, place, picture: pictureOf(grey, place) }));

/** A page in even light: its print, where that has ink, and its stamps. */
export interface EvenPage {
  readonly even: Grey;
  readonly ink: Ink;
  readonly stamp: Grey | null;
}

/** Brings a page into even light, which takes a third of its preparation. */
export const evenPage = (picture: Colour): EvenPage => {
  const { text, stamp } = layersOf(picture);
  const even = evenedOut(text);
  return { even, ink: inkOf(even, inkLevel(even)), stamp };
};

/**
 * Prepares an upright page for reading: even light, black print apart from coloured stamps, without dust, frames and dark
 * edges, straight, cut into lines. `blank` are parts that are not to be read, such as the caption of our own code;
 * `known` is the page in even light, where that was made before.
 */
export const preparePage = (
  picture: Colour,
  blank: readonly Box[] = [],
  known: EvenPage | null = null,
): PreparedPage => {
  const { stamp, even: whole, ink: allInk } = known ?? evenPage(picture);
  const even = blank.length === 0 ? whole : filled(whole, blank, 255);
  const ink = blank.length === 0 ? allInk : inkOf(even, inkLevel(even));
  let cut: readonly PageSide[] = [];
  const first = withoutComponents(even, ink, (list: readonly Component[]) => {
    cut = cutSides(list, ink);
    return dirtOf(list, ink, SPECK);
  });
  const skew = skewOf(first.ink);
  const straight = turnedBack(first.grey, skew);
  const print =
    straight === first.grey ? first : clean(straight, inkOf(straight, inkLevel(straight)), SPECK);
  const lines = linesIn('print', print.grey, print.ink);
  if (stamp === null) return { grey: straight, lines, skew, cut };
  return { grey: straight, lines: [...stampLines(filled(stamp, blank, 255)), ...lines], skew, cut };
};

/** The lines of what is stamped on a page, in their places on it. */
const stampLines = (strokes: Grey): PageLine[] => {
  const whole = clean(strokes, inkOf(strokes, STAMP_LEVEL), COLOURED_SPECK);
  const box = inkedBox(whole.ink);
  if (box === null) return [];
  const area = withMargin(box, STAMP_MARGIN, strokes);
  const part = cutOut(whole.grey, area);
  const turned = turnedBack(part, skewOf(inkOf(part, STAMP_LEVEL), STAMP_SKEW));
  const { grey, ink } = clean(turned, inkOf(turned, STAMP_LEVEL), COLOURED_SPECK);
  return linesIn('stamp', grey, ink, STAMP_GAP).map(({ place, ...line }) => ({
    ...line,
    place: {
      ...place,
      left: place.left + area.left,
      right: place.right + area.left,
      top: place.top + area.top,
      bottom: place.bottom + area.top,
      middle: place.middle + area.top,
    },
  }));
};
