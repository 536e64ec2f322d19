import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { v5 as uuidOf } from 'uuid';
import { portalAddress } from '#core/address/portal-address.ts';
import type { CalendarEvent, Every } from '#core/calendar/event.ts';
import { dateOfDayNumber, dayNumber, type IsoDate, parseIsoDate } from '#core/letter/date.ts';

/** What a calendar is called, in the language of the portal. */
export interface CalendarHead {
  readonly name: string;
  readonly description: string;
}

/** What is said of one event, whichever calendar it is in. */
export interface EventWords {
  readonly title: (event: CalendarEvent) => string;
  /** What an event says besides its title. */
  readonly details: (event: CalendarEvent) => string;
}

// Minted once for Wian; any other value would double every event in every calendar.
const NAMESPACE = 'c3a4e0f6-2f4e-4a3b-8f43-7d0b4c0c58d9';
const ALARM_DAYS = [7, 1];
const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;
/** Hour of the day at which alarms ring, when offices are open. */
const ALARM_HOUR = 9;

/** The UID of an event, which never changes: a UUID (RFC 9562, version 5) of its key. */
export const eventUid = (key: string): string => uuidOf(key, NAMESPACE);

const FREQUENCIES: Record<Every['unit'], string> = {
  Y: 'YEARLY',
  M: 'MONTHLY',
  W: 'WEEKLY',
  D: 'DAILY',
};

const recurrenceRule = ({ count, unit }: Every): string =>
  `FREQ=${FREQUENCIES[unit]};INTERVAL=${count}`;

// All-day dates have no time zone; noon keeps the day whatever zone the building machine is in.
const noon = (date: IsoDate): Date => {
  const { year, month = 1, day = 1 } = parseIsoDate(date) ?? { year: Number.NaN };
  return new Date(year, month - 1, day, 12);
};

const dayAfter = (date: IsoDate): IsoDate => dateOfDayNumber(dayNumber(date) + 1);

// Day number 0, 1970-01-01, was a Thursday; Sunday is 0.
const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

/**
 * Seconds from an alarm to the beginning of the event's first day (midnight). An alarm that would ring on a Saturday or
 * Sunday rings on the Friday before; one of a duty that recurs keeps its distance, as its days of the week differ.
 */
const alarmSeconds = ({ from, every }: CalendarEvent, days: number): number => {
  const on = weekday(dayNumber(from) - days);
  const weekend = every ? 0 : on === 6 ? 1 : on === 0 ? 2 : 0;
  return (days + weekend) * DAY_SECONDS - ALARM_HOUR * HOUR_SECONDS;
};

/** A calendar without events, or with one. */
const emptyCalendar = (name: string, description: string) =>
  ical({
    name,
    description,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Wian', product: 'Wian', language: 'TH' },
    ttl: DAY_SECONDS,
    // The days are days in Thailand, whoever reads them.
    x: [['X-WR-TIMEZONE', 'Asia/Bangkok']],
  });

const BEGIN = 'BEGIN:VEVENT';
const END_EVENT = 'END:VEVENT\r\n';
const END = 'END:VCALENDAR';

const printEvent = (event: CalendarEvent, words: EventWords, site: URL): string => {
  const out = emptyCalendar('', '');
  const entry = out.createEvent({
    id: eventUid(event.key),
    sequence: event.revision,
    start: noon(event.from),
    end: noon(dayAfter(event.to)),
    allDay: true,
    stamp: new Date(`${event.stated}T00:00:00+07:00`),
    summary: words.title(event),
    description: words.details(event),
    url: portalAddress(site, event.path),
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: ICalEventBusyStatus.FREE,
    transparency: ICalEventTransparency.TRANSPARENT,
    repeating: event.rule ?? (event.every ? recurrenceRule(event.every) : null),
  });
  if (!event.cancelled) {
    for (const days of ALARM_DAYS) {
      entry.createAlarm({
        type: ICalAlarmType.display,
        trigger: alarmSeconds(event, days),
        description: words.title(event),
      });
    }
  }
  const text = out.toString();
  // Behind the event the library prints properties of the calendar, which must come before all events (RFC 5545, 3.6).
  return text.slice(text.indexOf(BEGIN), text.lastIndexOf(END_EVENT) + END_EVENT.length);
};

/**
 * Prints events as iCalendar (RFC 5545) of all-day events, with alarms at nine in the
 * morning 7 days and 1 day before. Each event is in the
 * calendar of its action, of its role and of all, and is made into text once.
 */
export const calendarPrinter = (
  site: URL,
  words: EventWords,
): ((events: readonly CalendarEvent[], head: CalendarHead) => string) => {
  const printed = new WeakMap<CalendarEvent, string>();
  const printOnce = (event: CalendarEvent): string => {
    const known = printed.get(event);
    if (known !== undefined) return known;
    const text = printEvent(event, words, site);
    printed.set(event, text);
    return text;
  };
  return (events, { name, description }) => {
    const empty = emptyCalendar(name, description).toString();
    const end = empty.lastIndexOf(END);
    // The library leaves out the line break behind the last line, which RFC 5545, 3.1 demands.
    return `${empty.slice(0, end)}${events.map(printOnce).join('')}${END}\r\n`;
  };
};
