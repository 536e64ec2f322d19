import { foldForms } from './folding.ts';
import { prefixBefore } from './number-prefix.ts';
import { isKnownPrefix } from './prefixes.ts';

/** A letter number as people write it in a line of text; parts that are not written are null. Digits are Arabic. */
export interface WrittenNumber {
  /** As in "มท", or "กค (กวจ)" where a committee or office stands in brackets; without dots. */
  readonly prefix: string | null;
  readonly unit: string | null;
  readonly circular: boolean;
  readonly running: string | null;
  /** Whether a second running number follows (1541-1543): several letters, of which only the first is given here. */
  readonly range: boolean;
  /** Whether the letters of the prefix may be those of an office as well, or there may be a prefix that was not taken. */
  readonly unsurePrefix: boolean;
  /** Place in the text, from the prefix (or from ที่ before it) to the last digit. */
  readonly start: number;
  readonly end: number;
}

const MARK = String.raw`ว\s?(?:\.|\([ก-ฮ]\)|-)?\s?`;
const UNIT = String.raw`\d{2,5}(?:\s?\.\s?\d{1,4}){0,3}(?:\s?\([ก-ฮ.\d]{1,10}\))?`;
const SLASH = String.raw`\s?\.?\s?[/\\|]\s?`;
const RUNNING = String.raw`\d{1,3},\d{3}(?![\d,])|\d{1,6}(?![\d.]*\d)`;

const WITH_UNIT = new RegExp(
  `(?<!\\d[./]?)(${UNIT})(?:${SLASH}(${MARK})?|\\s?[-,]?\\s?(${MARK}))(${RUNNING})`,
  'g',
);
const ONLY_MARK = new RegExp(
  `(?<![ก-ฮ\\u0E30-\\u0E4E])(?:เวียน\\s?)?(${MARK})(${RUNNING})(?!\\s?[/.]\\s?\\d{1,2}\\s?[/.])`,
  'g',
);
const ONLY_UNIT = /(?<![\d./])(0\d{3}(?:\.\d{1,3}){0,2}|\d{3,5}(?:\.\d{1,3}){1,2})(?![\d./])/g;
// Farther than this no label and no second prefix stands before a number.
const REACH = 32;

/** Where the number begins once a ที่ before it, and a prefix written twice, are counted in. */
const extendLeft = (text: string, start: number, prefix: string | null): number => {
  let from = start;
  for (;;) {
    const base = Math.max(0, from - REACH);
    const before = text.slice(base, from);
    const at = /(?:เลข)?ท[ีิ]่?\s*$/.exec(before)?.index;
    if (at !== undefined && !/(?:ด่วน)\s*$/.test(before.slice(0, at))) {
      from = base + at;
      continue;
    }
    const twin = prefix && new RegExp(`(?<![ก-\\u0E4E])${prefix.slice(0, 2)}[\\s.]*$`).exec(before);
    if (!twin) return from;
    from = base + twin.index;
  }
};

const compact = (unit: string): string => unit.replace(/\s/g, '');
const plainRunning = (running: string): string => running.replace(',', '').replace(/^0+(?=\d)/, '');

/** Whether the number goes on to a later one: "1541-1543", "12 ถึง 15", "ว 12 - ว 15". */
const isRange = (text: string, end: number, running: string): boolean => {
  const match =
    /^\s?(?:-|ถึง)\s?(?:ว\s?\.?\s?)?(\d{1,6})(?![\d/.-])(?!\s?[ก-ฮเ]{1,2}[.\u0E30-\u0E4E])/.exec(
      text.slice(end, end + 24),
    );
  return match !== null && Number(match[1]) > Number(running);
};

// "9901/2568" is a number of a year, such as an order's.
const YEAR = /^2[456]\d\d$/;

