import { askingOf, sentenceAround } from './asking.ts';
import { doubt, type Field } from './field.ts';
import { IN_WORDS, numberOfWords } from './number-in-words.ts';
import type { RunningText } from './running-text.ts';
import {
  askingDoubts,
  type CountedFrom,
  ON_ONE_DAY,
  type StatedDeadline,
} from './stated-deadline.ts';

const COUNT = `(?:\\d{1,3}\\s*(?:\\([ก-\\u0E4E]{2,12}\\)\\s*)?|${IN_WORDS}\\s*)`;
const UNIT = '(?:วัน\\s?ทำการ|วัน|สัปดาห์|เดือน|ปี|ชั่วโมง|ชม\\.|นาที)';
const PART = `${COUNT}${UNIT}`;
const WITHIN = new RegExp(
  `(?<!ด่วน)(?:ภายใน|ไม่เกิน)\\s*(?:(?:ระยะ)?เวลา|กำหนด(?:เวลา)?)?\\s*(${PART}(?:\\s*(?:และ|กับ)?\\s*${PART})*)(?!ที่|ละ)`,
  'g',
);
const PARTS = new RegExp(`(?:(\\d{1,3})|(${IN_WORDS}))[^\\d]*?(${UNIT})`, 'g');
/** Behind a time it makes it another one: "๑ เดือนครึ่ง", "๓๐ วันเศษ". */
const NOT_ALL = /^\s*(?:ครึ่ง|เศษ|กว่า)/;

/** From when such a time is counted: without it, it may be any length. */
const COUNTED = /^\s*(?:นับ|จาก|หลังจาก|ถัดจาก)/;
const WHOLE_WORD = '(?![ก-\\u0E4E])';
const OF_THIS = `\\s*(?:ฉบับ)?\\s*(?:นี้)?${WHOLE_WORD}`;
const FROM = '^\\s*(?:นับ)?\\s*(?:ตั้งแต่|แต่|ถัด(?:จาก|แต่)?|หลัง(?:จาก)?|จาก)?\\s*';
const FROM_RECEIPT = new RegExp(
  `${FROM}(?:วัน(?:ที่)?)?\\s*(?:ได้)?\\s*(?:ลง(?:ทะเบียน)?)?รับ(?:แจ้ง)?(?:หนังสือ)?${OF_THIS}`,
);
const FROM_LETTER = new RegExp(
  `${FROM}วันที่\\s*(?:ที่)?\\s*(?:(?:ที่)?(?:ลง|ปรากฏ|ระบุ)?(?:ไว้)?\\s*(?:ใน|ตาม)|ของ|ออก)?\\s*หนังสือ${OF_THIS}`,
);

const countedFrom = (behind: string): CountedFrom | null => {
  if (FROM_RECEIPT.test(behind)) return 'receipt';
  if (FROM_LETTER.test(behind)) return 'letter';
  return COUNTED.test(behind) || /^\s*หลัง/.test(behind) ? 'other' : null;
};

/** Units in the order in which the parts of one time follow each other, with their letters in ISO 8601. */
const UNITS: readonly (readonly [name: RegExp, letter: string])[] = [
  [/^ปี$/, 'Y'],
  [/^เดือน$/, 'M'],
  [/^สัปดาห์$/, 'W'],
  [/^วัน/, 'D'],
  [/^ช/, 'TH'],
  [/^นาที$/, 'TM'],
];

interface Time {
  readonly within: string;
  readonly workdays: boolean;
}

/** A time of one part or more; null where its parts don't make up one. */
const timeOf = (text: string): Time | null => {
  const parts = [...text.matchAll(PARTS)].map(([, digits, words = '', unit = '']) => ({
    count: digits === undefined ? numberOfWords(words) : Number(digits),
    rank: UNITS.findIndex(([name]) => name.test(unit)),
    unit,
  }));
  const isInTurn = parts.every(({ rank }, at) => at === 0 || rank > (parts[at - 1]?.rank ?? 0));
  const workdays = parts.some(({ unit }) => unit.endsWith('ทำการ'));
  const hasWeeks = parts.some(({ unit }) => unit === 'สัปดาห์');
  // Months to the day and working days, or weeks and days, are two ways of counting.
  const isOneWay = parts.length === 1 || !(workdays || hasWeeks);
  if (!isInTurn || !isOneWay || parts.some(({ count }) => count === 0)) return null;
  const letters = parts.map(({ count, rank }) => {
    const letter = UNITS[rank]?.[1] ?? '';
    return { day: letter.length === 1, text: `${count}${letter.at(-1)}` };
  });
  const days = letters.filter(({ day }) => day).map((one) => one.text);
  const hours = letters.filter(({ day }) => !day).map((one) => one.text);
  const clock = hours.length === 0 ? '' : `T${hours.join('')}`;
  return { within: `P${days.join('')}${clock}`, workdays };
};

const MOST_WORDS = 60;

/** What stands behind a time and says from when it is counted, on the same line. */
const wordsBehind = (behind: string): string => {
  const line = behind.split('\n', 1)[0] ?? '';
  if (line.length <= MOST_WORDS) return line;
  const cut = line.slice(0, MOST_WORDS);
  return cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
};

/** A time within which a letter asks for something, and its place in the text, end exclusive. */
export interface PlacedTime {
  /** Null where it limits nothing that is to be done, as in "ซึ่งมีกำหนดไม่เกิน ๒ ปี". */
  readonly field: Field<StatedDeadline> | null;
  readonly start: number;
  readonly end: number;
}

/**
 * The times within which a letter asks for something, counted from its receipt or another event: "ภายใน ๑ เดือน ๑๕ วัน". One that
 * cannot be told, as "๑ เดือนครึ่ง", has no value. `isTaken` says which places are read as something else.
 */
export const findTimesWithin = (
  { text, plain, lineAt }: RunningText,
  isTaken: (place: number) => boolean,
): PlacedTime[] =>
  [...plain.matchAll(WITHIN)].flatMap((match): PlacedTime[] => {
    const start = match.index;
    if (isTaken(start)) return [];
    const end = start + match[0].length;
    const sentence = sentenceAround(plain, start, end);
    const asking = askingOf(sentence, false);
    const behind = plain.slice(end);
    const isCounted = COUNTED.test(behind);
    if (!isCounted && (asking === 'told' || match[0].startsWith('ไม่เกิน'))) {
      return [{ field: null, start, end }];
    }
    const from = countedFrom(behind);
    const read = text
      .slice(start, end + (from === null ? 0 : wordsBehind(sentence.after).length))
      .trim();
    const time = NOT_ALL.test(behind) ? null : timeOf(match[1] as string);
    const isSure = asking === 'asked' && !match[1]?.includes('ปี');
    const field: Field<StatedDeadline> = {
      value: time && {
        kind: 'within',
        from: null,
        to: null,
        time: null,
        ...ON_ONE_DAY,
        ...time,
        countedFrom: from,
      },
      read: time === null ? text.slice(start, end + wordsBehind(sentence.after).length) : read,
      line: lineAt(start),
      doubts: [
        ...(time === null ? [doubt('unreadable', 'not-understood')] : []),
        ...(isSure ? [] : askingDoubts('unclear', read, time?.within ?? null)),
      ],
    };
    return [{ field, start, end }];
  });
