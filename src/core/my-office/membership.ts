import { memoizeEach } from '#core/memo.ts';
import type { Office, OfficeType } from '#core/office/office.ts';
import { isOnRoute, type Route } from '#core/office/route.ts';

/** Types of authority that a province or district passes circulars on to, by the rules of a route. */
export const kindsBelow = (area: Pick<Office, 'id' | 'type'>, route: Route): OfficeType[] =>
  route.rules.steps
    .filter(({ from }) => from === area.type || from === area.id)
    .flatMap(({ to }) => to.flatMap(({ types }) => types))
    .filter((type) => type !== 'district' && type !== 'province');

/** Types to which the issuer of a route writes itself, as far as the registry has any office of them. */
const typesFromIssuer = memoizeEach(
  ({ registry, sender, issuer }: Route): ReadonlySet<OfficeType> =>
    new Set(registry.offices.filter((_, at) => sender[at] === issuer).map(({ type }) => type)),
);

/** To whom in a province or district circulars of one route should come. */
export interface Membership {
  /** Whether they should come to anyone there. */
  readonly any: boolean;
  /** Ids of listed offices, and types of authority, to which they should not come. */
  readonly not: readonly string[];
}

/**
 * Finds to whom in an area the circulars of a route should come. A type of authority stands for those that the registry
 * does not list: what comes to the area and is passed on to that type should come to them.
 */
export const membershipIn = (
  area: Office,
  listed: readonly Office[],
  kinds: readonly OfficeType[],
  route: Route,
): Membership => {
  const isOn = ({ id }: Pick<Office, 'id'>): boolean => {
    const at = route.indexOf.get(id);
    return at !== undefined && isOnRoute(route, at);
  };
  const passed = new Set([
    ...(isOn(area) ? kindsBelow(area, route) : []),
    ...typesFromIssuer(route),
  ]);
  const not = [
    ...[area, ...listed].filter((one) => !isOn(one)).map(({ id }) => id),
    ...kinds.filter((kind) => !passed.has(kind)),
  ];
  return { any: not.length < 1 + listed.length + kinds.length, not };
};
