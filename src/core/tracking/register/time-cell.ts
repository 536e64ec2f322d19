import { type CellType, plainCell } from './cell-text.ts';

/** A time that comes after a date in one cell; a date of digits and full stops has no space in it. */
export const TIME_BEHIND_DATE =
  /(?:\s*[,(]?\s+(?:เวลา\s*)?|\s?เวลา\s*|T)(\d{1,2}[.:]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[AaPp]\.?[Mm]\.?)?)\s*(?:น\.?|นาฬิกา)?\)?$/;

/** What a cell says of a time of day. */
export interface TimeReading {
  /** `09:30`; null where none can be read. */
  readonly value: string | null;
  /** Why a cell that is not empty gives none, in English. */
  readonly doubt: string | null;
}

const CLOCK = /^(\d{1,2})\s?[.:,;]\s?(\d{2})(?:[.:]\d{2}(?:\.\d+)?)?$/;
const HALF = /^(a|p)\.?m\.?$/i;

const asTime = (hour: number, minute: number): string | null =>
  hour <= 23 && minute <= 59
    ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : null;

/** The time of a part of a day as spreadsheets store it (0.3958 is half past nine); null where it is no whole minute. */
const ofFraction = (text: string): string | null => {
  const seconds = Math.round(Number(text) * 86_400);
  return seconds % 60 === 0 ? asTime(Math.floor(seconds / 3600), (seconds / 60) % 60) : null;
};

const read = (plain: string, type: CellType | undefined): string | null => {
  const [, digits = '', behind = ''] = /^([\d.:,; ]*\d)\s?(.*)$/.exec(plain) ?? [];
  const half = HALF.exec(behind)?.[1]?.toLowerCase();
  if (behind !== '' && !half && !/^(?:น\.?|นาฬิกา|hrs?\.?|h)$/i.test(behind)) return null;
  const clock = CLOCK.exec(digits);
  if (clock && half) {
    const hour = Number(clock[1]);
    return hour >= 1 && hour <= 12
      ? asTime((hour % 12) + (half === 'p' ? 12 : 0), Number(clock[2]))
      : null;
  }
  if (half) return null;
  // Below one it may as well be a part of a day: 0.5 is noon, or half past midnight.
  if (clock && !(type === 'number' && Number(digits) < 1))
    return asTime(Number(clock[1]), Number(clock[2]));
  // 09.30 that a spreadsheet took for a number has lost its last zero.
  const shortened = /^([1-9]|1\d|2[0-3])\.([0-5])$/.exec(digits);
  if (shortened) return asTime(Number(shortened[1]), Number(shortened[2]) * 10);
  const joined = /^(\d{1,2})(\d{2})$/.exec(digits);
  if (joined) return asTime(Number(joined[1]), Number(joined[2]));
  if (/^0?\.\d{3,}$/.test(digits)) return ofFraction(digits);
  if (/^\d{1,2}$/.test(digits) && (behind !== '' || type === 'number'))
    return asTime(Number(digits), 0);
  return null;
};

/**
 * Reads a time as registers write it (`๐๙.๓๐ น.`, `9:30 AM`, `0930`), and as spreadsheets break it: 9.3 for 09.30, a part
 * of a day. A cell that is not empty and gives none is in doubt.
 */
export const readTimeCell = (text: string, type?: CellType): TimeReading => {
  if (text === '') return { value: null, doubt: null };
  const plain = plainCell(text)
    .replace(/^(?:เวลา|เมื่อ)\s*/, '')
    .replace(/^\((.*)\)$/, '$1');
  if (/^[-–—.:\s]*(?:น\.?)?$/.test(plain)) return { value: null, doubt: null };
  // The day on which spreadsheets count from comes before a time that they show as a day.
  const clock = plain.replace(
    /^(?:\d{4}-\d{2}-\d{2}[T ]|\d{1,2}\/\d{1,2}\/(?:1899|1900|244[23]) )/,
    '',
  );
  const value = read(clock, type);
  if (value === '00:00' && /^0?0[.:]?00/.test(clock))
    return {
      value: null,
      doubt: `${JSON.stringify(text)} is what a spreadsheet shows for a time that is missing`,
    };
  return { value, doubt: value === null ? `${JSON.stringify(text)} is no time of day` : null };
};
