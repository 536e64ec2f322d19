import { plainCell } from './cell-text.ts';
import { type DateReading, readDateCell } from './date-cell.ts';

/** A title with a date is shorter; entries mostly are not. */
const LONGEST_TITLE = 80;
/** With spaces and characters that are not seen. */
const LONGEST_RAW_TITLE = 100;
const PAGE_TITLE =
  /^(?:ทะเบียนหนังสือ(?:รับ|ส่ง))?\s*(?:ประจำ)?\s*(?:วัน(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์)?ที่)?\s*/;

/**
 * The day that a row of its own gives for the entries under it, as the forms have it at the head of a page, in one cell
 * or several ("วันที่ ๑๑ เดือน เมษายน พ.ศ. ๒๕๖๘"); null where the row is an entry.
 */
export const dayOfPage = (
  row: readonly string[],
  named: number | null = null,
): DateReading | null => {
  let length = 0;
  for (const cell of row) length += cell.trim().length;
  if (length > LONGEST_RAW_TITLE) return null;
  const filled = row.map((cell) => cell.trim()).filter(Boolean);
  const text = plainCell(filled.join(' '));
  // A number alone is no day, though spreadsheets store days as numbers.
  if (/^\d*$/.test(text) || text.length > LONGEST_TITLE) return null;
  const read = readDateCell(text.replace(PAGE_TITLE, ''), undefined, undefined, named);
  const isWhole = read.value !== null || (filled.length === 1 && read.by !== undefined);
  return isWhole ? read : null;
};

const NAMED_YEAR = /(?<!งบประมาณ\s?)(?:พ\.?\s?ศ\.?|ปี)\s*(?:พ\.?\s?ศ\.?)?\s*(2[45]\d\d)(?!\d)/;

/** The Gregorian year that a title names ("ประจำปี พ.ศ. ๒๕๖๘"); null for a fiscal year, or none. */
export const yearOfTitle = (title: string): number | null => {
  const year = NAMED_YEAR.exec(plainCell(title))?.[1];
  return year === undefined || /งบประมาณ/.test(title) ? null : Number(year) - 543;
};
