import { MEASURES, type Measure } from '#core/tracking/measures.ts';
import type { LevelCoverage, ReportedMeasure } from '#core/tracking/report.ts';
import { messages } from '../i18n.ts';

/** Coverage of one level in a few words: receipts of how many, else letters to how many, else that there is no record. */
export const shortCoverage = ({ reached, addressed, listed }: LevelCoverage): string => {
  const t = messages.tracking;
  const { count } = messages.format;
  if (listed === 0) return t.provinces.noneListed;
  if (reached > 0) return t.report.reached(count(reached), count(listed));
  return addressed > 0 ? t.report.addressed(count(addressed), count(listed)) : t.noRecord;
};

const inDays = (days: number | null, known: number, notReached: string): string => {
  const t = messages.tracking;
  if (days !== null) return t.figures.days(days);
  return known === 0 ? t.noRecord : notReached;
};

/** The median of a measure in words, and what it rests on where there is one. */
export const shortMedian = ({ median, ended, open }: ReportedMeasure): string => {
  const t = messages.tracking.report.measures;
  const days = inDays(median, ended + open, t.noMedian);
  return median === null ? days : t.medianOf(days, messages.format.count(ended + open));
};

/** A row of the table of measures. */
export interface MeasureRow {
  readonly key: Measure;
  readonly name: string;
  /** Median, 90th percentile, and how many have ended, are open or are left out. */
  readonly cells: readonly string[];
  /** Its name where nothing is recorded that counts, with how much is left out; null where something is. */
  readonly empty: string | null;
}

/** Measures in words. */
export const viewMeasures = (
  measures: Readonly<Record<Measure, ReportedMeasure>>,
  names: readonly Measure[] = MEASURES,
): MeasureRow[] =>
  names.map((key) => {
    const t = messages.tracking.report.measures;
    const { count } = messages.format;
    const { median, p90, ended, open, leftOut } = measures[key];
    return {
      key,
      name: t.name[key],
      empty:
        ended + open > 0
          ? null
          : leftOut > 0
            ? t.leftOut(t.name[key], count(leftOut))
            : t.name[key],
      cells: [
        inDays(median, ended + open, t.noMedian),
        inDays(p90, ended + open, t.noP90),
        t.rests(count(ended), count(open), count(leftOut)),
      ],
    };
  });
