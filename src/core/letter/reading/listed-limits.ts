import { isFullDate } from '../date.ts';
import type { StatedDate } from './body-dates.ts';
import { doubt, type Field, offer } from './field.ts';
import type { RunningText } from './running-text.ts';
import { ON_ONE_DAY, type StatedDeadline } from './stated-deadline.ts';
import { isOver, type Place } from './unread-limits.ts';

/** A heading of a column of last days, or of a paragraph that has nothing but them. */
const HEADING =
  /(?:กำหนด(?:วัน)?(?:การ)?(?:จัด)?(?:ส่ง|แล้วเสร็จ|เวลาส่ง|รายงาน|ยื่น)[ก-\u0E4E]{0,12}|(?:วัน)?ครบกำหนด(?:ส่ง)?|(?:ส่ง|รายงาน|แล้วเสร็จ|เสร็จสิ้น|ยื่น)?ภายใน(?:วัน\s?ที่)?|วันสุดท้าย[ก-\u0E4E]{0,16}|วัน(?:ที่)?(?:ต้อง)?ส่ง)\s*(?:หมายเหตุ|ผู้รับผิดชอบ)?\s*[:：]?$/;
/** What opens a list of rounds in which something is sent. */
const ROUNDS =
  /(?:ส่ง|รายงาน|ยื่น|แจ้ง|เบิก)[^\n]{0,80}(?:ดัง(?:ต่อไป)?นี้|ตาม(?:กำหนด|ตาราง|ปฏิทิน)[ก-\u0E4E]{0,24})\s*[:：]?$/;
const ROUND = /^\(?(?:\d{1,2}[.)]?\)?\s*|[-–•]\s*)?(?:ครั้ง|งวด|รอบ|ระยะ)ที่\s?\d/;
/** No list of last days is longer. */
const MOST_ROWS = 60;

interface Paragraph extends Place {
  readonly text: string;
}

const paragraphsOf = (plain: string): Paragraph[] => {
  let at = 0;
  return plain.split('\n').flatMap((text) => {
    const start = at;
    at += text.length + 1;
    return text.trim() === '' ? [] : [{ start, end: start + text.length, text: text.trim() }];
  });
};

/** The rows below a heading: those that hold a date, up to the first that holds none. */
const rowsBelow = (
  paragraphs: readonly Paragraph[],
  at: number,
  isRow: (paragraph: Paragraph) => boolean,
): readonly Paragraph[] => {
  const below = paragraphs.slice(at + 1, at + 1 + MOST_ROWS);
  const end = below.findIndex((one) => !isRow(one));
  return end < 0 ? below : below.slice(0, end);
};

/**
 * Days that stand in a list or a column whose heading makes them last days ("กำหนดส่ง" above, or "รายงาน ดังนี้ ครั้งที่ ๑ …"), each in
 * doubt: a table that became text no longer shows which column a day was in. `taken` are the places that are read as something else.
 */
export const findListedLimits = (
  running: RunningText,
  dates: readonly StatedDate[],
  taken: readonly Place[],
): Field<StatedDeadline>[] => {
  const paragraphs = paragraphsOf(running.plain);
  const datesIn = ({ start, end }: Paragraph) =>
    dates.filter((date) => date.start >= start && date.end <= end);
  const found = new Map<StatedDate, Field<StatedDeadline>>();
  for (const [at, { text }] of paragraphs.entries()) {
    const isHeading = HEADING.test(text) && datesIn(paragraphs[at] as Paragraph).length === 0;
    const opensRounds = !isHeading && ROUNDS.test(text);
    if (!isHeading && !opensRounds) continue;
    const rows = rowsBelow(
      paragraphs,
      at,
      (row) => datesIn(row).length > 0 && (isHeading || ROUND.test(row.text)),
    );
    for (const date of rows.flatMap(datesIn)) {
      if (date.to === null || !isFullDate(date.to) || isOver(date, taken)) continue;
      const value: StatedDeadline = {
        kind: 'by',
        from: null,
        to: date.to,
        time: null,
        ...ON_ONE_DAY,
      };
      const doubts = [doubt('unclear', 'under-heading', [offer(date.read, date.to)])];
      found.set(date, { value, read: date.read, line: date.line, doubts });
    }
  }
  return [...found.values()];
};
