import { MONTH_PATTERN } from '#core/letter/date.ts';
import { toArabicDigits } from '#core/letter/digits.ts';
import { findLetterNumbers } from '#core/letter/number.ts';
import { wholeWords } from './whole-words.ts';

/**
 * A part of a Thai text that is set in one way. `latin`: words in the Latin script, to be marked as English;
 * `keep`: a letter number, a date, a compound or a word of a name, which no line may break; `text`: all else.
 */
export interface Run {
  readonly kind: 'text' | 'latin' | 'keep';
  readonly text: string;
}

/**
 * The element around a run that no line may break: one without meaning, and with a short name since a page has hundreds. HTML
 * takes any name with a hyphen.
 */
export const KEEP_ELEMENT = 'k-';

/** Whether a line may break between two runs, which browsers are told where each of them stays whole. */
export const mayBreakBetween = (before: Run | undefined, after: Run): boolean =>
  before?.kind === 'keep' &&
  after.kind === 'keep' &&
  THAI_END.test(before.text) &&
  THAI_START.test(after.text);

/** Longest Latin run, in characters, that is kept on one line: a longer one (an address) has to break somewhere. */
export const LONGEST_UNBROKEN_LATIN = 22;

// A dot, slash or hyphen inside belongs to the word (e-LAAS, km.laas.go.th); one at its end is punctuation.
const LATIN_WORD = '[A-Za-z][A-Za-z0-9]*(?:[-.:/@_?=&#%+]+[A-Za-z0-9]+)*';
const LATIN = new RegExp(`${LATIN_WORD}(?: ${LATIN_WORD})*`, 'g');
const DATE = new RegExp(
  `(?<!\\d)(?:\\d{1,2} ?[-–] ?)?\\d{1,2} ${MONTH_PATTERN}(?: \\d{4}(?!\\d))?`,
  'g',
);

const THAI_END = /[ก-\u0e4e]$/;
const THAI_START = /^[ก-\u0e4e]/;
const HAS_DIGIT = /[0-9๐-๙]/;
const HAS_LATIN = /[A-Za-z]/;

interface Span {
  readonly kind: 'latin' | 'keep';
  readonly start: number;
  readonly end: number;
}

// Not matchAll, which makes a copy of the pattern at each call: this is asked of every text on every page.
const matches = (kind: Span['kind'], text: string, pattern: RegExp): Span[] => {
  const spans: Span[] = [];
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    spans.push({ kind, start: match.index, end: pattern.lastIndex });
  }
  return spans;
};

const numbersIn = (text: string): Span[] =>
  findLetterNumbers(text).map(({ start, end }) => ({ kind: 'keep', start, end }));

const spansOf = (text: string): Span[] =>
  [
    ...(HAS_DIGIT.test(text)
      ? [...numbersIn(text), ...matches('keep', toArabicDigits(text), DATE)]
      : []),
    ...wholeWords(text).map(({ start, end }): Span => ({ kind: 'keep', start, end })),
    ...(HAS_LATIN.test(text) ? matches('latin', text, LATIN) : []),
  ].sort((a, b) => a.start - b.start);

const split = (text: string): Run[] => {
  const runs: Run[] = [];
  let done = 0;
  const pushText = (end: number) => {
    if (end > done) runs.push({ kind: 'text', text: text.slice(done, end) });
  };
  for (const { kind, start, end } of spansOf(text)) {
    if (start < done) continue;
    pushText(start);
    runs.push({ kind, text: text.slice(start, end) });
    done = end;
  }
  pushText(text.length);
  return runs;
};

/** Labels and names are on thousands of pages; what is longer is mostly said once. */
const LONGEST_KEPT = 120;
const MOST_KEPT = 5000;
const kept = new Map<string, readonly Run[]>();

/** Splits a text into runs that, joined, give the text back. */
export const splitRuns = (text: string): readonly Run[] => {
  if (text.length > LONGEST_KEPT) return split(text);
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const runs = split(text);
  kept.set(text, runs);
  return runs;
};
