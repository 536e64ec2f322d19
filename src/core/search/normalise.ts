/**
 * One normaliser for index and query. `tidy` does what changes lengths and cannot be seen; `fold` does the rest,
 * character for character, so that a place in folded text is the same place in the tidied text that people read.
 */

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const CONTROL = /[^\P{Cc}\t\n]/gu;
const TONES = '\u0E48-\u0E4B';
const LAST = `${TONES}\u0E4C`;
const ABOVE_OR_BELOW = '\u0E31\u0E34-\u0E3A';

/** What is wrong in a text, and how it is put right. */
interface Correction {
  readonly wrong: RegExp;
  readonly correct: (text: string) => string;
}

const replacing = (wrong: RegExp, right: string): Correction => ({
  wrong,
  correct: (text) => text.replace(wrong, right),
});

/**
 * In every run that matches, marks of the first class go before the others; else they keep their order. A run is matched
 * from its start only, or a long one would be read again from each of its marks.
 */
function ordering(run: RegExp, first: string): Correction {
  const early = new RegExp(`[${first}]`, 'g');
  const late = new RegExp(`[^${first}]`, 'g');
  return {
    wrong: run,
    correct: (text) =>
      text.replace(run, (marks) => marks.replace(late, '') + marks.replace(early, '')),
  };
}

/** What is corrected in this order, when a text is in NFC. */
const CORRECTIONS: readonly Correction[] = [
  replacing(INVISIBLE, ''),
  replacing(CONTROL, ' '),
  replacing(new RegExp(`\\u0E4D([${TONES}]?)\\u0E32`, 'g'), '$1\u0E33'),
  replacing(new RegExp(`([${TONES}])\\u0E4D\\u0E32`, 'g'), '$1\u0E33'),
  replacing(new RegExp(`([ก-ฮ][${TONES}]?) \\u0E32`, 'g'), '$1\u0E33'),
  // "ท ี่": a mark begins no word.
  replacing(new RegExp(`([ก-ฮ]) +(?=[${ABOVE_OR_BELOW}${LAST}\\u0E47])`, 'g'), '$1'),
  ordering(new RegExp(`(?<!\\u0E33)\\u0E33+[${TONES}][\\u0E33${TONES}]*`, 'g'), TONES),
  replacing(/\u0E40\u0E40/g, '\u0E41'),
  ordering(
    new RegExp(`(?<![${LAST}])[${LAST}]+[${ABOVE_OR_BELOW}][${ABOVE_OR_BELOW}${LAST}]*`, 'g'),
    ABOVE_OR_BELOW,
  ),
  replacing(new RegExp(`(?<mark>[${ABOVE_OR_BELOW}\\u0E47-\\u0E4E])\\k<mark>+`, 'g'), '$<mark>'),
];

/** Any of it, as nearly all texts have nothing of it: looking for each by itself takes ten times as long. */
const WRONG = new RegExp(CORRECTIONS.map(({ wrong }) => wrong.source).join('|'), 'u');

/**
 * Text as it is stored and shown: NFC, without invisible characters, with sara am in one character, แ for two เ, marks in
 * one order and once. Also corrects sara am that a PDF tore into a space and า ("ส าหรับ"): า never begins a word.
 * Nothing is corrected across the end of a line. Tidied text stays as it is when it is tidied again.
 */
export function tidy(text: string): string {
  // What is corrected may uncover what is still wrong, such as a mark that is twice once the marks are in order. This comes
  // to an end: each correction shortens the text, or moves a vowel before a tone mark, or sara am behind one, and none back.
  for (let before = text; ; ) {
    const composed = before.normalize('NFC');
    if (!WRONG.test(composed)) return composed;
    const corrected = CORRECTIONS.reduce((text, { correct }) => correct(text), composed);
    if (corrected === before) return corrected;
    before = corrected;
  }
}

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
    // Any but a plain space, which is most of what there is to match otherwise.
    .replace(/[^\S ]/g, ' ');

const TONE_CLASS = /[\u0E47-\u0E4E]/g;

/** A folded word without tone marks, thanthakhat and maitaikhu: what is left of it when people leave marks out. */
export const skeleton = (word: string): string => word.replace(TONE_CLASS, '');

/** Whether a UTF-16 unit is one of the marks that {@link skeleton} takes out. */
export const isToneClass = (unit: number): boolean => unit >= 0x0e47 && unit <= 0x0e4e;
