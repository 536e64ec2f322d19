import { BUDDHIST_ERA_OFFSET, parseIsoDate } from '#core/letter/date.ts';
import type { Formats } from '../messages.ts';
import { formatDueDay } from './due-day.ts';
import { MONTHS } from './months.ts';

const INTERVAL_UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

const formatDate = (date: string): string => {
  const parts = parseIsoDate(date);
  if (!parts) throw new RangeError(`"${date}" is not a date of the calendar`);
  const month = parts.month && MONTHS[parts.month - 1];
  return [parts.day, month, parts.year].filter((part) => part !== undefined).join(' ');
};

export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/** How dates, counts and sizes are written in English. */
export const formats: Formats = {
  date: formatDate,
  shortDate: formatDate,
  year: (year) => `${year - BUDDHIST_ERA_OFFSET} (B.E. ${year})`,
  fiscalYear: (year) => `fiscal year ${year - BUDDHIST_ERA_OFFSET} (B.E. ${year})`,
  printed: (text) => text,
  period: (from, to) => {
    if (from && to) return `${formatDate(from)} to ${formatDate(to)}`;
    return from ? `from ${formatDate(from)}` : `until ${formatDate(to ?? '')}`;
  },
  every: (count, unit) =>
    count === 1 ? `every ${INTERVAL_UNITS[unit]}` : `every ${plural(count, INTERVAL_UNITS[unit])}`,
  dueDay: formatDueDay,
  daysLeft: (days) => (days === 0 ? 'today is the last day' : `${plural(days, 'day')} left`),
  count: (count) => count.toLocaleString('en'),
  size: (bytes) =>
    bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`,
};
