import type { ActionRole, Circular } from '#core/letter/circular.ts';
import { daysBetween, type IsoDate, isFullDate } from '#core/letter/date.ts';
import type { CountedLevel } from './tally.ts';

/** A last day that a letter states, with the first one where it states a span. */
export interface StatedDeadline {
  readonly role: ActionRole;
  readonly what: string;
  readonly from: IsoDate | null;
  readonly last: IsoDate;
  /** The letter that states it: `letter`, or the key of a covering letter. */
  readonly source: string;
}

/** The level of the offices that a role belongs to; a unit belongs to its authority. */
export const LEVEL_OF_ROLE: Readonly<Record<ActionRole, CountedLevel>> = {
  'treasury-head': 'authority',
  user: 'authority',
  'unit-treasury-head': 'authority',
  unit: 'authority',
  'local-authority': 'authority',
  executive: 'authority',
  district: 'district',
  'provincial-office': 'province',
};

/** The last days that a circular states without any doubt; none where the letters state none. */
export const statedDeadlines = ({ actions }: Pick<Circular, 'actions'>): StatedDeadline[] =>
  actions.flatMap(({ role, what, deadline, window, cancelled, source }) => {
    const last = deadline && !deadline.doubt ? deadline.value : window?.to;
    if (cancelled || !last || !isFullDate(last)) return [];
    return [{ role, what, from: window?.from ?? null, last, source }];
  });

/** Days left to act at arrival: up to the last day, negative after it; and up to the first, where there is one. */
export interface Runway {
  readonly toLast: number;
  readonly toFirst: number | null;
}

/** How long before a deadline something arrived, from its full date. */
export const runwayOf = (arrival: IsoDate, { from, last }: StatedDeadline): Runway => ({
  toLast: daysBetween(arrival, last),
  toFirst: from === null ? null : daysBetween(arrival, from),
});
