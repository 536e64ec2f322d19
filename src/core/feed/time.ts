import { dayNumber, type IsoDate, parseIsoDate } from '#core/letter/date.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

// 1970-01-01, day number 0, was a Thursday.
const weekday = (date: IsoDate): string =>
  WEEKDAYS[(((dayNumber(date) + 4) % 7) + 7) % 7] as string;

/** The beginning of a full ISO date in Thailand, as RFC 3339 (Atom, JSON Feed): `2026-11-21T00:00:00+07:00`. */
export const rfc3339 = (date: IsoDate): string => `${date}T00:00:00+07:00`;

/** The beginning of a full ISO date in Thailand, as RFC 822 with four-digit years (RSS 2.0). */
export const rfc822 = (date: IsoDate): string => {
  const { year, month = 1, day = 1 } = parseIsoDate(date) ?? { year: Number.NaN };
  return `${weekday(date)}, ${String(day).padStart(2, '0')} ${MONTHS[month - 1]} ${year} 00:00:00 +0700`;
};
