import { EITHER_VOWEL, SARA_AA_WORDS, SARA_AM_WORDS } from './sara-am-words.ts';

/** A text after repair. */
export interface ThaiRepair {
  readonly text: string;
  /** Places that were changed. */
  readonly repairs: number;
  /**
   * Whether the text now says what was written. False where one vowel stands for two and some of its places could be
   * either: those are left as they were.
   */
  readonly certain: boolean;
}

const AA = '\u0E32';
const AM = '\u0E33';
const TONE = '[\u0E48-\u0E4B]?';

// No Thai syllable has sara am behind a vowel that is written before its consonant, before sara a, or before a last
// consonant. A consonant at the end of the text may be a word that is still being typed.
const IMPOSSIBLE = `[เ-ไ][ก-ฮ]${TONE}ำ|ำ(?:ะ|[ก-ฮ](?:์|(?![ก-ฮ\u0E30-\u0E3A\u0E47-\u0E4E]|$)))`;
const HAS_IMPOSSIBLE = new RegExp(IMPOSSIBLE);

const withoutAm = (word: string): string => word.replaceAll(AM, AA);
const WORDS = new Map([...SARA_AA_WORDS, ...SARA_AM_WORDS].map((word) => [withoutAm(word), word]));

/** A word in any mixture of both vowels. The last consonant of a word with sara aa begins none of its own. */
const patternOf = (word: string): string =>
  word.replace(/[าำ]/g, ' ?[าำ]') + (/[ก-ฮ]$/.test(word) && !word.includes(AM) ? '(?![าำ])' : '');

const AM_PLACES = new RegExp(
  `(${[...WORDS.values()]
    .sort((a, b) => b.length - a.length)
    .map(patternOf)
    .join('|')})|([ก-ฮ]${TONE})( ?)ำ`,
  'g',
);
const EITHER = new Set(EITHER_VOWEL);

const isOpen = (text: string, at: number, end: number): boolean =>
  EITHER.has(text.slice(at, end)) && !HAS_IMPOSSIBLE.test(text.slice(Math.max(0, at - 1), end + 2));

/**
 * Reads sara am as sara aa throughout, but for common words with sara am and for the places with a space before it,
 * where makers of such texts put sara am proper ("จ ำนวน"). Without such spaces, syllables that are words with either
 * vowel stay as they are, and the result is not certain. To be used where a text is known, or tried, to be swapped.
 */
export const readSwapped = (text: string): ThaiRepair => {
  const spaced = new RegExp(`[ก-ฮ]${TONE} ำ`).test(text);
  let repairs = 0;
  let certain = true;
  const repaired = text.replace(
    AM_PLACES,
    (all: string, word: string | undefined, syllable: string, space: string, at: number) => {
      const spelled =
        word === undefined
          ? `${syllable}${space === '' ? AA : AM}`
          : (WORDS.get(withoutAm(word.replaceAll(' ', ''))) as string);
      if (word === undefined && !spaced && isOpen(text, at, at + all.length)) {
        certain = false;
        return all;
      }
      if (spelled !== all) repairs++;
      return spelled;
    },
  );
  return { text: repaired, repairs, certain };
};

/**
 * Puts sara aa back into a text in which a PDF maker wrote sara am for it ("กำรเข้ำใช้งำน" for "การเข้าใช้งาน"): a
 * text, or a line of one, that has no sara aa at all and syllables that are impossible in Thai. Any other text is returned as
 * it is. Time grows with the length of the text alone.
 */
export const repairBrokenVowels = (text: string): ThaiRepair => {
  if (!text.includes(AM) || !HAS_IMPOSSIBLE.test(text)) return { text, repairs: 0, certain: true };
  if (!text.includes(AA)) return readSwapped(text);
  const lines = text
    .split('\n')
    .map((line) =>
      !line.includes(AA) && HAS_IMPOSSIBLE.test(line)
        ? readSwapped(line)
        : { text: line, repairs: 0, certain: true },
    );
  return {
    text: lines.map((line) => line.text).join('\n'),
    repairs: lines.reduce((sum, line) => sum + line.repairs, 0),
    certain: lines.every((line) => line.certain),
  };
};
