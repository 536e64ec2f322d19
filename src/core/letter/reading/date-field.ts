import { dayNumber, type IsoDate, isFullDate, parseIsoDate } from '../date.ts';
import { toArabicDigits } from '../digits.ts';
import { readMonth } from '../month.ts';
import { doubt, type Field, type FieldDoubt, offer } from './field.ts';
import { isNoisy } from './noise.ts';
import { findWrittenDates } from './written-date.ts';

/** Day of the week of a full date, 0 for Sunday. 1970-01-01 was a Thursday. */
const dayOfWeek = (date: IsoDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** Offices are closed on Saturdays and Sundays, so a letter dated then was more likely misread than written. */
const calendarDoubts = (date: IsoDate, read: string): FieldDoubt[] => {
  const doubts: FieldDoubt[] = [];
  if (isFullDate(date) && [0, 6].includes(dayOfWeek(date))) {
    doubts.push(doubt('unclear', 'weekend', [offer(read, date)]));
  }
  const { year } = parseIsoDate(date) as { year: number };
  if (year < 1957 || year > 2056)
    doubts.push(doubt('unclear', 'impossible-year', [offer(read, date)]));
  return doubts;
};

/** A year in two digits that may as well be one of the Common Era: ๒๖ is 2526 or 2026. */
const EITHER_ERA = /[ก-\u0E4E.]\s*(?<!ศ\.?\s*)(?:1[5-9]|2\d|3[0-2])$/;
const TIDY = /^(?:ลง\s?วัน\s?ที่|ลว\.?|วันที่|เมื่อวันที่)?\s*/;

/** Reads a text that is a date and little else; null where there is not even a month or a year of the Buddhist era. */
export const readDateField = (read: string, line: number): Field<IsoDate> | null => {
  const text = toArabicDigits(read).replace(TIDY, '').replace(/[*_]/g, '').trim();
  const found = findWrittenDates(text)[0];
  const dayless =
    found?.value && !isFullDate(found.value) && /^\d{1,2}\D{1,3}$/.test(text.slice(0, found.start));
  if (found?.value && !dayless) {
    const doubts: FieldDoubt[] = [];
    const rest = (text.slice(0, found.start) + text.slice(found.end)).replace(/[\s.,]/g, '');
    const day = isFullDate(found.value);
    if (!day && !/\d/.test(text.slice(found.start).trimStart()[0] ?? '')) {
      doubts.push(doubt('unreadable', 'no-day', [offer(read, found.value)]));
    } else if (!day) {
      doubts.push(doubt('unreadable', 'impossible-day', [offer(read, null)]));
    } else if (found.fault !== null) {
      doubts.push(doubt('unclear', found.fault, [offer(read, found.value)]));
    }
    if (EITHER_ERA.test(text) && !doubts.some(({ code }) => code === 'impossible-day')) {
      doubts.push(doubt('unclear', 'impossible-year', [offer(read, found.value)]));
    }
    if (rest !== '') doubts.push(doubt('unclear', isNoisy(rest) ? 'noise' : 'stray-characters'));
    if (/[๐-๙][0-9]|[0-9][๐-๙]/.test(read)) doubts.push(doubt('unclear', 'mixed-digits'));
    return {
      value: found.value,
      read,
      line,
      doubts: [...doubts, ...calendarDoubts(found.value, read)],
    };
  }
  return looseDate(text, read, line);
};

/** A date whose parts are out of place ("๒๕๖๓ สิงหาคม", "๑๗) กรกฎาคม ๒๕๖๓"): what of it is possible, always in doubt. */
const looseDate = (text: string, read: string, line: number): Field<IsoDate> | null => {
  const year = /(?<!\d)2[45]\d\d(?!\d)/.exec(text);
  const word = text
    .split(/[\s\d)(.,/]+/)
    .map((part) => ({ part, month: part.length > 2 ? readMonth(part) : null }))
    .find(({ month }) => month !== null);
  if (!word?.month) {
    return year && text.length < 40
      ? { value: null, read, line, doubts: [doubt('unreadable', 'unreadable')] }
      : null;
  }
  if (!year) return { value: null, read, line, doubts: [doubt('unreadable', 'unreadable')] };
  const month = `${Number(year[0]) - 543}-${String(word.month.month).padStart(2, '0')}`;
  const before = text.slice(0, text.indexOf(word.part));
  const day = /(?<!\d)(\d{1,2})(?!\d)\D{0,3}$/.exec(before)?.[1];
  const full = day && `${month}-${day.padStart(2, '0')}`;
  if (full && parseIsoDate(full)) {
    return {
      value: full,
      read,
      line,
      doubts: [
        doubt('unclear', 'stray-characters', [offer(read, full)]),
        ...calendarDoubts(full, read),
      ],
    };
  }
  return {
    value: month,
    read,
    line,
    doubts: [doubt('unreadable', 'no-day', [offer(read, month)])],
  };
};

/** Whether a line of the head looks like a date, whole or in ruins. */
export const looksLikeDate = (text: string): boolean => {
  if (text.length > 60 || /\/\s*ว|รับ|โทร|ถนน|หมู่|ภายใน|พิมพ์|\d{5}|[๐-๙]{5}/.test(text)) return false;
  const plain = toArabicDigits(text).replace(TIDY, '').trim();
  if (findWrittenDates(plain).some(({ start, end }) => end - start > plain.length * 0.6))
    return true;
  const hasMonth = plain
    .split(/[\s\d)(.,/]+/)
    .some((part) => part.length > 2 && readMonth(part)?.exact);
  const hasYear = /(?<!\d)2[45]\d\d(?!\d)/.test(plain);
  return (hasMonth || hasYear) && plain.length < 40;
};

/** Which of two dates of any precision is later: positive where the first is, 0 where one may lie in the other. */
export const compareDates = (a: IsoDate, b: IsoDate): number => {
  const length = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  return left === right ? 0 : left > right ? 1 : -1;
};
