import { labelOf, ownNumberText } from './labels.ts';
import { isForeign } from './noise.ts';
import { isSealedTo, sealedEnd } from './sealed.ts';
import type { SourceLine } from './source-text.ts';

const HEAD_LINE =
  /^(?:บันทึกข้อความ|ส่วนราชการ|\(?สำเนา\)?$|\(?ด่วน(?:ที่สุด|มาก)?\)?$|(?:ลับ|ลับมาก|ลับที่สุด)$|ศาลากลางจังหวัด|ที่ว่าการอำเภอ|กรม\S{3,60}$|กระทรวง\S{3,40}$|.*(?:รับเลขที่|เลขที่รับ|เลขรับ|ทะเบียนรับ))/;
const TAIL_LINE =
  /(?:โทร|ประสานงาน|ไปรษณีย์|e-?mail|สำนัก|กลุ่มงาน|กลุ่ม|ฝ่าย|กอง|ส่วน|ปฏิบัติราชการแทน|^\(|^[“"]|www\.|http|[๐-๙\d]{3,})/i;

const isHeadLine = (text: string): boolean => ownNumberText(text) !== null || HEAD_LINE.test(text);

/** Lines at which a letter has its เรื่อง or, where that was lost, its เรียน, or the ถึง of one under seal. */
const anchors = (lines: readonly SourceLine[]): number[] => {
  const labels = lines.map(({ text }) => (text === '' ? null : (labelOf(text)?.label ?? null)));
  const near = (from: number, step: 1 | -1, count: number, label: string): boolean => {
    for (let at = from + step, seen = 0; at >= 0 && at < lines.length && seen < count; at += step) {
      if (lines[at]?.text === '') continue;
      if (labels[at] === label) return true;
      seen++;
    }
    return false;
  };
  const hasNumber = (at: number): boolean =>
    lines.slice(Math.max(0, at - 16), at).some(({ text }) => ownNumberText(text) !== null);
  const found: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (
      labels[at] === 'subject' &&
      (near(at, 1, 8, 'to') || near(at, -1, 3, 'to') || hasNumber(at))
    ) {
      found.push(at);
    } else if (labels[at] === 'to' && !near(at, -1, 8, 'subject') && !near(at, 1, 3, 'subject')) {
      found.push(at);
    } else if (isSealedTo(lines, at)) found.push(at);
  }
  // A second เรื่อง before anything has been closed belongs to the same letter (a heading of its body).
  return found.filter((at, index) => {
    const before = found[index - 1];
    return before === undefined || startBetween(lines, before, at) !== null;
  });
};

/** The line at which the letter of the anchor `to` begins, after the letter of the anchor `from`; null: the same letter. */
const startBetween = (lines: readonly SourceLine[], from: number, to: number): number | null => {
  let closing = sealedEnd(lines, from, to);
  for (let at = from + 1; at < to; at++) {
    if (labelOf(lines[at]?.text ?? '')?.label === 'closing') closing = at;
  }
  let head = -1;
  for (let at = Math.max(closing, from) + 1; at < to; at++) {
    if (
      isHeadLine(lines[at]?.text ?? '') &&
      (closing >= 0 || ownNumberText(lines[at]?.text ?? '') !== null)
    ) {
      head = at;
      break;
    }
  }
  if (closing < 0 && head < 0) return null;
  const limit = head < 0 ? to : head;
  let gap = -1;
  for (let at = Math.max(closing, from) + 1; at + 1 < limit; at++) {
    if (lines[at]?.text === '' && lines[at + 1]?.text === '') gap = at;
  }
  const between = lines.slice(gap + 1, limit).filter(({ text }) => text !== '');
  const clean = between.every(({ text }) => !TAIL_LINE.test(text) || /รับ/.test(text));
  if (gap >= 0 && clean && between.length < 8 && !between.some(({ text }) => isForeign(text)))
    return gap + 1;
  return head < 0 ? (gap >= 0 ? gap + 1 : to) : head;
};

/**
 * Parts a document into its letters: real files hold a whole chain of them, one behind the other. Each part runs
 * from the head of its letter (stamps, number, office, date) to the line before the next. No letter, no parts.
 */
export const splitLetters = (lines: readonly SourceLine[]): (readonly SourceLine[])[] => {
  const at = anchors(lines);
  const starts = at.map((anchor, index) =>
    index === 0 ? 0 : (startBetween(lines, at[index - 1] as number, anchor) ?? anchor),
  );
  return starts.map((start, index) => lines.slice(start, starts[index + 1] ?? lines.length));
};