const fromUnitMatch = (text: string, match: RegExpExecArray): WrittenNumber | null => {
  const unit = compact(match[1] as string);
  const prefix = prefixBefore(text, match.index, { unit });
  const circular = match[2] !== undefined || match[3] !== undefined;
  const running = plainRunning(match[4] as string);
  const place = prefix?.start ?? match.index;
  const end = match.index + match[0].length;
  if (prefix === null && !/^0\d{3}|\./.test(unit)) return null;
  if (
    prefix === null &&
    !circular &&
    (!/^0\d{3}/.test(unit) || (YEAR.test(running) && !unit.includes('.')))
  ) {
    return null;
  }
  // "31 ก.ค. 2544/3" is a date and a page, not a letter of the Ministry of Finance.
  if (!circular && YEAR.test(unit) && /\d\s*$/.test(text.slice(Math.max(0, place - 8), place))) {
    return null;
  }
  return {
    prefix: prefix?.text ?? null,
    unit,
    circular,
    running,
    range: isRange(text, end, running),
    unsurePrefix: prefix?.unsure ?? false,
    start: extendLeft(text, place, prefix?.text ?? null),
    end,
  };
};

const fromMarkMatch = (text: string, match: RegExpExecArray): WrittenNumber => {
  const prefix = prefixBefore(text, match.index, 'mark');
  const known = prefix !== null && isKnownPrefix(prefix.text.slice(0, 2)) ? prefix : null;
  const running = plainRunning(match[2] as string);
  const end = match.index + match[0].length;
  return {
    prefix: known?.text ?? null,
    unit: null,
    circular: true,
    running,
    range: isRange(text, end, running),
    unsurePrefix: known?.unsure ?? false,
    start: extendLeft(text, known?.start ?? match.index, known?.text ?? null),
    end,
  };
};

const fromBareUnit = (text: string, match: RegExpExecArray): WrittenNumber | null => {
  const unit = match[1] as string;
  const prefix = prefixBefore(text, match.index, { unit });
  const isKnown = prefix !== null && isKnownPrefix(prefix.text.slice(0, 2));
  const before = text.slice(Math.max(0, match.index - 40), match.index);
  const isBehindOffice =
    /^0\d{3}\./.test(unit) &&
    prefix === null &&
    /(?:จังหวัด|อำเภอ|กรม|กระทรวง|สำนัก)[ก-\u0E4E. ]+$/.test(before);
  if (!isKnown && !isBehindOffice) return null;
  return {
    prefix: prefix?.text ?? null,
    unit,
    circular: false,
    running: null,
    range: false,
    unsurePrefix: prefix?.unsure ?? false,
    start: prefix ? extendLeft(text, prefix.start, prefix.text) : match.index,
    end: match.index + match[0].length,
  };
};

const present = (number: WrittenNumber | null): number is WrittenNumber => number !== null;

/**
 * Every letter number in a line, in order, however untidily it is written: `กค405.4/ว.617`, `มท.0808.4 ว 2007`,
 * `ว 1,541`, `ว 89` alone, a unit without its running number. Each form is looked for only where no fuller one stands.
 * A year behind the number (`ว 1541/2568`) and the rest of a range (`ว 1541-1543`) are no part of it. This is the one
 * reader of numbers in citations, registers, and wherever numbers are typed. `text` has Arabic digits (see
 * toArabicDigits, which keeps positions) and no zero-width characters; full-width digits and dashes of any kind are read.
 */
export const findWrittenNumbers = (text: string): WrittenNumber[] => {
  const plain = foldForms(text);
  const found: WrittenNumber[] = [];
  const free = (one: WrittenNumber) =>
    found.every(({ start, end }) => one.end <= start || one.start >= end);
  const collect = (candidates: (WrittenNumber | null)[]) =>
    found.push(...candidates.filter(present).filter(free));
  collect([...plain.matchAll(WITH_UNIT)].map((match) => fromUnitMatch(plain, match)));
  collect([...plain.matchAll(ONLY_MARK)].map((match) => fromMarkMatch(plain, match)));
  if (found.length === 0) {
    collect([...plain.matchAll(ONLY_UNIT)].map((match) => fromBareUnit(plain, match)));
  }
  return found.sort((a, b) => a.start - b.start);
};
