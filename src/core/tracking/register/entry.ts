import { formatIsoDate, type IsoDate, parseIsoDate, readThaiDate } from '#core/letter/date.ts';
import { toArabicDigits } from '#core/letter/digits.ts';
import { canonicalLetterNumber } from '#core/letter/number.ts';
import type { Headings, RegisterField } from './headings.ts';

/** One entry of a register, as far as it can be read. */
export interface RegisterEntry {
  readonly registerNumber: string | null;
  /** Canonical letter number. */
  readonly letterNumber: string | null;
  readonly letterDate: IsoDate | null;
  /** Day on which it was received or sent. */
  readonly entryDate: IsoDate | null;
  readonly time: string | null;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly desk: string;
  /** It says that the letter is secret: it may not be taken over, nor copied anywhere. */
  readonly isSecret: boolean;
}

const NUMERIC = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/;

/** A time that stands behind a date in one cell; a date of digits and full stops has no space in it. */
const TIME_BEHIND = /(?:\s+(?:เวลา\s*)?|T)(\d{1,2}[.:]\d{2}(?::\d{2})?)\s*(?:น\.?)?$/;

/**
 * A date as registers write it, to the day: Thai month names, `๒๕/๓/๖๘`, `25-03-2568`, or ISO as spreadsheets give it; a
 * time behind it is passed over.
 * Years of two digits are of the 2500s; four digits before 2400 are Gregorian. Null for an impossible or partial one.
 */
export const readRegisterDate = (text: string): IsoDate | null => {
  const plain = toArabicDigits(text).trim().replace(TIME_BEHIND, '');
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain);
  const numeric = NUMERIC.exec(plain);
  if (iso || numeric) {
    const [day, month, printed] = iso
      ? [iso[3], iso[2], iso[1] as string]
      : [numeric?.[1], numeric?.[2], numeric?.[3] as string];
    const year = Number(printed) + (printed.length === 2 ? 2500 : 0);
    const date = formatIsoDate({
      year: year > 2400 ? year - 543 : year,
      month: Number(month),
      day: Number(day),
    });
    return parseIsoDate(date)?.day === undefined ? null : date;
  }
  const { value, doubt } = readThaiDate(
    plain.replace(/พ\.?\s*ศ\.?\s*/, '').replace(/\s*[-/]\s*/g, ' '),
  );
  return doubt === null && value !== null && value.length === 10 ? value : null;
};

/** A time as registers write it (`๐๙.๓๐ น.`, `9:30`) as `hh:mm`; null for any other text. */
export const readRegisterTime = (text: string): string | null => {
  const match = /^(\d{1,2})\s*[.:]\s*(\d{2})(?::\d{2})?\s*(?:น\.?)?$/.exec(
    toArabicDigits(text).trim(),
  );
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return `${(match[1] as string).padStart(2, '0')}:${match[2]}`;
};

/** A title with a date is shorter; entries mostly are not. */
const LONGEST_TITLE = 80;
const PAGE_TITLE =
  /^(?:ทะเบียนหนังสือ(?:รับ|ส่ง))?\s*(?:ประจำ)?\s*(?:วัน(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์)?ที่)?\s*/;

/**
 * The day that a row of its own gives for the entries under it, as the forms have it at the head of a page, in one cell
 * or several ("วันที่ ๑๑ เดือน เมษายน พ.ศ. ๒๕๖๘"); null where the row is an entry.
 */
export const dayOfPage = (row: readonly string[]): IsoDate | null => {
  const text = row
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(' ');
  if (text.length > LONGEST_TITLE) return null;
  return readRegisterDate(text.replace(PAGE_TITLE, '').replace(/\s*เดือน\s*/, ' '));
};

/** One row under the headings; null for an empty one. */
export const readEntry = (
  row: readonly string[],
  { places }: Headings,
  page: IsoDate | null,
): RegisterEntry | null => {
  if (row.every((cell) => cell.trim() === '')) return null;
  const text = (field: RegisterField): string => (row[places.get(field) ?? -1] ?? '').trim();
  const number = toArabicDigits(text('register-number')).replace(/\s/g, '');
  const entryDate = text('entry-date');
  return {
    registerNumber: number === '' ? null : number,
    letterNumber: canonicalLetterNumber(text('letter-number')),
    letterDate: readRegisterDate(text('letter-date')),
    entryDate: readRegisterDate(entryDate) ?? page,
    time: readRegisterTime(
      text('time') || (TIME_BEHIND.exec(toArabicDigits(entryDate))?.[1] ?? ''),
    ),
    from: text('from'),
    to: text('to'),
    subject: text('subject'),
    desk: text('desk'),
    // Secret letters have the word before or behind their number, too.
    isSecret: /(?<!ไม่)ลับ/.test(`${text('secrecy')} ${text('letter-number')}`),
  };
};
