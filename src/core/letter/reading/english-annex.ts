import { hasFewThaiLetters } from './text-quality.ts';

/** Words that no English text is without. */
const COMMON = /^(?:the|of|and|to|in|for|is|are|that|with|on|by|as|or|be|a)$/i;
const COMMON_SHARE = 0.15;
const LEAST_WORDS = 30;

/** Whether a text is English, and no Thai whose letters a font or a program took for Latin ones. */
const isEnglish = (text: string): boolean => {
  const words = text.match(/[A-Za-z]+/g) ?? [];
  const common = words.filter((word) => COMMON.test(word)).length;
  return words.length >= LEAST_WORDS && common >= words.length * COMMON_SHARE;
};

const THAI_LETTER = /[ก-ฮ]/g;
/** A stray word of Thai, such as a running header, makes no Thai page. */
const FEW = 20;

const hasThai = (page: string): boolean => (page.match(THAI_LETTER)?.length ?? 0) > FEW;

/**
 * The page from which on a document is an annex in English that would keep its letter from being read, from 0: so long that too few
 * of all letters are Thai. The number of pages where there is none.
 */
export const englishAnnexFrom = (pages: readonly string[]): number => {
  const from = pages.findLastIndex(hasThai) + 1;
  const isAnnex =
    from > 0 &&
    from < pages.length &&
    hasFewThaiLetters(pages.join('\n')) &&
    !hasFewThaiLetters(pages.slice(0, from).join('\n')) &&
    isEnglish(pages.slice(from).join('\n'));
  return isAnnex ? from : pages.length;
};
