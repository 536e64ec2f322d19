import { type IsoDate, isFullDate } from '../date.ts';
import { type Asking, askingOf, isRepeated, type Sentence, sentenceAround } from './asking.ts';
import type { StatedDate } from './body-dates.ts';
import { compareDates } from './date-field.ts';
import { doubt, type Field, type FieldDoubt, offer } from './field.ts';
import { findRecurrences, type WrittenRecurrence } from './recurring.ts';
import type { RunningText } from './running-text.ts';
import { askingDoubts, ON_ONE_DAY, type StatedDeadline } from './stated-deadline.ts';
import { findTimesWithin } from './time-within.ts';

export type { StatedDeadline } from './stated-deadline.ts';

const WEEKDAY = '(?:(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)ที่\\s*)?';
const CLOCK =
  '(?:\\(?\\s*(?:เวลา)?\\s*\\d{1,2}\\s?[.:]\\s?\\d{2}\\s*(?:น\\.)?\\s*\\)?\\s*(?:ของ)?\\s*)?';
/** Words right before a day that make it the last one. */
const BY = new RegExp(
  `(?:(ด่วน\\s?)?ภายใน(?:กำหนด)?(?:เวลา)?|ไม่เกิน(?:กว่า)?|อย่างช้า(?:ที่สุด)?(?:ภายใน|ไม่เกิน|ใน)?|ไม่ช้ากว่า|(?<=(?:เสร็จ|ส่ง)[ก-\u0E4E]{0,8})ทัน(?:ภายใน)?|(?<!ที่|ผู้|ซึ่ง)(ก่อน))\\s*${CLOCK}(?:ใน)?\\s*(?:วัน\\s?ที่|เดือน|สิ้นเดือน)?\\s*${WEEKDAY}$`,
);
/** A former last day that is put off to this one. */
const EXTENDED = new RegExp(
  `(?:ขยาย|เลื่อน)(?:ระยะ)?(?:เวลา|กำหนด)?.{0,160}?(?:เป็น|ถึง|ออกไป)\\s*(?:ภายใน|ไม่เกิน)?\\s*(?:วัน\\s?ที่)?\\s*${WEEKDAY}$`,
);
/** The former last day itself, in the same sentence. */
const PUT_OFF =
  /(?:ขยาย|เลื่อน).{0,120}?จาก(?:เดิม|ที่กำหนด(?:ไว้)?|กำหนดเดิม)?\s*(?:ภายใน|ไม่เกิน)?\s*(?:วัน\s?ที่)?\s*$/;
/** From now on until a day. */
const UNTIL = new RegExp(`บัดนี้\\s*(?:เป็นต้นไป)?\\s*(?:จน)?ถึง\\s*(?:วัน\\s?ที่)?\\s*${WEEKDAY}$`);
/** As long as until a day. */
const UP_TO = new RegExp(`(?<!ใช้)ได้(?:จน)?ถึง\\s*(?:วัน\\s?ที่)?\\s*${WEEKDAY}$`);
/** A day behind which nothing is taken any more. */
const CLOSES = new RegExp(`(?:(?<!เ)ปิดรับ|หมดเขต)[ก-\\u0E4E\\s]{0,40}?(?:วัน\\s?ที่)?\\s*${WEEKDAY}$`);
/** Words behind a day that make it the last one. */
const AT_LATEST = /^\s*(?:\(?เวลา[\d.:\s]{3,8}(?:น\.)?\)?\s*)?(?:เป็นอย่างช้า|อย่างช้า|เป็นวันสุดท้าย)/;
/** A day by which something is due, named as such. */
const DUE = new RegExp(
  `(?:กำหนดส่ง|วันสุดท้าย(?:ของการ|ที่)?)[ก-\\u0E4E\\s]{0,40}?(?:คือ|ใน|ภายใน)\\s*(?:วัน\\s?ที่)?\\s*${WEEKDAY}$`,
);
const WINDOW = /(?:ระหว่าง|ตั้งแต่|ใน|เริ่ม)\s*(?:วัน\s?ที่)?\s*$/;
const TIME = /^\s*\(?\s*(?:ก่อน|ไม่เกิน|ภายใน)?\s*เวลา\s*(\d{1,2})\s?[.:]\s?(\d{2})/;
const TIME_BEFORE = /(\d{1,2})\s?[.:]\s?(\d{2})\s*(?:น\.)?\s*\)?\s*(?:ของ)?\s*(?:วัน\s?ที่)?\s*$/;
/** What is measured over a time, rather than done in it: "ผลการดำเนินงานระหว่างวันที่". */
const PERIOD_OF =
  /(?:ผลการ[ก-\u0E4E]*|ผลงาน|ข้อมูล|(?:รายรับ|รายจ่าย|รายได้)[ก-\u0E4E]{0,12}|ยอด[ก-\u0E4E]*|เงิน[ก-\u0E4E]*|งบประมาณ[ก-\u0E4E]*|สถิติ|ค่า[ก-\u0E4E]*|ปี(?:งบประมาณ|ภาษี|การศึกษา)|ไตรมาส|งวด|รอบ|ช่วง|ที่เกิดขึ้น|ประจำ[ก-\u0E4E]*)\s*\(?\s*(?:ที่\s?\d\s*)?(?:(?:ระหว่าง|ตั้งแต่|ของ|ใน|ช่วง)\s*)?(?:วัน\s?ที่\s*)?$/;

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
  if (date.from !== null && date.to !== null && compareDates(date.from, date.to) > 0) {
    doubts.push(doubt('unclear', 'impossible-day', [offer(date.read, date.to)]));
  }
  return doubts;
};

