import {
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  formatIsoDate,
  type IsoDate,
} from '#core/letter/date.ts';
import { type CellType, dayOfSerial, isStoredDate, plainCell } from './cell-text.ts';
import { type DateOrder, mayBeExchanged, NO_ORDER, NUMERIC_DATE, orderOf } from './date-order.ts';
import { monthOfWord } from './month-word.ts';
import { TIME_BEHIND_DATE } from './time-cell.ts';

/** What a cell says of a day. */
export interface DateReading {
  /** The day, where only one can be meant. */
  readonly value: IsoDate | null;
  /** Every day that may be meant, the likeliest first; empty where none can be read. */
  readonly readings: readonly IsoDate[];
  /** Why it is not certain, in English; null where it is, or where the cell is empty. */
  readonly doubt: string | null;
  /** What the readings differ in: cells of one row that do so in the same way mean the same one of theirs. */
  readonly by?: 'order' | 'stored-order' | 'year';
}

/** What helps to read the cells of a column of days. */
export interface DateColumn {
  readonly order: DateOrder;
  /** Another column of days of the same sheet has the month first. */
  readonly isMonthFirstElsewhere: boolean;
}

export const PLAIN_COLUMN: DateColumn = { order: NO_ORDER, isMonthFirstElsewhere: false };

const EMPTY: DateReading = { value: null, readings: [], doubt: null };
const certain = (value: IsoDate): DateReading => ({ value, readings: [value], doubt: null });
const unreadable = (text: string): DateReading => ({
  value: null,
  readings: [],
  doubt: `${JSON.stringify(text)} cannot be read as a day`,
});

const WEEKDAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:วัน)?อาทิตย์|^อา\.|^sun[a-z]*\b/i, 0],
  [/^(?:วัน)?จันทร์|^จ\.|^mon[a-z]*\b/i, 1],
  [/^(?:วัน)?อังคาร|^อ\.|^tue[a-z]*\b/i, 2],
  [/^(?:วัน)?พุธ|^พ\.(?![คยศ])|^wed[a-z]*\b/i, 3],
  [/^(?:วัน)?พฤหัส(?:บดี|ฯ|บ)?|^พฤ\.|^thu[a-z]*\b/i, 4],
  [/^(?:วัน)?ศุกร์|^ศ\.|^fri[a-z]*\b/i, 5],
  [/^(?:วัน)?เสาร์|^ส\.(?!ค)|^sat[a-z]*\b/i, 6],
];
const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const LABEL =
  /^(?:ลง\s?วัน\s?ที่|ล\.?\s?ว\.?(?:ท\.?)?|(?:เมื่อ|ณ|รับ|ส่ง|ออก)?\s?วัน\s?ที่|ที่|date)\s*:?\s*(?=\d)|^(?:ลงวันที่|ลว\.?|วันที่)\s*:?\s*/i;
const IN_WORDS =
  /^(\d{1,2})\s?[-/., ]?\s?(?:เดือน\s?)?([ก-\u0e4e. ฯ]{2,16}?|[A-Za-z]{3,9}\.?)\s?[-/,. ]?\s?(?:(?:ปี\s?)?(พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)\s?)?(\d{4}|\d{2})$/;
const MONTH_IN_FRONT = /^([A-Za-z]{3,9})\.?\s(\d{1,2}),?\s(\d{4})$/;
const WITHOUT_YEAR = /^(\d{1,2})\s?(?:([/.-])\s?(\d{1,2})|(?:เดือน\s?)?([ก-\u0e4e. ฯ]{2,16}))$/;
const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const SERIAL = /^(\d{5,6})(?:\.\d+)?$/;

/** Serial numbers of 2000 to 2149, in both eras: no other number of a register is likely to be one. */
const isSerial = (serial: number): boolean =>
  (serial > 36_525 && serial < 91_000) || (serial > 234_000 && serial < 255_000);

