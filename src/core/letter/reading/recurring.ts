import { daysInMonth, MONTH_PATTERN, monthOfThaiName } from '../date.ts';
import { type DueDay, type Span, THAI_WEEKDAYS, WEEKDAYS } from '../recurrence.ts';
import { IN_WORDS, numberOfWords } from './number-in-words.ts';

/** A day that recurs, as a text states it; places in the text, end exclusive. */
export interface WrittenRecurrence {
  /** ISO 8601 duration of a round. */
  readonly every: string;
  readonly due: DueDay;
  readonly start: number;
  readonly end: number;
}

const limit = (before: string): string =>
  `(?:ภายใน(?:กำหนด)?|ไม่เกิน(?:กว่า)?|อย่างช้า(?:ที่สุด)?(?:ภายใน|ไม่เกิน|ใน)?|ไม่ช้ากว่า|${before}ก่อน)|ใน)\\s*`;
const LIMIT = limit('(?:');
const LIMIT_OR_BEFORE = limit('(?<before>');
const ALL = 'ทุก(?:\\s?ๆ)?\\s*';
const EACH = `(?:${ALL}|แต่ละ\\s*)`;
const AND = '\\s*(?:,|และ|กับ)\\s*';
const DAY = '\\d{1,2}(?!\\d)';
const DAYS = `${DAY}(?:${AND}(?:วัน\\s?ที่\\s*)?${DAY})*(?!${AND}\\d|\\s*(?:-|–|ถึง)\\s*\\d)`;
const WEEKDAY = `(?:${THAI_WEEKDAYS.join('|')})`;
/** What follows a month or a quarter that is a single one: "เดือนกันยายน", "ไตรมาสที่ ๒", "ปี ๒๕๖๘", "เดือนนี้". */
const ONCE = `(?!\\s*\\d|\\s?(?:ที่|นี้|นั้น|แรก|สุดท้าย|ก่อน|หน้า|เดียวกัน|ดังกล่าว|ปัจจุบัน|พ\\.ศ|(?:เดือน)?${MONTH_PATTERN}))`;
const SPAN = '(?:เดือน|ไตรมาส|ปีงบประมาณ|ปี(?!งบ))';
const OF_EACH_MONTH = `(?:(?:ของ|ใน)?\\s*${EACH}เดือน|(?:ของ|ใน)เดือน(?:ถัดไป)?${ONCE})`;
const OF_EACH = `(?:(?:ของ|ใน)?\\s*${EACH}(?<each>${SPAN})|(?:ของ|ใน)\\s*(?<its>เดือน|ไตรมาส)(?:ถัดไป)?${ONCE})`;
const WORKDAYS =
  '(?:วัน\\s?ทำการ\\s*(?:ที่\\s*)?(?<nth>แรก|สุดท้าย|\\d{1,2})|(?<count>\\d{1,2})\\s*วัน\\s?ทำการ(?:แรก)?)\\s*';
const MONTH_DAY = `(?:วัน\\s?ที่\\s*)?(?:${DAY}\\s*)?(?:เดือน)?${MONTH_PATTERN}`;
const OTHER_PART = '\\s*(?:และ|ส่วน)[ก-\\u0E4E\\d\\s]{1,24}?ภายใน\\s*';
const MONTH_DAYS = `${MONTH_DAY}(?:(?:${AND}(?:ภายใน\\s*)?|${OTHER_PART})${MONTH_DAY})*`;
const DURATION = `(?:(?<time>\\d{1,3})\\s*(?:\\([ก-\\u0E4E]{2,12}\\)\\s*)?|(?<words>${IN_WORDS})\\s*)(?<unit>วัน\\s?ทำการ|วัน|เดือน)\\s*`;
const FROM_END = `(?:นับ)?\\s*(?:ตั้งแต่|แต่|จาก|ถัดจาก|หลัง(?:จาก)?)\\s*(?:วัน)?(?:ที่)?\\s*สิ้น(?:สุด)?(?:ของ)?\\s*${EACH}?(?<span>${SPAN})${ONCE}`;
const AT_END = `(?:${ALL}(?:วัน)?สิ้น(?:สุด)?(?<end>${SPAN})${ONCE}|(?:${ALL}วัน|${LIMIT}(?:วัน)?)(?:สิ้น(?:สุด)?|สุดท้าย)\\s*(?:ของ)?\\s*${EACH}(?<each>${SPAN})|${LIMIT}(?:วัน)?สิ้น(?:สุด)?(?:เดือน|ไตรมาส)\\s*(?:ของ)?\\s*${EACH}(?<round>${SPAN}))`;