const timeOf = (match: RegExpExecArray | null): string | null => {
  if (!match) return null;
  const [hour, minute] = match.slice(1, 3) as [string, string];
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
};

/** A fiscal year (1 October to 30 September) or a year of the calendar: nothing is done within it, it is reckoned by it. */
const isWholeYear = ({ from, to }: StatedDate): boolean =>
  (from?.endsWith('-10-01') === true && to?.endsWith('-09-30') === true) ||
  (from?.endsWith('-01-01') === true && to?.endsWith('-12-31') === true);

interface Limit {
  readonly kind: StatedDeadline['kind'];
  readonly words: string;
}

const limitOf = (date: StatedDate, before: string, after: string): Limit | null => {
  const extended = EXTENDED.exec(before);
  if (extended) return { kind: 'by', words: '' };
  const by = BY.exec(before);
  if (by) return { kind: by[1] ? 'urgent' : by[2] ? 'before' : 'by', words: by[0] };
  const single = date.from === null ? (UP_TO.exec(before) ?? CLOSES.exec(before)) : null;
  const until = UNTIL.exec(before) ?? DUE.exec(before) ?? single;
  if (until) return { kind: 'by', words: date.from === null ? until[0] : '' };
  if (date.from === null && AT_LATEST.test(after)) return { kind: 'by', words: '' };
  const window = date.from === null ? null : WINDOW.exec(before);
  return window && { kind: 'window', words: window[0] };
};

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

const askingFor = (sentence: Sentence, before: string, isSpan: boolean): Asking =>
  EXTENDED.test(before) && !isRepeated(sentence) ? 'asked' : askingOf(sentence, isSpan);

const deadlineOf = (
  date: StatedDate,
  { plain }: RunningText,
  letterDate: IsoDate | null,
): Field<StatedDeadline> | null => {
  const sentence = sentenceAround(plain, date.start, date.end);
  const before = sentence.before.trimEnd();
  const limit = PUT_OFF.test(before) ? null : limitOf(date, before, sentence.after);
  if (limit === null) return null;
  const isWindow = limit.kind === 'window';
  const past = letterDate !== null && date.to !== null && compareDates(letterDate, date.to) > 0;
  const asking = askingFor(sentence, before, isWindow);
  // A span of days that was over when the letter was written, or in which nothing is asked, is reported.
  if (isWindow && (past || asking === 'told' || isWholeYear(date))) return null;
  const isPeriod = isWindow && isMeasured(date, sentence, before, letterDate);
  const read = `${limit.words} ${date.read}`.trim();
  return {
    value: {
      kind: limit.kind,
      from: limit.kind === 'by' && date.from === null ? null : date.from,
      to: date.to,
      time: timeOf(TIME.exec(sentence.after)) ?? timeOf(TIME_BEFORE.exec(before)),
      ...ON_ONE_DAY,
    },
    read,
    line: date.line,
    doubts: [
      ...dateDoubts(date, letterDate),
      ...(limit.kind === 'urgent'
        ? []
        : askingDoubts(isPeriod ? 'unclear' : asking, read, date.to)),
    ],
  };
};

type Place = Pick<WrittenRecurrence, 'start' | 'end'>;

const isInside = (start: number, places: readonly Place[]): boolean =>
  places.some((one) => start >= one.start && start < one.end);

/** Words that say that a day recurs, where its own form leaves that open ("ภายในวันที่ ๕ ของเดือนถัดไป"). */
const AGAIN = /ทุก|แต่ละ|ประจำ|ราย(?:เดือน|ไตรมาส|ปี|สัปดาห์)|(?:เดือน|ไตรมาส|ปี)ละ/;
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
  { text, plain, lineAt }: RunningText,
  dates: readonly StatedDate[],
): Field<StatedDeadline> | null => {
  const sentence = sentenceAround(plain, start, end);
  const asking = askingOf(sentence, false);
  const words = plain.slice(start, end);
  // A day that only recurs is said of much; one that ends a time may still be a time limit.
  if (asking === 'told' && /^(?:ทุก|ใน|วัน)/.test(words)) return null;
  const over = spanBehind(plain, end, dates);
  const read = text.slice(start, over?.date.end ?? end).trim();
  const isOpen = IS_OPEN.test(words) && !AGAIN.test(sentence.before + words + sentence.after);
  return {
    value: {
      kind: 'every',
      from: over?.from ?? null,
      to: over?.to ?? null,
      time: timeOf(TIME.exec(sentence.after)),
      ...ON_ONE_DAY,
      every,
      due,
    },
    read,
    line: lineAt(start),
    doubts: [
      ...askingDoubts(asking, read, null),
      ...(isOpen ? [doubt('unclear', 'may-recur', [offer(read, null)])] : []),
    ],
  };
};

/**
 * The deadlines that a letter states: last days, days within which to act, times from its receipt, days that recur.
 * Where nothing shows that the letter itself asks for something by then, the deadline is in doubt.
 */
export const readDeadlines = (
  running: RunningText,
  dates: readonly StatedDate[],
  letterDate: IsoDate | null,
): Field<StatedDeadline>[] => {
  const recurrences = findRecurrences(running.plain);
  const spans = recurrences.map(({ end }) => spanBehind(running.plain, end, dates)?.date);
  const single = dates.filter(
    (date) => !spans.includes(date) && !isInside(date.start, recurrences),
  );
  return [
    ...single.map((date) => deadlineOf(date, running, letterDate)),
    ...recurrences.map((one) => recurringDeadline(one, running, dates)),
    ...findTimesWithin(running, (place) => isInside(place, recurrences)).map(({ field }) => field),
  ].filter((one) => one !== null);
};
