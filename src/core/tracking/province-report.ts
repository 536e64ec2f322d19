import type { IsoDate } from '#core/letter/date.ts';
import { provinceOf, type Registry } from '#core/office/registry.ts';
import type { Route } from '#core/office/route.ts';
import type { Folded } from './fold.ts';
import type { Measure } from './measures.ts';
import { OFFICE_STATES } from './office-state.ts';
import {
  coverageByLevel,
  type LevelCoverage,
  type ReportedMeasure,
  reportMeasures,
} from './report.ts';
import { type Summary, summarize } from './summary.ts';
import {
  addSilent,
  COUNTED_LEVELS,
  type CountedLevel,
  countsOn,
  endLedger,
  type LevelCounts,
  NO_COUNTS,
  newTally,
  type Tally,
} from './tally.ts';

/** What a report tells of one province, over circulars. */
export interface ProvinceReport {
  readonly coverage: Readonly<Record<CountedLevel, LevelCoverage>>;
  readonly measures: Readonly<Record<Measure, ReportedMeasure>>;
  /** Circulars of which any office there has a record of its own. */
  readonly circulars: number;
}

interface ProvinceSum {
  readonly tally: Tally;
  circulars: number;
  /** Number of the last circular that counted. */
  last: number;
  /** Offices of which the current circular has a record, by level. */
  readonly concerned: Record<CountedLevel, number>;
}

/** Sums by province, to which circulars are added one by one. */
export interface ProvinceSums {
  readonly byProvince: Map<string, ProvinceSum>;
  added: number;
}

/** Sums of no circular. */
export const newProvinceSums = (): ProvinceSums => ({ byProvince: new Map(), added: 0 });

const without = (all: LevelCounts, some: LevelCounts): LevelCounts => ({
  province: all.province - some.province,
  district: all.district - some.district,
  authority: all.authority - some.authority,
});

/** A place in `OFFICE_STATES` from which on the office itself has a record. */
const RECEIVED_STATE = OFFICE_STATES.indexOf('received');

const knownSums = new WeakMap<
  ProvinceSums,
  WeakMap<Registry, readonly (ProvinceSum | undefined)[]>
>();

/** For each place of the registry the sum to which the office adds. */
const sumsIn = (sums: ProvinceSums, registry: Registry): readonly (ProvinceSum | undefined)[] => {
  const ofSums = knownSums.get(sums) ?? new WeakMap();
  knownSums.set(sums, ofSums);
  const known = ofSums.get(registry);
  if (known) return known;
  const found = registry.offices.map(({ id }) => {
    const province = provinceOf(registry, id);
    if (province === undefined) return undefined;
    const sum = sums.byProvince.get(province) ?? {
      tally: newTally(),
      circulars: 0,
      last: 0,
      concerned: { ...NO_COUNTS },
    };
    sums.byProvince.set(province, sum);
    return sum;
  });
  ofSums.set(registry, found);
  return found;
};

/** The summary of a folded ledger, which is added to the sums of all provinces in the same pass. */
export const summarizeWithProvinces = (
  sums: ProvinceSums,
  folded: Folded,
  route: Route,
  movements: number,
): Summary => {
  const circular = ++sums.added;
  const sumAt = sumsIn(sums, route.registry);
  const summary = summarize(folded, route, movements, null, (at, level, state) => {
    const sum = sumAt[at];
    if (sum) sum.concerned[level]++;
    if (sum && state >= RECEIVED_STATE && sum.last !== circular) {
      sum.last = circular;
      sum.circulars++;
    }
    return sum?.tally;
  });
  const counts = countsOn(route);
  for (const [province, { tally, concerned }] of sums.byProvince) {
    addSilent(tally, folded, route, without(counts.get(province) ?? NO_COUNTS, concerned));
    Object.assign(concerned, NO_COUNTS);
    endLedger(tally, folded, route);
  }
  return summary;
};

const isOnAnyRoute = ({ tally: { states } }: ProvinceSum): boolean =>
  COUNTED_LEVELS.some((level) => states[level].some((count) => count > 0));

/** What a report would tell of each province by itself, as it is on a day; of those that no route reaches nothing. */
export const reportByProvince = (
  { byProvince }: ProvinceSums,
  asOf: IsoDate,
): ReadonlyMap<string, ProvinceReport> =>
  new Map(
    [...byProvince]
      .filter(([, sum]) => isOnAnyRoute(sum))
      .map(([province, { tally, circulars }]) => [
        province,
        {
          coverage: coverageByLevel(tally.states),
          measures: reportMeasures(tally.measures, asOf),
          circulars,
        },
      ]),
  );
