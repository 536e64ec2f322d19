import {
  formatIsoDate,
  type IsoDate,
  isFullDate,
  MONTH_PATTERN,
  parseIsoDate,
  WEEKDAY_PATTERN,
} from '../date.ts';
import { exactMonth } from '../month.ts';
import { type Asking, askingOf, isFormerDay, isRepeated, sentenceAround } from './asking.ts';
import { doubt, type Field, offer } from './field.ts';
import { IN_WORDS } from './number-in-words.ts';
import type { RunningText } from './running-text.ts';
import { askingDoubts, ON_ONE_DAY, type StatedDeadline } from './stated-deadline.ts';
import { findWrittenDates } from './written-date.ts';

/** A place of a text, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Words that set a limit of time, of the last day or of a span of days, whatever follows them. */
const LIMIT =
  /(?:ด่วน\s?)?ภายใน(?:กำหนด)?(?:ระยะ)?(?:เวลา)?|ไม่เกิน(?:กว่า)?|อย่างช้า(?:ที่สุด)?(?:ภายใน|ไม่เกิน|ใน)?|ไม่ช้ากว่า|(?<!ที่|ผู้|ซึ่ง)ก่อน(?=\s?(?:วัน|สิ้น|เดือน|\d))|(?:กำหนดส่ง|วันสุดท้าย)[ก-\u0E4E\s]{0,40}?(?:คือ|ใน|[:：])|บัดนี้\s*(?:เป็นต้นไป)?\s*(?:จน)?ถึง|(?<!ใช้)ได้(?:จน)?ถึง|(?:(?<!เ)ปิดรับ|หมดเขต)[ก-\u0E4E\s]{0,40}?(?=วัน\s?ที่|\d)|(?:ขยาย|เลื่อน)(?:ระยะ)?(?:เวลา|กำหนด)?[^\n]{0,160}?(?:เป็น|ถึง|ออกไป)(?=\s*(?:วัน\s?ที่|\d))|(?<window>ระหว่าง|ตั้งแต่)/g;

