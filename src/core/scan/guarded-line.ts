import { impossibleSpellings, withSaraAm } from '#core/text/impossible-spellings.ts';
import { type AgreedLine, agree, type ReadingDoubt } from './agreement.ts';
import { type FoundWord, KNOWN_WORDS, placesOf } from './known-words.ts';
import type { LineReading } from './line.ts';
import { ruleBreaches } from './line-rules.ts';
import type { NetReading } from './net-reading.ts';
import { misreadWordsIn } from './word-guard.ts';

/**
 * Whether a letter that a reader or the net has otherwise is what at least two others have: the only one in doubt of a word that is
 * known as it stands, and is no known word as any other has it. Digits are never settled so.
 */
const isSettled = (
  doubt: ReadingDoubt,
  { text, doubts }: AgreedLine,
  known: readonly FoundWord[],
  readers: number,
  least: number,
): boolean => {
  const { reason, isDigit, from, to } = doubt;
  const [own = '', ...others] = doubt.readings;
  if ((reason !== 'differs' && reason !== 'unclear') || isDigit) return false;
  if (others.slice(0, readers).filter((one) => one === own).length < least) return false;
  return known.some(({ start, end }) => {
    const isInside = from === to ? start < from && end > from : start <= from && end >= to;
    const isOnly = doubts.every((one) => one === doubt || one.to < start || one.from > end);
    const asOthers = others.map((one) => text.slice(start, from) + one + text.slice(to, end));
    return (
      isInside &&
      isOnly &&
      asOthers.every((word, at) => others[at] === own || !KNOWN_WORDS.has(word))
    );
  });
};

const touches = (one: { readonly from: number; readonly to: number }, other: ReadingDoubt) =>
  one.from <= other.to && one.to >= other.from;

/**
 * A line after its readings were laid side by side ({@link agree}), and held against what is known of letters: words that are
 * none but nearly one, spellings of no word, prefixes of no office, and dots that are missing are doubts too, whatever the readers agree on; and a known
 * word is no doubt because one of three has a letter of it otherwise.
 */
export const guardedLine = (
  readings: readonly LineReading[],
  net: NetReading | null = null,
): AgreedLine => {
  const agreed = agree(readings, net);
  const { text } = agreed;
  const known = placesOf(text, KNOWN_WORDS);
  // Where a net read the line, what was taken is no reading of its own.
  const least = net === null ? 1 : 2;
  const doubts = agreed.doubts.filter(
    (one) => !isSettled(one, agreed, known, readings.length - 1, least),
  );
  const add = (one: ReadingDoubt): void => {
    if (!doubts.some((other) => touches(one, other))) doubts.push(one);
  };
  for (const { reason: rule, from, to, instead } of ruleBreaches(text)) {
    // Figures that no letter has were read wrong, so they are in doubt as any other that readers are not sure of.
    const reason = rule === 'digits' ? 'unclear' : rule;
    const readings = [text.slice(from, to), ...instead];
    add({ reason, from, to, readings, isDigit: rule === 'digits' });
  }
  for (const { start: from, end: to, words } of misreadWordsIn(text)) {
    add({ reason: 'word', from, to, readings: [text.slice(from, to), ...words], isDigit: false });
  }
  for (const { start: from, end: to } of impossibleSpellings(text)) {
    const read = text.slice(from, to);
    const meant = withSaraAm(read);
    const readings = meant === null ? [read] : [read, meant];
    add({ reason: 'word', from, to, readings, isDigit: false });
  }
  return { text, doubts };
};
