import { levelOfType, OFFICE_TYPES, type OfficeLevel } from './office.ts';
import { type Registry, totalIn } from './registry.ts';
import type { RouteRules } from './route.ts';

const countOffices = (
  registry: Registry,
  area: string,
  level: OfficeLevel,
  { outside }: Pick<RouteRules, 'outside'>,
): number | null => {
  const types = OFFICE_TYPES.filter((type) => levelOfType(type) === level);
  const totals = types.map((type) => totalIn(registry, area, type));
  if (totals.includes(null)) return null;
  const there = area === 'th' ? registry.offices : (registry.within.get(area) ?? []);
  const left = there.filter(
    (office) =>
      office.level === level &&
      (outside.includes(office.id) || outside.includes(office.province ?? '')),
  ).length;
  return totals.reduce<number>((sum, one) => sum + (one ?? 0), 0) - left;
};

const known = new WeakMap<Registry, Map<string, number | null>>();

/**
 * How many offices of a level an area (`th`, a province, a district) has in a chain, as sources count them: those
 * that the chain leaves out are taken off. Null where a type of that level was not counted there.
 */
export const countedIn = (
  registry: Registry,
  area: string,
  level: OfficeLevel,
  rules: Pick<RouteRules, 'outside'>,
): number | null => {
  const counts = known.get(registry) ?? new Map<string, number | null>();
  known.set(registry, counts);
  const key = [area, level, ...rules.outside].join(' ');
  // Asked for on the page of every circular, and the same on all of them.
  const count = counts.has(key)
    ? (counts.get(key) as number | null)
    : countOffices(registry, area, level, rules);
  counts.set(key, count);
  return count;
};
