import { isWithdrawn } from '#core/force/force.ts';
import type { Circular } from '#core/letter/circular.ts';
import { recordHref } from '#core/record.ts';
import type { CalendarSource } from './event.ts';

/** What calendars need to know of the circular with the id `<B.E. year>/<permanent id>`. */
export const calendarSource = (id: string, circular: Circular): CalendarSource => ({
  path: recordHref('circulars', id),
  title: circular.title,
  letterDate: circular.letter.date.value,
  isLetterDateDoubtful: circular.letter.date.doubt !== undefined,
  actions: circular.actions,
  withdrawn: isWithdrawn(circular.force),
  sample: circular.sample,
  published: circular.published,
  changes: [
    ...circular.changes,
    ...(circular.force.recorded === undefined ? [] : [{ date: circular.force.recorded }]),
  ],
});
