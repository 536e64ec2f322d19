import { joinLabels, lettersOfControls, repairMarks } from '#core/text/mark-repair.ts';
import { repairBrokenVowels } from '#core/text/swapped-vowels.ts';

/** One line of a document: its number in the file (from 1) and its text, repaired and without mark-up. */
export interface SourceLine {
  readonly no: number;
  readonly text: string;
}

// Zero-width characters, soft hyphens, byte-order marks and controls say nothing and break words apart.
const INVISIBLE = /(?![\t\n\v\f\r\u0085])[\p{Cc}\p{Cf}]/gu;
const SPACES = /[\v\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

// Shapes of Thai letters and marks as fonts for Windows number them in the private use area, from U+F700 on: marks
// moved to the left or down, and letters without their feet. Most Thai PDFs hold them.
const GLYPHS =
  '\u0E10\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E0D\u0E31\u0E4D\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A';

/** Puts the shapes that Thai fonts number privately back into the letters and marks that they show. */
export const lettersOfGlyphs = (text: string): string =>
  text.replace(/[\uF700-\uF71A]/g, (glyph) => GLYPHS[glyph.charCodeAt(0) - 0xf700] as string);

/** A text with one kind of space and line end, and without what cannot be seen. Lines stay lines; nothing is repaired. */
export const cleanText = (text: string): string =>
  lettersOfGlyphs(lettersOfControls(text))
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/\f/g, ' ')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ');

/** Repairs what PDF makers do to Thai letters and marks in a clean text. */
export const repairText = (text: string): string =>
  joinLabels(repairMarks(repairBrokenVowels(text).text));

/**
 * A text as it would have been typed: one kind of space beside tabs, which part columns, nothing invisible, sara am whole.
 * Lines stay lines.
 */
export const normalizeText = (text: string): string => repairText(cleanText(text));

// Marks of Markdown, as text recognition writes it: headings, emphasis, quotes, links in angle brackets, line breaks.
const withoutMarkup = (line: string): string =>
  line
    .replace(/^ {0,3}#{1,6} +/, '')
    .replace(/^ {0,3}> ?/, '')
    .replace(/(\*\*|__)(?=\S)/g, '')
    .replace(/(\S)(\*\*|__)/g, '$1')
    .replace(/<br ?\/?>/gi, ' ')
    .replace(/<(https?:\/\/[^<>\s]*)>/g, '$1')
    .trim();

/** The lines of a document, repaired and without mark-up; blank lines stand as empty text. */
export const sourceLines = (text: string): SourceLine[] =>
  normalizeText(text)
    .split('\n')
    .map((line, index) => ({ no: index + 1, text: withoutMarkup(line) }));
