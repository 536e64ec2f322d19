import { askingOf, sentenceAround } from './asking.ts';
import { doubt, type Field } from './field.ts';
import { IN_WORDS } from './number-in-words.ts';
import type { RunningText } from './running-text.ts';
import type { StatedDeadline } from './stated-deadline.ts';
import { isOver, type Place } from './unread-limits.ts';

const TIME = `(?:\\d{1,3}(?:\\s*\\([ก-\\u0E4E]{2,12}\\))?|${IN_WORDS})\\s*(?:วัน(?:ทำการ)?|สัปดาห์|เดือน|ชั่วโมง)(?!ที่|ละ)`;
const AT_LEAST = '(?:เป็นเวลา|ไม่น้อยกว่า|อย่างน้อย|ไม่เกิน|ไม่ช้ากว่า|อย่างช้า|ภายใน|แล้ว)';
/** Something that happens, in as few words as it is named with; a day of the calendar is read elsewhere. */
const EVENT = '(?!วัน\\s?ที่|สิ้น|ถัด|เดือน|นี้)[ก-\\u0E4E]{3,40}?';

/**
 * Ways to count a limit from something that happens: "ก่อนการประชุมไม่น้อยกว่า ๗ วัน", "๓ วันก่อนวันประชุม", "ล่วงหน้า ๓ วัน",
 * "หลังสิ้นสุดโครงการ ๓๐ วัน", "ก่อนวันเลือกตั้ง".
 */
const LIMIT = new RegExp(
  [
    `ล่วงหน้า\\s?(?:ก่อน${EVENT})?\\s?${AT_LEAST}?\\s?${TIME}(?:\\s?ก่อน${EVENT}(?![ก-\\u0E4E]))?`,
    `${AT_LEAST}?\\s?${TIME}\\s?ก่อน${EVENT}(?![ก-\\u0E4E])`,
    `(?<!ที่|ผู้|ซึ่ง)ก่อน${EVENT}\\s?${AT_LEAST}?\\s?${TIME}`,
    `(?:ภาย|(?<!ย้อน|เบื้อง|ข้าง|ด้าน))หลัง(?:จาก)?[ก-\\u0E4E]{3,40}?\\s?${AT_LEAST}?\\s?${TIME}`,
    `(?<!ที่|ผู้|ซึ่ง)ก่อนวัน(?!\\s?ที่|นี้|นั้น|ดังกล่าว|หยุด|ทำการ|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)[ก-\\u0E4E]{2,20}(?![ก-\\u0E4E])`,
  ].join('|'),
  'g',
);

/**
 * Limits that a request counts from something that happens, of which the letter gives no day: each keeps its words, in doubt,
 * without a value. `taken` are the places that are read as something else.
 */
export const findEventLimits = (
  running: RunningText,
  taken: readonly Place[],
): (Place & { readonly field: Field<StatedDeadline> })[] =>
  [...running.plain.matchAll(LIMIT)].flatMap((match) => {
    const start = match.index + match[0].length - match[0].trimStart().length;
    const end = match.index + match[0].length;
    if (isOver({ start, end }, taken)) return [];
    if (askingOf(sentenceAround(running.plain, start, end), false) !== 'asked') return [];
    const read = running.text.slice(start, end).trim();
    const doubts = [doubt('unreadable', 'of-event')];
    return [{ start, end, field: { value: null, read, line: running.lineAt(start), doubts } }];
  });
