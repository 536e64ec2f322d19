import { type CalendarSource, eventsOf } from '#core/calendar/event.ts';
import { isWithdrawn } from '#core/force/force.ts';
import type { Action } from '#core/letter/circular.ts';
import type { CircularEntry } from '../content.ts';

/** What calendars need to know of a circular. */
export const datedActions = ({ id, data: { circular } }: CircularEntry): CalendarSource => ({
  path: `/circulars/${id}/`,
  title: circular.title,
  letterDate: circular.letter.date.value,
  actions: circular.actions,
  withdrawn: isWithdrawn(circular.force),
  sample: circular.sample,
  published: circular.published,
  changes: [
    ...circular.changes,
    ...(circular.force.recorded === undefined ? [] : [{ date: circular.force.recorded }]),
  ],
});

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
