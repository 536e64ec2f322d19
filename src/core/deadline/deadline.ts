import { isWithdrawn } from '#core/force/force.ts';
import type { Action, Circular } from '#core/letter/circular.ts';
import { daysBetween, type IsoDate, isFullDate } from '#core/letter/date.ts';
import { needsCheck, possibleValues } from '#core/letter/fact.ts';

/** The last day of an action, as a letter states it. */
export interface Deadline {
  /** The earliest day that the letters allow: where copies disagree, the one that is safe to keep to. */
  readonly date: IsoDate;
  /** Whether the day has to be compared with the original. */
  readonly needsCheck: boolean;
}

/**
 * The last day that the letters state for an action, by deadline or by window; null where they state none, or have
 * withdrawn the action.
 */
export const deadlineOf = ({ deadline, window, cancelled }: Action): Deadline | null => {
  if (cancelled) return null;
  if (!deadline) return window?.to ? { date: window.to, needsCheck: false } : null;
  const days = possibleValues(deadline).filter(isFullDate).sort();
  return days[0] === undefined ? null : { date: days[0], needsCheck: needsCheck(deadline) };
};

/** An action of a circular still to be done, with the whole days left from the day of asking (0: the last day). */
export interface AheadDeadline<Source> extends Deadline {
  readonly source: Source;
  readonly action: Action;
  readonly daysLeft: number;
}

type WithCircular = { readonly circular: Circular };

const standing = <Source extends WithCircular>(sources: readonly Source[]): Source[] =>
  sources.filter(({ circular }) => !isWithdrawn(circular.force));

/** Every stated deadline on or after `asOf`, soonest first. Withdrawn circulars ask for nothing any more. */
export const deadlinesAhead = <Source extends WithCircular>(
  sources: readonly Source[],
  asOf: IsoDate,
): AheadDeadline<Source>[] =>
  standing(sources)
    .flatMap((source) =>
      source.circular.actions.flatMap((action) => {
        const deadline = deadlineOf(action);
        if (!deadline) return [];
        return [{ ...deadline, source, action, daysLeft: daysBetween(asOf, deadline.date) }];
      }),
    )
    .filter(({ daysLeft }) => daysLeft >= 0)
    .sort((a, b) => a.daysLeft - b.daysLeft);

/** A duty that comes round again and again. */
export interface RecurringDuty<Source> {
  readonly source: Source;
  readonly action: Action & { readonly every: string };
}

const recurs = (action: Action): action is Action & { readonly every: string } =>
  action.every !== undefined && !action.cancelled;

/** Every recurring duty of circulars that have not been withdrawn, in the order of the circulars. */
export const recurringDuties = <Source extends WithCircular>(
  sources: readonly Source[],
): RecurringDuty<Source>[] =>
  standing(sources).flatMap((source) =>
    source.circular.actions.filter(recurs).map((action) => ({ source, action })),
  );
