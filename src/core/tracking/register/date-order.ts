import { plainCell } from './cell-text.ts';

/** What the other rows of a column say about the order of day and month in it. */
export interface DateOrder {
  /** Rows whose first number can only be a day. */
  readonly dayFirst: number;
  /** Rows whose second number can only be a day, and of these the ones with a year of the Common Era. */
  readonly monthFirst: number;
  readonly monthFirstInCommonEra: number;
  /** Cells that the spreadsheet stored as days, and of these the ones behind the 12th of a month. */
  readonly stored: number;
  readonly storedBehind12: number;
}

export const NO_ORDER: DateOrder = {
  dayFirst: 0,
  monthFirst: 0,
  monthFirstInCommonEra: 0,
  stored: 0,
  storedBehind12: 0,
};

/** A date in digits: two numbers and a year, with any of the usual separators. */
export const NUMERIC_DATE = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})$/;

const MAY_BE_NUMERIC = /^[^ก-ฮA-Za-z]{6}/;

/** What is known of a column once one more of its cells is; `isStored` where the spreadsheet holds it as a day. */
export const noteOrder = (known: DateOrder, text: string, isStored: boolean): DateOrder => {
  if (isStored) {
    const day = Number(/^\d{4}-\d{2}-(\d{2})/.exec(text)?.[1] ?? 0);
    if (day === 0) return known;
    return {
      ...known,
      stored: known.stored + 1,
      storedBehind12: known.storedBehind12 + Number(day > 12),
    };
  }
  if (!MAY_BE_NUMERIC.test(text)) return known;
  const match = NUMERIC_DATE.exec(plainCell(text).replace(/\s+\d{1,2}[.:]\d{2}.*$/, ''));
  if (!match) return known;
  const [first, second, year] = [Number(match[1]), Number(match[2]), match[3] as string];
  if (first > 12 && second <= 12) return { ...known, dayFirst: known.dayFirst + 1 };
  if (second <= 12 || first > 12) return known;
  const isCommonEra = year.length === 4 && Number(year) < 2400;
  return {
    ...known,
    monthFirst: known.monthFirst + 1,
    monthFirstInCommonEra: known.monthFirstInCommonEra + Number(isCommonEra),
  };
};

/**
 * The order of day and month in a column: `day` where nothing speaks against it, as Thai offices write, `month` where
 * rows prove it, null where rows or other columns of the sheet contradict each other.
 */
export const orderOf = (own: DateOrder, isMonthFirstElsewhere: boolean): 'day' | 'month' | null => {
  if (own.monthFirst > 0) {
    // One impossible month of a Buddhist year is as likely a slip of the keys.
    const isProved = own.monthFirstInCommonEra > 0 || own.monthFirst > 1;
    return own.dayFirst === 0 && isProved ? 'month' : null;
  }
  return isMonthFirstElsewhere && own.dayFirst === 0 ? null : 'day';
};

/**
 * Whether a spreadsheet may have exchanged day and month of what it stored: it left days behind the 12th as text, so it
 * took the first number of the others for the month.
 */
export const mayBeExchanged = ({ dayFirst, storedBehind12 }: DateOrder): boolean =>
  dayFirst > 0 && storedBehind12 === 0;
