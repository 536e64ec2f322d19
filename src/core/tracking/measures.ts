import { isCertain } from './fold.ts';
import type { Durations } from './survival.ts';
import { NOT_RECORDED } from './table.ts';

/** What is measured, each in whole days. */
export const MEASURES = [
  'transit-province',
  'transit-district',
  'transit-authority',
  'dwell-province',
  'dwell-district',
  'end-to-end',
] as const;
export type Measure = (typeof MEASURES)[number];

/** How many have ended by length, and when those still open began (day numbers), so that the day asked for may move. */
export interface MeasureCounts {
  readonly ended: Map<number, number>;
  readonly openSince: Map<number, number>;
  /** Left out, as a date is doubtful or the order of the two is impossible. */
  leftOut: number;
}

const newCounts = (): MeasureCounts => ({ ended: new Map(), openSince: new Map(), leftOut: 0 });

/** Counts one more, or several, under a key. */
export const add = (counts: Map<number, number>, key: number, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

/**
 * One interval: from its beginning, if that was recorded, to its end. Only dates that nothing makes doubtful count.
 */
export const measure = (
  counts: MeasureCounts,
  from: number,
  fromTrust: number,
  to: number,
  toTrust: number,
): void => {
  if (fromTrust === NOT_RECORDED) return;
  const ended = toTrust !== NOT_RECORDED;
  if (!isCertain(fromTrust) || (ended && !isCertain(toTrust)) || (ended && to < from)) {
    counts.leftOut++;
  } else if (ended) add(counts.ended, to - from);
  else add(counts.openSince, from);
};

/** Empty summary of measures; what reports add to. */
export const newMeasures = (): Record<Measure, MeasureCounts> =>
  Object.fromEntries(MEASURES.map((name) => [name, newCounts()])) as Record<Measure, MeasureCounts>;

/** Adds the measures of one circular to a sum. */
export const addMeasures = (
  sum: Readonly<Record<Measure, MeasureCounts>>,
  one: Readonly<Record<Measure, MeasureCounts>>,
): void => {
  for (const name of MEASURES) {
    for (const [days, count] of one[name].ended) add(sum[name].ended, days, count);
    for (const [since, count] of one[name].openSince) add(sum[name].openSince, since, count);
    sum[name].leftOut += one[name].leftOut;
  }
};

/** The durations of a measure as they are on a day: what is open has lasted since it began. */
export const durationsOn = ({ ended, openSince }: MeasureCounts, asOf: number): Durations => {
  const open = new Map<number, number>();
  for (const [since, count] of openSince) add(open, Math.max(0, asOf - since), count);
  return { ended, open };
};
