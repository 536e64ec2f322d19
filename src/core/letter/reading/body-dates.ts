import { daysInMonth, formatIsoDate, type IsoDate, parseIsoDate } from '../date.ts';
import { exactMonth } from '../month.ts';
import type { RunningText } from './running-text.ts';
import { type DateFault, findWrittenDates, type WrittenDate } from './written-date.ts';

/** A day or a span of days that the body of a letter states, with the words around it. */
export interface StatedDate {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** What is wrong with it; `no-year` where its first day has none, and is later in the year than its last one. */
  readonly fault: DateFault | 'no-year' | null;
  /** As printed. */
  readonly read: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** Place in the running text (UTF-16 offsets, end exclusive). */
  readonly start: number;
  readonly end: number;
}

const CONTEXT = 60;
const RANGE_START =
  /(?<!\d)(\d{1,2})\s*(?:([ก-ฮเ][ก-\u0E4E.ฯ]{2,11})\s*)?(?:พ\.ศ\.\s*)?(\d{4})?\s*(?:-|–|—|ถึง|จนถึง)\s*(?:วันที่\s*)?$/;

/** The first day of a span that ends on `last`: it has the month and the year of that one where it has none of its own. */
const firstDay = (
  last: IsoDate,
  [, day = '', name]: RegExpExecArray,
): { readonly from: IsoDate; readonly fault: 'no-year' | null } | null => {
  const parts = parseIsoDate(last);
  const month = name === undefined ? parts?.month : exactMonth(name);
  if (!parts?.month || !month) return null;
  // Days from December to January: which year the first of them has is not written.
  const isYearBefore = month > parts.month;
  const year = isYearBefore ? parts.year - 1 : parts.year;
  if (Number(day) < 1 || Number(day) > daysInMonth(year, month)) return null;
  const from = formatIsoDate({ year, month, day: Number(day) });
  return { from, fault: isYearBefore ? 'no-year' : null };
};

/** Every day or span of days in a text, in order. A span written "๕ - ๒๑ เมษายน ๒๕๖๘" is one. */
export const statedDates = ({ text, plain, lineAt }: RunningText): StatedDate[] => {
  const stated: StatedDate[] = [];
  let last: WrittenDate | null = null;
  for (const date of findWrittenDates(plain)) {
    if (date.value === null) continue;
    const before = plain.slice(Math.max(0, date.start - CONTEXT), date.start);
    const joined: boolean =
      last !== null &&
      /^\s*(?:-|–|—|ถึง|จนถึง)\s*(?:เดือน)?\s*$/.test(plain.slice(last.end, date.start));
    const range = joined ? null : RANGE_START.exec(before);
    const first = range && !range[3] ? firstDay(date.value, range) : null;
    const from = joined ? (last?.value ?? null) : (first?.from ?? null);
    const isSpan = joined || from !== null;
    const start = joined
      ? (last as WrittenDate).start
      : range && from
        ? date.start - (before.length - range.index)
        : date.start;
    if (joined) stated.pop();
    stated.push({
      from: isSpan ? from : null,
      to: date.value,
      fault: date.fault ?? (joined ? (last?.fault ?? null) : (first?.fault ?? null)),
      read: text.slice(start, date.end).trim(),
      line: lineAt(start),
      before: text.slice(Math.max(0, start - CONTEXT), start),
      after: text.slice(date.end, date.end + CONTEXT),
      start,
      end: date.end,
    });
    last = date;
  }
  return stated;
};
