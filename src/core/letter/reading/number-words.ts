import { isKnownPrefix } from './prefixes.ts';

/** A letter number as people write it in a line of text; parts that are not written are null. Digits are Arabic. */
export interface WrittenNumber {
  /** As in "มท", or "กค (กวจ)" where a committee or office stands in brackets; without dots. */
  readonly prefix: string | null;
  readonly unit: string | null;
  readonly circular: boolean;
  readonly running: string | null;
  /** Place in the text, from the prefix (or from ที่ before it) to the last digit. */
  readonly start: number;
  readonly end: number;
}

const MARK = String.raw`ว\s?(?:\.|\([ก-ฮ]\)|-)?\s?`;
const UNIT = String.raw`\d{2,5}(?:\s?\.\s?\d{1,4}){0,3}(?:\s?\([ก-ฮ.]{1,10}\))?`;
const SLASH = String.raw`\s?\.?\s?[/\\|]\s?`;
const RUNNING = String.raw`\d{1,6}(?![\d.]*\d)`;

const WITH_UNIT = new RegExp(
  `(?<!\\d[./]?)(${UNIT})(?:${SLASH}(${MARK})?|\\s?[-,]?\\s?(${MARK}))(${RUNNING})`,
  'g',
);
const ONLY_MARK = new RegExp(
  `(?<![ก-ฮ\\u0E30-\\u0E4E])(?:เวียน\\s?)?(${MARK})(${RUNNING})(?!\\s?[/.]\\s?\\d{1,2}\\s?[/.])`,
  'g',
);
const ONLY_UNIT = /(?<![\d./])(0\d{3}(?:\.\d{1,3}){0,2}|\d{3,5}(?:\.\d{1,3}){1,2})(?![\d./])/g;
const PREFIX_BEFORE =
  /((?:[ก-ฮ]\.?){2,12})(\s?\(\s?[ก-ฮ]\.?(?:[ก-ฮ. ]{0,12}[ก-ฮ]\.?)?\s?\))?[\s.]*$/;

interface Prefix {
  readonly text: string;
  readonly start: number;
}

const stripDots = (text: string): string => text.replace(/[.\s]/g, '');

/** The letters right before a number that are its prefix; the word they may be glued to is no part of them. */
const prefixBefore = (before: string): Prefix | null => {
  const match = PREFIX_BEFORE.exec(before);
  if (!match) return null;
  const run = match[1] as string;
  const bracket = match[2] ? ` (${stripDots(match[2]).slice(1, -1)})` : '';
  const letters = stripDots(run);
  if (letters === 'ลว') return null;
  const joined =
    /[ก-\u0E4E]$/.test(before.slice(0, match.index)) && !/ที่\s*$/.test(before.slice(0, match.index));
  const known = letters.slice(-2);
  if (!joined && letters.length <= 4) {
    const doubled = letters.length === 4 && letters.slice(0, 2) === known;
    return { text: (doubled ? known : letters) + bracket, start: match.index };
  }
  if (!isKnownPrefix(known)) return null;
  return { text: known + bracket, start: match.index + run.lastIndexOf(known[0] as string) };
};

/** Where the number begins once a ที่ before it, and a prefix written twice, are counted in. */
const extendLeft = (text: string, start: number, prefix: string | null): number => {
  let from = start;
  for (;;) {
    const before = text.slice(0, from);
    const at = /(?:เลข)?ท[ีิ]่?\s*$/.exec(before)?.index;
    if (at !== undefined && !/(?:ด่วน)\s*$/.test(before.slice(0, at))) {
      from = at;
      continue;
    }
    const twin = prefix && new RegExp(`(?<![ก-\\u0E4E])${prefix.slice(0, 2)}[\\s.]*$`).exec(before);
    if (!twin) return from;
    from = twin.index;
  }
};

const compact = (unit: string): string => unit.replace(/\s/g, '');
const withoutZeros = (running: string): string => running.replace(/^0+(?=\d)/, '');

const fromUnitMatch = (text: string, match: RegExpExecArray): WrittenNumber | null => {
  const prefix = prefixBefore(text.slice(0, match.index));
  const unit = compact(match[1] as string);
  const circular = match[2] !== undefined || match[3] !== undefined;
  const running = withoutZeros(match[4] as string);
  const place = prefix?.start ?? match.index;
  if (prefix === null && !/^0\d{3}|\./.test(unit)) return null;
  if (prefix === null && !circular && !/^0\d{3}/.test(unit)) return null;
  // "31 ก.ค. 2544/3" is a date and a page, not a letter of the Ministry of Finance.
  if (!circular && /\d\s*$/.test(text.slice(0, place)) && /^2[45]\d\d$/.test(unit)) return null;
  return {
    prefix: prefix?.text ?? null,
    unit,
    circular,
    running,
    start: extendLeft(text, place, prefix?.text ?? null),
    end: match.index + match[0].length,
  };
};

const fromMarkMatch = (text: string, match: RegExpExecArray): WrittenNumber => {
  const prefix = prefixBefore(text.slice(0, match.index));
  const known = prefix !== null && isKnownPrefix(prefix.text.slice(0, 2)) ? prefix : null;
  return {
    prefix: known?.text ?? null,
    unit: null,
    circular: true,
    running: withoutZeros(match[2] as string),
    start: extendLeft(text, known?.start ?? match.index, known?.text ?? null),
    end: match.index + match[0].length,
  };
};

const fromBareUnit = (text: string, match: RegExpExecArray): WrittenNumber | null => {
  const prefix = prefixBefore(text.slice(0, match.index));
  if (prefix === null || !isKnownPrefix(prefix.text.slice(0, 2))) return null;
  return {
    prefix: prefix.text,
    unit: match[1] as string,
    circular: false,
    running: null,
    start: extendLeft(text, prefix.start, prefix.text),
    end: match.index + match[0].length,
  };
};

const present = (number: WrittenNumber | null): number is WrittenNumber => number !== null;

/**
 * Every letter number in a line, in order, however untidily it is written: `กค405.4/ว.617`, `มท.0808.4 ว 2007`,
 * `ว 89` alone, a unit without its running number. Each form is looked for only where no fuller one stands.
 * `text` has Arabic digits (see toArabicDigits, which keeps positions).
 */
export const findWrittenNumbers = (text: string): WrittenNumber[] => {
  const found: WrittenNumber[] = [];
  const free = (one: WrittenNumber) =>
    found.every(({ start, end }) => one.end <= start || one.start >= end);
  const collect = (candidates: (WrittenNumber | null)[]) =>
    found.push(...candidates.filter(present).filter(free));
  collect([...text.matchAll(WITH_UNIT)].map((match) => fromUnitMatch(text, match)));
  collect([...text.matchAll(ONLY_MARK)].map((match) => fromMarkMatch(text, match)));
  if (found.length === 0) {
    collect([...text.matchAll(ONLY_UNIT)].map((match) => fromBareUnit(text, match)));
  }
  return found.sort((a, b) => a.start - b.start);
};
