import {
  BUDDHIST_ERA_OFFSET,
  buddhistYear,
  MONTH_PATTERN,
  readThaiDate,
} from '#core/letter/date.ts';
import { toArabicDigits } from '#core/letter/digits.ts';
import { type LetterNumber, parseLetterNumber } from '#core/letter/number.ts';
import { type NumberText, readNumberText } from '#core/letter/reading/number-text.ts';

/** One number that a typed text may mean. What was not typed is null, and any will do. */
export interface NumberReading {
  readonly source: 'letter' | 'register';
  /** Two Thai letters, with a committee in brackets where one was typed: `กค (กวจ)`. */
  readonly prefix: string | null;
  /** Code of the unit in Arabic digits. */
  readonly unit: string | null;
  /** Running number, or the number in a register, in Arabic digits without leading zeros. */
  readonly running: string;
  /** Whether a digit was taken for the ว that scans turn into ๒ or ๙. */
  readonly corrected: boolean;
}

/** A number as a person typed it, in every way in which it may be meant. */
export interface TraceQuery {
  /** What was read, tidied: Arabic digits, single spaces. */
  readonly text: string;
  /** Buddhist year that was beside the number; null where none was. */
  readonly year: number | null;
  readonly readings: readonly NumberReading[];
}

/** Longest text that is read: a number with its date in words takes a third of it. */
export const LONGEST_TRACE_QUERY = 120;

const INVISIBLE = /[\p{Cc}\p{Cf}]+/gu;
const LEAD = /^(?:หนังสือ|เวียน|เลขทะเบียน|ทะเบียน|เลขรับ|เลขที่|เลข|ที่|รับ|ส่ง|[\s:])+/;
const MONTH_AND_YEAR = `${MONTH_PATTERN}\\s*(?:พ\\.?\\s?ศ\\.?\\s*)?(?:\\d{4}|\\d{2})`;
// "ว 11 เม.ย. 2567" has no day: then there would be no number.
const WRITTEN_DATES = ['\\d{1,2}\\s*', ''].map(
  (day) => new RegExp(`\\s*((?:ลงวันที่|วันที่|ลว\\.?)?\\s*${day}${MONTH_AND_YEAR})$`),
);
// Of two digits from 40 on, as below that the year may be of the Christian era.
const NAMED_YEAR = /\s*(?:ลว\.?|ปี)?\s*(?:พ\.?\s?ศ\.?|ปี)\s*(2[456]\d\d|[4-9]\d)$/;
const BARE_YEAR = /(?<=\d)(?:\s*\/\s*|\s+)(2[456]\d\d)$/;
// "0099/68" is the 68th letter of a unit; "ว 98765/68" and "98765/68" are of the year 2568.
const SHORT_YEAR = /(?<=ว\s?\.?\s?\d+|^[1-9]\d{2,})\s*\/\s*([4-9]\d)$/;

// Scans read the slash and the ว in many ways; a person copies what he sees.
const PREFIX = '([ก-ฮ])\\.?\\s?([ก-ฮ])\\.?\\s?(\\(\\s?[ก-ฮ.]{2,9}\\s?\\))?\\s?';
const UNIT = '(\\d{2,5}(?:\\s?\\.\\s?\\d{1,3})*)';
const SLASH = '\\s?[/\\\\|]\\s?';
const RUNNING = '(\\d{1,7})';
const WHOLE = new RegExp(
  `^(?:${PREFIX})?${UNIT}(?:${SLASH}([วร/]?)|\\s?(ว))\\s?\\.?\\s?${RUNNING}$`,
);
const SPACED = new RegExp(`^${PREFIX}${UNIT}(?:\\s|${SLASH}[29]\\s)${RUNNING}$`);
const PARTED_MARK = new RegExp(`^(?:${PREFIX})?${UNIT}${SLASH}[29]\\s${RUNNING}$`);
const BARE = new RegExp(`^[/\\\\|]?\\s?(ว?)\\s?\\.?\\s?${RUNNING}$`);

const bare = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** A running number that may begin with a misread ว, and what it then is. */
const withoutMark = (running: string): string[] =>
  /^[29]\d/.test(running) ? [bare(running.slice(1))] : [];

const prefixOf = (first?: string, second?: string, committee?: string): string | null =>
  first && second
    ? first + second + (committee ? ` ${committee.replace(/[\s.]/g, '')}` : '')
    : null;

const letterReadings = (
  prefix: string | null,
  unit: string | null,
  running: string,
  hasMark: boolean,
): NumberReading[] => {
  const reading = { source: 'letter', prefix, unit: unit?.replace(/\s/g, '') ?? null } as const;
  return [
    { ...reading, running: bare(running), corrected: false },
    ...(hasMark ? [] : withoutMark(running)).map((one) => ({
      ...reading,
      running: one,
      corrected: true,
    })),
  ];
};

