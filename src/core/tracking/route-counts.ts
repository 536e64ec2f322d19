import { isOnRoute, type Route } from '#core/office/route.ts';

/** How many circulars of each year go each way. Many circulars share a route. */
export type RouteCounts = ReadonlyMap<Route, ReadonlyMap<string, number>>;

/** Counts circulars by their route and the year (Buddhist era) under which they are. */
export const countRoutes = (
  circulars: Iterable<{ readonly route: Route; readonly year: string }>,
): RouteCounts => {
  const counts = new Map<Route, Map<string, number>>();
  for (const { route, year } of circulars) {
    const years = counts.get(route) ?? new Map<string, number>();
    counts.set(route, years.set(year, (years.get(year) ?? 0) + 1));
  }
  return counts;
};

/** How many circulars of each year should come to an office. */
export const comingTo = (counts: RouteCounts, office: string): ReadonlyMap<string, number> => {
  const coming = new Map<string, number>();
  for (const [route, years] of counts) {
    const at = route.indexOf.get(office);
    if (at === undefined || !isOnRoute(route, at)) continue;
    for (const [year, count] of years) coming.set(year, (coming.get(year) ?? 0) + count);
  }
  return coming;
};
