import type { DueDay, Span } from '#core/letter/recurrence.ts';
import { MONTHS } from './months.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth'];
const UNITS: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };
const SPANS: Readonly<Record<Span, string>> = {
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  'fiscal-year': 'fiscal year',
};

const ordinal = (nth: number | 'last'): string =>
  nth === 'last' ? 'last' : (ORDINALS[nth - 1] ?? `no. ${nth}`);

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

const ofYear = (month: number, day: number | 'last' | undefined): string => {
  const name = MONTHS[month - 1];
  if (day === undefined) return `in ${name} of every year`;
  return day === 'last' ? `last day of ${name} of every year` : `${day} ${name} of every year`;
};

/** A recurring day in English: `day 5 of every month`; `every` is the round, an ISO 8601 duration. */
export const formatDueDay = (every: string, due: DueDay): string => {
  const round = every === 'P3M' ? 'quarter' : every === 'P1Y' ? 'year' : 'month';
  if ('weekday' in due) {
    const name = capital(due.weekday);
    return due.nth === undefined
      ? `every ${name}`
      : `${ordinal(due.nth)} ${name} of every ${round}`;
  }
  if ('workday' in due) {
    return due.workday === 'last' || due.workday === 1
      ? `${ordinal(due.workday)} working day of every ${round}`
      : `working day ${due.workday} of every ${round}`;
  }
  if ('after' in due) {
    const [, count = '', unit = ''] = /^P(\d+)([DWMY])$/.exec(due.after) ?? [];
    const time = `${count} ${due.workdays ? 'working ' : ''}${UNITS[unit]}${count === '1' ? '' : 's'}`;
    return `within ${time} of the end of every ${SPANS[due.end]}`;
  }
  const before = due.before ? 'before ' : '';
  if ('month' in due) return `${before}${ofYear(due.month, due.day)}`;
  return due.day === 'last'
    ? `${before}last day of every ${round}`
    : `${before}day ${due.day} of every ${round}`;
};
