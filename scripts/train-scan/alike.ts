import { alikeLetters } from '#core/letter/reading/alike-letters.ts';
import { MARK_GROUPS } from '#core/scan/line-kinds.ts';
import type { Random } from '../lib/random.ts';

/** Digits that readers take for each other in fonts that they never saw. */
const ALIKE_DIGITS = ['๔', '๕', '๔', '๕', '๑', '๐', '๘', '๖', '๙', '๓'];

/** A text in which some Thai digits have become others that look alike. */
export const alikeDigits = (text: string, random: Random): string =>
  text.replace(/[๐-๙]/g, (digit) => (random.chance(0.5) ? random.pick(ALIKE_DIGITS) : digit));

const SHARE = 0.3;

/**
 * A text in which some consonants have become others that look alike, and some marks others of their group, so that who
 * learns from it cannot guess a letter from those beside it.
 */
export const alikeText = (text: string, random: Random): string =>
  [...text]
    .map((char) => {
      if (!random.chance(SHARE)) return char;
      const marks = MARK_GROUPS.find((group) => (group as readonly string[]).includes(char));
      if (marks) return random.pick(marks.filter((mark) => mark !== '' && mark !== '\u0e4d'));
      const others = alikeLetters(char).filter((other) => /[ก-ฮ]/.test(other));
      return others.length > 0 ? random.pick(others) : char;
    })
    .join('');
