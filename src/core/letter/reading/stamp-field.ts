import type { IsoDate } from '../date.ts';
import { toArabicDigits } from '../digits.ts';
import { readDateField } from './date-field.ts';
import { doubt, type Field, type FieldDoubt, offer } from './field.ts';
import { isNoisy } from './noise.ts';
import { PROVINCES } from './prefixes.ts';
import type { SourceLine } from './source-text.ts';
import { findNear, skeleton } from './spelling.ts';
import { findWrittenDates } from './written-date.ts';

/** ตรารับหนังสือ: what an office stamped on a letter when it came in. */
export interface Stamp {
  /** Office or desk as the stamp names it. */
  readonly office: string | null;
  /** Register number (เลขรับ), digits as they are. */
  readonly number: string | null;
  readonly date: IsoDate | null;
  /** Local time, `HH:MM`. */
  readonly time: string | null;
}

/** A stamp, and the lines of the file that are its own: none of them is the date of the letter. */
export interface StampReading {
  readonly field: Field<Stamp>;
  readonly lines: readonly number[];
}

const REGISTER =
  /(?:ทะเบียน\s?รับ(?:ที่|เลขที่)?|เลข\s?(?:ที่)?\s?รับ(?:ที่)?|รับ\s?เลข\s?ที่|^รับที่)\s*[.:…\s]*\s*([๐-๙\d][๐-๙\d/]*)?/;
const TIME =
  /เวลา\s*[.:…\s]*(([\d]{1,2})(?:(\s?[.:]\s?)|\s+|(?=\d\d(?!\d)))(\d{2})(?!\d)|\d[\d\s.:,-]*)/;
const OFFICE =
  /(?:ศาลากลาง|ที่ว่าการ|อำเภอ|จังหวัด|กลุ่มงาน|สำนัก|กอง|เทศบาล|องค์การ|ฝ่าย|งานสารบรรณ|ท้องถิ่น|กรม|สถ|สถจ)/;

interface StampTime {
  readonly time: string | null;
  readonly doubts: readonly FieldDoubt[];
}

/** The time on a line of a stamp; null where it states none. One that is not written as times are is in doubt, and no value. */
const timeOf = (text: string): StampTime | null => {
  const match = TIME.exec(toArabicDigits(text));
  if (!match) return null;
  const [, words = '', hour, dot, minute] = match;
  const at = match.index + match[0].length - words.length;
  const read = text.slice(at, at + words.length).trim();
  const isPossible = Number(hour) < 24 && Number(minute) < 60;
  const time = isPossible ? `${hour?.padStart(2, '0')}:${minute}` : null;
  if (time !== null && dot !== undefined) return { time, doubts: [] };
  const code = time === null && minute !== undefined ? 'impossible-time' : 'unreadable';
  return { time: null, doubts: [doubt('unreadable', code, [offer(read, time)], 'time')] };
};

const dateOf = (text: string, line: number): Field<IsoDate> | null => {
  const plain = toArabicDigits(text);
  const label = /วันที่|วัน\s?ที่|ว\.ด\.ป\.?/.exec(plain);
  const part = label ? plain.slice(label.index + label[0].length) : plain;
  const found = findWrittenDates(part)[0];
  if (found) return readDateField(part.slice(found.start, found.end), line);
  const rest = part.replace(/^[\s.:…]+/, '').trim();
  if (label && /\d/.test(rest)) {
    return {
      value: null,
      read: rest,
      line,
      doubts: [doubt('unreadable', 'unreadable', [offer(rest, null)])],
    };
  }
  return null;
};

const officeDoubts = (name: string): FieldDoubt[] => {
  if (isNoisy(name)) return [doubt('unclear', 'noise', [], 'office')];
  const bare = skeleton(name);
  const at = bare.indexOf('จงหวด');
  if (at < 0) return [];
  const place = bare.slice(at);
  if (PROVINCES.some((province) => place.includes(skeleton(`จังหวัด${province.name}`)))) return [];
  const near = PROVINCES.map((province) => ({
    province,
    match: findNear(place, skeleton(`จังหวัด${province.name}`), 2),
  }))
    .filter(({ match }) => match !== null)
    .sort((a, b) => (a.match?.edits ?? 9) - (b.match?.edits ?? 9))[0];
  const reading = near ? `จังหวัด${near.province.name}` : null;
  return [doubt('unclear', 'misspelled', [offer(name, reading)], 'office')];
};

const clean = (text: string): string =>
  text
    .replace(/[.…]{2,}/g, ' ')
    .replace(/[|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The lines of one stamp: from the office above its register number to the date or time below it. */
const readStamp = (
  lines: readonly SourceLine[],
  at: number,
  from: number,
  until: number,
): StampReading => {
  const own = lines[at] as SourceLine;
  const match = REGISTER.exec(own.text) as RegExpExecArray;
  const number = match[1] ? toArabicDigits(match[1]) : null;
  const before = own.text.slice(0, match.index);
  const aboveLine = lines
    .slice(Math.max(from, at - 2), at)
    .reverse()
    .find(({ text }) => OFFICE.test(text) && text.length < 70 && !/เรื่อง|เรียน|ถนน/.test(text));
  const office = clean(OFFICE.test(before) ? before : (aboveLine?.text ?? ''));
  const below = lines
    .slice(at, Math.min(at + 4, until))
    .filter(({ text }, index) => index === 0 || /วัน|เวลา|^[๐-๙\d]{1,2}\s?[/.-]/.test(text));
  const dateLine = below.find(
    ({ text, no }) =>
      dateOf(no === own.no ? text.slice(match.index + match[0].length) : text, no) !== null,
  );
  const date = dateLine
    ? dateOf(
        dateLine.no === own.no ? dateLine.text.slice(match.index + match[0].length) : dateLine.text,
        dateLine.no,
      )
    : null;
  const clock = below.map(({ text }) => timeOf(text)).find((one) => one !== null);
  const doubts: FieldDoubt[] = [
    ...officeDoubts(office),
    ...(office === '' ? [doubt('unreadable', 'missing', [], 'office')] : []),
    ...(number === null ? [doubt('unreadable', 'missing', [], 'number')] : []),
    ...(date === null
      ? [doubt('unreadable', 'missing', [], 'date')]
      : date.doubts.map((one) => ({ ...one, part: 'date' }))),
    ...(clock?.doubts ?? []),
  ];
  const read = [
    ...new Set([
      office === clean(before) ? '' : (aboveLine?.text ?? ''),
      ...below.map(({ text }) => text),
    ]),
  ];
  const field: Field<Stamp> = {
    value: { office: office || null, number, date: date?.value ?? null, time: clock?.time ?? null },
    read: read.filter(Boolean).join('\n'),
    line: own.no,
    doubts,
  };
  return { field, lines: [...(aboveLine ? [aboveLine.no] : []), ...below.map(({ no }) => no)] };
};

/** Every receipt stamp of a letter: one office may stamp twice, at its front desk and at the work group. */
export const readStamps = (lines: readonly SourceLine[]): StampReading[] => {
  const at = lines.flatMap(({ text }, index) =>
    text.length < 90 && REGISTER.test(text) ? [index] : [],
  );
  return at.map((index, order) =>
    readStamp(lines, index, (at[order - 1] ?? -1) + 1, at[order + 1] ?? lines.length),
  );
};
