import type { Registry } from './registry.ts';
import { HIGHEST_CHAIN, type RouteRules, sendersOf } from './route.ts';

/** The offices that pass circulars on to an office themselves, by the rules of every route; none for one on no route. */
export type DirectSenders = (office: string) => readonly string[];

/** Who is directly above whom in the chains of all routes, whatever a single circular addresses. */
export const directSenders = (registry: Registry, rules: readonly RouteRules[]): DirectSenders => {
  const known = new Map<string, readonly string[]>();
  const find = (id: string): readonly string[] => {
    const office = registry.byId.get(id);
    if (!office) return [];
    const found = rules
      .filter(({ outside }) => !outside.includes(id) && !outside.includes(office.province ?? ''))
      .flatMap(({ steps, issuers }) =>
        steps
          .filter(({ to }) => to.some(({ types }) => types.includes(office.type)))
          .flatMap(({ from }) => issuers.flatMap((issuer) => sendersOf(office, from, issuer))),
      );
    return [...new Set(found)].filter((one) => one !== id && registry.byId.has(one));
  };
  return (id) => {
    const senders = known.get(id) ?? find(id);
    known.set(id, senders);
    return senders;
  };
};

/** Whether an office is below another one, at any distance; no office is below itself. */
export const isBelow = (senders: DirectSenders, above: string, office: string): boolean => {
  const seen = new Set([office]);
  let level: readonly string[] = [office];
  for (let step = 0; level.length > 0 && step < HIGHEST_CHAIN; step++) {
    level = level.flatMap(senders).filter((one) => !seen.has(one));
    if (level.includes(above)) return above !== office;
    for (const one of level) seen.add(one);
  }
  return false;
};
