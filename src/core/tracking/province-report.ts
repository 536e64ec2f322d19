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
  type CountedLevel,
  completeBranches,
  isTallied,
  type Measure,
  newAddressed,
  newTally,
  type Tally,
  tallyOffice,
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
  /** The last of the circulars counted, by the order in which they were added. */
  last: number;
}

/** Sums by province, to which circulars are added one by one. */
export interface ProvinceSums {
  readonly byProvince: Map<string, ProvinceSum>;
  added: number;
}

/** Sums of no circular. */
export const newProvinceSums = (): ProvinceSums => ({ byProvince: new Map(), added: 0 });

const knownProvinces = new WeakMap<Registry, readonly (string | undefined)[]>();

/** For each place of the registry the province in which the office lies. */
const provincesIn = (registry: Registry): readonly (string | undefined)[] => {
  const found =
    knownProvinces.get(registry) ?? registry.offices.map(({ id }) => provinceOf(registry, id));
  knownProvinces.set(registry, found);
  return found;
};

/** Adds a folded ledger to the sums of all provinces in one pass. `full` is room for a number per office. */
export const addToProvinces = (
  sums: ProvinceSums,
  folded: Folded,
  route: Route,
  full: Int32Array,
): void => {
  completeBranches(folded, route, full);
  const circular = ++sums.added;
  const provinces = provincesIn(route.registry);
  const addressed = newAddressed();
  for (const [at, province] of provinces.entries()) {
    if (province === undefined || !isTallied(route, at)) continue;
    const sum = sums.byProvince.get(province) ?? { tally: newTally(), circulars: 0, last: 0 };
    sums.byProvince.set(province, sum);
    const state = tallyOffice(sum.tally, folded, route, full, at, addressed);
    if (state < 2 || sum.last === circular) continue;
    sum.last = circular;
    sum.circulars++;
  }
};

/** What a report would tell of each province by itself, as it stands on a day. */
export const reportByProvince = (
  { byProvince }: ProvinceSums,
  asOf: IsoDate,
): ReadonlyMap<string, ProvinceReport> =>
  new Map(
    [...byProvince].map(([province, { tally, circulars }]) => [
      province,
      {
        coverage: coverageByLevel(tally.states),
        measures: reportMeasures(tally.measures, asOf),
        circulars,
      },
    ]),
  );
