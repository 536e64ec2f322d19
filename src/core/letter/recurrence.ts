import { THAI_MONTHS } from './month.ts';

/** Days of the week as records name them, Sunday first. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Their Thai names without วัน, in the same order. */
export const THAI_WEEKDAYS = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'] as const;

/** Spans at whose end a time may begin to run. */
export const SPANS = ['month', 'quarter', 'year', 'fiscal-year'] as const;
export type Span = (typeof SPANS)[number];

/**
 * The day of each round on which a recurring duty is due, as a letter states it. Holidays are never reckoned in: the
 * first working day of a month stays what it is called.
 */
export type DueDay =
  /** Each Friday; with `nth`, the second or the last Friday of each month. */
  | { readonly weekday: Weekday; readonly nth?: number | 'last' | undefined }
  /** A day of each month, or the last one of each month or quarter. `before`: what is due is due before that day. */
  | { readonly day: number | 'last'; readonly before?: true | undefined }
  /** A month of each year, and its day where the letter names one. */
  | {
      readonly month: number;
      readonly day?: number | 'last' | undefined;
      readonly before?: true | undefined;
    }
  /** A working day of each month or quarter, counted from its first one. */
  | { readonly workday: number | 'last' }
  /** A time behind the end of each month, quarter or year: an ISO 8601 duration, of working days where `workdays`. */
  | { readonly after: string; readonly end: Span; readonly workdays?: true | undefined };

const EVERY_SPAN: Readonly<Record<Span, string>> = {
  month: 'P1M',
  quarter: 'P3M',
  year: 'P1Y',
  'fiscal-year': 'P1Y',
};

/** The rounds, as ISO 8601 durations, in which a day can fall due: {day: 5} each month, {day: 'last'} each quarter too. */
export const roundsOf = (due: DueDay): readonly string[] => {
  if ('weekday' in due) return [due.nth === undefined ? 'P1W' : 'P1M'];
  if ('month' in due) return ['P1Y'];
  if ('after' in due) return [EVERY_SPAN[due.end]];
  if ('workday' in due) return ['P1M', 'P3M'];
  return due.day === 'last' ? ['P1M', 'P3M'] : ['P1M'];
};

const UNITS: Readonly<Record<string, string>> = { D: 'วัน', M: 'เดือน', Y: 'ปี', W: 'สัปดาห์' };
const SPAN_NAMES: Readonly<Record<Span, string>> = {
  month: 'เดือน',
  quarter: 'ไตรมาส',
  year: 'ปี',
  'fiscal-year': 'ปีงบประมาณ',
};

const ordinal = (nth: number | 'last'): string =>
  nth === 'last' ? 'สุดท้าย' : nth === 1 ? 'แรก' : `ที่ ${nth} `;

/** A recurring day in Thai, as in `วันที่ 5 ของทุกเดือน`; `every` is the round, an ISO 8601 duration of {@link roundsOf}. */
export const formatThaiDueDay = (every: string, due: DueDay): string => {
  const round = every === 'P3M' ? 'ทุกไตรมาส' : every === 'P1Y' ? 'ทุกปี' : 'ทุกเดือน';
  if ('weekday' in due) {
    const name = `วัน${THAI_WEEKDAYS[WEEKDAYS.indexOf(due.weekday)]}`;
    return due.nth === undefined ? `ทุก${name}` : `${name}${ordinal(due.nth)}ของ${round}`;
  }
  if ('workday' in due) return `วันทำการ${ordinal(due.workday)}ของ${round}`;
  if ('after' in due) {
    const [, count = '', unit = ''] = /^P(\d+)([DWMY])$/.exec(due.after) ?? [];
    const time = `${count} ${UNITS[unit] ?? ''}${due.workdays ? 'ทำการ' : ''}`;
    return `ภายใน ${time} นับแต่วันสิ้น${SPAN_NAMES[due.end]} ${round}`;
  }
  const before = due.before ? 'ก่อน' : '';
  if ('month' in due) {
    const month = THAI_MONTHS[due.month - 1];
    if (due.day === undefined) return `${before}เดือน${month}ของ${round}`;
    return due.day === 'last'
      ? `${before}วันสุดท้ายของเดือน${month} ${round}`
      : `${before}วันที่ ${due.day} ${month} ของ${round}`;
  }
  return due.day === 'last' ? `${before}วันสุดท้ายของ${round}` : `${before}วันที่ ${due.day} ของ${round}`;
};
