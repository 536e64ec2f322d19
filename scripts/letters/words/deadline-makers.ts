import { ON_ONE_DAY } from '#core/letter/reading/stated-deadline.ts';
import type { DueDay } from '#core/letter/recurrence.ts';
import { weekdayOf } from '../print.ts';
import { byDay, type TrueDeadline } from '../truth.ts';
import { type DeadlinePhrase, shift } from './fill.ts';

/** A time limit of an ISO 8601 duration (`P7D`), without a first or last day; of working days where `workdays`. */
export const within = (
  duration: string,
  countedFrom: TrueDeadline['countedFrom'] = null,
  workdays = false,
): TrueDeadline => ({
  kind: 'within',
  from: null,
  to: null,
  time: null,
  ...ON_ONE_DAY,
  within: duration,
  workdays,
  countedFrom,
});

/** A time limit that recurs, without first or last round. */
export const recurs = (every: string, due: DueDay): TrueDeadline => ({
  kind: 'every',
  from: null,
  to: null,
  time: null,
  ...ON_ONE_DAY,
  every,
  due,
});

/** One phrase around a time limit that recurs; `num` writes numbers as the letter does. */
export const every =
  (
    text: (asked: string, num: (value: number) => string) => string,
    ...limits: readonly TrueDeadline[]
  ): DeadlinePhrase =>
  ({ asked, num }) => ({ text: text(asked, num), deadlines: limits });

/** One "by" phrase around `{on}`, the day. */
export const by =
  (before: string, after: string): DeadlinePhrase =>
  ({ on, last, asked, office }) => ({
    text: `${before}${on(last)}${after}`
      .replaceAll('{asked}', asked)
      .replaceAll('{office}', office),
    deadlines: [byDay(last)],
  });

export const byTime =
  (text: (on: string, clock: string, asked: string) => string): DeadlinePhrase =>
  ({ on, last, random, num, asked }) => {
    const time = random.pick(['16.30', '12.00', '15.00', '09.30']);
    return {
      text: text(on(last), num(time), asked),
      deadlines: [byDay(last, { time: time.replace('.', ':') })],
    };
  };

export const byWeekday =
  (text: (day: string, asked: string) => string): DeadlinePhrase =>
  ({ on, last, asked }) => ({
    text: text(`วัน${weekdayOf(last)}ที่ ${on(last)}`, asked),
    deadlines: [byDay(last)],
  });

export const byMonth =
  (text: (month: string, asked: string) => string): DeadlinePhrase =>
  ({ on, last, asked }) => ({
    text: text(on(last.slice(0, 7)), asked),
    deadlines: [byDay(last.slice(0, 7))],
  });

export const before =
  (text: (day: string, asked: string) => string): DeadlinePhrase =>
  ({ on, last, asked }) => ({
    text: text(on(last), asked),
    deadlines: [byDay(last, { kind: 'before' })],
  });

export const withinDays =
  (
    unit: 'วัน' | 'วันทำการ' | 'เดือน',
    countedFrom: TrueDeadline['countedFrom'],
    text: (days: string, asked: string) => string,
  ): DeadlinePhrase =>
  ({ random, num, asked }) => {
    const count = random.pick(unit === 'เดือน' ? [1, 3, 6] : [3, 5, 7, 15, 30, 45]);
    return {
      text: text(`${num(count)} ${unit}`, asked),
      deadlines: [
        within(`P${count}${unit === 'เดือน' ? 'M' : 'D'}`, countedFrom, unit === 'วันทำการ'),
      ],
    };
  };

/** A time of months and days, or of years and months, in one: `P1M15D`. */
export const withinParts =
  (
    units: 'เดือน วัน' | 'ปี เดือน',
    countedFrom: TrueDeadline['countedFrom'],
    text: (time: string, asked: string) => string,
  ): DeadlinePhrase =>
  ({ random, num, asked }) => {
    const [great = '', small = ''] = units.split(' ');
    const [many, few] = [random.int(1, 3), random.pick([6, 10, 15])];
    const letters = units === 'ปี เดือน' ? 'YM' : 'MD';
    return {
      text: text(`${num(many)} ${great} ${num(few)} ${small}`, asked),
      deadlines: [within(`P${many}${letters[0]}${few}${letters[1]}`, countedFrom)],
    };
  };

export const windowOf =
  (text: (days: string, asked: string) => string, joint: string): DeadlinePhrase =>
  ({ span, first, asked, random }) => {
    const from = `${first.slice(0, 8)}0${random.int(1, 9)}`;
    const start = from > first ? from : shift(`${first.slice(0, 8)}28`, random.int(4, 9));
    const to = `${start.slice(0, 8)}${random.int(15, 28)}`;
    return {
      text: text(span(start, to, joint), asked),
      deadlines: [byDay(to, { kind: 'window', from: start })],
    };
  };

export const windowOfMonths =
  (text: (days: string, asked: string) => string, joint: string): DeadlinePhrase =>
  ({ on, first, asked, random }) => {
    const to = shift(first, random.int(32, 70));
    return {
      text: text(`${on(first)}${joint}${on(to)}`, asked),
      deadlines: [byDay(to, { kind: 'window', from: first })],
    };
  };

/** A span over two months as short as writers make it: the first day has no year of its own in the same year. */
export const windowOverMonths =
  (text: (days: string, asked: string) => string, joint: string): DeadlinePhrase =>
  ({ span, first, asked, random }) => {
    const to = shift(first, random.int(32, 70));
    return {
      text: text(span(first, to, joint), asked),
      deadlines: [byDay(to, { kind: 'window', from: first })],
    };
  };

/** Several days of one month, the last of which alone has the month and the year. */
export const byDays =
  (text: (days: string, asked: string) => string, joint: string): DeadlinePhrase =>
  ({ num, on, first, asked, random }) => {
    const month = first.slice(0, 8);
    const [early, late] = [`${month}${random.int(10, 14)}`, `${month}${random.int(15, 28)}`];
    return {
      text: text(`${num(early.slice(8))}${joint}${on(late)}`, asked),
      deadlines: [byDay(early), byDay(late)],
    };
  };
