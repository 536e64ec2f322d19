import { type CalendarSource, eventsOf } from '#core/calendar/event.ts';
import { calendarSource } from '#core/calendar/source.ts';
import type { Action } from '#core/letter/circular.ts';
import type { CircularEntry } from '../content.ts';

/** What calendars need to know of a circular. */
export const datedActions = ({ id, data }: CircularEntry): CalendarSource =>
  calendarSource(id, data.circular);

/** Path of the calendar file of one action, by the key of any of its events. */
export const calendarPath = ({ key }: { readonly key: string }): string => {
  const [path = '', action = ''] = key.split('#');
  return `/calendar${path}${action.slice(0, action.lastIndexOf('-'))}.ics`;
};

/** Path of the calendar file of an action, or null where no letter states a date for it. */
export const calendarOfAction = (action: Action, circular: CalendarSource): string | null => {
  const [event] = eventsOf({ ...circular, actions: [action] });
  return event && !event.cancelled ? calendarPath(event) : null;
};
