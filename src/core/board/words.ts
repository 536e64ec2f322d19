import { toArabicDigits } from '../letter/digits.ts';

const SEGMENTER = new Intl.Segmenter('th', { granularity: 'word' });
const MOST_WORDS = 40;

/** The words of a title or question by which threads are found: in lower case, each once, in the order of the text. */
export const wordsOf = (text: string): string[] => {
  const words = new Set<string>();
  for (const { segment, isWordLike } of SEGMENTER.segment(toArabicDigits(text).toLowerCase())) {
    if (isWordLike && segment.length > 1) words.add(segment.slice(0, 60));
    if (words.size === MOST_WORDS) break;
  }
  return [...words];
};
