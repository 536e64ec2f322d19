import {
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  type IsoDate,
  parseIsoDate,
} from '#core/letter/date.ts';
import { type DueDay, WEEKDAYS } from '#core/letter/recurrence.ts';

/** A recurring day as calendars repeat it. */
export interface Repetition {
  /** RRULE of RFC 5545, without the name of the property and without an end. */
  readonly rule: string;
  /** Whether a full date is one of its days. */
  readonly includes: (date: IsoDate) => boolean;
}

interface Day {
  readonly month: number;
  readonly day: number;
  readonly last: number;
  readonly weekday: number;
}

// Day number 0, 1970-01-01, was a Thursday.
const dayOf = (date: IsoDate): Day => {
  const { year, month = 1, day = 1 } = parseIsoDate(date) ?? { year: Number.NaN };
  const weekday = (((dayNumber(date) + 4) % 7) + 7) % 7;
  return { month, day, last: daysInMonth(year, month), weekday };
};

const repetition = (rule: string, includes: (day: Day) => boolean): Repetition => ({
  rule,
  includes: (date) => includes(dayOf(date)),
});

/** Days that every month has; RFC 5545 passes over a 31st where there is none (3.3.10). */
const IN_EVERY_MONTH = 28;
// In a year that is no leap year.
const COMMON_YEAR = 2025;

const ofWeek = (due: Extract<DueDay, { weekday: unknown }>): Repetition => {
  const weekday = WEEKDAYS.indexOf(due.weekday);
  const code = due.weekday.slice(0, 2).toUpperCase();
  if (due.nth === undefined) {
    return repetition(`FREQ=WEEKLY;BYDAY=${code}`, (one) => one.weekday === weekday);
  }
  const { nth } = due;
  return repetition(
    `FREQ=MONTHLY;BYDAY=${nth === 'last' ? -1 : nth}${code}`,
    ({ day, last, ...one }) =>
      one.weekday === weekday && (nth === 'last' ? day > last - 7 : Math.ceil(day / 7) === nth),
  );
};

const ofYear = (month: number, day: number | 'last'): Repetition | null => {
  if (day !== 'last' && day > daysInMonth(COMMON_YEAR, month)) return null;
  return repetition(
    `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day === 'last' ? -1 : day}`,
    (one) => one.month === month && one.day === (day === 'last' ? one.last : day),
  );
};

/**
 * How calendars repeat a recurring day; null where its days are not certain: a working day depends on holidays, a time
 * behind the end of a month on how days are counted, and not every month has a 30th.
 */
export const repetitionOf = (every: string, due: DueDay): Repetition | null => {
  if ('weekday' in due) return ofWeek(due);
  if ('workday' in due || 'after' in due || due.before) return null;
  if ('month' in due) return due.day === undefined ? null : ofYear(due.month, due.day);
  if (due.day !== 'last') {
    const { day } = due;
    if (day > IN_EVERY_MONTH) return null;
    return repetition(`FREQ=MONTHLY;BYMONTHDAY=${day}`, (one) => one.day === day);
  }
  return every === 'P3M'
    ? repetition(
        'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
        ({ month, day, last }) => month % 3 === 0 && day === last,
      )
    : repetition('FREQ=MONTHLY;BYMONTHDAY=-1', ({ day, last }) => day === last);
};

const DAYS_AHEAD = 366;

/** The first day of a repetition on or after a full date. */
export const firstFrom = ({ includes }: Repetition, from: IsoDate): IsoDate => {
  const start = dayNumber(from);
  for (let days = 0; days <= DAYS_AHEAD; days++) {
    const date = dateOfDayNumber(start + days);
    if (includes(date)) return date;
  }
  throw new RangeError(`no day of the repetition within a year of ${from}`);
};
