import { daysInMonth } from '#core/letter/date.ts';
import { NO_DAY } from '#core/tracking/table.ts';

const ZERO = 0x30;
const isDigit = (byte: number): boolean => byte >= ZERO && byte <= 0x39;

/** The number that the digits in `bytes` make, -1 where they are not all digits or there are none. */
export const integerIn = (bytes: Uint8Array, start: number, end: number): number => {
  if (start >= end || end - start > 9) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
};

const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Day number (since 1970-01-01) of `YYYY-MM-DD`, years 1857 to 2156; NO_DAY for anything else. */
export const dayIn = (bytes: Uint8Array, start: number, end: number): number => {
  if (end - start !== 10 || bytes[start + 4] !== 0x2d || bytes[start + 7] !== 0x2d) return NO_DAY;
  const year = integerIn(bytes, start, start + 4);
  const month = integerIn(bytes, start + 5, start + 7);
  const day = integerIn(bytes, start + 8, end);
  if (year < 1857 || year > 2156 || month < 1 || month > 12) return NO_DAY;
  if (day < 1 || day > daysInMonth(year, month)) return NO_DAY;
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const isAfterLeapDay = month > 2 && daysInMonth(year, 2) === 29 ? 1 : 0;
  return (
    past * 365 + leapDays + (DAYS_BEFORE_MONTH[month] as number) + isAfterLeapDay + day - 719163
  );
};

/** Whether `hh:mm` of the 24-hour clock stands there. */
export const isTimeIn = (bytes: Uint8Array, start: number, end: number): boolean => {
  if (end - start !== 5 || bytes[start + 2] !== 0x3a) return false;
  const hours = integerIn(bytes, start, start + 2);
  const minutes = integerIn(bytes, start + 3, end);
  return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
};

const THAI = 0xe0;
const THAI_BLOCK = 0xb8;
const WO_WAEN = 0xa7;

/** Whether a canonical letter number stands there in UTF-8: `มท 0808.4/ว 2007`. */
export const isLetterNumberIn = (bytes: Uint8Array, start: number, end: number): boolean => {
  let at = start;
  for (let letter = 0; letter < 2; letter++, at += 3) {
    const last = bytes[at + 2] as number;
    // ก (81) to ฮ (ae), the consonants
    if (bytes[at] !== THAI || bytes[at + 1] !== THAI_BLOCK || last < 0x81 || last > 0xae)
      return false;
  }
  if (bytes[at++] !== 0x20) return false;
  let digits = 0;
  for (; isDigit(bytes[at] as number); at++) digits++;
  if (digits < 2 || digits > 5) return false;
  while (bytes[at] === 0x2e) {
    digits = 0;
    for (at++; isDigit(bytes[at] as number); at++) digits++;
    if (digits < 1 || digits > 3) return false;
  }
  if (bytes[at++] !== 0x2f) return false;
  if (bytes[at] === THAI) {
    if (bytes[at + 1] !== THAI_BLOCK || bytes[at + 2] !== WO_WAEN || bytes[at + 3] !== 0x20)
      return false;
    at += 4;
  }
  const first = at;
  while (at < end && isDigit(bytes[at] as number)) at++;
  const length = at - first;
  return at === end && length > 0 && length <= 6 && (length === 1 || bytes[first] !== ZERO);
};

/** Whether the bytes from `start` on are those of a name. */
export const beginsWith = (bytes: Uint8Array, start: number, name: Uint8Array): boolean => {
  let same = 0;
  while (same < name.length && bytes[start + same] === name[same]) same++;
  return same === name.length;
};
