import { BUDGET } from './budget.ts';
import type { IndexedKey, IndexReader } from './index-reader.ts';
import { type FoundUnit, inverseFrequency, type PlacedUnit } from './rank.ts';
import type { Unit } from './unit.ts';

/** What the index has of the units of a query. */
export interface Resolved {
  readonly units: readonly FoundUnit[];
  /** Units of which it has nothing. */
  readonly missing: readonly Unit[];
}

interface Looked {
  readonly pairs: { readonly unit: Unit; readonly keys: { key: IndexedKey; weight: number }[] }[];
  readonly missing: Unit[];
}

const alternativesOf = (units: readonly Unit[]): string[] =>
  units.flatMap(({ alternatives }) => alternatives.map(({ key }) => key));

/** Looks up the units, and in their place what they fall back on where the index has nothing of them. */
const lookUpUnits = async (reader: IndexReader, units: readonly Unit[]): Promise<Looked> => {
  const found = await reader.lookUp(alternativesOf(units));
  const missing: Unit[] = [];
  const pairs: Looked['pairs'] = [];
  for (const unit of units) {
    const keys = unit.alternatives.flatMap(({ key, weight }) => {
      const indexed = found.get(key);
      return indexed ? [{ key: indexed, weight }] : [];
    });
    if (keys.length > 0) pairs.push({ unit, keys });
    else {
      const parts = await lookUpUnits(reader, unit.fallback);
      pairs.push(...parts.pairs);
      // A joined word is there where each of its parts is.
      const hasParts =
        unit.kind === 'joined' && parts.pairs.length > 0 && parts.missing.length === 0;
      if (unit.required && !hasParts) missing.push(unit);
    }
  }
  return { pairs, missing };
};

/** Looks the units up and fetches their page lists, as far as the budget goes. */
export const resolve = async (reader: IndexReader, units: readonly Unit[]): Promise<Resolved> => {
  const { pairs, missing } = await lookUpUnits(reader, units);
  // Rare words first: where the budget runs out, it is the words that distinguish pages least which are left out.
  const cost = ({ keys }: (typeof pairs)[number]) =>
    keys.reduce((sum, { key }) => sum + key.pagesBytes, 0);
  const ordered = [...pairs].sort((a, b) => cost(a) - cost(b));
  let spent = 0;
  const affordable = ordered.filter((pair, index) => {
    spent += cost(pair);
    return index < 2 || spent <= BUDGET.pages;
  });
  const resolved = await Promise.all(
    affordable.map(async ({ unit, keys }): Promise<FoundUnit> => {
      const lists = await Promise.all(
        keys.map(async ({ key, weight }) => ({ key, weight, postings: await key.postings() })),
      );
      const strongest = lists.reduce((best, list) => (list.weight > best.weight ? list : best));
      return {
        unit,
        keys: lists,
        idf: inverseFrequency(reader.directory.ordinaryCount, strongest.key.pageCount),
      };
    }),
  );
  return { units: resolved, missing };
};

/** Fetches positions, cheapest first, as long as the budget lasts. */
export const placeUnits = async (
  units: readonly FoundUnit[],
  budget: number,
): Promise<PlacedUnit[]> => {
  const cost = ({ keys }: FoundUnit) => keys.reduce((sum, { key }) => sum + key.positionsBytes, 0);
  let spent = 0;
  const affordable = [...units]
    .filter(({ unit }) => unit.kind !== 'concept')
    .sort((a, b) => cost(a) - cost(b))
    .filter((unit) => {
      spent += cost(unit);
      return spent <= budget;
    });
  return Promise.all(
    affordable.map(async ({ unit, keys }) => ({
      place: unit.place,
      keys: await Promise.all(
        keys
          .filter(({ key }) => !key.key.startsWith('~'))
          .map(async ({ key, postings }) => ({ postings, positions: await key.positions() })),
      ),
    })),
  );
};