const readingsOf = (text: string): NumberReading[] => {
  const whole = WHOLE.exec(text);
  if (whole) {
    const [, first, second, committee, unit = '', slashed, joined, running = ''] = whole;
    const prefix = prefixOf(first, second, committee);
    return letterReadings(prefix, unit, running, Boolean(slashed || joined));
  }
  const parted = PARTED_MARK.exec(text) ?? SPACED.exec(text);
  if (parted) {
    const [, first, second, committee, unit = '', running = ''] = parted;
    return letterReadings(prefixOf(first, second, committee), unit, running, true);
  }
  const alone = BARE.exec(text);
  if (!alone) return [];
  const [, mark, running = ''] = alone;
  const letters = letterReadings(null, null, running, mark !== '');
  if (mark !== '') return letters;
  const register: NumberReading = {
    source: 'register',
    prefix: null,
    unit: null,
    running: bare(running),
    corrected: false,
  };
  return [register, ...letters];
};

interface Parted {
  readonly number: string;
  readonly year: number;
}

const longYear = (digits = ''): number => Number(digits.length === 2 ? `25${digits}` : digits);

/** The ways of parting a text into a number and the year or date behind it. */
const partYear = (text: string): Parted[] => {
  const dates = WRITTEN_DATES.flatMap((pattern): Parted[] => {
    const written = pattern.exec(text);
    const date = written && readThaiDate(written[1] as string).value;
    return written && date
      ? [{ number: text.slice(0, written.index), year: buddhistYear(date) }]
      : [];
  });
  const year = NAMED_YEAR.exec(text) ?? BARE_YEAR.exec(text) ?? SHORT_YEAR.exec(text);
  return year ? [...dates, { number: text.slice(0, year.index), year: longYear(year[1]) }] : dates;
};

/** The query of a text that is read as cells of registers are; null where that leaves anything over. */
const queryOf = (text: string, { written, rest, year }: NumberText): TraceQuery | null => {
  if (!written || written.running === null || rest !== '') return null;
  const { prefix, unit, running, circular } = written;
  const readings = letterReadings(prefix, unit, running, circular);
  return { text, year: year === null ? null : year + BUDDHIST_ERA_OFFSET, readings };
};

/**
 * Reads a number as people type it: of a letter in any spelling, with or without its prefix, its slash and its ว, its
 * running number alone, or a number of a register; a year or a date may follow. Null where the text is none of these.
 */
export const readTraceQuery = (typed: string): TraceQuery | null => {
  if (typed.length > LONGEST_TRACE_QUERY) return null;
  const text = toArabicDigits(typed.replace(INVISIBLE, ' ')).replace(/\s+/g, ' ').trim();
  const asInRegisters = readNumberText(text);
  const whole = asInRegisters.written?.unit ? queryOf(text, asInRegisters) : null;
  if (whole) return whole;
  const plain = text.replace(LEAD, '');
  // "657/2568" is the 657th of a year rather than the 2568th letter of a unit.
  for (const { number, year } of partYear(plain)) {
    const readings = readingsOf(number.trim().replace(/[,\s]+$/, ''));
    if (readings.length > 0) return { text, year, readings };
  }
  const readings = readingsOf(plain);
  return readings.length > 0 ? { text, year: null, readings } : queryOf(text, asInRegisters);
};

const digitsOf = (unit: string): string => bare(unit.replace(/\D/g, ''));

const samePrefix = (typed: string, printed: string): boolean =>
  typed === printed || (!typed.includes('(') && printed.startsWith(`${typed} (`));

const sameLetter = (reading: NumberReading, number: LetterNumber): boolean =>
  reading.running === number.running &&
  (reading.prefix === null || samePrefix(reading.prefix, number.prefix)) &&
  (reading.unit === null || digitsOf(reading.unit) === digitsOf(number.unit));

/** The number in a register without its year and leading zeros: `00687` and `687/2568` are 687. */
export const registerRunning = (number: string): string =>
  bare(
    toArabicDigits(number)
      .replace(/\/\d+$/, '')
      .replace(/\D/g, ''),
  );

/** What a number is compared by: its running number in Arabic digits, of a letter or in a register. */
export const runningOf = (source: NumberReading['source'], number: string): string | null =>
  source === 'letter'
    ? (parseLetterNumber(number)?.running ?? null)
    : registerRunning(number) || null;

/** Whether a number on record, canonical for a letter, is one that the reading means. */
export const isMeant = (
  reading: NumberReading,
  source: NumberReading['source'],
  number: string,
): boolean => {
  if (reading.source !== source) return false;
  if (source === 'register') return registerRunning(number) === reading.running;
  const letter = parseLetterNumber(number);
  return letter !== null && sameLetter(reading, letter);
};

/** Whether a date on record, as far as it is known, may be of the year that was typed (Buddhist era). */
export const isOfYear = (year: number | null, date: string | null): boolean =>
  year === null || date === null || Number(date.slice(0, 4)) + BUDDHIST_ERA_OFFSET === year;
