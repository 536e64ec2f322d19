import { dateOfDayNumber, dayNumber, type IsoDate } from '#core/letter/date.ts';
import { addMeasures, durationsOn, MEASURES, type Measure, newMeasures } from './measures.ts';
import type { OpenBranch, Summary } from './summary.ts';
import { type Quantiles, quantilesOf } from './survival.ts';
import { COUNTED_LEVELS, type CountedLevel } from './tally.ts';

/** Offices of one level: how many the registry lists on the route, and how many of them are at least so far. */
export interface LevelCoverage {
  readonly listed: number;
  readonly addressed: number;
  /** Anything on record of the office itself: received or further. */
  readonly reached: number;
}

/** An {@link OpenBranch} with the day since which. */
export type DatedBranch = Omit<OpenBranch, 'since'> & { readonly since: IsoDate };

/** What a report tells of one circular. */
export interface ReportedCircular {
  /** `2568/dla-x-wx-0325`. */
  readonly circular: string;
  readonly sample: boolean;
  readonly movements: number;
  readonly later: number;
  readonly undated: number;
  readonly levels: Readonly<Record<CountedLevel, LevelCoverage>>;
  readonly oldestOpen: DatedBranch | null;
}

export type ReportedMeasure = Quantiles & { readonly leftOut: number };

/** All circulars of a report, one by one and together. */
export interface Report {
  readonly circulars: readonly ReportedCircular[];
  /** Summed over the circulars. */
  readonly coverage: Readonly<Record<CountedLevel, LevelCoverage>>;
  readonly measures: Readonly<Record<Measure, ReportedMeasure>>;
  readonly oldestOpen: (DatedBranch & { readonly circular: string }) | null;
}

/** Of `OFFICE_STATES`, the first that counts: written to; anything on record of the office itself. */
const FROM_STATE = { listed: 0, addressed: 1, reached: 2 } as const;

/** Of one level, from how many offices are in each state. */
const coverageOf = (counts: readonly number[]): LevelCoverage => {
  const from = (state: keyof typeof FROM_STATE): number =>
    counts.slice(FROM_STATE[state]).reduce((sum, one) => sum + one, 0);
  return { listed: from('listed'), addressed: from('addressed'), reached: from('reached') };
};

/** Coverage of each level. */
export const coverageByLevel = (
  states: Summary['states'],
): Readonly<Record<CountedLevel, LevelCoverage>> => ({
  province: coverageOf(states.province),
  district: coverageOf(states.district),
  authority: coverageOf(states.authority),
});

/** Quantiles of each measure as they are on a day. */
export const reportMeasures = (
  sum: Summary['measures'],
  asOf: IsoDate,
): Readonly<Record<Measure, ReportedMeasure>> => {
  const day = dayNumber(asOf);
  return Object.fromEntries(
    MEASURES.map((name) => [
      name,
      { ...quantilesOf(durationsOn(sum[name], day)), leftOut: sum[name].leftOut },
    ]),
  ) as Record<Measure, ReportedMeasure>;
};

/** The report over the summaries of circulars as they are on a day. */
export const reportOn = (
  summaries: Iterable<{
    readonly circular: string;
    readonly sample: boolean;
    readonly summary: Summary;
  }>,
  asOf: IsoDate,
): Report => {
  const sum = newMeasures();
  const circulars: ReportedCircular[] = [];
  let oldestOpen: Report['oldestOpen'] = null;
  for (const { circular, sample, summary } of summaries) {
    const { measures, movements, later, undated } = summary;
    addMeasures(sum, measures);
    const levels = coverageByLevel(summary.states);
    const oldest = summary.oldest && {
      ...summary.oldest,
      since: dateOfDayNumber(summary.oldest.since),
    };
    if (oldest && (oldestOpen === null || oldest.since < oldestOpen.since)) {
      oldestOpen = { circular, ...oldest };
    }
    circulars.push({ circular, sample, movements, later, undated, levels, oldestOpen: oldest });
  }
  const coverage = Object.fromEntries(
    COUNTED_LEVELS.map((level) => {
      const all = { listed: 0, addressed: 0, reached: 0 };
      for (const { levels } of circulars) {
        all.listed += levels[level].listed;
        all.addressed += levels[level].addressed;
        all.reached += levels[level].reached;
      }
      return [level, all];
    }),
  ) as Record<CountedLevel, LevelCoverage>;
  return { circulars, coverage, measures: reportMeasures(sum, asOf), oldestOpen };
};
