import {
  INSEPARABLE_WORDS,
  SARA_AA_WORDS,
  SARA_AM_SYLLABLES,
  SARA_AM_WORDS,
} from './sara-am-words.ts';

const AA = '\u0E32';
const AM = '\u0E33';
const TONE = '[\u0E48-\u0E4B]';
const MARK = '[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]';
const BASE = '[ก-ฮ]';

const anyOf = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).join('|');
const AM_WORD = new RegExp(anyOf([...SARA_AM_WORDS, ...SARA_AM_SYLLABLES]), 'g');
const AA_WORD = new RegExp(`^(?:${anyOf(SARA_AA_WORDS)})`);
// A last consonant behind sara am; see swapped-vowels.ts.
const IMPOSSIBLE_REST = /^[ก-ฮ](?:\u0E4C|(?![ก-ฮ\u0E30-\u0E3A\u0E47-\u0E4E]|$))|^\u0E30/;

const REACH = 10;

/** Whether a word with sara am stands over the place `at` of a text. */
const standsInAmWord = (text: string, at: number): boolean => {
  for (const match of text.matchAll(AM_WORD)) {
    if (match.index <= at && at < match.index + match[0].length) return true;
  }
  return false;
};

const SPACED_AA = new RegExp(`(${BASE})(?: {1,2}(${TONE}) {0,2}|(${TONE}?) {1,2})${AA}`, 'g');

/**
 * Joins a consonant to the sara aa that a space parts from it. The space stands for the lost ring of sara am in known words
 * with it ("จ านวน"), and throughout a text that has no sara am left; else it only stands between ("อ้ าง").
 */
const joinSaraAa = (text: string): string => {
  const keepsAm = text.includes(AM);
  return text.replace(
    SPACED_AA,
    (all: string, base: string, before: string | undefined, behind: string, at: number) => {
      const start = `${base}${before ?? behind}`;
      const rest = text.slice(at + all.length, at + all.length + REACH);
      const ahead = text.slice(Math.max(0, at - REACH), at);
      if (standsInAmWord(`${ahead}${start}${AM}${rest}`, ahead.length + start.length)) {
        return start + AM;
      }
      const isAa = keepsAm || AA_WORD.test(`${start}${AA}${rest}`) || IMPOSSIBLE_REST.test(rest);
      return start + (isAa ? AA : AM);
    },
  );
};

/** One repair may uncover another; a text as people write it needs one pass, and one to see that it is done. */
const MOST_PASSES = 64;

const MARK_RUN = /[\u0E31\u0E34-\u0E3A\u0E48-\u0E4C]{2,}/g;

const vowelsFirst = (run: string): string =>
  run.replace(/[\u0E48-\u0E4C]/g, '') + run.replace(/[^\u0E48-\u0E4C]/g, '');

const SPLIT_WORD = new RegExp(
  anyOf(INSEPARABLE_WORDS.map((word) => word.replace(AM, `${AM} `))),
  'g',
);

const HAS_SPLIT_WORD = new RegExp(SPLIT_WORD.source);

const FEWEST_SPACED = 12;
// Sara am is rarer; that a space is within a word that has none shows the rest.
const FEWEST_SPACED_AM = 3;
const THAI = '[ก-\u0E30\u0E32\u0E33\u0E40-\u0E46]';

/** Marks that some readers put a space behind, and how many such spaces show that it is so. */
const SPACED_CLASSES = [
  { mark: '[\u0E31\u0E34-\u0E39\u0E47-\u0E4C]', fewest: () => FEWEST_SPACED },
  { mark: TONE, fewest: () => FEWEST_SPACED },
  {
    mark: AM,
    fewest: (text: string) => (HAS_SPLIT_WORD.test(text) ? FEWEST_SPACED_AM : FEWEST_SPACED),
  },
].map(({ mark, fewest }) => ({
  within: new RegExp(mark + THAI),
  spaced: new RegExp(`(${mark}) (?=${THAI})`, 'g'),
  fewest,
}));

/**
 * Takes out the spaces that a reader has put behind every mark of a kind ("ที่ มี อยู่ ใน"): where a text has many of them
 * and not one within a word, the spaces are the reader's.
 */
const joinBehindMarks = (text: string): string => {
  for (const { within, spaced, fewest } of SPACED_CLASSES) {
    if (within.test(text)) continue;
    if ((text.match(spaced)?.length ?? 0) >= fewest(text)) return text.replace(spaced, '$1');
  }
  return text;
};

/**
 * Repairs what PDF makers and readers do to vowels and tone marks, where only one text can have been meant:
 *
 * - sara am in parts: a ring and sara aa in any order with a tone mark, doubled ("ประจำาปี", "นำ้ำ"), parted by a space
 *   ("ส าหรับ", "ก ำหนด", "สำ รวจ");
 * - spaces before a mark ("ท ี่"), behind a vowel or a bare tone mark that needs a consonant ("จั งหวัด", "ด่ วน"), behind a
 *   vowel that is written before one ("เ รียน");
 * - a space behind every tone mark, every mark or every sara am of a text;
 * - a tone mark before the vowel that it is above, doubled sara e for sara ae, and "วันที" before a number.
 *
 * Text without such faults is returned as it is, and so is its own result. Time grows with the length of the text alone.
 */
