import { monthOfThaiName, THAI_MONTHS } from '../date.ts';
import { editDistance, skeleton } from './spelling.ts';

const SKELETONS = THAI_MONTHS.map(skeleton);

/** A month (1-12) as written; `exact` is false where the word is only near to its name. */
export interface MonthReading {
  readonly month: number;
  readonly exact: boolean;
}

// ฏ for ฎ is how many people type กรกฎาคม; ฤ ษ for ศ is as common in พฤศจิกายน. Neither leaves room for doubt.
const usualSpelling = (name: string): string =>
  name.replace('ฏ', 'ฎ').replace('พฤษจิ', 'พฤศจิ').replace('พฤษภาคม', 'พฤษภาคม');

/**
 * The month that a word stands for. A word that is no month but is nearer to one full name than to any other (a
 * quarter of its letters at most) is that month inexactly; anything else, such as "กี.ก.", is none.
 */
export const readMonth = (word: string): MonthReading | null => {
  const name = usualSpelling(word.trim());
  const month = monthOfThaiName(name);
  if (month !== null) return { month, exact: true };
  const bare = skeleton(name).replace(/[^ก-ฮะ-ูเ-ไ]/g, '');
  if (bare.length < 4) return null;
  const edits = SKELETONS.map((one) => editDistance(bare, one, 2));
  const least = Math.min(...edits);
  const nearest = edits.flatMap((count, index) => (count === least ? [index + 1] : []));
  if (nearest.length !== 1 || least > bare.length / 4) return null;
  return { month: nearest[0] as number, exact: false };
};
