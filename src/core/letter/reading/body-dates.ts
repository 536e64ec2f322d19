import { daysInMonth, formatIsoDate, type IsoDate, isFullDate, parseIsoDate } from '../date.ts';
import { compareDates } from './date-field.ts';
import { doubt, type Field, type FieldDoubt, offer } from './field.ts';
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
}

/** What a letter states as a last day, or as the days within which to act. Nothing else is a deadline. */
export interface StatedDeadline {
  /** by: that day at the latest; before: the day before it; window: within these days; within: a time from receipt. */
  readonly kind: 'by' | 'before' | 'window' | 'within' | 'urgent';
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** Local time of the last day, `HH:MM`. */
  readonly time: string | null;
  /** ISO 8601 duration of "ภายใน ๑๕ วัน"; counted from what the letter says. */
  readonly within: string | null;
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
      last !== null && /^\s*(?:-|–|—|ถึง|จนถึง)\s*$/.test(plain.slice(last.end, date.start));
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
    });
    last = date;
  }
  return stated;
};

const BY =
  /(?:(ด่วน\s?)?ภายใน|ไม่เกิน|อย่างช้า(?:ที่สุด)?(?:ภายใน|ไม่เกิน)?|ไม่ช้ากว่า|(ก่อน))\s*(?:วัน\s?ที่|เดือน)?\s*(?:วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)ที่\s*)?$/;
const WINDOW = /(?:ระหว่าง|ตั้งแต่|ใน|เริ่ม)\s*(?:วัน\s?ที่)?\s*$/;
const TIME = /^\s*(?:ก่อน)?\s*เวลา\s*([๐-๙\d]{1,2})\s?[.:]\s?([๐-๙\d]{2})/;
const WITHIN = /(?<!ด่วน)ภายใน\s*(?:ระยะเวลา|กำหนด)?\s*(\d{1,3})\s*(วันทำการ|วัน|เดือน|ปี)(?!ที่)/g;

const dateDoubts = (date: StatedDate, letterDate: IsoDate | null): FieldDoubt[] => {
  const doubts: FieldDoubt[] = [];
  if (
    !date.sound ||
    (date.to !== null && !isFullDate(date.to) && /\d|[๐-๙]/.test(date.read[0] ?? ''))
  ) {
    doubts.push(doubt('unreadable', 'impossible-day', [offer(date.read, date.to)]));
  }
  if (letterDate !== null && date.to !== null && compareDates(letterDate, date.to) > 0) {
    doubts.push(doubt('unclear', 'before-letter', [offer(date.read, date.to)]));
  }
  if (date.from !== null && date.to !== null && compareDates(date.from, date.to) > 0) {
    doubts.push(doubt('unclear', 'impossible-day', [offer(date.read, date.to)]));
  }
  return doubts;
};

const timeAfter = (after: string): string | null => {
  const match = TIME.exec(after);
  if (!match) return null;
  const digits = match
    .slice(1, 3)
    .map((part) => part.replace(/[๐-๙]/g, (one) => String(one.charCodeAt(0) - 0x0e50)));
  const [hour, minute] = digits as [string, string];
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
};

const deadlineOf = (date: StatedDate, letterDate: IsoDate | null): Field<StatedDeadline> | null => {
  const before = date.before.replace(/\s+$/, '');
  const by = BY.exec(before);
  const isWindow = date.from !== null && WINDOW.test(before);
  if (!by && !isWindow) return null;
  const past = letterDate !== null && date.to !== null && compareDates(letterDate, date.to) > 0;
  // A span of days that was over when the letter was written is told, not asked for.
  if (!by && past) return null;
  const kind = !by ? 'window' : by[1] ? 'urgent' : by[2] ? 'before' : 'by';
  return {
    value: { kind, from: date.from, to: date.to, time: timeAfter(date.after), within: null },
    read: `${by?.[0] ?? WINDOW.exec(before)?.[0] ?? ''} ${date.read}`.trim(),
    line: date.line,
    doubts: dateDoubts(date, letterDate),
  };
};

const UNITS: Readonly<Record<string, string>> = { วันทำการ: 'D', วัน: 'D', เดือน: 'M', ปี: 'Y' };

const relativeDeadlines = ({ text, plain, lineAt }: RunningText): Field<StatedDeadline>[] =>
  [...plain.matchAll(WITHIN)].map((match) => ({
    value: {
      kind: 'within' as const,
      from: null,
      to: null,
      time: null,
      within: `P${Number(match[1])}${UNITS[match[2] as string]}`,
    },
    read: text.slice(match.index, match.index + match[0].length + 40).trim(),
    line: lineAt(match.index),
    doubts: [],
  }));

/** The deadlines that a letter states: last days, days within which to act, times from its receipt. */
export const readDeadlines = (
  running: RunningText,
  dates: readonly StatedDate[],
  letterDate: IsoDate | null,
): Field<StatedDeadline>[] => [
  ...dates.map((date) => deadlineOf(date, letterDate)).filter((one) => one !== null),
  ...relativeDeadlines(running),
];