const sticky = (source: string): RegExp => new RegExp(source, 'y');

type Groups = Readonly<Record<string, string | undefined>>;
type Parsed = readonly (readonly [every: string, due: DueDay])[];

interface Form {
  readonly pattern: RegExp;
  readonly parse: (read: string, groups: Groups) => Parsed;
}

const SPAN_OF: Readonly<Record<string, Span>> = {
  เดือน: 'month',
  ไตรมาส: 'quarter',
  ปี: 'year',
  ปีงบประมาณ: 'fiscal-year',
};
const ROUND_OF: Readonly<Record<Span, string>> = {
  month: 'P1M',
  quarter: 'P3M',
  year: 'P1Y',
  'fiscal-year': 'P1Y',
};
const LAST_MONTH: Readonly<Record<string, number>> = { year: 12, 'fiscal-year': 9 };
const LONGEST_MONTH = 31;
// A leap year: 29 February is a day that recurs.
const LEAP_YEAR = 2024;

const spanOf = (name: string | undefined): Span => SPAN_OF[name ?? ''] ?? 'month';

const nthOf = (word: string | undefined): number | 'last' =>
  word === 'สุดท้าย' ? 'last' : word === undefined || word === 'แรก' ? 1 : Number(word);

const numbersIn = (text: string): number[] => (text.match(/\d{1,2}/g) ?? []).map(Number);

const daysOfMonth = (text: string, before: boolean): Parsed =>
  numbersIn(text).flatMap((day) =>
    day >= 1 && day <= LONGEST_MONTH ? [['P1M', before ? { day, before } : { day }] as const] : [],
  );

const MONTH_DAY_PARTS = new RegExp(`(?:(${DAY})\\s*)?(?:เดือน)?(${MONTH_PATTERN})`, 'g');

const daysOfYear = (text: string, before: boolean): Parsed =>
  [...text.matchAll(MONTH_DAY_PARTS)].flatMap(([, day, name = '']) => {
    const month = monthOfThaiName(name);
    if (month === null) return [];
    const number = day === undefined ? undefined : Number(day);
    if (number !== undefined && (number < 1 || number > daysInMonth(LEAP_YEAR, month))) return [];
    const due = { month, ...(number === undefined ? {} : { day: number }) };
    return [['P1Y', before ? { ...due, before } : due] as const];
  });

const endOf = (span: Span): Parsed[number] => {
  const month = LAST_MONTH[span];
  const due: DueDay =
    month === undefined ? { day: 'last' } : { month, day: daysInMonth(LEAP_YEAR, month) };
  return [ROUND_OF[span], due];
};

const weekdaysIn = (text: string): (typeof WEEKDAYS)[number][] =>
  THAI_WEEKDAYS.flatMap((name, at) =>
    text.includes(name) ? [WEEKDAYS[at] as (typeof WEEKDAYS)[number]] : [],
  );

