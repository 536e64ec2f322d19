import type { WrittenNumber } from './number-words.ts';
import { findWrittenDates, type WrittenDate } from './written-date.ts';

/** The date that a line gives for the letter it cites. */
export interface DateChoice {
  readonly date: WrittenDate | undefined;
  /** A date stands there of which it is not certain that it is the letter's, or what it is. */
  readonly unclear: boolean;
}

const RANGE_BEFORE = /\d{1,2}\s*(?:[ก-ฮเ][ก-\u0E4E.]{1,10}\s*)?(?:[-–—]|ถึง|และ)\s*(?:วันที่\s*)?$/;
const RANGE_BEHIND = /^\s*(?:[-–—]|ถึง)\s*(?:วันที่\s*)?\d{1,2}\s*[ก-ฮเ]/;
/** Words before the day of something else: a meeting, a term. */
const OTHER_DAY =
  /(?:ประชุม|อบรม|สัมมนา|ใน|ระหว่าง|ตั้งแต่|ภายใน|ถึง|ก่อน|หลัง|เริ่ม|ขึ้น|ไม่เกิน|จนถึง|ณ)\s*(?:ใน)?$/;
/** A label behind which something with a digit stands that is perhaps a date. */
const LABEL_AND_DIGIT = /(?:ลงวันที่|(?:^|[\s(])ลว\.?)\s?\D{0,14}\d/;
const SUBJECT = /(?:^|[\s,(])เรื่?อง/;

const isStrong = (text: string, { start, end }: WrittenDate): boolean =>
  /^(?:ล|เมื่อ)/.test(text.slice(start, end)) ||
  /ลง\s*$/.test(text.slice(Math.max(0, start - 6), start));

/** Whether a date is one end of a span of days. */
const isSpan = (text: string, { start, end }: WrittenDate): boolean =>
  RANGE_BEFORE.test(text.slice(Math.max(0, start - 30), start)) ||
  RANGE_BEHIND.test(text.slice(end, end + 30));

/**
 * The date of the letter among the dates of a line: the one labelled ลงวันที่ or ลว. behind its number (before `until`,
 * where the next number begins) or before it; without a label one behind the number that is in no subject and not the
 * day of something else. Days within a subject, and spans of days, are never taken.
 */
export const chooseDate = (
  text: string,
  number: WrittenNumber | undefined,
  until: number,
): DateChoice => {
  const dates = findWrittenDates(text);
  const from = number?.end ?? 0;
  const isUnread = LABEL_AND_DIGIT.test(text.slice(from, until));
  if (dates.length === 0) return { date: undefined, unclear: isUnread };
  const behind = dates.filter(({ start }) => start >= from && start < until);
  const strong = behind.find((date) => isStrong(text, date));
  if (strong) {
    return isSpan(text, strong)
      ? { date: undefined, unclear: true }
      : { date: strong.value === null ? undefined : strong, unclear: strong.value === null };
  }
  const subject = SUBJECT.exec(text.slice(from, until));
  const subjectAt = subject ? from + subject.index : until;
  const plain = behind.find(
    (date) =>
      date.start < subjectAt &&
      !isSpan(text, date) &&
      !OTHER_DAY.test(text.slice(Math.max(from, date.start - 12), date.start)),
  );
  if (plain?.value) return { date: plain, unclear: false };
  const before = number
    ? dates.filter((date) => date.end <= number.start && isStrong(text, date)).at(-1)
    : undefined;
  if (before?.value) return { date: before, unclear: false };
  // A day without any label at the end of the line may be the letter's, or the subject's.
  const last = behind.at(-1);
  const isLoose =
    last !== undefined &&
    !last.marked &&
    !isSpan(text, last) &&
    !/[ก-\u0E4E]/.test(text.slice(last.end, until));
  return { date: undefined, unclear: isLoose || isUnread || plain !== undefined };
};
