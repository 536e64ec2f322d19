import { type IsoDate, isFullDate } from '#core/letter/date.ts';
import type { Fact } from '#core/letter/fact.ts';

/** Something of which the day is known, known in part, or not known. */
export interface Dated {
  readonly date: Fact<IsoDate>;
}

const dayOf = ({ date }: Dated): IsoDate | null =>
  date.value !== null && isFullDate(date.value) ? date.value : null;

/**
 * Events in the order of a timeline, from the order in which they were recorded. Those known to the day are sorted
 * by day; any other stays after what was recorded before it, as no date says where else it belongs.
 */
export const orderEvents = <Event extends Dated>(recorded: readonly Event[]): Event[] => {
  const groups: { day: IsoDate | null; events: Event[] }[] = [];
  for (const event of recorded) {
    const day = dayOf(event);
    const last = groups.at(-1);
    if (day === null && last) last.events.push(event);
    else groups.push({ day, events: [event] });
  }
  return groups
    .sort((a, b) => (a.day ?? '').localeCompare(b.day ?? '', 'en'))
    .flatMap(({ events }) => events);
};
