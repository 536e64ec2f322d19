import type { LookAt } from '#core/scan/glyph-looks.ts';
import { glyphLooker } from '#core/scan/glyph-looks.ts';
import type { GlyphNet } from '#core/scan/glyph-net.ts';
import { isSettledByTwo } from '#core/scan/guarded-line.ts';
import type { LinePicture, LineReader, LineReading } from '#core/scan/line.ts';

/** Readers of lines: the others are held against what the first reads. */
export interface LineReaders {
  readonly first: LineReader;
  readonly second: LineReader;
  readonly third?: LineReader;
  /** Looks at single characters. */
  readonly glyphs?: GlyphNet;
}

/** Readings of one line, the first reader's first, and what looks at single characters of it. */
export interface LineReadings {
  readonly readings: readonly LineReading[];
  readonly look: LookAt | null;
}

/** Reads a line that was read once by the other readers, by the third only where the first two leave something open. */
export const readAgain = async (
  line: LinePicture,
  own: LineReading,
  { second, third, glyphs }: LineReaders,
): Promise<LineReadings> => {
  const look = glyphs ? glyphLooker(line, glyphs) : null;
  const other = await second.read(line);
  return third === undefined || isSettledByTwo(own, other, look)
    ? { readings: [own, other], look }
    : { readings: [own, other, await third.read(line)], look };
};
