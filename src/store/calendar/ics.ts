import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { v5 as uuidOf } from 'uuid';
import type { CalendarEvent, Every } from '#core/calendar/event.ts';
import { dateOfDayNumber, dayNumber, type IsoDate, parseIsoDate } from '#core/letter/date.ts';

/** The words of a calendar, in the language of the portal. */
export interface CalendarWords {
  readonly name: string;
  readonly description: string;
  /** Title of one event. */
  readonly title: (event: CalendarEvent) => string;
  /** What an event says besides its title. */
  readonly details: (event: CalendarEvent) => string;
}

// Minted once for Wian; any other value would double every event in every calendar.
const NAMESPACE = 'c3a4e0f6-2f4e-4a3b-8f43-7d0b4c0c58d9';
const ALARM_DAYS = [7, 1];
const DAY_SECONDS = 86_400;

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

/** The events as one iCalendar (RFC 5545) of all-day events, with alarms 7 days and 1 day before. */
export const calendar = (
  events: readonly CalendarEvent[],
  words: CalendarWords,
  site: URL,
): string => {
  const out = ical({
    name: words.name,
    description: words.description,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Wian', product: 'Wian', language: 'TH' },
    ttl: DAY_SECONDS,
    // The days are days in Thailand, whoever reads them.
    x: [['X-WR-TIMEZONE', 'Asia/Bangkok']],
  });
  for (const event of events) {
    const entry = out.createEvent({
      id: eventUid(event.key),
      sequence: event.revision,
      start: noon(event.from),
      end: noon(dayAfter(event.to)),
      allDay: true,
      stamp: new Date(`${event.stated}T00:00:00+07:00`),
      summary: words.title(event),
      description: words.details(event),
      url: new URL(event.path, site).href,
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      busystatus: ICalEventBusyStatus.FREE,
      transparency: ICalEventTransparency.TRANSPARENT,
      repeating: event.every ? recurrenceRule(event.every) : null,
    });
    if (event.cancelled) continue;
    for (const days of ALARM_DAYS) {
      entry.createAlarm({
        type: ICalAlarmType.display,
        trigger: days * DAY_SECONDS,
        description: words.title(event),
      });
    }
  }
  return out.toString();
};
