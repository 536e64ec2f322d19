import type { LineReading } from '../line.ts';

/** A line of a scan as a reader reads it, a mark wide and high each character. */
export const madeLine = (text: string, confidence = 99, covered = 1): LineReading => ({
  text,
  confidence,
  covered,
  glyphs: [...text].map((char, at) => ({
    text: char,
    left: at,
    top: 0,
    right: at + 1,
    bottom: 1,
    confidence,
  })),
});
