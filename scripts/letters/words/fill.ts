import { dateOfDayNumber, dayNumber, type IsoDate } from '#core/letter/date.ts';
import type { Random } from '../../lib/random.ts';
import { digitsOf, printDate, printSpan, type Style } from '../print.ts';
import type { TrueDeadline } from '../truth.ts';

/** What phrases with dates are filled from: days in the letter's future or past, written in its style. */
export interface Fill {
  readonly random: Random;
  readonly style: Style;
  readonly letterDate: IsoDate;
  /** Who asks, and who is asked. */
  readonly office: string;
  readonly asked: string;
  /** Days behind the letter's date; `first` lies before `last`. */
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** A day before the letter's date. */
  readonly past: IsoDate;
  /** A date as the letter writes it. */
  readonly on: (date: IsoDate) => string;
  readonly span: (from: IsoDate, to: IsoDate, joint?: string) => string;
  readonly num: (value: number | string) => string;
}

/** A phrase that sets time limits, and the limits that it sets. */
export interface SetDeadline {
  readonly text: string;
  readonly deadlines: readonly TrueDeadline[];
}

export type DeadlinePhrase = (fill: Fill) => SetDeadline;

/** A phrase with dates that sets no time limit. */
export type TrapPhrase = (fill: Fill) => string;

/** A day some days after (or, below zero, before) another. */
export const shift = (date: IsoDate, days: number): IsoDate =>
  dateOfDayNumber(dayNumber(date) + days);

const isWeekend = (date: IsoDate): boolean =>
  [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** A working day at random; letters are not dated on Saturdays and Sundays. */
export const workday = (random: Random, from: IsoDate, to: IsoDate): IsoDate => {
  for (;;) {
    const date = dateOfDayNumber(random.int(dayNumber(from), dayNumber(to)));
    if (!isWeekend(date)) return date;
  }
};

/** Draws the days of one phrase. `asked` is who has to act, as a writer would put it. */
export const newFill = (
  random: Random,
  style: Style,
  letterDate: IsoDate,
  names: { readonly office: string; readonly asked: string },
): Fill => {
  const first = workday(random, shift(letterDate, 7), shift(letterDate, 60));
  return {
    random,
    style,
    letterDate,
    ...names,
    first,
    last: workday(random, shift(first, 2), shift(first, 45)),
    past: workday(random, shift(letterDate, -200), shift(letterDate, -10)),
    on: (date) => printDate(date, style),
    span: (from, to, joint) => printSpan(from, to, style, joint),
    num: (value) => digitsOf(value, style),
  };
};
