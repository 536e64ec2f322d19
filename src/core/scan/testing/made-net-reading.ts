import { toArabicDigits } from '#core/letter/digits.ts';
import { asNetReads, type NetReading } from '../net-reading.ts';

/** Columns of the net that a made character is wide. */
const WIDE = 4;

/** What a net reads that is so sure of each character of a text; some of them otherwise. */
export const madeNetReading = (
  text: string,
  likely = 0.99,
  otherwise: Readonly<Record<number, number>> = {},
): NetReading => {
  const read = [...text].filter((char) => asNetReads(char) !== null);
  const chars = read.map((char, at) => ({
    text: asNetReads(char) as string,
    written: char,
    likely: otherwise[at] ?? likely,
    from: at * WIDE,
    to: at * WIDE + WIDE - 2,
    left: at * WIDE,
    right: at * WIDE + WIDE - 1,
  }));
  return {
    chars,
    count: read.length * WIDE,
    likelyIn: (wanted, from, to) =>
      chars
        .filter((one) => one.text === toArabicDigits(wanted) && one.to >= from && one.from <= to)
        .reduce((most, one) => Math.max(most, one.likely), 0),
  };
};
