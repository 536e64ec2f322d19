import { type CalendarEvent, occurrences } from '#core/calendar/event.ts';
import { eventsOfPage, type PageEventKind, type PageHistory } from '#core/history/page-event.ts';
import { dateOfDayNumber, dayNumber, type IsoDate } from '#core/letter/date.ts';

/** A page as a digest lists it. */
export interface DigestPage extends PageHistory {
  /** Permanent path with slashes at both ends. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly sample: boolean;
}

/** The sections of a digest about what happened, the ones that people must act on first. */
export const DIGEST_SECTIONS = [
  { name: 'withdrawn', kinds: ['cancelled', 'superseded', 'expired'] },
  { name: 'files', kinds: ['attachment-withdrawn'] },
  { name: 'major', kinds: ['major'] },
  { name: 'published', kinds: ['published'] },
  { name: 'minor', kinds: ['minor'] },
] as const satisfies readonly { name: string; kinds: readonly PageEventKind[] }[];
export type DigestSectionName = (typeof DIGEST_SECTIONS)[number]['name'];

/** One event of the period. */
export interface DigestEvent {
  readonly date: IsoDate;
  readonly kind: PageEventKind;
  readonly note: string | null;
  readonly page: DigestPage;
}

/** A date that a letter states and that comes soon after the period. */
export interface DigestDue {
  /** The day of it that comes next. */
  readonly day: IsoDate;
  readonly event: CalendarEvent;
}

/** Days of a digest, both included. */
export interface DigestPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What happened to the pages of a portal in a period, and the dates that come after it. */
export interface Digest extends DigestPeriod {
  readonly sections: readonly {
    readonly name: DigestSectionName;
    readonly events: readonly DigestEvent[];
  }[];
  /** Last day, included, up to which dates are listed. */
  readonly dueUntil: IsoDate;
  readonly due: readonly DigestDue[];
}

/** Days after its period up to which a digest lists dates, unless another number is given. */
export const DAYS_AHEAD = 14;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Something of a day. */
interface OfDay {
  readonly day: IsoDate;
}

const byDay = (a: OfDay, b: OfDay): number => compareText(a.day, b.day);

/** How many of some things, sorted by day, come before `day`. */
const countBefore = (sorted: readonly OfDay[], day: IsoDate): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as OfDay).day < day) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Those of some things, sorted by day, that are of a day in the period. */
const within = <Item extends OfDay>(
  sorted: readonly Item[],
  { from, to }: DigestPeriod,
): Item[] => {
  const start = countBefore(sorted, from);
  let end = start;
  while (end < sorted.length && (sorted[end] as OfDay).day <= to) end++;
  return sorted.slice(start, end);
};

/** Gives the events of a period, the newest first. */
const eventFinder = (pages: readonly DigestPage[]) => {
  const sorted = pages
    .flatMap((page) =>
      eventsOfPage(page).map(({ date, kind, note }) => ({
        day: date,
        event: { date, kind, note, page },
      })),
    )
    .sort(byDay);
  return (period: DigestPeriod): DigestEvent[] =>
    within(sorted, period)
      .map(({ event }) => event)
      .sort((a, b) => compareText(b.date, a.date) || compareText(a.page.path, b.page.path));
};

/** Gives the dates within a period by the first day that each has there: of a period of its own, where it begins or ends. */
const dueFinder = (events: readonly CalendarEvent[]) => {
  const standing = events.filter(({ cancelled }) => !cancelled);
  const recurring = standing.flatMap((event, at) => (event.every ? [{ event, at }] : []));
  const ends = standing
    .flatMap((event, at) =>
      event.every
        ? []
        : [
            { day: event.from, event, at },
            { day: event.to, event, at },
          ],
    )
    .sort(byDay);
  return (period: DigestPeriod): DigestDue[] => {
    const found = new Map<number, DigestDue>();
    for (const { day, event, at } of within(ends, period)) {
      // Days are looked at in their order, but one that ends before it begins is listed by its beginning.
      if (!found.has(at) || day === event.from) found.set(at, { day, event });
    }
    for (const { event, at } of recurring) {
      const [day] = occurrences(event, period);
      if (day !== undefined) found.set(at, { day, event });
    }
    return [...found]
      .sort(([a], [b]) => a - b)
      .map(([, due]) => due)
      .sort((a, b) => compareText(a.day, b.day) || compareText(a.event.key, b.event.key));
  };
};

/**
 * Gives digests of periods, from the same events as feeds and change log, with the dates of letters that come within
 * `daysAhead` days after each. An event counts on the day on which the portal recorded it. Events are sorted once, as hundreds
 * of weeks ask for those of ten thousand pages.
 */
export const digester = (pages: readonly DigestPage[], dates: readonly CalendarEvent[]) => {
  const eventsIn = eventFinder(pages);
  const dueIn = dueFinder(dates);
  return ({ from, to }: DigestPeriod, daysAhead: number = DAYS_AHEAD): Digest => {
    const events = eventsIn({ from, to });
    const dueUntil = dateOfDayNumber(dayNumber(to) + daysAhead);
    const ahead = { from: dateOfDayNumber(dayNumber(to) + 1), to: dueUntil };
    return {
      from,
      to,
      sections: DIGEST_SECTIONS.map(({ name, kinds }) => ({
        name,
        events: events.filter(({ kind }) => (kinds as readonly PageEventKind[]).includes(kind)),
      })).filter((section) => section.events.length > 0),
      dueUntil,
      due: dueIn(ahead),
    };
  };
};

/** The digest of one period: see {@link digester}. */
export const digestOf = (
  pages: readonly DigestPage[],
  dates: readonly CalendarEvent[],
  period: DigestPeriod,
  daysAhead: number = DAYS_AHEAD,
): Digest => digester(pages, dates)(period, daysAhead);

// 1970-01-01, day number 0, was a Thursday: the fourth day of its week.
/** Monday of the week of a day. */
export const mondayOf = (date: IsoDate): IsoDate => {
  const day = dayNumber(date);
  return dateOfDayNumber(day - ((((day + 3) % 7) + 7) % 7));
};

/** The week that begins on a Monday. */
export const weekFrom = (monday: IsoDate): DigestPeriod => ({
  from: monday,
  to: dateOfDayNumber(dayNumber(monday) + 6),
});

/** Mondays of the weeks in which anything happened up to the day `asOf`, newest first. */
export const eventfulWeeks = (pages: readonly PageHistory[], asOf: IsoDate): IsoDate[] => {
  const mondays = new Set<IsoDate>();
  for (const page of pages) {
    for (const { date } of eventsOfPage(page)) if (date <= asOf) mondays.add(mondayOf(date));
  }
  return [...mondays].sort().reverse();
};
