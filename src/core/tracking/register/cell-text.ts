import { toArabicDigits } from '#core/letter/digits.ts';

/**
 * What a spreadsheet holds a cell as, where that is no text. The text of a `date` is ISO, of a `time` hh:mm. A `loose-date`
 * is a date whose format does not show people which of its numbers is the day, so that they may not have noticed that the
 * spreadsheet took the day that they typed for the month.
 */
export type CellType = 'date' | 'loose-date' | 'time' | 'number';

/** Whether a spreadsheet holds a cell as a day. */
export const isStoredDate = (type: CellType | undefined): boolean =>
  type === 'date' || type === 'loose-date';

/** What a plain cell has none of: most cells are plain already. Marks of Thai that are in another order are composed. */
const NOT_PLAIN = /[^\u0020-\u007e\u0e01-\u0e4c\u0e4e]|^ | $| {2}|[\u0e48-\u0e4b][\u0e38-\u0e3a]/;

/** A cell with Arabic digits, composed vowels, single spaces, and nothing that is not seen. */
export const plainCell = (text: string): string =>
  NOT_PLAIN.test(text)
    ? toArabicDigits(text)
        .normalize('NFC')
        .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
        .replace(/\u0e4d\u0e32/g, 'ำ')
        .replace(/\s+/g, ' ')
        .trim()
    : text;

/** Days from the epoch of spreadsheets to 1970-01-01, in workbooks that count from 1900 (as nearly all do). */
const SERIAL_EPOCH = 25_569;

/** The day number (since 1970-01-01) of a spreadsheet's serial number; it counts from 2 January 1904 where `is1904`. */
export const dayOfSerial = (serial: number, is1904 = false): number =>
  Math.floor(serial) - SERIAL_EPOCH + (is1904 ? 1462 : 0);
