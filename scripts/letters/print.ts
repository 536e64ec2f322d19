import { type IsoDate, parseIsoDate, THAI_MONTHS, THAI_SHORT_MONTHS } from '#core/letter/date.ts';
import { toThaiDigits } from '#core/letter/digits.ts';

/** How one letter writes digits and dates. */
export interface Style {
  readonly digits: 'thai' | 'arabic';
  readonly month: 'long' | 'short';
  /** Digits of the year: ๒๕๖๘ or ๖๘. */
  readonly year: 4 | 2;
  /** Whether พ.ศ. comes before the year. */
  readonly era: boolean;
}

export const FORMAL: Style = { digits: 'thai', month: 'long', year: 4, era: false };

const WEEKDAYS = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'] as const;

/** Digits of a text as the style writes them; the text has Arabic ones. */
export const digitsOf = (text: string | number, { digits }: Style): string =>
  digits === 'thai' ? toThaiDigits(String(text)) : String(text);

/** Name of the month of a date as the style writes it. */
export const monthOf = (date: IsoDate, { month }: Style): string => {
  const at = (parseIsoDate(date)?.month ?? 1) - 1;
  return (month === 'short' ? THAI_SHORT_MONTHS : THAI_MONTHS)[at] as string;
};

/** Year of a date in the Buddhist era, as the style writes it. */
export const yearOf = (date: IsoDate, style: Style): string => {
  const year = String(Number(date.slice(0, 4)) + 543).slice(-style.year);
  return `${style.era ? 'พ.ศ. ' : ''}${digitsOf(year, style)}`;
};

/** Day of the month of a full date, as the style writes it. */
export const dayOf = (date: IsoDate, style: Style): string =>
  digitsOf(Number(date.slice(8, 10)), style);

/** A date of day or month precision, as in ๒๒ เมษายน ๒๕๖๘. */
export const printDate = (date: IsoDate, style: Style): string =>
  [date.length > 7 ? dayOf(date, style) : '', monthOf(date, style), yearOf(date, style)]
    .filter(Boolean)
    .join(' ');

/** Name of the weekday of a full date, without วัน. */
export const weekdayOf = (date: IsoDate): string =>
  WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] as string;

/** A span of days as short as writers make it: one month is named once, one year is named once. */
export const printSpan = (from: IsoDate, to: IsoDate, style: Style, joint = ' - '): string => {
  const start = [
    dayOf(from, style),
    ...(from.slice(0, 7) === to.slice(0, 7) ? [] : [monthOf(from, style)]),
    ...(from.slice(0, 4) === to.slice(0, 4) ? [] : [yearOf(from, style)]),
  ].join(' ');
  return `${start}${joint}${printDate(to, style)}`;
};
