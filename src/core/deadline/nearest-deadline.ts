import { isWithdrawn } from '#core/force/force.ts';
import type { Circular } from '#core/letter/circular.ts';
import { daysBetween, type IsoDate } from '#core/letter/date.ts';
import type { Fact } from '#core/letter/fact.ts';
import { type Deadline, deadlineOf } from './deadline.ts';

/** The deadline of a circular that matters on a day. */
export interface NearestDeadline extends Deadline {
  /** Whole days left from the day of asking; negative where the deadline is past. */
  readonly daysLeft: number;
  /** Whether its letters state other days too. */
  readonly hasOthers: boolean;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The stated deadline next to come on or after `asOf`, else the one that passed last; null where no letter states a day, or
 * where the circular is withdrawn. On the same day, one that is certain comes before one that needs checking.
 */
export const nearestDeadline = (
  { actions, force }: Pick<Circular, 'actions' | 'force'>,
  asOf: IsoDate,
): NearestDeadline | null => {
  if (isWithdrawn(force)) return null;
  const deadlines = actions
    .flatMap((action) => deadlineOf(action) ?? [])
    .sort((a, b) => compareText(a.date, b.date) || Number(a.needsCheck) - Number(b.needsCheck));
  const next = deadlines.find(({ date }) => date >= asOf) ?? deadlines.at(-1);
  return next
    ? {
        ...next,
        daysLeft: daysBetween(asOf, next.date),
        hasOthers: deadlines.some(({ date }) => date !== next.date),
      }
    : null;
};

/** A deadline that a letter sets but of which no day can be determined: a poor scan, or a month alone. Null where there is none. */
export const unclearDeadline = ({
  actions,
  force,
}: Pick<Circular, 'actions' | 'force'>): Fact<IsoDate> | null =>
  isWithdrawn(force)
    ? null
    : (actions.find((action) => action.deadline && !action.cancelled && deadlineOf(action) === null)
        ?.deadline ?? null);
