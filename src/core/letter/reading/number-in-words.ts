const ONES = ['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];

/** Source of a pattern for a number up to 99 in words, as in สิบห้า. */
export const IN_WORDS = `(?:(?:${ONES.join('|')}|ยี่)?สิบ(?:เอ็ด|${ONES.slice(1).join('|')})?|${ONES.join('|')})`;

/** The number up to 99 that words of {@link IN_WORDS} say: สิบห้า is 15. */
export const numberOfWords = (words: string): number => {
  const [tens, ones] = words.includes('สิบ') ? (words.split('สิบ') as [string, string]) : ['', words];
  const digit = (word: string): number => (word === 'เอ็ด' ? 1 : ONES.indexOf(word) + 1);
  const ten = words.includes('สิบ') ? (tens === '' ? 1 : tens === 'ยี่' ? 2 : digit(tens)) : 0;
  return ten * 10 + digit(ones);
};
