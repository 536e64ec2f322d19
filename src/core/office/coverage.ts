import { levelOfType, type OfficeLevel, type OfficeType } from './office.ts';
import { type Registry, totalIn } from './registry.ts';
import type { RouteRules } from './route.ts';

type ChainRules = Pick<RouteRules, 'outside' | 'steps'>;

/** Types of office of a level that the chain reaches. */
const typesAt = (level: OfficeLevel, steps: RouteRules['steps']): OfficeType[] =>
  steps
    .flatMap(({ to }) => to.flatMap(({ types }) => types))
    .filter((type) => levelOfType(type) === level);

const countOffices = (
  registry: Registry,
  area: string,
  level: OfficeLevel,
  { outside, steps }: ChainRules,
): number | null => {
  const types = typesAt(level, steps);
  const totals = types.map((type) => totalIn(registry, area, type));
  if (totals.includes(null)) return null;
  const there = area === 'th' ? registry.offices : (registry.within.get(area) ?? []);
  const left = there.filter(
    (office) =>
      types.includes(office.type) &&
      (outside.includes(office.id) || outside.includes(office.province ?? '')),
  ).length;
  return totals.reduce<number>((sum, one) => sum + (one ?? 0), 0) - left;
};

const known = new WeakMap<Registry, Map<string, number | null>>();

/**
 * How many offices of a level an area (`th`, a province, a district) has in a chain, as sources count them: of the
 * types that the chain reaches, less those that it leaves out. Null where one of these types was not counted there.
 */
export const countedIn = (
  registry: Registry,
  area: string,
  level: OfficeLevel,
  rules: ChainRules,
): number | null => {
  const counts = known.get(registry) ?? new Map<string, number | null>();
  known.set(registry, counts);
  const key = [area, level, ...typesAt(level, rules.steps), ...rules.outside].join(' ');
  // Needed on the page of every circular, and the same on all of them.
  const count = counts.has(key)
    ? (counts.get(key) as number | null)
    : countOffices(registry, area, level, rules);
  counts.set(key, count);
  return count;
};
