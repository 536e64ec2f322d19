import { nearestDeadline } from '#core/deadline/nearest-deadline.ts';
import type { IsoDate } from '#core/letter/date.ts';
import { countAhead } from '#core/share/share-text.ts';
import { isKnownOn } from '#core/tracking/movement.ts';
import type { CircularEntry } from '../content.ts';
import { dayOfCircular, dayOfMovements } from '../open-data/record-day.ts';
import { SINGLE_OFFICES } from '../tracking/circular.ts';
import { movementsOf } from '../tracking/tracked.ts';

/** Medians over many offices count what is still open up to the day. */
const showsMeasures = (entry: CircularEntry): boolean =>
  new Set(movementsOf(entry).map(({ office }) => office)).size > SINGLE_OFFICES;

/**
 * All that the day of the build changes on the pages and in the files of a circular, as one text: on two days with the same
 * text they are the same, and kept. What passes with time passes one after the other, so that its number says which.
 */
export const dayPart = (entry: CircularEntry, day: IsoDate): string => {
  const { circular } = entry.data;
  const nearest = nearestDeadline(circular, day);
  return JSON.stringify([
    movementsOf(entry).filter((one) => !isKnownOn(one, day)).length,
    // Days are counted up to a deadline, and not after it.
    nearest && [nearest.date, Math.max(nearest.daysLeft, -1)],
    countAhead(circular.actions, day),
    dayOfCircular(entry, day),
    dayOfMovements(entry, day),
    showsMeasures(entry) ? day : null,
  ]);
};
