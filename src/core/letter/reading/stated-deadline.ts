import type { IsoDate } from '../date.ts';
import type { DueDay } from '../recurrence.ts';
import type { Asking } from './asking.ts';
import { doubt, type FieldDoubt, offer } from './field.ts';

/** From when a time is counted: the day on which the letter came in, the day that it bears, or another event that it names. */
export type CountedFrom = 'receipt' | 'letter' | 'other';

/** What a letter states as a last day, or as the days within which to act. Nothing else is a deadline. */
export interface StatedDeadline {
  /**
   * by: that day at the latest; before: the day before it; window: within these days; within: a time from receipt;
   * every: a day that recurs. */
  readonly kind: 'by' | 'before' | 'window' | 'within' | 'urgent' | 'every';
  /** First and last day; of a duty that recurs, the first and the last of its rounds where the letter states them. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** Local time of the last day, `HH:MM`. */
  readonly time: string | null;
  /** ISO 8601 duration of "ภายใน ๑ เดือน ๑๕ วัน": `P1M15D`. */
  readonly within: string | null;
  /** Whether the days of it are working days ("๑๕ วันทำการ"): on which day it ends depends on holidays. */
  readonly workdays: boolean;
  /** From when it is counted; null where the letter does not say. */
  readonly countedFrom: CountedFrom | null;
  /** ISO 8601 duration of the rounds of a duty that recurs, and the day of each round on which it is due. */
  readonly every: string | null;
  readonly due: DueDay | null;
}

/** What a deadline has that is no time to be counted and recurs on no day. */
export const ON_ONE_DAY = {
  within: null,
  workdays: false,
  countedFrom: null,
  every: null,
  due: null,
} as const;

/** The doubt of a day, or a time, by which perhaps nothing is asked. */
export const askingDoubts = (asking: Asking, read: string, to: string | null): FieldDoubt[] =>
  asking === 'asked' ? [] : [doubt('unclear', 'not-asked', [offer(read, to)])];
