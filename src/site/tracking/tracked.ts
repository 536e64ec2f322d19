import { getCollection } from 'astro:content';
import { LETTER_LEVELS } from '#core/letter/letter.ts';
import { memoizeEach } from '#core/memo.ts';
import type { Office } from '#core/office/office.ts';
import { buildRegistry, type Registry } from '#core/office/registry.ts';
import type { Route } from '#core/office/route.ts';
import { routeCache, routeRequestOf } from '#core/office/route-cache.ts';
import { effectiveMovements, type Movement, movementOfCells } from '#core/tracking/movement.ts';
import {
  newProvinceSums,
  type ProvinceReport,
  reportByProvince,
} from '#core/tracking/province-report.ts';
import type { Summary } from '#core/tracking/summary.ts';
import { createTracker, type RoutedMovements } from '#core/tracking/tracker.ts';
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

/** A circular with its route and the movements recorded on it, as corrected since. */
export interface Tracked extends RoutedMovements {
  readonly entry: CircularEntry;
}

/** The movements of a circular that no later row corrects. */
export const movementsOf = memoizeEach(({ data }: CircularEntry): readonly Movement[] =>
  effectiveMovements(data.movements.map(movementOfCells)),
);

/** The route of a circular; null where no chain begins at its issuer. */
export const track = memoizeEach(async (entry: CircularEntry): Promise<Tracked | null> => {
  const route = (await getRoutes())(routeRequestOf(entry.data.circular));
  return route && { entry, route, movements: movementsOf(entry) };
});

/** What is known of one circular after the other on the day of the build. */
export const tracker = createTracker(asOf);

/** The state of all circulars: each summed up, and the provinces over all of them. */
export interface AllTracked {
  /** Newest letter first. */
  readonly circulars: readonly { readonly entry: CircularEntry; readonly summary: Summary }[];
  readonly provinces: ReadonlyMap<string, ProvinceReport>;
  /** Of the first circular; its rules decide which offices count. */
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
      circulars.push({ entry, summary: tracker.summaryInto(sums, tracked) });
      first ??= tracked.route;
    }
    return { circulars, provinces: reportByProvince(sums, asOf), route: first };
  });
