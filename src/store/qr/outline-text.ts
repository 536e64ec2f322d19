import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Buffer as ShapeBuffer, Face, Font, shape } from 'harfbuzzjs';
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

const WEIGHTS: Readonly<Record<TextWeight, number>> = { regular: 400, bold: 700 };
const SUBSETS = ['thai', 'latin'] as const;

const loadFont = (subset: (typeof SUBSETS)[number], weight: TextWeight): LoadedFont => {
  const name = `@fontsource/sarabun/files/sarabun-${subset}-${WEIGHTS[weight]}-normal.woff`;
  const file = fontOfWoff(readFileSync(createRequire(import.meta.url).resolve(name)));
  const face = new Face(new Blob(new Uint8Array(file)));
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

/** The text in stretches that one font file has; spaces and marks stay with what stands before them. */
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
 * Outlines of text in Sarabun, the face of official letters, from the files of the fontsource package: no font need
 * be installed, and none is needed to see or print the result. HarfBuzz places vowels and tone marks.
 */
export const sarabunOutliner = (): OutlineText => {
  const loaded = new Map<TextWeight, readonly LoadedFont[]>();
  return (text, weight) => {
    const fonts = loaded.get(weight) ?? SUBSETS.map((subset) => loadFont(subset, weight));
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
