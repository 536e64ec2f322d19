import { daysInMonth, formatIsoDate, type IsoDate, parseIsoDate } from '../date.ts';
import type { RunningText } from './running-text.ts';
import { findWrittenDates, type WrittenDate } from './written-date.ts';

/** A day or a span of days that the body of a letter states, with the words around it. */
export interface StatedDate {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly sound: boolean;
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

const withDay = (date: IsoDate, day: number): IsoDate | null => {
  const parts = parseIsoDate(date);
  if (!parts?.month || day < 1 || day > daysInMonth(parts.year, parts.month)) return null;
  return formatIsoDate({ year: parts.year, month: parts.month, day });
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
    const from = joined
      ? (last?.value ?? null)
      : range && !range[2]
        ? withDay(date.value, Number(range[1]))
        : null;
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
      sound: date.sound && (!joined || (last?.sound ?? true)),
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
