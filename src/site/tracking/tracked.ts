import { getCollection } from 'astro:content';
import { dayNumber } from '#core/letter/date.ts';
import { LETTER_LEVELS } from '#core/letter/letter.ts';
import { memoizeEach, memoizeLast } from '#core/memo.ts';
import type { Office } from '#core/office/office.ts';
import { buildRegistry, type Registry } from '#core/office/registry.ts';
import type { Route } from '#core/office/route.ts';
import { routeCache, routeRequestOf } from '#core/office/route-cache.ts';
import { type Bottleneck, bottlenecks } from '#core/tracking/bottlenecks.ts';
import { type Folded, foldMovements, newFolded } from '#core/tracking/fold.ts';
import { type OfficeVisit, officeVisitsOf } from '#core/tracking/intervals.ts';
import { effectiveMovements, type Movement, movementOfCells } from '#core/tracking/movement.ts';
import {
  type OfficeStatus,
  officeStatusesOf,
  type Recorded,
  recordedOn,
} from '#core/tracking/office-status.ts';
import {
  newProvinceSums,
  type ProvinceReport,
  reportByProvince,
  summarizeWithProvinces,
} from '#core/tracking/province-report.ts';
import { newStates, type OfficeStates, officeStates } from '#core/tracking/states.ts';
import { type Summary, summarize } from '#core/tracking/summary.ts';
import { fillTable, newTable } from '#core/tracking/table.ts';
import { asOf } from '../as-of.ts';
import { type CircularEntry, getCirculars } from '../content.ts';
import { memoizePerBuild } from '../memo.ts';
import { getOffices } from '../offices.ts';

/** The registry, with what sources count, from the top of the hierarchy downwards: the order of stops on a page. */
export const getRegistry = (): Promise<Registry> =>
  memoizePerBuild('registry', async () => {
    const offices = [...(await getOffices()).values()];
    const totals = (await getCollection('officeTotals')).map(({ data }) => data);
    const depth = new Map(LETTER_LEVELS.map((level, at) => [level, at]));
    const depthOf = ({ level }: Office): number => depth.get(level) ?? 0;
    return buildRegistry(
      offices.sort((a, b) => depthOf(a) - depthOf(b) || (a.id < b.id ? -1 : 1)),
      totals,
    );
  });

const getRoutes = () =>
  memoizePerBuild('routes of circulars', async () => {
    const rules = (await getCollection('routes')).map(({ data }) => data);
    return routeCache(await getRegistry(), rules);
  });

/** A circular with the way that it should take and the movements recorded on it, as corrected since. */
export interface Tracked {
  readonly entry: CircularEntry;
  readonly route: Route;
  readonly movements: readonly Movement[];
}

/** The movements of a circular that stand. */
export const movementsOf = memoizeEach(({ data }: CircularEntry): readonly Movement[] =>
  effectiveMovements(data.movements.map(movementOfCells)),
);

/** The way of a circular; null where no chain begins at its issuer. */
export const track = memoizeEach(async (entry: CircularEntry): Promise<Tracked | null> => {
  const route = (await getRoutes())(routeRequestOf(entry.data.circular));
  return route && { entry, route, movements: movementsOf(entry) };
});

// What follows is asked for one circular after the other, by all its pages and files.

const table = newTable();
const buffersOf = memoizeEach((route: Route) => ({
  folded: newFolded(route),
  states: newStates(route),
}));

// The rooms are used again for every circular on a route, so nothing may wait between folding and reading.
const fold = ({ route, movements }: Tracked): Folded => {
  const { folded } = buffersOf(route);
  fillTable(table, movements, route);
  foldMovements(table, route, dayNumber(asOf), folded);
  return folded;
};

/** Counts and measures of a circular as known on the day of the build. */
export const summaryOf = (tracked: Tracked): Summary =>
  summarize(fold(tracked), tracked.route, tracked.movements.length);

const statesIn = memoizeLast((tracked: Tracked): OfficeStates => {
  const { route } = tracked;
  return officeStates(fold(tracked), route, buffersOf(route).states);
});

/** The offices of which anything is on record for a circular. */
export const recordedIn = (tracked: Tracked): Recorded =>
  recordedOn(tracked.route, tracked.movements, asOf, statesIn(tracked));

/** What is on record of each office for a circular; offices without any record are left out. */
export const officeStatusesIn = memoizeLast(
  (tracked: Tracked): ReadonlyMap<string, OfficeStatus> => {
    const { route, movements } = tracked;
    return officeStatusesOf(route, movements, asOf, statesIn(tracked));
  },
);

/** Where a circular stands still, by sender and branch, the longest first. */
export const bottlenecksIn = (tracked: Tracked): Bottleneck[] => {
  const states = statesIn(tracked);
  return bottlenecks(fold(tracked), tracked.route, states);
};

/** The offices that have movements, with lengths of time and the branches that each passed the circular on to. */
export const officeVisitsIn = memoizeLast(({ route, movements }: Tracked): readonly OfficeVisit[] =>
  officeVisitsOf(route, movements, asOf),
);

/** Where all circulars stand: each summed up, and the provinces over all of them. */
export interface AllTracked {
  /** Newest letter first. */
  readonly circulars: readonly { readonly entry: CircularEntry; readonly summary: Summary }[];
  readonly provinces: ReadonlyMap<string, ProvinceReport>;
  /** Of the first circular; rules tell which offices count. */
  readonly route: Route | undefined;
}

/** All circulars, each folded once. */
export const getAllTracked = (): Promise<AllTracked> =>
  memoizePerBuild('all circulars', async () => {
    const circulars: AllTracked['circulars'][number][] = [];
    const sums = newProvinceSums();
    let first: Route | undefined;
    for (const entry of await getCirculars()) {
      const tracked = await track(entry);
      if (!tracked) continue;
      const { route, movements } = tracked;
      const summary = summarizeWithProvinces(sums, fold(tracked), route, movements.length);
      circulars.push({ entry, summary });
      first ??= route;
    }
    return { circulars, provinces: reportByProvince(sums, asOf), route: first };
  });
