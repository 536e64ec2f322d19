import { BUDDHIST_ERA_OFFSET, daysInMonth, formatIsoDate, type IsoDate } from '../date.ts';
import { readMonth } from '../month.ts';

/** A date as it stands in a line of text. `value` holds as much of it as is possible. */
export interface WrittenDate {
  readonly value: IsoDate | null;
  /** Whether all of it is possible, and its month is spelled as months are. */
  readonly sound: boolean;
  /** Whether "ลงวันที่" or "ลว." stands before it. */
  readonly marked: boolean;
  readonly start: number;
  readonly end: number;
}

const LABEL = String.raw`ลง\s?วัน\s?ที่|ล\.?ว\.?(?:ท\.?)?|เมื่อวันที่|วันที่`;
const YEAR = String.raw`(?:พ\.?\s?ศ\.?\s*|ค\.?\s?ศ\.?\s*|ปี\s*)?(\d{4}|\d{2})(?!\d)`;
const IN_WORDS = new RegExp(
  String.raw`(?:(${LABEL})\s*)?(?<!\d)(\d{1,2})?\s*(?:เดือน\s*)?((?:[ก-ฮ]\s?\.?\s?){2,3}|(?:มี|มิ|เม)\s?\.?\s?[คยษ]\s?\.?\s?|[ก-ฮเ][ก-\u0E4E]{3,11}ฯ?\.?)\s*${YEAR}`,
  'g',
);
const IN_DIGITS = new RegExp(
  String.raw`(?:(${LABEL})\s*|(?<![\d/.]))(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\3\s?(\d{4}|\d{2})(?!\d)`,
  'g',
);

/** Gregorian year of a printed one: two digits are of the B.E. 2500s; 1900-2099 can only be Gregorian already. */
const gregorianYear = (printed: string): number | null => {
  const year = printed.length === 2 ? 2500 + Number(printed) : Number(printed);
  if (year >= 2400 && year < 2700) return year - BUDDHIST_ERA_OFFSET;
  return year >= 1900 && year < 2100 ? year : null;
};

const dateOf = (
  day: string | undefined,
  month: number,
  exact: boolean,
  printedYear: string,
): Pick<WrittenDate, 'value' | 'sound'> => {
  const year = gregorianYear(printedYear);
  if (year === null || month < 1 || month > 12) return { value: null, sound: false };
  if (day === undefined) return { value: formatIsoDate({ year, month }), sound: exact };
  const number = Number(day);
  return number >= 1 && number <= daysInMonth(year, month)
    ? { value: formatIsoDate({ year, month, day: number }), sound: exact }
    : { value: formatIsoDate({ year, month }), sound: false };
};

const inWords = (match: RegExpExecArray): WrittenDate | null => {
  const month = readMonth(match[3] as string);
  if (!month) return null;
  return {
    ...dateOf(match[2], month.month, month.exact, match[4] as string),
    marked: match[1] !== undefined,
    start: match.index,
    end: match.index + match[0].length,
  };
};

// A word before a number is rarely a month; the search goes on right behind it, not behind the number.
const datesInWords = (text: string): WrittenDate[] => {
  const dates: WrittenDate[] = [];
  const pattern = new RegExp(IN_WORDS);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const date = inWords(match);
    if (date) dates.push(date);
    else pattern.lastIndex = match.index + 1;
  }
  return dates;
};

const inDigits = (match: RegExpExecArray): WrittenDate => ({
  ...dateOf(match[2], Number(match[4]), true, match[5] as string),
  marked: match[1] !== undefined,
  start: match.index,
  end: match.index + match[0].length,
});

/** Every date in a line, in order: in words (`31 พ.ค.2544`) or in digits (`31/5/44`). `text` has Arabic digits. */
export const findWrittenDates = (text: string): WrittenDate[] => {
  const words = datesInWords(text);
  const digits = [...text.matchAll(IN_DIGITS)].map(inDigits).filter(({ value }) => value !== null);
  return [...words, ...digits].sort((a, b) => a.start - b.start);
};
