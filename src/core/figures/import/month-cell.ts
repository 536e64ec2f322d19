import { monthOfThaiName } from '#core/letter/date.ts';
import { type CellType, isStoredDate, plainCell } from '#core/tracking/register/cell-text.ts';
import { monthOfWord } from '#core/tracking/register/month-word.ts';
import { type FiscalYear, type IsoMonth, monthsOfFiscalYear } from '../fiscal-year.ts';

const pad = (month: number): string => String(month).padStart(2, '0');

/**
 * The Gregorian year of one as written: of the Buddhist era, with four digits or the last two (2550 to 2599), or of the
 * Common Era; null for what may be either or neither.
 */
export const gregorianYear = (text: string): number | null => {
  const year = Number(text);
  if (text.length === 2) return year >= 50 ? 2500 + year - 543 : null;
  if (year >= 2500 && year <= 2650) return year - 543;
  return year >= 1990 && year <= 2107 ? year : null;
};

const monthOf = (year: number | null, month: number): IsoMonth | null =>
  year === null || month < 1 || month > 12 ? null : `${year}-${pad(month)}`;

/** The month with this number within a fiscal year. */
const inFiscalYear = (month: number, year: FiscalYear | null): IsoMonth | null =>
  year === null
    ? null
    : (monthsOfFiscalYear(year).find((one) => one.endsWith(`-${pad(month)}`)) ?? null);

const LABEL = /^(?:ประจำ)?(?:งวด)?(?:เดือน|ด\.)\s*/;
const NAMED =
  /^([ก-\u0e4e][ก-\u0e4e. ฯ]{1,16}?|[A-Za-z]{3,9}\.?)[\s\-/,'’]*(?:(?:ปี\s*)?(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)\s*)?(\d{4}|\d{2})?$/;
const MONTH_FIRST = /^(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?\d{1,2})?(?:T.*)?$/;

/**
 * Reads a month as offices write it: "ต.ค. 67", "ตุลาคม 2567", "เดือน ต.ค.67", "10/2567", "2024-10", a day of the month that
 * a spreadsheet holds as a date, whatever era it took the year for; a name without a year where the fiscal year is known.
 * Null for anything else.
 */
export const readMonthCell = (
  text: string,
  type: CellType | undefined,
  fiscalYear: FiscalYear | null,
): IsoMonth | null => {
  const cell = plainCell(text).replace(LABEL, '').trim();
  const yearFirst = YEAR_FIRST.exec(cell);
  if (yearFirst) return monthOf(gregorianYear(yearFirst[1] as string), Number(yearFirst[2]));
  if (isStoredDate(type) || type === 'number' || type === 'time') return null;
  const monthFirst = MONTH_FIRST.exec(cell);
  if (monthFirst) return monthOf(gregorianYear(monthFirst[2] as string), Number(monthFirst[1]));
  const named = NAMED.exec(cell);
  const month = named && monthNamed(named[1] as string);
  if (!named || !month) return null;
  return named[2] === undefined
    ? inFiscalYear(month, fiscalYear)
    : monthOf(gregorianYear(named[2]), month);
};

/** Only whole words: a near miss may be any word of a heading. */
const monthNamed = (word: string): number | null => {
  const name = word.trim();
  if (/^[A-Za-z]/.test(name)) return monthOfWord(name);
  return (
    monthOfThaiName(name) ?? (name.length >= 4 && /คม|ยน|พันธ์/.test(name) ? monthOfWord(name) : null)
  );
};

const WITHIN =
  /((?:ม\.\s?ค|ก\.\s?พ|มี\.\s?ค|เม\.\s?ย|พ\.\s?ค|มิ\.\s?ย|ก\.\s?ค|ส\.\s?ค|ก\.\s?ย|ต\.\s?ค|พ\.\s?ย|ธ\.\s?ค)\.?|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)\s*(?:(?:ปี\s*)?พ\.?\s?ศ\.?\s*)?(\d{4}|\d{2})?(?!\d)/g;

/** The one month that a title names; null where it names none or several, or days ("ณ วันที่ 31 ตุลาคม 2567"). */
export const monthWithin = (title: string, fiscalYear: FiscalYear | null): IsoMonth | null => {
  const plain = plainCell(title);
  const found = new Set<string>();
  for (const match of plain.matchAll(WITHIN)) {
    if (/\d\s*$/.test(plain.slice(0, match.index))) continue;
    const month = monthOfThaiName((match[1] as string).trim());
    if (month === null) continue;
    const read =
      match[2] === undefined
        ? inFiscalYear(month, fiscalYear)
        : monthOf(gregorianYear(match[2]), month);
    if (read !== null) found.add(read);
  }
  return found.size === 1 ? ([...found][0] as string) : null;
};

/** The fiscal year that a title names ("ปีงบประมาณ พ.ศ. 2568"), B.E.; null where it names none. */
export const fiscalYearWithin = (title: string): FiscalYear | null => {
  const match = /(?:ปี\s?งบประมาณ|งปม\.?)\s*(?:พ\.?\s?ศ\.?)?\s*(\d{4}|\d{2})(?!\d)/.exec(
    plainCell(title),
  );
  const year = match ? gregorianYear(match[1] as string) : null;
  // Fiscal years are of the Buddhist era alone: 2025 would be one of neither.
  return year === null || (match?.[1]?.startsWith('20') && match[1].length === 4)
    ? null
    : year + 543;
};
