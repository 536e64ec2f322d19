import { dateOfDayNumber } from '#core/letter/date.ts';
import { type CellType, dayOfSerial } from '#core/tracking/register/cell-text.ts';

/** What a number format shows of a number. */
export type FormatKind = 'number' | 'date' | 'time';

/** Formats without a code of their own (ECMA-376 18.8.30), with the Thai ones 71-81. */
const builtIn = (id: number): FormatKind => {
  if (id === 18 || id === 19 || id === 20 || id === 21 || (id >= 45 && id <= 47)) return 'time';
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  if (id >= 71 && id <= 81) return id >= 78 && id !== 81 ? 'time' : 'date';
  return 'number';
};

/** The letters of a format that stand for parts of a number, without texts, colours and languages. */
const plainFormat = (code: string): string =>
  (code.split(';')[0] as string)
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();

/**
 * What a format shows, by its code: `[$-41E]d mmm bb`, `[$-D07041E]d/m/yyyy`, `ว/ด/ปปปป`, `hh:mm`, `0.00`. Years of the
 * Buddhist era (b, bb, bbbb) are years: only the way in which the stored day is shown differs.
 */
export const kindOfFormat = (code: string | undefined, id = 0): FormatKind => {
  if (code === undefined) return builtIn(id);
  const plain = plainFormat(code);
  if (plain === '' || /general|@/.test(plain)) return 'number';
  if (/[ydb]/.test(plain) || (/m/.test(plain) && !/[hs]/.test(plain))) return 'date';
  if (/[hs]/.test(plain)) return 'time';
  if (/[0#?]/.test(plain)) return 'number';
  // Format codes in Thai: day, month and year; hour, minute and second.
  if (/^[\s/\-.:,วดป]*[วดป]/.test(plain)) return 'date';
  return /[ชน]{1,2}:/.test(plain) ? 'time' : 'number';
};

/** Whether a format of days shows which number is the day: before the month, or beside the name of one. */
const showsDay = (code: string | undefined): boolean => {
  const plain = plainFormat(code ?? '');
  if (/mmm|ดดด/.test(plain)) return true;
  const [day, month] = [plain.search(/[dว]/), plain.search(/[mด]/)];
  return day >= 0 && day < month;
};

/** A cell as a register has it. */
export interface CellValue {
  readonly text: string;
  readonly type: CellType | undefined;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** The time of a part of a day, to the nearest second, without seconds. */
const timeOf = (seconds: number): string =>
  `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}`;

/** A day or a time of day as ISO text: `2025-04-02`, `2025-04-02T09:30`, `09:30`. */
export const momentCell = (
  serial: number,
  kind: 'date' | 'time',
  code: string | undefined,
  is1904: boolean,
): CellValue => {
  const all = Math.round(serial * 86_400);
  const [days, seconds] = [Math.floor(all / 86_400), all % 86_400];
  if (kind === 'time' || days === 0) return { text: timeOf(seconds), type: 'time' };
  const day = dateOfDayNumber(dayOfSerial(days, is1904));
  return {
    text: seconds === 0 ? day : `${day}T${timeOf(seconds)}`,
    type: showsDay(code) ? 'date' : 'loose-date',
  };
};

/** The last day that a spreadsheet can hold: 31 December 9999. */
const LAST_DAY = 2_958_465;

const CONDITION = /^\[(<>|<=|>=|[<>=])(-?\d+(?:\.\d+)?)\]/;

const holds = (value: number, [, sign, limit]: RegExpExecArray): boolean => {
  const other = Number(limit);
  if (sign === '=') return value === other;
  if (sign === '<>') return value !== other;
  return (
    (value < other && sign !== undefined && sign.startsWith('<')) ||
    (value > other && sign !== undefined && sign.startsWith('>')) ||
    (value === other && sign !== undefined && sign.endsWith('='))
  );
};

/** The section of a format that shows a value: by its condition, or by the sign of the value. */
const sectionFor = (value: number, code: string): string => {
  const sections = code.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;|^)(?=;|$)/g) ?? [];
  const bare = sections.map((one) => one.replace(/\[(?:[A-Za-z]+\d*|\$[^\]]*)\]/g, ''));
  const asked = bare.map((one) => CONDITION.exec(one));
  if (asked.some(Boolean)) {
    const at = asked.findIndex((one) => one === null || holds(value, one));
    return (bare[at] ?? '').replace(CONDITION, '');
  }
  const at = value > 0 ? 0 : value < 0 ? 1 : 2;
  return bare[at] ?? bare[0] ?? '';
};

/**
 * What a format with words of its own shows of a number (`"มท 0808.4/ว "0` of 1541, `"ลับ";;"ปกติ"` of 1); null for one
 * without words, or that shows more than whole digits.
 */
const inWords = (value: number, digits: string, code: string): string | null => {
  if (!/[ก-\u0e4e]/.test(code) || !Number.isInteger(value)) return null;
  const section = sectionFor(value, code);
  let places = 0;
  const shown = section.replace(
    /"([^"]*)"|\\(.)|_.|\*.|(General|[0#?]+)|(@)/gi,
    (_, quoted?: string, escaped?: string, number?: string, text?: string) => {
      if (text !== undefined) return digits;
      if (number === undefined) return quoted ?? escaped ?? '';
      places++;
      const zeros = number.replace(/[^0]/g, '').length;
      return digits.replace('-', '').padStart(zeros, '0');
    },
  );
  return places > 1 || !/[ก-\u0e4e]/.test(shown) ? null : shown;
};

/** A number as a register has it, by its format: a day, a time, or digits as they are seen. */
export const numberCell = (
  text: string,
  kind: FormatKind,
  code: string | undefined,
  is1904: boolean,
): CellValue => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return { text, type: undefined };
  if (kind !== 'number' && value >= 0 && value <= LAST_DAY)
    return momentCell(value, kind, code, is1904);
  const digits = String(Number(value.toPrecision(15)));
  const words = code === undefined ? null : inWords(value, digits, code);
  if (words !== null) return { text: words, type: undefined };
  const isPadded = code !== undefined && /^0+$/.test(code);
  return { text: isPadded ? digits.padStart(code.length, '0') : digits, type: 'number' };
};
