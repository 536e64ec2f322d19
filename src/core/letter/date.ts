import { toArabicDigits, toThaiDigits } from './digits.ts';
import { readMonth, THAI_MONTHS, THAI_SHORT_MONTHS } from './month.ts';

/**
 * A Gregorian date in ISO 8601, to the precision that is known: `2025-04-22`, `2025-04` or `2025`.
 * Official letters print the Buddhist era, which is 543 years ahead.
 */
export type IsoDate = string;

/** Years between the Buddhist era that letters print and the Gregorian year of ISO dates. */
export const BUDDHIST_ERA_OFFSET = 543;

export { MONTH_PATTERN, monthOfThaiName, THAI_MONTHS, THAI_SHORT_MONTHS } from './month.ts';

export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a Gregorian month (1-12). */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** The parts of an ISO date of any precision, or null where it names no day of the calendar. */
export const parseIsoDate = (text: string): DateParts | null => {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return { year };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined) return { year, month };
  const day = Number(match[3]);
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** The ISO date of the parts, as precise as they are. The parts are taken to be possible. */
export const formatIsoDate = ({ year, month, day }: DateParts): IsoDate =>
  [pad(year, 4), month && pad(month, 2), month && day && pad(day, 2)].filter(Boolean).join('-');

/** Whether the ISO date is known to the day. */
export const isFullDate = (date: IsoDate): boolean => parseIsoDate(date)?.day !== undefined;

const digitsAt = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

/** As {@link parseIsoDate} for a full date only, and without a regular expression: a status counts 20,000 days. */
const parseFullDate = (text: string): Required<DateParts> | null => {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const [year, month, day] = [digitsAt(text, 0, 4), digitsAt(text, 5, 7), digitsAt(text, 8, 10)];
  const isPossible = year >= 0 && month >= 1 && month <= 12 && day >= 1;
  return isPossible && day <= daysInMonth(year, month) ? { year, month, day } : null;
};

