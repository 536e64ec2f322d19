import { toArabicDigits } from '../digits.ts';
import { formatLetterNumber, type LetterNumber, parseLetterNumber } from '../number.ts';
import { doubt, type Field, type FieldDoubt, offer } from './field.ts';
import { isNoisy } from './noise.ts';
import { findWrittenNumbers } from './number-words.ts';
import { isKnownPrefix, MINISTRY_PREFIXES, nearestPrefixes } from './prefixes.ts';

const MIXED_DIGITS = /[๐-๙][.]?[0-9]|[0-9][.]?[๐-๙]/;
const PREFIX = String.raw`([ก-ฮ]{2}(?:\s?\([ก-ฮ]{2,8}\))?)`;

/** One more number behind a running number that is long enough not to have been parted by a slash itself. */
const SUB_NUMBER = /(\/\s*ว?\s*\d{3,6})\/\d{1,2}$/;

/** Repairs of what scans do to numbers; each gives what the text would say if that is what happened. */
const REPAIRS: readonly ((text: string) => string | null)[] = [
  // ว read as a digit, a letter or a second slash, apart from the running number.
  (text) => replaced(text, /\/\s*[29678รวงจ1]\s?[.,]?\s+(\d{1,6})$/, '/ว $1'),
  (text) => replaced(text, /\/\s*[รงจอ]\s?[.,]?\s*(\d{1,6})$/, '/ว $1'),
  (text) => replaced(text, /\/\s*\/\s*(\d{1,6})$/, '/ว $1'),
  // A slash for the dot of the unit, or within the running number.
  (text) => replaced(text, /^(\D+\d{4})\/(\d{1,2})\/\s*(.+)$/, '$1.$2/$3'),
  (text) => replaced(text, /(\/\s*ว?\s*\d{1,3})[/.,\s](\d{1,4})$/, '$1$2'),
  // A number below the running one, which no letter number has ("ว ๙๙๐๑/๑").
  (text) => replaced(text, SUB_NUMBER, '$1'),
  // Letters for digits, spaces and commas between digits, a lost slash.
  (text) => replaced(text, /[oOoОο]/g, '0'),
  (text) => replaced(text, /[lI|](?=\d)|(?<=\d)[lI|]/g, '1'),
  (text) => replaced(text, /(\d)\s*[,·]\s*(?=\d)/g, '$1.'),
  (text) => replaced(text, /(\d)\s+\.?\s*(?=\d)/g, '$1'),
  (text) => replaced(text, /(\d)\s*ว\s*(?=\d)/, '$1/ว '),
  (text) => replaced(text, /^([ก-ฮ])\s?\.?\s?([ก-ฮ])\s?\.?\s?(?=\d)/, '$1$2 '),
];

const replaced = (text: string, pattern: RegExp, by: string): string | null => {
  const result = text.replace(pattern, by);
  return result === text ? null : result;
};

/** Numbers that a damaged text may stand for, by one repair or two. */
const repairs = (text: string): string[] => {
  const once = REPAIRS.map((repair) => repair(text)).filter((one) => one !== null);
  const twice = once
    .flatMap((one) => REPAIRS.map((repair) => repair(one)))
    .filter((one) => one !== null);
  const read = [...once, ...twice].map(parseLetterNumber).filter((one) => one !== null);
  return [...new Set(read.map(formatLetterNumber))].slice(0, 4);
};

const asCircular = (number: LetterNumber): string =>
  formatLetterNumber({ ...number, circular: true });

const UNIT = /^0\d{3}(?:\.\d{1,3}){0,2}$|^[1-9]\d{4}(?:\.\d{1,2})?$|^0\d{4}(?:\.\d{1,3})?$/;
/** Of bodies under a minister that are no departments, from 51 on (annex 1 of the Regulation on Correspondence). */
const OTHER_BODY = /^5[1-9]\d{2}(?:\.\d{1,3}){0,2}$/;
/** Units that only letters with one prefix have: bodies under the Prime Minister (นร 1013.7), courts (ศย 016). */
const UNITS_OF_PREFIX: Readonly<Record<string, RegExp>> = {
  นร: /^1\d{3}(?:\.\d{1,3}){0,2}$/,
  ศย: /^0\d{2}$/,
};

/** Whether a unit has a shape that units are known to have. */
const isUnit = ({ prefix, unit }: LetterNumber): boolean => {
  const letters = prefix.slice(0, 2);
  return (
    UNIT.test(unit) ||
    (letters in MINISTRY_PREFIXES && OTHER_BODY.test(unit)) ||
    (UNITS_OF_PREFIX[letters]?.test(unit) ?? false)
  );
};

const shapeDoubts = (number: LetterNumber, read: string): FieldDoubt[] => {
  const doubts: FieldDoubt[] = [];
  const letters = number.prefix.slice(0, 2);
  if (!isKnownPrefix(letters)) {
    const nearest = nearestPrefixes(letters).map((known) =>
      offer(read, formatLetterNumber({ ...number, prefix: known + number.prefix.slice(2) })),
    );
    doubts.push(doubt('unclear', 'unknown-prefix', nearest));
  }
  if (MIXED_DIGITS.test(read)) doubts.push(doubt('unclear', 'mixed-digits'));
  if (!isUnit(number) || number.running.length > 5 || number.running === '0') {
    doubts.push(doubt('unclear', 'shape'));
  }
  return doubts;
};

