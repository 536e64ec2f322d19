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

/** Days after its period up to which a digest lists dates, where nothing else is asked for. */
export const DAYS_AHEAD = 14;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const eventsIn = (pages: readonly DigestPage[], { from, to }: DigestPeriod): DigestEvent[] =>
  pages
    .flatMap((page) =>
      eventsOfPage(page).map(({ date, kind, note }) => ({ date, kind, note, page })),
    )
    .filter(({ date }) => date >= from && date <= to)
    .sort((a, b) => compareText(b.date, a.date) || compareText(a.page.path, b.page.path));

/** The first day of an event within a period: of a period of its own, where it begins or ends. */
const dayWithin = (event: CalendarEvent, period: DigestPeriod): IsoDate | undefined => {
  if (event.every) return occurrences(event, period)[0];
  return [event.from, event.to].find((day) => day >= period.from && day <= period.to);
};

const dueIn = (events: readonly CalendarEvent[], period: DigestPeriod): DigestDue[] =>
  events
    .filter(({ cancelled }) => !cancelled)
    .flatMap((event) => {
      const day = dayWithin(event, period);
      return day === undefined ? [] : [{ day, event }];
    })
    .sort((a, b) => compareText(a.day, b.day) || compareText(a.event.key, b.event.key));

/**
 * The digest of a period, from the same events as feeds and change log, with the dates of letters that come within
 * `daysAhead` days after it. An event counts on the day on which the portal recorded it.
 */
export const digestOf = (
  pages: readonly DigestPage[],
  dates: readonly CalendarEvent[],
  { from, to }: DigestPeriod,
  daysAhead: number = DAYS_AHEAD,
): Digest => {
  const events = eventsIn(pages, { from, to });
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
    due: dueIn(dates, ahead),
  };
};

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
