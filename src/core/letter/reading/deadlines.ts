import { type IsoDate, isFullDate } from '../date.ts';
import {
  type Asking,
  askingOf,
  isFormerDay,
  isRepeated,
  type Sentence,
  sentenceAround,
} from './asking.ts';
import type { StatedDate } from './body-dates.ts';
import { compareDates } from './date-field.ts';
import { limitOf, putsOff } from './day-limit.ts';
import { type DeadlineTime, timeBeside } from './deadline-time.ts';
import { findEventLimits } from './event-limits.ts';
import { doubt, type Field, type FieldDoubt, offer } from './field.ts';
import { findListedLimits } from './listed-limits.ts';
import { findRecurrences, type WrittenRecurrence } from './recurring.ts';
import type { RunningText } from './running-text.ts';
import { askingDoubts, ON_ONE_DAY, type StatedDeadline } from './stated-deadline.ts';
import { findTimesWithin } from './time-within.ts';
import { findUnreadLimits, type Place } from './unread-limits.ts';

export type { StatedDeadline } from './stated-deadline.ts';

/** What is measured over a time, rather than done in it: "ผลการดำเนินงานระหว่างวันที่". */
const PERIOD_OF =
  /(?:ผลการ[ก-\u0E4E]*|ผลงาน|ข้อมูล|(?:รายรับ|รายจ่าย|รายได้)[ก-\u0E4E]{0,12}|ยอด[ก-\u0E4E]*|เงิน[ก-\u0E4E]*|งบประมาณ[ก-\u0E4E]*|สถิติ|ค่า[ก-\u0E4E]*|ปี(?:งบประมาณ|ภาษี|การศึกษา)|ไตรมาส|งวด|รอบ|ช่วง|ที่เกิดขึ้น|ประจำ[ก-\u0E4E]*)\s*\(?\s*(?:ที่\s?\d\s*)?(?:(?:ระหว่าง|ตั้งแต่|ของ|ใน|ช่วง)\s*)?(?:วัน\s?ที่\s*)?$/;

/** Plans of development reach five years ahead; what is farther off is more often a year with its digits exchanged. */
const FARTHEST = 5;

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

const dateDoubts = (date: StatedDate, letterDate: IsoDate | null): FieldDoubt[] => {
  const doubts: FieldDoubt[] = [];
  const isDayless = date.to !== null && !isFullDate(date.to) && /\d|[๐-๙]/.test(date.read[0] ?? '');
  const fault = date.fault ?? (isDayless ? 'impossible-day' : null);
  if (fault !== null) {
    const kind = fault.startsWith('impossible') ? 'unreadable' : 'unclear';
    doubts.push(doubt(kind, fault, [offer(date.read, date.to)]));
  }
  if (letterDate !== null && date.to !== null && compareDates(letterDate, date.to) > 0) {
    doubts.push(doubt('unclear', 'before-letter', [offer(date.read, date.to)]));
  }
  if (letterDate !== null && date.to !== null && yearOf(date.to) - yearOf(letterDate) > FARTHEST) {
    doubts.push(doubt('unclear', 'far-from-letter', [offer(date.read, date.to)]));
  }
  if (date.from !== null && date.to !== null && compareDates(date.from, date.to) > 0) {
    doubts.push(doubt('unclear', 'impossible-day', [offer(date.read, date.to)]));
  }
  return doubts;
};

/** A fiscal year (1 October to 30 September) or a year of the calendar: nothing is done within it, it is reckoned by it. */
const isWholeYear = ({ from, to }: StatedDate): boolean =>
  (from?.endsWith('-10-01') === true && to?.endsWith('-09-30') === true) ||
  (from?.endsWith('-01-01') === true && to?.endsWith('-12-31') === true);

/**
 * Whether something may be measured over a span rather than done in it: what stands before names a quantity, it began
 * before the letter was written, or the sentence sets a last day besides.
 */
const isMeasured = (
  { from }: StatedDate,
  { after }: Sentence,
  before: string,
  letterDate: IsoDate | null,
): boolean =>
  PERIOD_OF.test(before) ||
  !/[ก-\u0E4E]/.test(before) ||
  (letterDate !== null && from !== null && compareDates(letterDate, from) > 0) ||
  /(?:ภายใน|ไม่เกิน|ก่อน)(?:วัน\s?ที่)?\s*\d/.test(after);

/** Words of a time of day as the text prints them, right behind a place or before it. */
const printedWords = (
  { words }: DeadlineTime,
  { start, end }: Place,
  { text, plain }: RunningText,
): string => {
  const behind = plain.indexOf(words, end);
  const at = behind >= 0 && behind - end < OVER_REACH ? behind : plain.lastIndexOf(words, start);
  return text.slice(at, at + words.length);
};

const askingFor = (sentence: Sentence, before: string, isSpan: boolean): Asking =>
  putsOff(before) && !isRepeated(sentence) ? 'asked' : askingOf(sentence, isSpan);

/** Whether a day is the former last one, which the sentence puts off to another. */
const isPutOff = ({ start, end }: StatedDate, plain: string): boolean =>
  isFormerDay(sentenceAround(plain, start, end).before);

const deadlineOf = (
  date: StatedDate,
  running: RunningText,
  letterDate: IsoDate | null,
): Field<StatedDeadline> | null => {
  const sentence = sentenceAround(running.plain, date.start, date.end);
  const before = sentence.before.trimEnd();
  const limit = isFormerDay(before) ? null : limitOf(date, before, sentence.after);
  if (limit === null) return null;
  const isWindow = limit.kind === 'window';
  const past = letterDate !== null && date.to !== null && compareDates(letterDate, date.to) > 0;
  const asking = askingFor(sentence, before, isWindow);
  // A span of days that was over when the letter was written, or in which nothing is asked, is reported.
  if (isWindow && (past || asking === 'told' || isWholeYear(date))) return null;
  const isPeriod = isWindow && isMeasured(date, sentence, before, letterDate);
  const clock = timeBeside(before, sentence.after);
  const behind = date.start - (sentence.before.length - before.length);
  const words = running.text.slice(behind - limit.words.length, behind);
  const said = printedWords(clock, date, running);
  const read = [words, date.read, words.includes(said) ? '' : said]
    .filter(Boolean)
    .join(' ')
    .trim();
  return {
    value: {
      kind: limit.kind,
      from: limit.kind === 'by' && date.from === null ? null : date.from,
      to: date.to,
      time: clock.time,
      ...ON_ONE_DAY,
    },
    read,
    line: date.line,
    doubts: [
      ...dateDoubts(date, letterDate),
      ...clock.doubts,
      ...(limit.kind === 'urgent'
        ? []
        : askingDoubts(isPeriod ? 'unclear' : asking, read, date.to)),
    ],
  };
};

const isInside = (start: number, places: readonly Place[]): boolean =>
  places.some((one) => start >= one.start && start < one.end);

/** Words that say that a day recurs, where its own form leaves that open ("ภายในวันที่ ๕ ของเดือนถัดไป"). */
const AGAIN = /ทุก|แต่ละ|ประจำ|ราย(?:เดือน|ไตรมาส|ปี|สัปดาห์)|(?:เดือน|ไตรมาส|ปี)ละ/;
/** "ครึ่งปีแรกภายในเดือนกรกฎาคม และครึ่งปีหลังภายในเดือนมกราคม ของทุกปี": whether each month is one of every year is left open. */
const IS_APART = /(?:และ|ส่วน)\s?(?!\s|ภายใน|วัน\s?ที่)[ก-\u0E4E][ก-\u0E4E\d\s]*ภายใน/;
const IS_OPEN = /ถัดไป$|(?:ของ|ใน)\s*เดือน$|สิ้น(?:สุด)?(?:ของ)?\s*ปี(?:งบประมาณ)?$/;
/** What stands between a recurring day and the span over which it recurs. */
const OVER =
  /^\s*\(?(?:โดย|ทั้งนี้)?\s*(?:ให้)?(?:เริ่ม)?(?:รายงาน|ดำเนินการ|ส่ง)?\s*(?:ตั้งแต่|ระหว่าง|จนถึง|ถึง)\s*(?:งวด|รอบ)?\s*(?:วัน\s?ที่|เดือน)?\s*$/;
const OVER_REACH = 40;

/** The span of days that stands behind a recurring day: "… ของทุกเดือน ตั้งแต่เดือนกรกฎาคม ๒๕๖๘ เป็นต้นไป". */
const spanBehind = (
  plain: string,
  end: number,
  dates: readonly StatedDate[],
): {
  readonly date: StatedDate;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
} | null => {
  const date = dates.find(({ start }) => start >= end && start - end <= OVER_REACH);
  const between = date && OVER.exec(plain.slice(end, date.start));
  if (!date || !between) return null;
  if (date.from !== null) return { date, from: date.from, to: date.to };
  return /ถึง/.test(between[0])
    ? { date, from: null, to: date.to }
    : { date, from: date.to, to: null };
};

const recurringDeadline = (
  { every, due, start, end }: WrittenRecurrence,
  running: RunningText,
  dates: readonly StatedDate[],
): Field<StatedDeadline> | null => {
  const { text, plain, lineAt } = running;
  const sentence = sentenceAround(plain, start, end);
  const asking = askingOf(sentence, false);
  const words = plain.slice(start, end);
  // A day that only recurs is said of much; one that ends a time may still be a time limit.
  if (asking === 'told' && /^(?:ทุก|ใน|วัน)/.test(words)) return null;
  const over = spanBehind(plain, end, dates);
  const clock = timeBeside('', sentence.after);
  const printed = text.slice(start, over?.date.end ?? end).trim();
  const read = [printed, printedWords(clock, { start, end }, running)].filter(Boolean).join(' ');
  const isOpen =
    IS_APART.test(words) ||
    (IS_OPEN.test(words) && !AGAIN.test(sentence.before + words + sentence.after));
  return {
    value: {
      kind: 'every',
      from: over?.from ?? null,
      to: over?.to ?? null,
      time: clock.time,
      ...ON_ONE_DAY,
      every,
      due,
    },
    read,
    line: lineAt(start),
    doubts: [
      ...clock.doubts,
      ...askingDoubts(asking, read, null),
      ...(isOpen ? [doubt('unclear', 'may-recur', [offer(read, null)])] : []),
    ],
  };
};

/**
 * The deadlines that a letter states: last days, days within which to act, times from its receipt, days that recur.
 * Where nothing shows that the letter itself asks for something by then, the deadline is in doubt; one that was not understood has no
 * value but its words.
 */
export const readDeadlines = (
  running: RunningText,
  dates: readonly StatedDate[],
  letterDate: IsoDate | null,
): Field<StatedDeadline>[] => {
  const { plain } = running;
  const recurrences = findRecurrences(plain);
  const spans = recurrences.map(({ end }) => spanBehind(plain, end, dates)?.date);
  const single = dates.filter(
    (date) => !spans.includes(date) && !isInside(date.start, recurrences),
  );
  const byDay = single.map((date) => ({ date, field: deadlineOf(date, running, letterDate) }));
  const times = findTimesWithin(running, (place) => isInside(place, recurrences));
  const days = [
    ...recurrences,
    ...spans.filter((date) => date !== undefined),
    ...byDay.flatMap(({ date, field }) => (field !== null || isPutOff(date, plain) ? [date] : [])),
  ];
  const read = times.filter(({ field }) => field !== null);
  const events = findEventLimits(running, [...days, ...read]);
  const taken = [...days, ...times];
  return [
    ...byDay.map(({ field }) => field),
    ...recurrences.map((one) => recurringDeadline(one, running, dates)),
    ...times.map(({ field }) => field),
    ...findUnreadLimits(running, [...taken, ...events]),
    ...events.map(({ field }) => field),
    ...findListedLimits(running, single, taken),
  ].filter((one) => one !== null);
};
