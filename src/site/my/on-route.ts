import { deadlinesAhead } from '#core/deadline/deadline.ts';
import { memoizeEach } from '#core/memo.ts';
import type { Route } from '#core/office/route.ts';
import { routeRequestOf } from '#core/office/route-cache.ts';
import { describeDependencies } from '#core/reference/page-dependencies.ts';
import { isKnownOn } from '#core/tracking/movement.ts';
import { asOf } from '../as-of.ts';
import { type CircularEntry, getCirculars } from '../content.ts';
import { getFiguresKey, getLettersOfTransfers } from '../figures/data.ts';
import { messages } from '../i18n.ts';
import { getForceToday } from '../in-force.ts';
import { memoizePerBuild } from '../memo.ts';
import { getDependencies } from '../records.ts';
import { shortKey } from '../short-key.ts';
import { movementsOf, track } from '../tracking/tracked.ts';

/** Circulars in the file of an area, besides older ones of which a deadline is still to come. */
export const NEWEST = 40;

/** A circular with its route. */
export interface OnRoute {
  readonly entry: CircularEntry;
  readonly route: Route;
  /** Place among all that have a route, the newest first. */
  readonly at: number;
}

const getOnRoutes = (): Promise<readonly OnRoute[]> =>
  memoizePerBuild('circulars with a route', async () => {
    const found: OnRoute[] = [];
    for (const entry of await getCirculars()) {
      const tracked = await track(entry);
      if (tracked) found.push({ entry, route: tracked.route, at: found.length });
    }
    return found;
  });

/** Whether a deadline of a circular is still to come on the day of the data. */
export const hasDeadlineAhead = memoizeEach(
  ({ data }: CircularEntry): boolean => deadlinesAhead([data], asOf).length > 0,
);

/** The circulars of a route: how many there are, and those that the file of an area may list. */
interface OfRoute {
  readonly route: Route;
  /** What the route is made from, besides registry and rules. */
  readonly request: string;
  readonly count: number;
  readonly shown: readonly OnRoute[];
}

/** By route, as there are few of them: a thousand areas don't look through ten thousand circulars each. */
export const getByRoute = (): Promise<readonly OfRoute[]> =>
  memoizePerBuild('circulars shown to areas', async () =>
    [...Map.groupBy(await getOnRoutes(), ({ route }) => route)].map(([route, all]) => ({
      route,
      request: JSON.stringify(
        all.slice(0, 1).map(({ entry }) => routeRequestOf(entry.data.circular)),
      ),
      count: all.length,
      shown: all.filter(({ entry }, at) => at < NEWEST || hasDeadlineAhead(entry)),
    })),
  );

/** Whether a circular is in force on the day of the data, and how that is said. */
export const bindingOf = async ({ id, data }: CircularEntry) => {
  const found = (await getForceToday()).get(`circulars/${id}`);
  const status = messages.force.status[data.circular.force.status];
  if (found === undefined || found.state === 'doubtful') {
    const doubt = found?.doubt ?? 'status';
    return { binding: 'unclear' as const, force: messages.asOfPage.doubt[doubt] };
  }
  return { binding: found.state, force: status };
};

/** Deadlines pass one after the other, and days on which movements were come so: their numbers say which. */
const dayOf = (entry: CircularEntry) => [
  deadlinesAhead([entry.data], asOf).length,
  movementsOf(entry).filter((one) => isKnownOn(one, asOf)).length,
];

const partOf = async ({ entry, at }: OnRoute) => [
  at,
  entry.digest,
  describeDependencies(await getDependencies(entry)),
  dayOf(entry),
  await bindingOf(entry),
];

/**
 * All that the files of areas are made from besides the registry and what is around each: the circulars that any of them
 * lists, with what the day changes in them; routes; figures, and the pages of letters that these name.
 */
export const getAreasKey = async (): Promise<string> => {
  const routes = (await getByRoute()).map(async ({ request, count, shown }) => [
    request,
    count,
    await Promise.all(shown.map(partOf)),
  ]);
  const of = [await getFiguresKey(), await getLettersOfTransfers(), await Promise.all(routes)];
  return shortKey(JSON.stringify(of));
};
