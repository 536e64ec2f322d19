import type { Circular } from '#core/letter/circular.ts';
import { type IsoDate, isFullDate } from '#core/letter/date.ts';
import type { Addressee } from '#core/letter/letter.ts';
import { registryOn, statesOf } from './history.ts';
import type { Registry } from './registry.ts';
import { buildRoute, type Route, type RouteRules } from './route.ts';

/** What decides the route of a circular. */
export interface RouteRequest {
  readonly issuer: string;
  readonly to: readonly Pick<Addressee, 'group' | 'office'>[];
  /** Day on which the offices of the route have to exist. */
  readonly day: IsoDate;
}

/** What decides the route of a circular: offices count as they were on the day of the letter. */
export const routeRequestOf = ({
  letter: { issuer, to, date },
  published,
}: Pick<Circular, 'letter' | 'published'>): RouteRequest => ({
  issuer,
  to: to.map(({ group, office }) => ({ group, office })),
  day: date.value !== null && isFullDate(date.value) ? date.value : published,
});

/** Routes made once for all circulars that go the same way. */
export const routeCache = (
  registry: Registry,
  rules: readonly RouteRules[],
): ((request: RouteRequest) => Route | null) => {
  const known = new Map<string, Route | null>();
  const changes = [
    ...new Set(
      registry.offices
        .flatMap(statesOf)
        .flatMap(({ from, until }) => [from ?? [], until ?? []].flat()),
    ),
  ].sort();
  const ages = new Map<string, Registry>();
  const registryOf = (day: IsoDate, age: string): Registry => {
    const made = ages.get(age) ?? registryOn(registry, day);
    ages.set(age, made);
    return made;
  };
  return ({ issuer, to, day }) => {
    const age = changes.filter((change) => change <= day).length;
    // On the day of a change both the old and the new office may exist.
    const isChange = changes.includes(day) ? day : '';
    const names = to.map((one) => one.office ?? one.group ?? '').sort();
    const key = [issuer, age, isChange, ...names].join(' ');
    const made = known.get(key);
    if (made !== undefined) return made;
    const own = rules.find(({ issuers }) => issuers.includes(issuer));
    const route = own
      ? buildRoute(registryOf(day, `${age} ${isChange}`), own, issuer, to, day)
      : null;
    known.set(key, route);
    return route;
  };
};
