import { toArabicDigits } from '#core/letter/digits.ts';
import { MARK_GROUPS } from '../line-kinds.ts';
import { asNetReads, markPlace, type NetReading } from '../net-reading.ts';

/** Columns of the net that a made character is wide. */
const WIDE = 4;

/** Each character that stands beside others, with the marks behind it. */
const withMarks = (text: string): { char: string; marks: string[] }[] => {
  const read: { char: string; marks: string[] }[] = [];
  for (const char of text.replace(/([\u0e48-\u0e4b]?)\u0e33/g, '\u0e4d$1า')) {
    if (markPlace(char) !== null) read.at(-1)?.marks.push(char);
    else if (asNetReads(char) !== null) read.push({ char, marks: [] });
  }
  return read;
};

const likelyMarks = (char: string, own: readonly string[], likely: number): number[][] =>
  /[ก-ฮ]/.test(char)
    ? MARK_GROUPS.map((group) => {
        const has = Math.max(
          0,
          group.findIndex((mark) => mark !== '' && own.includes(mark)),
        );
        return group.map((_, at) => (at === has ? likely : (1 - likely) / (group.length - 1)));
      })
    : [];

/** What a net reads that is so sure of each character of a text, some of them otherwise, and finds nothing else there. */
export const madeNetReading = (
  text: string,
  likely = 0.99,
  otherwise: Readonly<Record<number, number>> = {},
): NetReading => {
  const read = withMarks(text);
  const chars = read.map(({ char, marks }, at) => ({
    text: asNetReads(char) as string,
    written: char,
    likely: otherwise[at] ?? likely,
    from: at * WIDE,
    to: at * WIDE + WIDE - 2,
    left: at * WIDE,
    right: at * WIDE + WIDE - 1,
    marks: likelyMarks(char, marks, likely),
  }));
  const likelyIn: NetReading['likelyIn'] = (wanted, from, to) =>
    chars
      .filter((one) => one.text === toArabicDigits(wanted) && one.to >= from && one.from <= to)
      .reduce((most, one) => Math.max(most, one.likely), 0);
  return { chars, count: read.length * WIDE, likelyIn, likelyOver: likelyIn };
};
