import type { StatedDate } from './body-dates.ts';
import { TIME_OF_DAY } from './deadline-time.ts';
import type { StatedDeadline } from './stated-deadline.ts';

const WEEKDAY = '(?:(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)ที่\\s*)?';
const CLOCK = `(?:\\(?\\s*(?:เวลา)?\\s*${TIME_OF_DAY}\\s*\\)?\\s*(?:ของ)?\\s*)?`;
/** What may stand between words that set a limit and the day: a time, "วันที่", a day of the week. */
const DAY = `${CLOCK}(?:ใน)?\\s*(?:วัน\\s?ที่)?\\s*${WEEKDAY}$`;
/** Words right before a day that make it the last one. */
const BY = new RegExp(
  `(?:(ด่วน\\s?)?ภายใน(?:กำหนด)?(?:เวลา)?|ไม่เกิน(?:กว่า)?|อย่างช้า(?:ที่สุด)?(?:ภายใน|ไม่เกิน|ใน)?|ไม่ช้ากว่า|(?<=(?:เสร็จ|ส่ง)[ก-\u0E4E]{0,8})ทัน(?:ภายใน)?|(?<!ที่|ผู้|ซึ่ง)(ก่อน))\\s*${CLOCK}(?:ใน)?\\s*(?:วัน\\s?ที่|เดือน|สิ้นเดือน|วันนี้\\s*\\()?\\s*${WEEKDAY}$`,
);
/** A former last day that is put off to this one. */
const EXTENDED = new RegExp(
  `(?:ขยาย|เลื่อน)(?:ระยะ)?(?:เวลา|กำหนด)?.{0,160}?(?:เป็น|ถึง|ออกไป)\\s*(?:ภายใน|ไม่เกิน)?\\s*${DAY}`,
);
/** From now on until a day, or as long as until a day. */
const UNTIL = new RegExp(`บัดนี้\\s*(?:เป็นต้นไป)?\\s*(?:จน)?ถึง\\s*${DAY}`);
const UP_TO = new RegExp(
  `(?:(?<!ใช้)ได้|เปิด(?:ระบบ)?(?:รับ|ให้(?!บริการ|ชม))[ก-\u0E4E\\s]{0,40}?)(?:จน)?ถึง\\s*${DAY}`,
);
/** A day behind which nothing is taken any more; a system that is closed to be repaired is open again later. */
const CLOSES = new RegExp(
  `(?:(?:(?<!เ)ปิดรับ|หมดเขต|(?:สิ้นสุด|ปิด)การ(?:รับ|ส่ง|ยื่น|ลงทะเบียน|บันทึก))[ก-\u0E4E\\s]{0,40}?|(?:ปิดระบบ|ระบบ[ก-\u0E4E]{0,24}(?<!เ)ปิด)(?:การ)?(?:รับ|บันทึก|ลงทะเบียน|ส่ง)?(?:(?!เพื่อ|ปรับ|บำรุง|ชั่วคราว)[ก-\u0E4E\\s]){0,24}?)${DAY}`,
);
/** Words behind a day that make it the last one. */
const AT_LATEST = new RegExp(
  `^\\s*(?:\\(?\\s*(?:เวลา)?\\s*${TIME_OF_DAY}\\s*\\)?\\s*)?(?:เป็นอย่างช้า|อย่างช้า|เป็นวันสุดท้าย)`,
);
/** A day by which something is due, named as such; where nothing joins them the day has to say that it is one. */
const DUE = new RegExp(
  `(?:กำหนด(?:การ)?(?:ส่ง|ยื่น|รายงาน(?!ตัว))|วันสุดท้าย(?:ของการ|ที่)?)[ก-\u0E4E\\s]{0,40}?(?:คือ|ใน|ภายใน|[:：])\\s*(?:วัน\\s?ที่)?\\s*${WEEKDAY}$`,
);
const DUE_ON = /กำหนด(?:การ)?(?:ส่ง|ยื่น|รายงาน(?!ตัว))[ก-\u0E4E\s]{0,40}$/;
const TIME_IN = new RegExp(TIME_OF_DAY);
const WINDOW = /(?:ระหว่าง|ตั้งแต่|ใน|เริ่ม)\s*(?:วัน\s?ที่)?\s*$/;

/** What makes a day a limit. */
export interface Limit {
  readonly kind: StatedDeadline['kind'];
  /** The words before the day that say so; '' where they stand apart from it. */
  readonly words: string;
}

/** Whether words before a day put off a former last day to it. */
export const putsOff = (before: string): boolean => EXTENDED.test(before);

/** "ก่อนเวลา 12.00 น. ของวันที่": what is before a time of the day is on that day still. */
const kindOf = ([words, urgent, before]: RegExpExecArray): Limit['kind'] => {
  if (urgent) return 'urgent';
  return before && !TIME_IN.test(words) ? 'before' : 'by';
};

/** What a day is a limit of, by the words before and behind it in its sentence (Arabic digits); null where it is none. */
export const limitOf = (date: StatedDate, before: string, after: string): Limit | null => {
  if (putsOff(before)) return { kind: 'by', words: '' };
  const by = BY.exec(before);
  if (by) return { kind: kindOf(by), words: by[0] };
  const single = date.from === null ? (UP_TO.exec(before) ?? CLOSES.exec(before)) : null;
  const due = DUE.exec(before) ?? (date.read.startsWith('วัน') ? DUE_ON.exec(before) : null);
  const until = UNTIL.exec(before) ?? due ?? single;
  if (until) return { kind: 'by', words: date.from === null ? until[0] : '' };
  if (date.from === null && AT_LATEST.test(after)) return { kind: 'by', words: '' };
  const window = date.from === null ? null : WINDOW.exec(before);
  return window && { kind: 'window', words: window[0] };
};