interface Year {
  readonly year: number;
  /** `short`: what a spreadsheet makes of two digits of a Buddhist year; `unclear`: of either era. */
  readonly kind: 'common' | 'buddhist' | 'short' | 'unclear';
}

/**
 * The Gregorian year of a printed one. 25xx is Buddhist. 1930-1999 and 2057-2099 are what spreadsheets make of two digits
 * of a Buddhist year, as no register is of those years. Two digits below 40 may be of either era.
 */
const readYear = (printed: string, era = ''): Year | null => {
  const year = Number(printed);
  const isShort = printed.length === 2;
  if (era.startsWith('ค')) return { year: isShort ? 2000 + year : year, kind: 'common' };
  if (isShort && (year >= 40 || era !== '')) return { year: 1957 + year, kind: 'buddhist' };
  if (isShort) return { year: 2000 + year, kind: 'unclear' };
  if (year >= 2400 && year < 2700) return { year: year - 543, kind: 'buddhist' };
  if (era !== '') return null;
  if ((year >= 1930 && year < 2000) || (year >= 2057 && year < 2100))
    return { year: 1957 + (year % 100), kind: 'short' };
  return year >= 2000 && year < 2057 ? { year, kind: 'common' } : null;
};

const dayOf = (year: number, month: number, day: number): IsoDate | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? formatIsoDate({ year, month, day })
    : null;

const withYear = (value: IsoDate | null, year: Year, text: string): DateReading => {
  if (value === null) return unreadable(text);
  if (year.kind !== 'unclear') return certain(value);
  const doubt = `the year of ${JSON.stringify(text)} may be of either era`;
  return { value: null, readings: [value], doubt, by: 'year' };
};

const either = (
  text: string,
  readings: readonly IsoDate[],
  by: DateReading['by'],
  why: string,
): DateReading => ({
  value: null,
  readings,
  doubt: `${JSON.stringify(text)} may be ${readings.join(' or ')}: ${why}`,
  ...(by ? { by } : {}),
});

const readNumeric = (text: string, match: RegExpExecArray, column: DateColumn): DateReading => {
  const year = readYear(match[3] as string);
  if (year === null) return unreadable(text);
  const [first, second] = [Number(match[1]), Number(match[2])];
  const dayFirst = dayOf(year.year, second, first);
  const monthFirst = dayOf(year.year, first, second);
  const order = orderOf(column.order, column.isMonthFirstElsewhere);
  if (dayFirst !== null && monthFirst !== null && first !== second) {
    const isForeign = year.kind === 'short' || year.kind === 'unclear';
    if (order === null || (isForeign && order === 'day' && column.order.dayFirst === 0)) {
      const why =
        order === null ? 'rows of this sheet have the month first' : 'its year is unclear';
      return either(text, [dayFirst, monthFirst], 'order', why);
    }
    return withYear(order === 'day' ? dayFirst : monthFirst, year, text);
  }
  if (dayFirst === null && monthFirst !== null && order !== 'month') {
    return either(text, [monthFirst], undefined, 'its second number is no month');
  }
  return withYear(dayFirst ?? monthFirst, year, text);
};

/** A day as a spreadsheet stores it: of a year that it misunderstood, day and month may be exchanged as well. */
const readStored = (
  text: string,
  parts: readonly number[],
  column: DateColumn,
  isLoose: boolean,
): DateReading => {
  const [printed = 0, month = 0, day = 0] = parts;
  const year = readYear(String(printed).padStart(4, '0'));
  const value = year && dayOf(year.year, month, day);
  if (!year || !value) return unreadable(text);
  const exchanged = day === month ? null : dayOf(year.year, day, month);
  const { order } = column;
  const isProved = !isLoose || order.storedBehind12 > 0;
  if (exchanged !== null && (mayBeExchanged(order) || (year.kind !== 'common' && !isProved))) {
    const why = 'the spreadsheet may have taken the day for the month';
    return either(text, [value, exchanged], 'stored-order', why);
  }
  return certain(value);
};

