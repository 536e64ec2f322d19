import type { IsoDate } from '#core/letter/date.ts';
import { newestUpTo } from '#core/open-data/record-day.ts';
import type { CircularEntry } from '../content.ts';

const daysOf = ({ data: { circular } }: CircularEntry): IsoDate[] => [
  circular.published,
  ...circular.changes.map(({ date }) => date),
];

/** The newest day up to `today` on which a circular was published or changed. */
export const dayOfCircular = (entry: CircularEntry, today: IsoDate): IsoDate =>
  newestUpTo(daysOf(entry), today);

/** The same, with the days of its movements. */
export const dayOfMovements = (entry: CircularEntry, today: IsoDate): IsoDate =>
  newestUpTo([...daysOf(entry), ...entry.data.movements.flatMap(({ date }) => date ?? [])], today);
