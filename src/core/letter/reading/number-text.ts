import { BUDDHIST_ERA_OFFSET, type IsoDate, isFullDate } from '../date.ts';
import { toArabicDigits } from '../digits.ts';
import type { Urgency } from '../letter.ts';
import { canonicalLetterNumber, formatLetterNumber } from '../number.ts';
import { findWrittenNumbers, type WrittenNumber } from './number-words.ts';
import { isKnownPrefix } from './prefixes.ts';
import { findUrgency } from './urgency.ts';
import { findWrittenDates } from './written-date.ts';

/** What a text says that should be one letter number and little else: a cell of a register, or a number that was typed. */
export interface NumberText {
  /** The parts of the number as far as they are written; null where there is no number, or there are several. */
  readonly written: WrittenNumber | null;
  /** Canonical (`มท 0808.4/ว 1541`); null where a part of it is not written. */
  readonly number: string | null;
  /** Date of the letter beside its number, to the day. */
  readonly date: IsoDate | null;
  /** Year beside the number, of the Common Era; that of the date, where there is one. */
  readonly year: number | null;
  readonly urgency: Urgency | null;
  /** What else stands there, and is none of these; empty where all of the text is accounted for. */
  readonly rest: string;
}

const NOTHING: NumberText = {
  written: null,
  number: null,
  date: null,
  year: null,
  urgency: null,
  rest: '',
};

/** Words that may stand around a number and say nothing about it. */
const AROUND =
  /(?<![ก-\u0e4e])(?:หนังสือ(?:เวียน|ราชการ|ภายนอก|ภายใน)?|เวียน|บันทึก(?:ข้อความ)?|โทรสาร(?:ในราชการ)?|วิทยุ|เลขที่(?:หนังสือ)?|ที่|เลข|ลงวันที่|วันที่|ลว\.?|ลับ(?:มาก|ที่สุด)?|no)(?![ก-\u0e4eA-Za-z])/gi;
const YEAR = /^[\s/,(]*(?:ปี\s*)?(?:พ\.?\s?ศ\.?\s*)?(2[45]\d\d)(?!\d)/;

/** The text in one line, with Arabic digits, composed vowels and nothing that is not seen. */
const plainLine = (text: string): string =>
  toArabicDigits(text)
    .normalize('NFC')
    .replace(/\p{Cf}+/gu, '')
    .replace(/\u0e4d\u0e32/g, 'ำ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\(\s?ว\s?\)(?=\s?\d)/g, 'ว')
    .replace(/\/(?:\s?\/)+/g, '/')
    // A number that went through a number format (1541.0), and a full stop that ends the line.
    .replace(/(?<=\/\s?(?:ว\s?\.?\s?)?\d{1,6})\.0+(?!\d)/g, '')
    .trim();

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

/** The usual spelling of a number, with nothing beside it. */
const SIMPLE = /^([ก-ฮ]{2}) ?(\d{4}(?:\.\d{1,2})?)\/(ว ?)?([1-9]\d{0,4})$/;

const ofSimple = (match: RegExpExecArray): NumberText => {
  const [whole, prefix = '', unit = '', mark, running = ''] = match;
  const circular = mark !== undefined;
  const place = { range: false, unsurePrefix: false, start: 0, end: whole.length };
  const written = { prefix, unit, circular, running, ...place };
  return { ...NOTHING, written, number: formatLetterNumber({ prefix, unit, circular, running }) };
};

/**
 * Reads a text that should be one letter number, in any spelling, with what people write beside it: urgency, ที่, the
 * date of the letter, a year, dots, brackets and line breaks. The number itself is found by {@link findWrittenNumbers},
 * as in citations and wherever numbers are typed. Nothing is guessed: what is left over is in `rest`.
 */
export const readNumberText = (text: string): NumberText => {
  // Most cells are a number and nothing else.
  const simple = SIMPLE.exec(text);
  if (simple && isKnownPrefix(simple[1] as string)) return ofSimple(simple);
  const plain = plainLine(text);
  const canonical = canonicalLetterNumber(plain);
  const numbers = findWrittenNumbers(plain);
  const [written, ...more] = numbers;
  if (!written || more.length > 0) return { ...NOTHING, rest: plain };
  let rest = blank(plain, written.start, written.end);
  let date: IsoDate | null = null;
  const dates = findWrittenDates(rest);
  const [found] = dates;
  if (
    found &&
    dates.length === 1 &&
    found.fault === null &&
    found.value &&
    isFullDate(found.value)
  ) {
    date = found.value;
    rest = blank(rest, found.start, found.end);
  }
  let year = date === null ? null : Number(date.slice(0, 4));
  const named = date === null ? YEAR.exec(rest.slice(written.end)) : null;
  if (named) {
    year = Number(named[1]) - BUDDHIST_ERA_OFFSET;
    rest = blank(rest, written.end, written.end + named[0].length);
  }
  const first = findUrgency(rest);
  for (let mark = first; mark; mark = findUrgency(rest)) rest = blank(rest, mark.start, mark.end);
  const { prefix, unit, running, circular } = written;
  const isWhole = prefix !== null && unit !== null && running !== null;
  return {
    written,
    number: canonical ?? (isWhole ? formatLetterNumber({ prefix, unit, running, circular }) : null),
    date,
    year,
    urgency: first?.urgency ?? null,
    rest: rest
      .replace(AROUND, ' ')
      .replace(/[\s.,:;()[\]{}<>"'“”‘’|/\\–—_*-]+/g, ' ')
      .trim(),
  };
};
