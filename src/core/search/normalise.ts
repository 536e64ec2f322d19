/**
 * One normaliser for index and query. `tidy` does what changes lengths and cannot be seen; `fold` does the rest,
 * character for character, so that a place in folded text is the same place in the tidied text that people read.
 */

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const CONTROL = /[^\P{Cc}\t\n]/gu;
const TONES = '\u0E48-\u0E4B';
const ABOVE_OR_BELOW = '\u0E31\u0E34-\u0E3A';

/** What is mended, in this order. */
const MENDED: readonly (readonly [RegExp, string])[] = [
  [INVISIBLE, ''],
  [CONTROL, ' '],
  [new RegExp(`\\u0E4D([${TONES}]?)\\u0E32`, 'g'), '$1\u0E33'],
  [new RegExp(`([${TONES}])\\u0E4D\\u0E32`, 'g'), '$1\u0E33'],
  [new RegExp(`([ก-ฮ][${TONES}]?) \\u0E32`, 'g'), '$1\u0E33'],
  [new RegExp(`\\u0E33([${TONES}])`, 'g'), '$1\u0E33'],
  [/\u0E40\u0E40/g, '\u0E41'],
  [new RegExp(`([${TONES}\\u0E4C])([${ABOVE_OR_BELOW}])`, 'g'), '$2$1'],
  [new RegExp(`([${ABOVE_OR_BELOW}\\u0E47-\\u0E4E])\\1+`, 'g'), '$1'],
];

/**
 * Text as it is stored and shown: NFC, without invisible characters, with sara am in one character, แ for two เ, marks in
 * one order and once. Also mends sara am that a PDF tore into a space and า ("ส าหรับ"): า never begins a word.
 * Nothing is mended across the end of a line.
 */
export const tidy = (text: string): string =>
  MENDED.reduce((mended, [wrong, right]) => mended.replace(wrong, right), text.normalize('NFC'));

/** Tidied text as it is compared: Arabic digits, lower case, plain dashes, quotes and spaces. Never changes a length. */
export const fold = (tidied: string): string =>
  tidied
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    // The only letter whose lower case is longer than itself.
    .replace(/\u0130/g, 'i')
    .toLowerCase()
    .replace(/(?<![ฤฦ])ๅ/g, 'า')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
    .replace(/[\u201C-\u201F\u00AB\u00BB]/g, '"')
    .replace(/[\u2018-\u201B]/g, "'")
    .replace(/[\s\u00A0]/g, ' ');

const TONE_CLASS = /[\u0E47-\u0E4E]/g;

/** A folded word without tone marks, thanthakhat and maitaikhu: what is left of it when people leave marks out. */
export const skeleton = (word: string): string => word.replace(TONE_CLASS, '');

/** Whether a UTF-16 unit is one of the marks that {@link skeleton} takes out. */
export const isToneClass = (unit: number): boolean => unit >= 0x0e47 && unit <= 0x0e4e;