export const repairMarks = (text: string): string => {
  let repaired = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = repairOnce(repaired);
    if (next === repaired) break;
    repaired = next;
  }
  return repaired;
};

const UU = '\u0E39';
// Vowels that need a consonant behind them: mai han akat, sara ue of both lengths, short i and u with a tone mark, and mai
// taikhu but for ก็.
const OPEN = '[\u0E31\u0E36\u0E37][\u0E48-\u0E4B]?|[\u0E34\u0E38][\u0E48\u0E49]|(?<!ก)\u0E47';
// A consonant that stands alone is the end of such a syllable ("แผ่ น"), unless it may be a letter of a list or of a number.
const ALONE = '(?<=[เแโ][ก-ฮ]{1,2}[\u0E48-\u0E4B]) {1,2}(?=[งดนบมยล](?:[\\s)]|$))';
const NEEDS_LAST = `(?<=${OPEN}) {1,2}(?=[ก-ฮ])|${ALONE}`;
const OPEN_VOWEL = new RegExp(NEEDS_LAST, 'gm');
/**
 * The same for a tone mark on a consonant without a vowel ("ด่ วน"). Where a maker wrote sara uu as a tone mark, none is
 * left in the text, and the space may come after a word ("ลองด่ วงศ์").
 */
const OPEN_OR_TONE = new RegExp(
  `${NEEDS_LAST}|(?<=(?<![เ-ไ][ก-ฮ]?)[ก-ฮ][\u0E48-\u0E4B]) {1,2}(?=[ก-ฮ](?![\u0E30-\u0E3A\u0E47-\u0E4E]))`,
  'gm',
);

const repairOnce = (text: string): string =>
  joinSaraAa(
    joinBehindMarks(text)
      .replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, '$1\u0E33')
      .replace(/([\u0E48-\u0E4B])\u0E4D\u0E32/g, '$1\u0E33')
      .replace(/\u0E33([\u0E48-\u0E4B])[\u0E32\u0E33]/g, '$1\u0E33')
      .replace(/[\u0E32\u0E33]{2,}/g, (run) => (run.includes(AM) ? AM : run)),
  )
    .replace(/([ก-ฮ][\u0E48-\u0E4B]?) {1,2}(?=\u0E33)/g, '$1')
    .replace(/([ก-ฮ])\u0E33([\u0E48-\u0E4B])/g, '$1$2\u0E33')
    .replace(new RegExp(`(?<=[ก-ฮ\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]) {1,2}(?=${MARK})`, 'g'), '')
    .replace(text.includes(UU) ? OPEN_OR_TONE : OPEN_VOWEL, '')
    .replace(/([\u0E40-\u0E44]) {1,2}(?=[ก-ฮ])/g, '$1')
    .replace(SPLIT_WORD, (word) => word.replace(' ', ''))
    .replace(MARK_RUN, vowelsFirst)
    .replace(/\u0E40\u0E40/g, '\u0E41')
    .replace(/วันที(?= ?[๐-๙\d])/g, 'วันที่');

const CONTROL = /(?![\t-\r])\p{Cc}/u;
const BEHIND_LETTER = /(?<=[ก-\u0E4E])(?![\t-\r\u0085])\p{Cc}/gu;
const LOST = '\uFFFD';
const FEWEST = 5;

/**
 * Gives control characters behind Thai letters their meaning. LibreOffice's fonts name sara aa by one where sara am came
 * first: in a text without any sara aa, the one that is by far the most frequent is sara aa. Any other is a letter that was
 * lost, U+FFFD.
 */
export const lettersOfControls = (text: string): string => {
  if (!CONTROL.test(text)) return text;
  const counts = new Map<string, number>();
  for (const [control] of text.matchAll(BEHIND_LETTER)) {
    counts.set(control, (counts.get(control) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  const thai = text.match(/[ก-ฮ]/g)?.length ?? 0;
  const isAa =
    first !== undefined &&
    !text.includes(AA) &&
    first[1] >= Math.max(FEWEST, thai * 0.03) &&
    first[1] > 3 * (second?.[1] ?? 0) &&
    !new RegExp(`[\u0E30-\u0E32\u0E34-\u0E3A\u0E40-\u0E47]${first[0]}`).test(text);
  return text.replace(BEHIND_LETTER, (control) => (isAa && control === first[0] ? AA : LOST));
};

const LABELS = ['เรื่อง', 'เรียน', 'อ้างถึง', 'สิ่งที่ส่งมาด้วย'] as const;
const SPACED_LABEL = new RegExp(
  `^[ \t]*(?:${LABELS.map((label) => [...label].join(' ?')).join('|')})(?=[ \t:]|$)`,
  'gm',
);

/** Takes single spaces out of a label at the beginning of a line ("เรีย น"). */
export const joinLabels = (text: string): string =>
  text.replace(SPACED_LABEL, (label) => label.replaceAll(' ', ''));
