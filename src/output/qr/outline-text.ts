import { Blob, Face, Font, Buffer as ShapeBuffer, shape } from 'harfbuzzjs';
import type { ShapePart } from '#core/qr/drawing.ts';
import {
  type OutlinedText,
  type OutlineText,
  TEXT_UNITS,
  type TextWeight,
} from '#core/qr/label.ts';
import { flipped, type Path, type PathStep } from '#core/qr/path.ts';
import { fontOfWoff } from './woff.ts';

interface LoadedFont {
  readonly font: Font;
  readonly has: (character: string) => boolean;
  readonly glyphs: Map<number, Path>;
}

/** The WOFF 1.0 files of a weight; between them they have every character. */
export type ReadFonts = (weight: TextWeight) => readonly Uint8Array[];

const loadFont = (woff: Uint8Array): LoadedFont => {
  const face = new Face(new Blob(fontOfWoff(woff)));
  const characters = new Set(face.collectUnicodes());
  const font = new Font(face);
  font.setScale(TEXT_UNITS, TEXT_UNITS);
  return {
    font,
    has: (character) => characters.has(character.codePointAt(0) as number),
    glyphs: new Map(),
  };
};

interface Run {
  readonly font: LoadedFont;
  text: string;
}

const COMMON = /[\s\p{M}]/u;

/** Cuts the text into runs, each of which one font has all characters of; spaces and marks go with the character before them. */
const runsOf = (text: string, fonts: readonly LoadedFont[]): Run[] => {
  const runs: Run[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const font =
      last && COMMON.test(character) && last.font.has(character)
        ? last.font
        : fonts.find((one) => one.has(character));
    if (!font) throw new Error(`No font of the portal has the character "${character}".`);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
};

const glyphPath = ({ font, glyphs }: LoadedFont, glyph: number): Path => {
  const known = glyphs.get(glyph) ?? flipped(font.glyphToJson(glyph) as PathStep[]);
  glyphs.set(glyph, known);
  return known;
};

/** The glyphs of a run that begins at `start`, and where it ends. */
const outlineRun = ({ font, text }: Run, start: number): OutlinedText => {
  const buffer = new ShapeBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font.font, buffer);
  const glyphs: ShapePart[] = [];
  let advance = start;
  for (const glyph of buffer.getGlyphInfosAndPositions()) {
    const path = glyphPath(font, glyph.codepoint);
    const x = advance + (glyph.xOffset ?? 0);
    if (path.length > 0) glyphs.push({ path, x, y: -(glyph.yOffset ?? 0) });
    advance += glyph.xAdvance ?? 0;
  }
  return { glyphs, advance };
};

/**
 * Outlines of text from font files: no font need be installed, and none is needed to see or print the result.
 * HarfBuzz places vowels and tone marks.
 */
export const textOutliner = (readFonts: ReadFonts): OutlineText => {
  const loaded = new Map<TextWeight, readonly LoadedFont[]>();
  return (text, weight) => {
    const fonts = loaded.get(weight) ?? readFonts(weight).map(loadFont);
    loaded.set(weight, fonts);
    const glyphs: ShapePart[] = [];
    let advance = 0;
    for (const run of runsOf(text, fonts)) {
      const outlined = outlineRun(run, advance);
      glyphs.push(...outlined.glyphs);
      advance = outlined.advance;
    }
    return { glyphs, advance };
  };
};
