import type { Action, ActionRole } from '#core/letter/circular.ts';
import {
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  formatIsoDate,
  type IsoDate,
  isFullDate,
  parseIsoDate,
} from '#core/letter/date.ts';
import type { DueDay } from '#core/letter/recurrence.ts';
import { firstFrom, repetitionOf } from './recurrence-rule.ts';

/** An ISO 8601 duration of one unit, taken apart. */
export interface Every {
  readonly count: number;
  readonly unit: 'Y' | 'M' | 'W' | 'D';
}

/** One all-day entry of a calendar in Thailand. */
export interface CalendarEvent {
  /** Permanent path of the circular and key of the action: what the event is known by for ever. */
  readonly key: string;
  readonly path: string;
  readonly circularTitle: string;
  readonly role: ActionRole;
  readonly what: string;
  readonly kind: 'deadline' | 'window' | 'begins' | 'recurring';
  /** First day. */
  readonly from: IsoDate;
  /** Last day, included. */
  readonly to: IsoDate;
  readonly every?: Every | undefined;
  /** RRULE of RFC 5545 where the letter states the day of each round; else `every` is counted from the first day. */
  readonly rule?: string | undefined;
  /** The letter's date from which a recurring duty is counted, as letters state no first day for one. */
  readonly countedFrom?: IsoDate | undefined;
  /** The date, or the day from which its rounds are counted, is in doubt and must be compared with the letter. */
  readonly needsCheck: boolean;
  readonly revision: number;
  readonly cancelled: boolean;
  readonly sample: boolean;
  /** Day on which the portal last said something new about it. */
  readonly stated: IsoDate;
}

/** What calendars need to know of a circular. */
export interface CalendarSource {
  readonly path: string;
  readonly title: string;
  readonly letterDate: IsoDate | null;
  /** Whether that date has to be compared with the original: known from another letter only, or read in several ways. */
  readonly isLetterDateDoubtful?: boolean;
  readonly actions: readonly Action[];
  readonly withdrawn: boolean;
  readonly sample: boolean;
  readonly published: IsoDate;
  readonly changes: readonly { readonly date: IsoDate }[];
}

/** Takes an ISO 8601 duration such as `P6M` apart; throws a RangeError for any other text. */
export const parseEvery = (duration: string): Every => {
  const match = /^P(\d+)([YMWD])$/.exec(duration);
  if (!match) throw new RangeError(`"${duration}" is not a duration such as P6M`);
  return { count: Number(match[1]), unit: match[2] as Every['unit'] };
};