/** Days since 1970-01-01 of a full ISO date (proleptic Gregorian calendar); throws a RangeError for anything else. */
export const dayNumber = (date: IsoDate): number => {
  const parts = parseFullDate(date);
  if (parts === null) {
    throw new RangeError(`"${date}" is not a full calendar date (YYYY-MM-DD)`);
  }
  // Counting years from March puts the leap day last, which makes month lengths a straight line.
  const year = parts.month > 2 ? parts.year : parts.year - 1;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear =
    Math.floor((153 * (parts.month + (parts.month > 2 ? -3 : 9)) + 2) / 5) + parts.day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

/** The ISO date of a day number; the inverse of {@link dayNumber}. */
export const dateOfDayNumber = (days: number): IsoDate => {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return formatIsoDate({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day });
};

/** Whole days from one full date to another; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** The Buddhist-era calendar year of an ISO date: the year in which its letter number counts. */
export const buddhistYear = (date: IsoDate): number =>
  Number(date.slice(0, 4)) + BUDDHIST_ERA_OFFSET;

/** The Buddhist-era fiscal year (1 October to 30 September) of an ISO date known at least to the month. */
export const fiscalYear = (date: IsoDate): number =>
  buddhistYear(date) + ((parseIsoDate(date)?.month ?? 0) >= 10 ? 1 : 0);

export interface ThaiDateStyle {
  readonly month?: 'long' | 'short';
  readonly digits?: 'arabic' | 'thai';
}

/** An ISO date in the Buddhist era as people write it: `22 เมษายน 2568`, `เม.ย. 2568`, `2568`. */
export const formatThaiDate = (date: IsoDate, style: ThaiDateStyle = {}): string => {
  const parts = parseIsoDate(date);
  if (!parts) throw new RangeError(`"${date}" is not a date of the calendar`);
  const months = style.month === 'short' ? THAI_SHORT_MONTHS : THAI_MONTHS;
  const text = [parts.day, parts.month && months[parts.month - 1], buddhistYear(date)]
    .filter((part) => part !== undefined)
    .join(' ');
  return style.digits === 'thai' ? toThaiDigits(text) : text;
};

/** What a printed date says. `value` holds as much of it as is possible; a doubt says what is not, or not certain. */
export interface DateReading {
  readonly value: IsoDate | null;
  readonly doubt:
    | 'impossible-day'
    | 'impossible-year'
    | 'month-misspelled'
    | 'weekday-of-other-day'
    | 'unreadable'
    | null;
}

const WEEKDAYS = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัส(?:บดี|ฯ)?', 'ศุกร์', 'เสาร์'] as const;
const WEEKDAY_TESTS = WEEKDAYS.map((name) => new RegExp(`^${name}$`));

/** Source of a regular expression for the name of a day of the week, without วัน. */
export const WEEKDAY_PATTERN = `(?:${WEEKDAYS.join('|')})`;

/** Whether a full date falls on the day of the week that is named (without วัน). */
export const isOnWeekday = (date: IsoDate, weekday: string): boolean =>
  // 1970-01-01 was a Thursday.
  WEEKDAY_TESTS[(((dayNumber(date) + 4) % 7) + 7) % 7]?.test(weekday) ?? false;

const LABEL = `(?:(?:ลง|เมื่อ|ณ|ประจำ)?\\s?(?:วัน\\s?)?(?:(${WEEKDAY_PATTERN})\\s?)?(?:ที่)?|ลว\\.?)`;
const ERA = '(?:(พ|ค)\\.?\\s?ศ\\.?|(พุทธ|คริสต์)ศักราช|ปี)?';
const MONTH_WORD = '([ก-ฮเ][ก-\\u0E4Eฯ. ]{1,15}?|[A-Za-z]{3,9}\\.?)';
const DAY_FIRST = new RegExp(
  `^${LABEL}\\s*(?:(\\d{1,2})\\s*[-/,]?\\s*)?(?:เดือน\\s*)?${MONTH_WORD}\\s*[-/,]?\\s*${ERA}\\s*(\\d{4}|\\d{2})$`,
);
const MONTH_FIRST = new RegExp(
  `^${LABEL}\\s*(?:เดือน\\s*)?${MONTH_WORD}\\s*(\\d{1,2})(?:\\s*,\\s*${ERA}\\s*|\\s+${ERA}\\s*(?=\\d{4}))(\\d{4}|\\d{2})$`,
);

interface PrintedDate {
  readonly weekday: string | undefined;
  readonly day: string | undefined;
  readonly month: string;
  readonly isGregorian: boolean;
  readonly year: string;
}

const UNREADABLE: DateReading = { value: null, doubt: 'unreadable' };

const isGregorianEra = (eras: readonly (string | undefined)[]): boolean =>
  eras.some((era) => era === 'ค' || era === 'คริสต์');

const printedDate = (text: string): PrintedDate | null => {
  const first = MONTH_FIRST.exec(text);
  if (first) {
    const [, weekday, month = '', day, ...rest] = first;
    return { weekday, day, month, isGregorian: isGregorianEra(rest), year: rest.at(-1) as string };
  }
  const match = DAY_FIRST.exec(text);
  if (!match) return null;
  const [, weekday, day, month = '', ...rest] = match;
  return { weekday, day, month, isGregorian: isGregorianEra(rest), year: rest.at(-1) as string };
};

const gregorianYear = ({ isGregorian, month, year }: PrintedDate): number | null => {
  const printed = Number(year);
  const isEnglish = /^[A-Za-z]/.test(month);
  if (isGregorian || (isEnglish && printed >= 1900 && printed < 2100)) return printed;
  // "June 20" may be of 2020 as well as of B.E. 2520.
  if (year.length === 2 && isEnglish) return null;
  return (year.length === 2 ? printed + 2500 : printed) - BUDDHIST_ERA_OFFSET;
};

/**
 * Reads one date as letters print it: `๒๒ เมษายน ๒๕๖๘`, `ลว. 31 พ.ค.2544`, `เม.ย. ๖๘`, `มิถุนายน 20, 2568`,
 * `June 20, 2025`. Years are of the Buddhist era, two-digit ones of the 2500s; behind ค.ศ. and an English month they may
 * be Gregorian. A day that the month does not have leaves month and year standing (`impossible-day`), as nothing tells
 * which day was meant; a year outside B.E. 2400-2699 leaves nothing. A month that is only near to a name
 * (`month-misspelled`) and a weekday that the date does not have (`weekday-of-other-day`) are doubts beside the date.
 */
export const readThaiDate = (text: string): DateReading => {
  const printed = printedDate(toArabicDigits(text).trim());
  const month = printed && readMonth(printed.month);
  if (!printed || !month) return UNREADABLE;
  const year = gregorianYear(printed);
  if (year === null) return UNREADABLE;
  if (year < 1857 || year > 2156) return { value: null, doubt: 'impossible-year' };
  // "มิ.ย. 20" may be a day as well as a year.
  if (printed.day === undefined && printed.year.length === 2 && Number(printed.year) <= 31) {
    return UNREADABLE;
  }
  const doubt = month.exact ? null : 'month-misspelled';
  if (printed.day === undefined) {
    return { value: formatIsoDate({ year, month: month.month }), doubt };
  }
  const day = Number(printed.day);
  if (day < 1 || day > daysInMonth(year, month.month)) {
    return { value: formatIsoDate({ year, month: month.month }), doubt: 'impossible-day' };
  }
  const value = formatIsoDate({ year, month: month.month, day });
  return printed.weekday !== undefined && !isOnWeekday(value, printed.weekday)
    ? { value, doubt: doubt ?? 'weekday-of-other-day' }
    : { value, doubt };
};
