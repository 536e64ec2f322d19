import type { IsoDate } from '#core/letter/date.ts';
import { provinceOf, type Registry } from '#core/office/registry.ts';
import type { Route } from '#core/office/route.ts';
import type { Folded } from './fold.ts';
import {
  coverageByLevel,
  type LevelCoverage,
  type ReportedMeasure,
  reportMeasures,
} from './report.ts';
import {
  COUNTED_LEVELS,
  type CountedLevel,
  endLedger,
  type Measure,
  newTally,
  OFFICE_STATES,
  type Summary,
  summarize,
  type Tally,
} from './summary.ts';

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
}

/** Sums by province, to which circulars are added one by one. */
export interface ProvinceSums {
  readonly byProvince: Map<string, ProvinceSum>;
  added: number;
}

/** Sums of no circular. */
export const newProvinceSums = (): ProvinceSums => ({ byProvince: new Map(), added: 0 });

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
    const sum = sums.byProvince.get(province) ?? { tally: newTally(), circulars: 0, last: 0 };
    sums.byProvince.set(province, sum);
    return sum;
  });
  ofSums.set(registry, found);
  return found;
};

/**
 * The summary of a folded ledger, which is added to the sums of all provinces in the same pass. `full` is room for a
 * number per office.
 */
export const summarizeWithProvinces = (
  sums: ProvinceSums,
  folded: Folded,
  route: Route,
  full: Int32Array,
  movements: number,
): Summary => {
  const circular = ++sums.added;
  const sumAt = sumsIn(sums, route.registry);
  const summary = summarize(folded, route, full, movements, null, (at, state) => {
    const sum = sumAt[at];
    if (sum && state >= RECEIVED_STATE && sum.last !== circular) {
      sum.last = circular;
      sum.circulars++;
    }
    return sum?.tally;
  });
  for (const { tally } of sums.byProvince.values()) endLedger(tally, folded, route);
  return summary;
};

const isOnAnyRoute = ({ tally: { states } }: ProvinceSum): boolean =>
  COUNTED_LEVELS.some((level) => states[level].some((count) => count > 0));

/** What a report would tell of each province by itself, as it stands on a day; of those that no route reaches nothing. */
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
