import { toArabicDigits, toThaiDigits } from './digits.ts';

/**
 * A Gregorian date in ISO 8601, to the precision that is known: `2025-04-22`, `2025-04` or `2025`.
 * Official letters print the Buddhist era, which is 543 years ahead.
 */
export type IsoDate = string;

/** Years between the Buddhist era that letters print and the Gregorian year of ISO dates. */
export const BUDDHIST_ERA_OFFSET = 543;

export const THAI_MONTHS = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
] as const;

export const THAI_SHORT_MONTHS = [
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เม.ย.',
  'พ.ค.',
  'มิ.ย.',
  'ก.ค.',
  'ส.ค.',
  'ก.ย.',
  'ต.ค.',
  'พ.ย.',
  'ธ.ค.',
] as const;

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

/** What a printed date says. `value` holds as much of it as is possible; a doubt says what is not. */
export interface DateReading {
  readonly value: IsoDate | null;
  readonly doubt: 'impossible-day' | 'impossible-year' | 'unreadable' | null;
}

const escapeForRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// เมษาฯ and the like are clipped names; dots and spaces in the short forms come and go in print.
const MONTH_SPELLINGS = THAI_MONTHS.map((long, index) => {
  const short = THAI_SHORT_MONTHS[index] as string;
  const loose = short
    .split('.')
    .filter(Boolean)
    .map(escapeForRegExp)
    .join('\\s?\\.?\\s?')
    .concat('\\s?\\.?');
  const clipped = long.replace(/(คม|ยน|พันธ์)$/, '');
  return `(?:${long}|${clipped}ฯ|${loose})`;
});

/** Source of a regular expression, over Arabic digits, for any spelling of a Thai month. */
export const MONTH_PATTERN = `(?:${MONTH_SPELLINGS.join('|')})`;

const MONTH_TESTS = MONTH_SPELLINGS.map((spelling) => new RegExp(`^${spelling}$`));

/** The month (1-12) that a Thai month name stands for, long, short or clipped; null for any other text. */
export const monthOfThaiName = (name: string): number | null => {
  const index = MONTH_TESTS.findIndex((test) => test.test(name.trim()));
  return index < 0 ? null : index + 1;
};

const THAI_DATE = new RegExp(
  `^(?:ลงวันที่|วันที่|ลว\\.?)?\\s*(?:(\\d{1,2})\\s*)?(${MONTH_PATTERN})\\s*(?:พ\\.?\\s?ศ\\.?\\s*)?(\\d{4}|\\d{2})?$`,
);

const gregorianYear = (printed: string): number => {
  const year = Number(printed);
  return (printed.length === 2 ? year + 2500 : year) - BUDDHIST_ERA_OFFSET;
};

/**
 * Reads one Buddhist-era date as letters print it: `๒๒ เมษายน ๒๕๖๘`, `ลว. 31 พ.ค.2544`, `เม.ย. ๖๘`.
 * Two-digit years are of the 2500s. A day that the month does not have leaves month and year standing
 * (`impossible-day`), as nothing tells which day was meant; a year outside B.E. 2400-2699 leaves nothing.
 */
export const readThaiDate = (text: string): DateReading => {
  const match = THAI_DATE.exec(toArabicDigits(text).trim());
  const month = match && monthOfThaiName(match[2] as string);
  if (!match || !month || match[3] === undefined) return { value: null, doubt: 'unreadable' };
  const year = gregorianYear(match[3]);
  if (year < 1857 || year > 2156) return { value: null, doubt: 'impossible-year' };
  if (match[1] === undefined) return { value: formatIsoDate({ year, month }), doubt: null };
  const day = Number(match[1]);
  return day >= 1 && day <= daysInMonth(year, month)
    ? { value: formatIsoDate({ year, month, day }), doubt: null }
    : { value: formatIsoDate({ year, month }), doubt: 'impossible-day' };
};