const WORD = [
  'วัน\\s?ทำการ',
  `วัน(?:${WEEKDAY_PATTERN})(?:\\s?ที่)?`,
  'วัน(?:พรุ่งนี้|นี้|เดียวกัน|ดังกล่าว|นั้น|ถัดไป|สุดท้าย)',
  'วัน\\s?ที่',
  'วัน(?![ก-\\u0E4E])',
  '\\d[\\d.,:/]*',
  MONTH_PATTERN,
  'เดือน|ไตรมาส|สัปดาห์|ปีงบประมาณ|ปีการศึกษา|ภาคเรียน|ปี|ครึ่ง(?:แรก|หลัง)?|งวด|รอบ',
  'สิ้นสุด|สิ้น|ต้น|กลาง|ปลาย|แรก|สุดท้าย|ที่(?=\\s?\\d)|นี้|หน้า|ถัดไป|เดียวกัน|ศกนี้|พ\\.?\\s?ศ\\.?|ค\\.\\s?ศ\\.',
  'ของ|ใน|ทุก|และ|กับ|หรือ|จนถึง|ถึง|[-–—,()]',
  'เวลา|น\\.|นาฬิกา|ชั่วโมง|นาที',
  `${IN_WORDS}(?=\\s?(?:วัน|สัปดาห์|เดือน|ปี|ชั่วโมง))`,
].join('|');
const PHRASE = new RegExp(`(?:\\s?(?:${WORD})){1,60}`, 'y');
const PUTS_OFF = /^(?:ขยาย|เลื่อน)/;
const LOOSE_END = /(?:\s*(?:และ|กับ|หรือ|จนถึง|ถึง|ของ|ใน|ทุก|เวลา|[-–—,(]))+$/;

const DAY = new RegExp(
  `วัน\\s?(?:ที่)?\\s?(?:${WEEKDAY_PATTERN})?(?:\\s?ที่)?\\s?\\d|วัน\\s?(?:${WEEKDAY_PATTERN}|พรุ่งนี้|นี้|เดียวกัน|ดังกล่าว|นั้น|ถัดไป|ทำการ)|\\d\\s?(?:เดือน)?${MONTH_PATTERN}`,
);
const SPAN = new RegExp(
  `${MONTH_PATTERN}|(?:สัปดาห์|เดือน|ไตรมาส|ปี|ภาคเรียน)|(?:\\d|${IN_WORDS})\\s*(?:วัน|ชั่วโมง|นาที)`,
);
const SPAN_OF_DAYS = new RegExp(
  `\\d\\s*(?:เดือน)?(?:${MONTH_PATTERN})?\\s*(?:[-–—]|ถึง)\\s*(?:วัน\\s?ที่\\s*)?\\d`,
);
const MONTHS = new RegExp(MONTH_PATTERN, 'g');
const HAS_YEAR = /\d{4}|พ\.?\s?ศ|ปี/;

const LISTED = new RegExp(
  `(?:วัน\\s?ที่\\s*)?(\\d{1,2})(?!\\d)\\s*(?:(?:เดือน)?(${MONTH_PATTERN}))?\\s*(?:พ\\.?\\s?ศ\\.?\\s*)?(\\d{4}|(?<=[ก-\\u0E4E.]\\s?)\\d{2}(?!\\d))?`,
  'g',
);
const LIST = new RegExp(
  `^\\s*(?:${LISTED.source.replaceAll('(\\d', '(?:\\d').replaceAll(`(${MONTH_PATTERN})`, MONTH_PATTERN)}\\s*(?:,|และ|กับ|หรือ)\\s*)+`,
);

interface ListedDay extends Place {
  readonly day: IsoDate;
}

/** The days of a list, "๑๕ และ ๓๐ กรกฎาคม ๒๕๖๘": each has month and year of the next one where it has none of its own. */
const listedDays = (phrase: string, at: number): ListedDay[] => {
  if (!LIST.test(phrase)) return [];
  const found: ListedDay[] = [];
  let [month, year] = [0, 0];
  for (const match of [...phrase.matchAll(LISTED)].reverse()) {
    const [text, day, name, printed] = match;
    const end = at + match.index + text.trimEnd().length;
    const own = findWrittenDates(phrase.slice(0, match.index + text.length)).at(-1);
    if (printed !== undefined) {
      const whole =
        own?.value && own.end === match.index + text.trimEnd().length ? own.value : null;
      const parts = whole === null ? null : parseIsoDate(whole);
      if (!parts?.month) return [];
      [month, year] = [parts.month, parts.year];
    } else if (name !== undefined) month = exactMonth(name) ?? 0;
    const value = formatIsoDate({ year, month, day: Number(day) });
    if (year === 0 || parseIsoDate(value) === null || !isFullDate(value)) return [];
    found.unshift({ day: value, start: at + match.index, end });
  }
  return found.length > 1 ? found : [];
};

interface Phrase extends Place {
  readonly text: string;
  readonly words: string;
  readonly asking: Asking;
}

/** Whether a place shares any character with others. */
export const isOver = (one: Place, places: readonly Place[]): boolean =>
  places.some(({ start, end }) => start < one.end && one.start < end);

/** Whether the words behind a limit are of time, so that one is stated. Spans of days need two ends, and a request. */
const statesTime = (match: RegExpExecArray, phrase: string, asking: Asking): boolean => {
  if (match.groups?.window !== undefined) {
    return (
      asking === 'asked' && SPAN_OF_DAYS.test(phrase) && !HAS_YEAR.test(phrase) && DAY.test(phrase)
    );
  }
  if (DAY.test(phrase)) return true;
  return asking !== 'told' && !match[0].startsWith('ไม่เกิน') && SPAN.test(phrase);
};

const byDay = (day: IsoDate): StatedDeadline => ({
  kind: 'by',
  from: null,
  to: day,
  time: null,
  ...ON_ONE_DAY,
});

const reasonOf = (phrase: string): 'no-year' | 'not-understood' =>
  (phrase.match(MONTHS) ?? []).length > 0 &&
  !HAS_YEAR.test(phrase) &&
  !/ของ|ทุก|เดือน(?=\s*$)/.test(phrase)
    ? 'no-year'
    : 'not-understood';

const fieldsOf = (
  { text, lineAt }: RunningText,
  { start, end, words, text: phrase, asking }: Phrase,
  taken: readonly Place[],
): Field<StatedDeadline>[] => {
  const read = text.slice(start, end).trim();
  const line = lineAt(start);
  const listed = listedDays(phrase, end - phrase.length);
  if (listed.length > 0) {
    const readings = listed.map(({ day }) => offer(read, day));
    return listed
      .filter((one) => !isOver(one, taken))
      .map(({ day }) => ({
        value: words.startsWith('ก่อน') ? { ...byDay(day), kind: 'before' } : byDay(day),
        read,
        line,
        doubts: [doubt('unclear', 'several-days', readings), ...askingDoubts(asking, read, day)],
      }));
  }
  if (isOver({ start, end }, taken)) return [];
  const days = findWrittenDates(phrase).flatMap(({ value }) =>
    value !== null && isFullDate(value) ? [offer(read, value)] : [],
  );
  const doubts = [doubt('unreadable', reasonOf(phrase), days), ...askingDoubts(asking, read, null)];
  return [{ value: null, read, line, doubts }];
};

/**
 * Limits of time that a text states and no other rule understands, so that none is lost: a day without a year, a quarter, "the first
 * week of". Each keeps its words, in doubt, without a value; days of a list have theirs, in doubt. `taken` are the places that are read
 * as something else.
 */
export const findUnreadLimits = (
  running: RunningText,
  taken: readonly Place[],
): Field<StatedDeadline>[] => {
  const { plain } = running;
  const fields: Field<StatedDeadline>[] = [];
  let past = 0;
  for (const match of plain.matchAll(LIMIT)) {
    const start = match.index;
    const begin = start + match[0].length;
    if (start < past) continue;
    PHRASE.lastIndex = begin;
    const phrase = (PHRASE.exec(plain)?.[0] ?? '').replace(LOOSE_END, '');
    if (phrase === '') continue;
    const end = begin + phrase.length;
    const sentence = sentenceAround(plain, begin, end);
    const isExtended = PUTS_OFF.test(match[0]) && !isRepeated(sentence);
    const asking = isExtended ? 'asked' : askingOf(sentence, false);
    if (isFormerDay(sentence.before) || !statesTime(match, phrase, asking)) continue;
    past = end;
    fields.push(...fieldsOf(running, { start, end, words: match[0], text: phrase, asking }, taken));
  }
  return fields;
};