/** The day `times` durations after a full date; the last day of the month where that month is too short. */
export const addEvery = (date: IsoDate, { count, unit }: Every, times = 1): IsoDate => {
  if (unit === 'W' || unit === 'D') {
    return dateOfDayNumber(dayNumber(date) + count * times * (unit === 'W' ? 7 : 1));
  }
  const { year, month = 1, day = 1 } = parseIsoDate(date) ?? { year: Number.NaN };
  const months = year * 12 + (month - 1) + count * times * (unit === 'Y' ? 12 : 1);
  const target = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return formatIsoDate({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
};

/** Days on which a recurring duty falls within a period, both ends included. */
export const occurrences = (
  event: Pick<CalendarEvent, 'from' | 'every'>,
  period: { readonly from: IsoDate; readonly to: IsoDate },
): IsoDate[] => {
  const days: IsoDate[] = [];
  const { every } = event;
  if (!every) return event.from >= period.from && event.from <= period.to ? [event.from] : days;
  for (let times = 0; ; times++) {
    const day = addEvery(event.from, every, times);
    if (day > period.to) return days;
    if (day >= period.from) days.push(day);
  }
};

type Dates = Pick<CalendarEvent, 'kind' | 'from' | 'to'> &
  Partial<Pick<CalendarEvent, 'every' | 'rule' | 'countedFrom' | 'needsCheck'>>;

// Calendars skip a 31st in months that have none (RFC 5545, 3.3.10): a day that every month has is never missed.
const inEveryMonth = (date: IsoDate): IsoDate =>
  Number(date.slice(8)) > 28 ? `${date.slice(0, 8)}28` : date;

const COMPACT = /-/g;

/** The rounds of a duty whose days the letter states; none where a calendar cannot be certain of them. */
const statedRounds = (
  every: string,
  due: DueDay,
  { window }: Action,
  { letterDate, isLetterDateDoubtful = false }: CalendarSource,
): Dates[] => {
  const repetition = repetitionOf(every, due);
  const begins = window?.from ?? null;
  const countedFrom = begins ?? letterDate;
  if (!repetition || countedFrom === null || !isFullDate(countedFrom)) return [];
  const from = begins ?? dateOfDayNumber(dayNumber(countedFrom) + 1);
  const first = firstFrom(repetition, from);
  const until = window?.to === undefined ? '' : `;UNTIL=${window.to.replace(COMPACT, '')}`;
  const rule = `${repetition.rule}${until}`;
  const needsCheck = begins === null && isLetterDateDoubtful;
  const rounds = { every: parseEvery(every), rule, countedFrom, needsCheck };
  return [{ kind: 'recurring', from: first, to: first, ...rounds }];
};

const datesOf = (action: Action, source: CalendarSource): Dates[] => {
  const dates: Dates[] = [];
  const { deadline, window, every } = action;
  if (deadline?.value && isFullDate(deadline.value)) {
    const needsCheck = deadline.doubt !== undefined;
    dates.push({ kind: 'deadline', from: deadline.value, to: deadline.value, needsCheck });
  }
  if (window?.from && window.to) dates.push({ kind: 'window', from: window.from, to: window.to });
  else if (window?.to) dates.push({ kind: 'deadline', from: window.to, to: window.to });
  else if (window?.from) dates.push({ kind: 'begins', from: window.from, to: window.from });
  if (every && action.due) dates.push(...statedRounds(every, action.due, action, source));
  else if (every && source.letterDate && isFullDate(source.letterDate)) {
    const duration = parseEvery(every);
    const countedFrom = window?.from ?? source.letterDate;
    const first = addEvery(inEveryMonth(countedFrom), duration);
    const needsCheck = window?.from === undefined && source.isLetterDateDoubtful === true;
    const rounds = { every: duration, countedFrom, needsCheck };
    dates.push({ kind: 'recurring', from: first, to: first, ...rounds });
  }
  return dates;
};

const lastStated = ({ published, changes }: CalendarSource): IsoDate =>
  changes.reduce((latest, { date }) => (date > latest ? date : latest), published);

/**
 * The events of one circular: only dates that its letter states. A recurring duty is counted from the day it
 * begins, or from the letter's date, on the 28th at the latest, or on the days that the letter states where a rule gives
 * them for certain; without a full date of the letter there is nothing to count from, and no event. Where that
 * date is in doubt, so is the event.
 * An action with several dates yields an event for each, the kind behind its key.
 */
export const eventsOf = (source: CalendarSource): CalendarEvent[] =>
  source.actions.flatMap((action) =>
    datesOf(action, source).map((dates) => ({
      key: `${source.path}#${action.key}-${dates.kind}`,
      path: source.path,
      circularTitle: source.title,
      role: action.role,
      what: action.what,
      needsCheck: false,
      revision: action.revision + (source.withdrawn ? 1 : 0),
      cancelled: action.cancelled || source.withdrawn,
      sample: source.sample,
      stated: lastStated(source),
      ...dates,
    })),
  );

/** The day a year before; the 28th of February where the year before has no 29th. */
const yearBefore = (day: IsoDate): IsoDate => addEvery(day, { count: -1, unit: 'Y' });

/**
 * The events that a subscribed calendar holds on the day `asOf`: none that is past by more than a year. A recurring duty
 * is never past; one that was cancelled is, a year after the portal last said so.
 */
export const withoutLongPast = (
  events: readonly CalendarEvent[],
  asOf: IsoDate,
): CalendarEvent[] => {
  const oldest = yearBefore(asOf);
  return events.filter(({ to, every, cancelled, stated }) => {
    if (!every) return to >= oldest;
    return !cancelled || stated >= oldest;
  });
};
