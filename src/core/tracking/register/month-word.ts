import { monthOfThaiName, THAI_MONTHS } from '#core/letter/date.ts';
import { editDistance, skeleton } from '#core/letter/reading/spelling.ts';

const ENGLISH = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];
/** Names as people clip them: เมษา, กันยา. */
const CLIPPED = THAI_MONTHS.map((name) => name.replace(/(?:คม|ยน|พันธ์)$/, ''));
const SKELETONS = THAI_MONTHS.map(skeleton);

const indexOf = (names: readonly string[], name: string): number | null => {
  const at = names.indexOf(name);
  return at < 0 ? null : at + 1;
};

/**
 * The month (1-12) that a misspelt name can only be: its letters are one or two away, and those of every other month more
 * than twice as far. Null where another one is near as well (มีนายน), or none is.
 */
const onlyMonthNear = (word: string): number | null => {
  // ฏ for ฎ is how many people type กรกฎาคม.
  const bare = skeleton(word.replace('ฏ', 'ฎ')).replace(/[^ก-ฮะ-ูเ-ไ]/g, '');
  if (bare.length < 5 || bare.length > 12) return null;
  const edits = SKELETONS.map((one) => editDistance(bare, one));
  const least = Math.min(...edits);
  if (least > 2 || least > bare.length / 3) return null;
  const near = edits.filter((count) => count < (least === 0 ? 2 : 2 * least + 1));
  return near.length === 1 ? edits.indexOf(least) + 1 : null;
};

/** The month that a word of a date stands for: long, short, clipped, English, or misspelt with no other month near. */
export const monthOfWord = (word: string): number | null => {
  const name = word.trim();
  if (/^[A-Za-z]/.test(name)) return indexOf(ENGLISH, name.slice(0, 3).toLowerCase());
  return (
    monthOfThaiName(name.replace('ฏ', 'ฎ')) ??
    indexOf(CLIPPED, name.replace(/[.ฯ]$/, '')) ??
    onlyMonthNear(name)
  );
};