const readWords = (text: string, match: RegExpExecArray): DateReading => {
  const year = readYear(match[4] as string, match[3]);
  const month = monthOfWord(match[2] as string);
  if (!year || month === null) return unreadable(text);
  return withYear(dayOf(year.year, month, Number(match[1])), year, text);
};

/** A day without its year, with the year that the register names elsewhere: always to be looked at. */
const readYearless = (text: string, match: RegExpExecArray, named: number | null): DateReading => {
  const month = match[3] === undefined ? monthOfWord(match[4] as string) : Number(match[3]);
  const value = named !== null && month !== null && dayOf(named, month, Number(match[1]));
  if (!value) return unreadable(text);
  return either(text, [value], undefined, 'it has no year of its own');
};

const checkWeekday = (reading: DateReading, text: string, weekday: number | null): DateReading => {
  if (weekday === null || reading.readings.length === 0) return reading;
  const fitting = reading.readings.filter((one) => (dayNumber(one) + 4) % 7 === weekday);
  const [only, ...more] = fitting;
  if (only !== undefined && more.length === 0)
    return reading.by === 'year' ? reading : certain(only);
  if (only !== undefined) return reading;
  const doubt = `${JSON.stringify(text)} is no ${DAY_NAMES[weekday]}`;
  return { value: null, readings: reading.readings, doubt };
};

const readPlain = (
  plain: string,
  text: string,
  column: DateColumn,
  named: number | null,
): DateReading => {
  const numeric = NUMERIC_DATE.exec(plain);
  if (numeric) return readNumeric(text, numeric, column);
  const words = IN_WORDS.exec(plain);
  if (words) return readWords(text, words);
  const front = MONTH_IN_FRONT.exec(plain);
  const month = front && monthOfWord(front[1] as string);
  const year = front && readYear(front[3] as string);
  if (front && month && year)
    return withYear(dayOf(year.year, month, Number(front[2])), year, text);
  const yearless = WITHOUT_YEAR.exec(plain);
  return yearless ? readYearless(text, yearless, named) : unreadable(text);
};

/**
 * Reads a day as registers write it: Thai and English month names, misspelt ones where only one is near, weekdays (which
 * have to fit), digits in the order that the column has, ISO, and what spreadsheets make of all these: Buddhist and short
 * years taken for the Common Era, serial numbers. `named` is the Gregorian year that the register names elsewhere.
 */
export const readDateCell = (
  text: string,
  type?: CellType,
  column: DateColumn = PLAIN_COLUMN,
  named: number | null = null,
): DateReading => {
  const cell = plainCell(text)
    .replace(TIME_BEHIND_DATE, '')
    .replace(/^[[("']+|[\])"',;]+$|(?<=\d)\.$/g, '');
  if (/^[-–—.\s]*$/.test(cell)) return EMPTY;
  const iso = ISO.exec(cell);
  if (iso) {
    const parts = iso.slice(1).map(Number);
    if (isStoredDate(type)) return readStored(text, parts, column, type === 'loose-date');
    const year = readYear(iso[1] as string);
    return year
      ? withYear(dayOf(year.year, parts[1] ?? 0, parts[2] ?? 0), year, text)
      : unreadable(text);
  }
  const serial = Number(SERIAL.exec(cell)?.[1] ?? 0);
  if (isSerial(serial)) {
    const stored = dateOfDayNumber(dayOfSerial(serial)).split('-').map(Number);
    return readStored(text, stored, column, true);
  }
  const labelled = cell.replace(LABEL, '');
  const [pattern, weekday] = WEEKDAYS.find(([one]) => one.test(labelled)) ?? [];
  const rest = pattern ? labelled.replace(pattern, '').replace(/^\s?(?:ที่)?[\s,.]*/, '') : labelled;
  return checkWeekday(
    readPlain(rest.replace(LABEL, ''), text, column, named),
    text,
    weekday ?? null,
  );
};
