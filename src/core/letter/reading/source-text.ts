/** One line of a document: its number in the file (from 1) and its text, mended and without mark-up. */
export interface SourceLine {
  readonly no: number;
  readonly text: string;
}

// Zero-width characters, soft hyphens, byte-order marks and controls say nothing and break words apart.
const INVISIBLE = /(?![\t\n\v\f\r\u0085])[\p{Cc}\p{Cf}]/gu;
const SPACES = /[\v\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

/**
 * Mends what PDF writers do to sara am: parted into nikhahit and sara aa (in any order with the tone mark), or into
 * a space and sara aa ("ส าหรับ"). No Thai word begins with sara aa, so nothing else can be meant. Also puts a tone mark
 * behind the vowel that it stands above, and doubled sara e (เเ) back into sara ae: both look the same in print.
 */
export const mendSaraAm = (text: string): string =>
  text
    .replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, '$1\u0E33')
    .replace(/([\u0E48-\u0E4B])\u0E4D\u0E32/g, '$1\u0E33')
    .replace(/([ก-ฮ])([\u0E48-\u0E4B]?) {1,2}([\u0E48-\u0E4B]?)\u0E32/g, '$1$2$3\u0E33')
    .replace(/([ก-ฮ][\u0E48-\u0E4B]?) {1,2}(?=\u0E33)/g, '$1')
    .replace(/([ก-ฮ])\u0E33([\u0E48-\u0E4B])/g, '$1$2\u0E33')
    .replace(/([\u0E48-\u0E4C])([\u0E31\u0E34-\u0E3A])/g, '$2$1')
    .replace(/\u0E40\u0E40/g, '\u0E41');

// Shapes of Thai letters and marks as fonts for Windows number them in the private use area, from U+F700 on: marks
// moved to the left or down, and letters without their feet. Most Thai PDFs hold them.
const GLYPHS =
  '\u0E10\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E0D\u0E31\u0E4D\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A';

/** Puts the shapes that Thai fonts number privately back into the letters and marks that they show. */
export const lettersOfGlyphs = (text: string): string =>
  text.replace(/[\uF700-\uF71A]/g, (glyph) => GLYPHS[glyph.charCodeAt(0) - 0xf700] as string);

/** A text as it would have been typed: one kind of space beside tabs, which part columns, nothing invisible, sara am whole. Lines stay lines. */
export const normalizeText = (text: string): string =>
  mendSaraAm(
    lettersOfGlyphs(text)
      .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
      .replace(/\f/g, ' ')
      .replace(INVISIBLE, '')
      .replace(SPACES, ' '),
  );

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

/** The lines of a document, mended and without mark-up; blank lines stand as empty text. */
export const sourceLines = (text: string): SourceLine[] =>
  normalizeText(text)
    .split('\n')
    .map((line, index) => ({ no: index + 1, text: withoutMarkup(line) }));
