/** A part of a text that no Thai word is spelled with; UTF-16 offsets, end exclusive. */
export interface ImpossibleSpelling {
  readonly start: number;
  readonly end: number;
}

const TONE = '[\u0E48-\u0E4B]?';
const ABOVE_OR_BELOW = '\u0E31\u0E34-\u0E3A\u0E47';
/** Sara a, aa and am, and vowels that are written before their consonant. */
const ON_LINE = '\u0E30\u0E32\u0E33\u0E40-\u0E44';

const IMPOSSIBLE = new RegExp(
  [
    // A vowel above or below is not followed by another, with or without a tone mark between them.
    `[\u0E31\u0E34-\u0E39]${TONE}[${ABOVE_OR_BELOW}\u0E30\u0E32\u0E33]`,
    // Mai han akat needs a last consonant.
    `\u0E31${TONE}(?![ก-ฮ\u0E48-\u0E4B])`,
    // A tone mark stands on what it changes, behind the vowel there; it does not stand twice.
    `[\u0E48-\u0E4C][${ABOVE_OR_BELOW}\u0E48-\u0E4C]`,
    // What stands on the line carries no mark.
    `[${ON_LINE}][${ABOVE_OR_BELOW}\u0E48-\u0E4C]`,
    // A vowel that is written first needs its consonant.
    `[\u0E40-\u0E44][${ON_LINE}]`,
    // Sara a ends a syllable, and sara aa but for เ-าะ; sara am, ใ and ไ are whole, so that no other vowel belongs to them.
    '[\u0E30\u0E33][\u0E30\u0E32\u0E33]|\u0E32[\u0E32\u0E33]',
    `[\u0E43\u0E44][ก-ฮ]${TONE}[${ABOVE_OR_BELOW}\u0E33]`,
  ].join('|'),
  'g',
);

/**
 * The parts of a text that can be no Thai, whatever the word: "กั้า" for ก้ำ or กล้า. Spelling alone (the Royal Society's rules
 * for writing vowels and tone marks): a text without any may be no word all the same. For text in which marks stand in the order
 * in which they are typed.
 */
export const impossibleSpellings = (text: string): ImpossibleSpelling[] =>
  [...text.matchAll(IMPOSSIBLE)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));

const RING_AS_MAI_HAN_AKAT = new RegExp(`\u0E31(${TONE})\u0E32`, 'g');

/**
 * A text with sara am where mai han akat stands before sara aa: the ring of sara am, read as the vowel that looks like it.
 * Null where it has none.
 */
export const withSaraAm = (text: string): string | null => {
  const repaired = text.replace(RING_AS_MAI_HAN_AKAT, '$1\u0E33');
  return repaired === text ? null : repaired;
};
