import { portalAddress } from '#core/address/portal-address.ts';
import { type CalendarEvent, eventsOf, withoutLongPast } from '#core/calendar/event.ts';
import { ACTION_ROLES, type ActionRole } from '#core/letter/circular.ts';
import { type CalendarHead, calendarPrinter } from '#output/calendar/ics.ts';
import { asOf } from '../as-of.ts';
import { getCirculars } from '../content.ts';
import { messages } from '../i18n.ts';
import { memoizePerBuild } from '../memo.ts';
import { calendarPath, datedActions } from './calendar-path.ts';

const t = messages.follow.calendar;

/** Every event of every calendar. */
export const getEvents = () =>
  memoizePerBuild('calendar events', async () =>
    (await getCirculars()).flatMap((entry) => eventsOf(datedActions(entry))),
  );

const titleOf = ({ kind, role, what, needsCheck, sample }: CalendarEvent): string =>
  [
    sample && messages.follow.feed.sampleMark,
    needsCheck && t.needsCheck,
    t.eventTitle(t.kind[kind], messages.role[role], what),
  ]
    .filter(Boolean)
    .join('');

const detailsOf = ({ circularTitle, countedFrom, needsCheck }: CalendarEvent): string =>
  [
    t.from(circularTitle),
    countedFrom && t.countedFrom(messages.format.date(countedFrom)),
    countedFrom && needsCheck && t.countedInDoubt,
    t.description,
  ]
    .filter(Boolean)
    .join('\n');

const print = calendarPrinter(new URL(import.meta.env.SITE), {
  title: titleOf,
  details: detailsOf,
});

const headFor = ({ role, isSubscribed }: CalendarFile): CalendarHead => ({
  name: t.name(role && messages.role[role]),
  description: isSubscribed ? `${t.description} ${t.leavesOut}` : t.description,
});

/** One calendar file of the portal. */
interface CalendarFile {
  readonly slug: string;
  readonly role: ActionRole | null;
  /** Whether it is one to subscribe to: such a calendar leaves out what is long past. */
  readonly isSubscribed: boolean;
  readonly events: readonly CalendarEvent[];
}

const getFiles = async (): Promise<CalendarFile[]> => {
  const events = await getEvents();
  const recent = withoutLongPast(events, asOf);
  const byRole = ACTION_ROLES.map((role) => ({
    slug: `roles/${role}`,
    role,
    isSubscribed: true,
    events: recent.filter((event) => event.role === role),
  }));
  const byAction = [...Map.groupBy(events, calendarPath)].map(([path, ofAction]) => ({
    slug: path.replace(/^\/calendar\/|\.ics$/g, ''),
    role: null,
    isSubscribed: false,
    events: ofAction,
  }));
  return [{ slug: 'all', role: null, isSubscribed: true, events: recent }, ...byRole, ...byAction];
};

/** Paths of all calendar files for `getStaticPaths`. */
export const getCalendarPaths = async () =>
  (await getFiles()).map((file) => ({
    params: { slug: file.slug },
    props: { file },
    cacheKey: JSON.stringify(file),
  }));

/** A calendar file as iCalendar (RFC 5545). */
export const respondCalendar = (file: CalendarFile): Response =>
  new Response(print(file.events, headFor(file)), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });

const withAddresses = (slug: string, label: string, role: ActionRole | null = null) => {
  const href = `/calendar/${slug}.ics`;
  const address = portalAddress(import.meta.env.SITE, href);
  return { role, label, href, subscribe: address.replace(/^https?:/, 'webcal:') };
};

/** The calendars to subscribe to: all dates, then each role for which letters state any. */
export const getCalendars = async () => {
  const roles = new Set((await getEvents()).map(({ role }) => role));
  return [
    withAddresses('all', t.all),
    ...ACTION_ROLES.filter((role) => roles.has(role)).map((role) =>
      withAddresses(`roles/${role}`, messages.role[role], role),
    ),
  ];
};
