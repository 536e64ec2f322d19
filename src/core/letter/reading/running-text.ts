import { THAI_MONTHS } from '../date.ts';
import { toArabicDigits } from '../digits.ts';
import { opensBody } from './labels.ts';
import type { SourceLine } from './source-text.ts';

/** Lines joined into one text (Arabic digits), from whose places the lines of the file can be determined. */
export interface RunningText {
  /** As printed; a line break stands where one paragraph ends. */
  readonly text: string;
  /** The same with Arabic digits; places are the same. */
  readonly plain: string;
  readonly lineAt: (place: number) => number;
}

/** Share of the longest line from which on a line is taken to run on: the last line of a paragraph is shorter. */
const FULL = 0.7;
/** Lines shorter than this are no lines of a page, whatever the others are. */
const LEAST_FULL = 40;

const THAI_END = /[ก-\u0E4E]$/;
const THAI_START = /^[ก-\u0E4E]/;

const PARAGRAPH_END = /(?:นั้น|ดังนี้|ต่อไปนี้)$/;
const PARAGRAPH_START = /^(?:จึง|ทั้งนี้|ในการนี้|อนึ่ง|ดังนั้น|พร้อมนี้|นอกจากนี้|\(?[๐-๙\d]{1,2}[.)]\s)/;
const DAY_BEFORE = /[๐-๙\d]\s*([ก-\u0E4E]{1,9})$/;
/** Ends of lines behind which a date goes on. */
const OPEN_DATE = /(?:วันที่|เดือน|พ\.ศ\.|(?<![๐-๙\d])[๐-๙\d]{1,2})$/;
const DATE_PART = new RegExp(`^(?:[๐-๙\\d]|${THAI_MONTHS.join('|')})`);

/** Whether a line ends within the name of a month that the next one finishes. */
const partsMonth = (before: string, next: string): boolean => {
  const head = DAY_BEFORE.exec(before)?.[1];
  return (
    head !== undefined &&
    THAI_MONTHS.some(
      (month) =>
        month.length > head.length &&
        month.startsWith(head) &&
        next.startsWith(month.slice(head.length)),
    )
  );
};

/** What stands between two lines: nothing within a run of Thai, which is broken anywhere; a line break between paragraphs. */
const jointOf = (before: string, next: string, full: number): string => {
  if (next === '' || before === '') return '';
  if (partsMonth(before, next)) return '';
  if (OPEN_DATE.test(before) && DATE_PART.test(next)) return ' ';
  if (before.length < full || PARAGRAPH_END.test(before) || PARAGRAPH_START.test(next)) return '\n';
  return THAI_END.test(before) && THAI_START.test(next) && !opensBody(next) ? '' : ' ';
};

/**
 * Joins lines into running text, so that a phrase broken over two lines is found. Paragraphs end at blank lines and behind
 * lines that are clearly shorter than the others.
 */
export const runningText = (lines: readonly SourceLine[]): RunningText => {
  const longest = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  const full = Math.max(LEAST_FULL, longest * FULL);
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  lines.forEach(({ text }, at) => {
    const before = lines[at - 1]?.text;
    const joint = before === undefined ? '' : jointOf(before, text, full);
    const part = text === '' ? '\n' : text;
    starts.push(length + joint.length);
    parts.push(joint, part);
    length += joint.length + part.length;
  });
  const text = parts.join('');
  return {
    text,
    plain: toArabicDigits(text),
    lineAt: (place) => {
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= place) low = middle;
        else high = middle - 1;
      }
      return lines[low]?.no ?? 0;
    },
  };
};
