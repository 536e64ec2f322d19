import { impossibleSpellings, withSaraAm } from '#core/text/impossible-spellings.ts';
import { type AgreedLine, agree, type ReadingDoubt } from './agreement.ts';
import { type FoundWord, KNOWN_WORDS, placesOf } from './known-words.ts';
import type { LineReading } from './line.ts';
import { ruleBreaches } from './line-rules.ts';
import type { NetReading } from './net-reading.ts';
import { misreadWordsIn } from './word-guard.ts';

/**
 * Whether letters that the second reader has otherwise are what the first and the third have: within a word that is known as it
 * stands, and is no known word as the second has it. Digits are never settled so.
 */
const isSettled = (
  { reason, isDigit, from, to, readings }: ReadingDoubt,
  text: string,
  known: readonly FoundWord[],
): boolean => {
  const [own, second, third] = readings;
  if (reason !== 'differs' || isDigit || second === undefined || third !== own) return false;
  return known.some(({ start, end }) => {
    const isInside = from === to ? start < from && end > from : start <= from && end >= to;
    const other = text.slice(start, from) + second + text.slice(to, end);
    return isInside && !KNOWN_WORDS.has(other);
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
  const { text, doubts: differences } = agree(readings, net);
  const known = placesOf(text, KNOWN_WORDS);
  const doubts = differences.filter((one) => !isSettled(one, text, known));
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