/**
 * A running number without ว that begins with ๒ or ๙ may be a circular's whose mark was read as that digit, and a
 * gap behind the slash is where a mark would stand.
 */
const markDoubts = (number: LetterNumber, text: string): FieldDoubt[] => {
  if (number.circular) return [];
  const whole = formatLetterNumber(number);
  const misread = /^[296]/.test(number.running) && number.running.length > 3;
  const gap = /\/\s+\d/.test(text);
  if (!misread && !gap) return [];
  const readings = [offer(text, whole), offer(text, asCircular(number))];
  if (misread) {
    const running = number.running.slice(1).replace(/^0+(?=\d)/, '');
    readings.push(offer(text, formatLetterNumber({ ...number, circular: true, running })));
  }
  return [doubt('unclear', 'mark-misread', readings)];
};

/** Codes of local authorities have five digits that begin with none of zero; those of the state begin with zero. */
const OF_AUTHORITY = /^[1-9]\d{4}(?:\.\d{1,2})?$/;

/**
 * A number of a local authority without the doubt that its ว was read as a digit. For numbers of letters that are known to be
 * no circulars: those to one addressee, and those that are answered. Departments, provinces and districts address circulars
 * to one office as well, copy by copy, so that the doubt of their numbers stays.
 */
export const withoutMarkDoubt = <T>(field: Field<T>, number: LetterNumber | null): Field<T> =>
  number !== null && !number.circular && OF_AUTHORITY.test(number.unit)
    ? { ...field, doubts: field.doubts.filter(({ code }) => code !== 'mark-misread') }
    : field;

/**
 * Reads the text of a letter number. A text that is one number in a usual spelling has that value, with doubts
 * where its parts are unlikely; any other has no value, and what it might say stands among the doubts.
 */
export const readNumberField = (read: string, line: number): Field<string> => {
  const text = toArabicDigits(read)
    .replace(/[*_]/g, '')
    .replace(/[\s.,;:)]+$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^\s?([ก-ฮ])\.\s?([ก-ฮ])\.\s?(?=\d)/, (dotted, a: string, b: string) =>
      isKnownPrefix(a + b) ? `${a}${b} ` : dotted,
    )
    .trim();
  const number = parseLetterNumber(text);
  if (number) {
    const doubts = [...shapeDoubts(number, read), ...markDoubts(number, text)];
    if (isNoisy(read)) doubts.push(doubt('unclear', 'noise'));
    return { value: formatLetterNumber(number), read, line, doubts };
  }
  const loose = looseNumber(text);
  if (loose !== null) {
    return { value: loose, read, line, doubts: [doubt('unclear', 'shape', [offer(read, loose)])] };
  }
  const readings = repairs(text).map((value) => offer(read, value));
  const isMark = readings.length > 0 && /\/\s*[29678รงจ1]\s+\d/.test(text);
  return {
    value: null,
    read,
    line,
    doubts: [
      doubt(
        'unreadable',
        isMark ? 'mark-misread' : SUB_NUMBER.test(text) ? 'shape' : 'unreadable',
        readings,
      ),
    ],
  };
};

/** What may follow the running number and is no part of it: the end of a range, or the year. */
const BEHIND_NUMBER = /^\s?(?:(?:-|ถึง)\s?(?:ว\s?\.?\s?)?\d{1,6}|\/\s?2[456]\d\d)?$/;

/** The number that a text gives in the loose ways in which citations and registers write numbers; null where not all of it. */
const looseNumber = (text: string): string | null => {
  const [written, ...more] = findWrittenNumbers(text);
  if (!written || more.length > 0 || written.start > 0) return null;
  const { prefix, unit, running, circular, end } = written;
  if (prefix === null || unit === null || running === null) return null;
  return BEHIND_NUMBER.test(text.slice(end))
    ? formatLetterNumber({ prefix, unit, running, circular })
    : null;
};

/** Where a number ends and what follows it on its line begins: a date label, a count, a bracket. */
const AFTER_NUMBER =
  /\s*(?:ลง\s?วัน\s?ที่|ลว\.?\s?[๐-๙\d]|วันที่|จำนวน|เรื่อง|\(|ซึ่ง|และ(?:ที่|หนังสือ)|ความละเอียด|เมื่อวันที่)/;

/** The text of a number cut off from what stands behind it. */
export const cutNumberText = (text: string): string => {
  const bracket = new RegExp(`^\\s*${PREFIX}`).exec(text)?.[0].length ?? 0;
  const end = AFTER_NUMBER.exec(text.slice(bracket))?.index;
  const cut = end === undefined ? text : text.slice(0, bracket + end);
  // A date may follow without a label: "ว ๒๐๐๗ ๑๗ กันยายน".
  const dated = /^(.*?\/\s*(?:ว\s?\.?\s?)?[๐-๙\d]+)\s+[๐-๙\d]{1,2}\s*[ก-ฮเ]/.exec(cut);
  return (dated?.[1] ?? cut).trim();
};
