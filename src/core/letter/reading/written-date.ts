import {
  BUDDHIST_ERA_OFFSET,
  daysInMonth,
  formatIsoDate,
  type IsoDate,
  isFullDate,
  isOnWeekday,
  MONTH_PATTERN,
  WEEKDAY_PATTERN,
} from '../date.ts';
import { exactMonth, type MonthReading, readMonth } from '../month.ts';
import { foldForms } from './folding.ts';

/** What is wrong with a date as it is written. */
export type DateFault =
  | 'impossible-day'
  | 'impossible-year'
  | 'month-misspelled'
  | 'weekday-of-other-day';

/** A date as it stands in a line of text. `value` holds as much of it as is possible. */
export interface WrittenDate {
  readonly value: IsoDate | null;
  /** What of it is not possible, or that its month is misspelled or its weekday another day's; null where all is sound. */
  readonly fault: DateFault | null;
  /** Whether "ลงวันที่", "ลว." or "วันที่" stands before it. */
  readonly marked: boolean;
  readonly start: number;
  readonly end: number;
}

// What stands before the year of a date: label, weekday, day, month and era take no more.
const REACH = 64;
const YEAR = /(?<!\d)(?:\d{4}|\d{2})(?!\d)/g;
// "๓๐ กรกฎาคม - ๑๕ สิงหาคม ๒๕๖๘": the day of the next date is no year of this one.
const MONTH_NEXT = new RegExp(`^\\s*(?:เดือน\\s*)?${MONTH_PATTERN}(?![ก-\\u0E4E])`);
const MONTH_REACH = 24;
const ERA_REACH = 16;
const ERA = /(?:(พ|ค)\.?\s?ศ\.?|(พุทธ|คริสต์)ศักราช|ปี)?\s*$/;
const DAY = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s*[-/]?\s*(?:of\s+|เดือน\s*)?$/;
const DAY_BEHIND = /(?<=[ก-\u0E4E.A-Za-z]\s*)(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(\s*,\s*|\s+)$/;
const LABEL = new RegExp(
  `(?:(ลง\\s?วัน\\s?(?:${WEEKDAY_PATTERN}\\s?)?ที่|ล\\.?ว\\.?(?:ท\\.?)?|(?:เมื่อ)?วัน\\s?(?:${WEEKDAY_PATTERN}\\s?)?ที่)\\s*)?(?:(?<=^|[\\s,])(?:วัน)?${WEEKDAY_PATTERN}(?:\\s?ที่|\\s*,)?\\s*)?$`,
);
const WEEKDAY = new RegExp(`(${WEEKDAY_PATTERN})(?:\\s?ที่|\\s*,)?\\s*$`);
const ENGLISH_WORD = /(?<![A-Za-z])[A-Za-z]{3,9}\.?$/;
const WHOLE_WORD = /(?:^|[^ก-\u0E4E]|เดือน)([ก-\u0E4E]{4,13}ฯ?\.?)$/;
const IN_DIGITS = /(?<![\d/]|\d\.|\d-)(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/g;
const IN_ISO = /(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?![\d/-])/g;

interface FoundMonth extends MonthReading {
  readonly start: number;
  readonly english: boolean;
}

const isThaiLetter = (character: string | undefined): boolean =>
  character !== undefined && /[ก-\u0E4E]/.test(character);

const MONTH_INITIALS: ReadonlySet<number> = new Set(
  [...'มกพภสศษตธทเ'].map((letter) => letter.charCodeAt(0)),
);
// No month takes more, with dots and spaces.
const LONGEST_MONTH = 22;

/** Where the Thai letters, dots and spaces that end a text begin. */
const wordStart = (text: string): number => {
  let at = text.length;
  while (at > 0 && text.length - at < LONGEST_MONTH) {
    const code = text.charCodeAt(at - 1);
    if (!(code >= 0x0e01 && code <= 0x0e4f) && code !== 0x2e && code !== 0x20) break;
    at--;
  }
  return at;
};

/** The month name that ends a text; a short one without dots has to be a word of its own. */
const monthAtEnd = (text: string): FoundMonth | null => {
  const english = ENGLISH_WORD.exec(text);
  if (english) {
    const month = exactMonth(english[0]);
    return month === null ? null : { month, exact: true, start: english.index, english: true };
  }
  const first = wordStart(text);
  for (let at = first; at < text.length - 1; at++) {
    if (!MONTH_INITIALS.has(text.charCodeAt(at))) continue;
    const word = text.slice(at);
    const month = exactMonth(word);
    if (month === null) continue;
    const isShort = word.replace(/[.\s]/g, '').length < 4;
    if (
      isShort &&
      (text[at - 1] === '.'
        ? /[ก-ฮ]\.$/.test(text.slice(0, at)) && !/ลว\.$/.test(text.slice(0, at))
        : isThaiLetter(text[at - 1]) && !word.includes('.'))
    ) {
      continue;
    }
    return { month, exact: true, start: at, english: false };
  }
  const whole = WHOLE_WORD.exec(text);
  const reading = whole && readMonth(whole[1] as string);
  return reading
    ? { ...reading, start: text.length - (whole[1] as string).length, english: false }
    : null;
};

/** Gregorian year of a printed one: two digits are of the B.E. 2500s; 1900-2099 can only be Gregorian already. */
const gregorianYear = (printed: string, isGregorian: boolean): number | null => {
  if (isGregorian && printed.length === 2) return null;
  const year = printed.length === 2 ? 2500 + Number(printed) : Number(printed);
  if (year >= 2400 && year < 2700) return year - BUDDHIST_ERA_OFFSET;
  return year >= 1900 && year < 2100 ? year : null;
};

const dateOf = (
  day: string | undefined,
  month: number,
  exact: boolean,
  year: number | null,
): Pick<WrittenDate, 'value' | 'fault'> => {
  if (year === null || month < 1 || month > 12) return { value: null, fault: 'impossible-year' };
  const fault = exact ? null : 'month-misspelled';
  if (day === undefined) return { value: formatIsoDate({ year, month }), fault };
  const number = Number(day);
  return number >= 1 && number <= daysInMonth(year, month)
    ? { value: formatIsoDate({ year, month, day: number }), fault }
    : { value: formatIsoDate({ year, month }), fault: 'impossible-day' };
};

interface Parts {
  readonly month: FoundMonth;
  readonly day: string | undefined;
  readonly start: number;
}

/** The day and month that end a text before its year, in either order. */
const partsBefore = (text: string, era: string, yearDigits: number): Parts | null => {
  const behind = DAY_BEHIND.exec(text);
  // Without a comma "มิ.ย. 20 68" might be two years or two days.
  if (behind && (yearDigits === 4 || (behind[2] as string).includes(','))) {
    const month = monthAtEnd(text.slice(0, behind.index).trimEnd());
    if (month) return { month, day: behind[1], start: month.start };
  }
  const month = monthAtEnd(text.replace(/[\s,/-]+$/, ''));
  if (!month) return null;
  const day = DAY.exec(text.slice(0, month.start));
  if (day) return { month, day: day[1], start: day.index };
  return era === '' && yearDigits === 2 ? null : { month, day: undefined, start: month.start };
};

const inWords = (text: string, year: RegExpExecArray): WrittenDate | null => {
  const from = Math.max(0, year.index - REACH);
  const before = text.slice(from, year.index);
  const tail = Math.max(0, before.length - ERA_REACH);
  const era = ERA.exec(before.slice(tail)) as RegExpExecArray;
  const printed = year[0];
  const isYearAlone = printed.length === 2 && Number(printed) > 31;
  const parts = partsBefore(
    before.slice(0, tail + era.index),
    isYearAlone ? 'ปี' : era[0].trim(),
    printed.length,
  );
  if (!parts) return null;
  const { month, day } = parts;
  const isGregorian =
    era[1] === 'ค' || era[2] === 'คริสต์' || (month.english && printed.length === 2);
  const left = before.slice(0, parts.start);
  const label = LABEL.exec(left) as RegExpExecArray;
  const weekday = WEEKDAY.exec(left)?.[1];
  const date = dateOf(day, month.month, month.exact, gregorianYear(printed, isGregorian));
  const isOther =
    weekday !== undefined &&
    date.value !== null &&
    isFullDate(date.value) &&
    !isOnWeekday(date.value, weekday);
  return {
    value: date.value,
    fault: date.fault ?? (isOther ? 'weekday-of-other-day' : null),
    marked: label[1] !== undefined,
    start: from + label.index,
    end: year.index + printed.length,
  };
};

const datesInWords = (text: string): WrittenDate[] => {
  const dates: WrittenDate[] = [];
  for (const year of text.matchAll(YEAR)) {
    const end = year.index + year[0].length;
    if (year[0].length === 2 && MONTH_NEXT.test(text.slice(end, end + MONTH_REACH))) continue;
    const date = inWords(text, year);
    if (date && date.start >= (dates.at(-1)?.end ?? 0)) dates.push(date);
  }
  return dates;
};

const marked = (text: string, at: number): RegExpExecArray =>
  LABEL.exec(text.slice(Math.max(0, at - REACH), at)) as RegExpExecArray;

const inDigits = (text: string, match: RegExpExecArray): WrittenDate => {
  const label = marked(text, match.index);
  const printed = match[4] as string;
  // A two-digit year of a date in digits is of the 2500s or of the 2000s, unless it can only be the one.
  const isPlain = printed.length === 4 || (Number(printed) > 31 && Number(printed) < 80);
  return {
    ...dateOf(match[1], Number(match[3]), true, isPlain ? gregorianYear(printed, false) : null),
    marked: label[1] !== undefined,
    start: match.index - label[0].length,
    end: match.index + match[0].length,
  };
};

const inIso = (text: string, match: RegExpExecArray): WrittenDate => {
  const label = marked(text, match.index);
  return {
    ...dateOf(match[3], Number(match[2]), true, gregorianYear(match[1] as string, false)),
    marked: label[1] !== undefined,
    start: match.index - label[0].length,
    end: match.index + match[0].length,
  };
};

const isMonth = (month: string | undefined): boolean => Number(month) >= 1 && Number(month) <= 12;

/**
 * Every date in a line, in order: in words (`31 พ.ค.2544`, `มิ.ย. 20, 2568`, `June 20, 2025`), or in digits (`31/5/44`).
 * One whose year may be of either era (`31/5/25`, `20 June 25`) has no value. `text` has Arabic digits.
 */
export const findWrittenDates = (text: string): WrittenDate[] => {
  const plain = foldForms(text);
  const digits = [...plain.matchAll(IN_DIGITS)].filter((match) => isMonth(match[3]));
  const iso = [...plain.matchAll(IN_ISO)].filter((match) => isMonth(match[2]));
  return [
    ...datesInWords(plain),
    ...digits.map((match) => inDigits(plain, match)),
    ...iso.map((match) => inIso(plain, match)),
  ].sort((a, b) => a.start - b.start);
};