const FORMS: readonly Form[] = [
  {
    pattern: sticky(`(?:${LIMIT_OR_BEFORE})?(?:วัน\\s?ที่\\s*)?(?<days>${DAYS})\\s*${OF_EACH_MONTH}`),
    parse: (_, { days = '', before }) => daysOfMonth(days, before !== undefined),
  },
  {
    pattern: sticky(`${ALL}วัน\\s?ที่\\s*(?<days>${DAYS})(?!\\s*(?:เดือน)?${MONTH_PATTERN})`),
    parse: (_, { days = '' }) => daysOfMonth(days, false),
  },
  {
    pattern: sticky(`${LIMIT_OR_BEFORE}(?<days>${MONTH_DAYS})\\s*(?:เป็นประจำ)?(?:ของ)?${EACH}ปี`),
    parse: (_, { days = '', before }) => daysOfYear(days, before !== undefined),
  },
  {
    pattern: sticky(
      `${ALL}(?<days>วัน\\s?ที่\\s*${DAY}\\s*(?:เดือน)?${MONTH_PATTERN})(?!\\s*(?:พ\\.ศ\\.)?\\s*\\d)`,
    ),
    parse: (_, { days = '' }) => daysOfYear(days, false),
  },
  {
    pattern: sticky(`(?:${LIMIT}|${ALL})${WORKDAYS}${OF_EACH}`),
    parse: (_, { nth, count, each, its }) => [
      [ROUND_OF[spanOf(each ?? its)], { workday: nthOf(count ?? nth) }],
    ],
  },
  {
    pattern: sticky(AT_END),
    parse: (_, { end, each, round }) => [endOf(spanOf(end ?? each ?? round))],
  },
  {
    pattern: sticky(`${LIMIT}(?:ระยะเวลา\\s*)?${DURATION}${FROM_END}`),
    parse: (_, { time, words, unit = '', span }) => {
      const count = time === undefined ? numberOfWords(words ?? '') : Number(time);
      const end = spanOf(span);
      const after = `P${count}${unit === 'เดือน' ? 'M' : 'D'}`;
      const workdays = unit.endsWith('ทำการ') ? ({ workdays: true } as const) : {};
      return [[ROUND_OF[end], { after, end, ...workdays }]];
    },
  },
  {
    pattern: sticky(
      `(?:${ALL}|${LIMIT})วัน(?<day>${WEEKDAY})\\s*(?:ที่\\s*(?<nth>[1-4])(?!\\d)|(?<word>แรก|สุดท้าย))\\s*(?:ของ|ใน)\\s*(?:${EACH}เดือน|เดือน${ONCE})`,
    ),
    parse: (_, { day = '', nth, word }) =>
      weekdaysIn(day).map((weekday) => ['P1M', { weekday, nth: nthOf(nth ?? word) }] as const),
  },
  {
    pattern: sticky(
      `(?:${ALL}วัน(?<days>${WEEKDAY}(?:${AND}(?:วัน)?${WEEKDAY})*)(?!\\s*(?:ที่\\s*\\d|แรก|สุดท้าย))|${LIMIT}วัน(?<day>${WEEKDAY})\\s*(?:ของ)?${EACH}สัปดาห์)`,
    ),
    parse: (_, { days, day }) =>
      weekdaysIn(days ?? day ?? '').map((weekday) => ['P1W', { weekday }] as const),
  },
];

/** Words with which a recurring day begins. */
const BEGINS =
  /ภายใน|ไม่เกิน|อย่างช้า|ไม่ช้ากว่า|ก่อน|ทุก|ใน(?=\s?วัน)|วัน\s?ที่(?=\s*\d{1,2}\s*(?:ของ|ใน)?\s*(?:ทุก|แต่ละ))/g;
/** Nothing recurs in a text without one of these. */
const RECURS = /ทุก|แต่ละ|สิ้น|ถัดไป|ของเดือน/;
const LONGEST = 120;

/** The recurring days that a text in Arabic digits states, in order. */
export const findRecurrences = (plain: string): WrittenRecurrence[] => {
  const found: WrittenRecurrence[] = [];
  if (!RECURS.test(plain)) return found;
  let past = 0;
  for (const { index } of plain.matchAll(BEGINS)) {
    if (index < past || !RECURS.test(plain.slice(index, index + LONGEST))) continue;
    for (const { pattern, parse } of FORMS) {
      pattern.lastIndex = index;
      const match = pattern.exec(plain);
      if (!match) continue;
      const end = index + match[0].length;
      const parsed = parse(match[0], match.groups ?? {});
      for (const [every, due] of parsed) found.push({ every, due, start: index, end });
      if (parsed.length > 0) past = end;
      break;
    }
  }
  return found;
};
