import type { Facets } from '../search/stored-page.ts';
import type { FilterCounts } from './types.ts';

/** One byte a page: 1 where it is in the set. */
export type PageSet = Uint8Array;

type Behaviour = 'any' | 'all';

const COMBINING: Readonly<Record<string, Behaviour>> = {
  any: 'any',
  none: 'any',
  all: 'all',
  not: 'all',
};
const INVERTING = new Set(['none', 'not']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Numbers and booleans stand for the text that a page has. */
const asText = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;

const combine = (sets: readonly PageSet[], behaviour: Behaviour): PageSet | null => {
  const [first, ...others] = sets;
  if (!first) return null;
  const combined = first.slice();
  for (const set of others) {
    for (let page = 0; page < combined.length; page++) {
      const [a, b] = [combined[page] as number, set[page] as number];
      combined[page] = behaviour === 'any' ? a | b : a & b;
    }
  }
  return combined;
};

const inverted = (set: PageSet): PageSet => set.map((isIn) => 1 - isIn);

const withKeyword = (key: string, set: PageSet | null): PageSet[] => {
  if (!set) return [];
  return [INVERTING.has(key) ? inverted(set) : set];
};

/** Reads filters of a search: {@link filterPages}. */
class FilterReader {
  readonly #facets: Facets;
  readonly #pageCount: number;

  constructor(facets: Facets, pageCount: number) {
    this.#facets = facets;
    this.#pageCount = pageCount;
  }

  #having(name: string, value: string): PageSet {
    const set = new Uint8Array(this.#pageCount);
    const facet = Object.hasOwn(this.#facets, name) ? this.#facets[name] : undefined;
    const index = facet?.values.indexOf(value) ?? -1;
    if (index < 0) return set;
    facet?.pages.forEach((values, page) => {
      if (values.includes(index)) set[page] = 1;
    });
    return set;
  }

  /** What one filter is to be: a value, a list of them, or conditions on it. */
  #value(name: string, value: unknown, behaviour: Behaviour): PageSet | null {
    const text = asText(value);
    if (text !== null) return this.#having(name, text);
    if (Array.isArray(value)) {
      const sets = value.flatMap((one) => this.#value(name, one, 'all') ?? []);
      return combine(sets, behaviour);
    }
    if (!isObject(value)) return null;
    const sets = Object.entries(value).flatMap(([key, inner]) => {
      const combining = COMBINING[key];
      return combining ? withKeyword(key, this.#value(name, inner, combining)) : [];
    });
    return combine(sets, behaviour);
  }

  #list(list: readonly unknown[], behaviour: Behaviour): PageSet | null {
    const sets = list.flatMap((one) => (isObject(one) ? (this.object(one, 'all') ?? []) : []));
    return combine(sets, behaviour);
  }

  object(filters: Readonly<Record<string, unknown>>, behaviour: Behaviour): PageSet | null {
    const sets = Object.entries(filters).flatMap(([key, value]) => {
      const combining = COMBINING[key];
      if (combining && isObject(value)) return withKeyword(key, this.object(value, combining));
      if (combining && Array.isArray(value)) return withKeyword(key, this.#list(value, combining));
      return this.#value(key, value, 'all') ?? [];
    });
    return combine(sets, behaviour);
  }
}

/**
 * The pages that pass the `filters` of a search, as Pagefind documents them: names with values, lists of values, and
 * `any`, `all`, `none` and `not` in any nesting; what is unmarked must all hold. Null where they filter nothing. A filter
 * or value that no page has lets no page pass.
 */
export const filterPages = (filters: unknown, facets: Facets, pageCount: number): PageSet | null =>
  isObject(filters) ? new FilterReader(facets, pageCount).object(filters, 'all') : null;

/** Facets with filters added that every page of the index has: `mergeFilter` of a multisite setup. */
export const withMergeFilter = (
  facets: Facets,
  mergeFilter: unknown,
  pageCount: number,
): Facets => {
  if (!isObject(mergeFilter)) return facets;
  const merged: Record<string, Facets[string]> = { ...facets };
  for (const [name, given] of Object.entries(mergeFilter)) {
    const wanted = (Array.isArray(given) ? given : [given]).flatMap((one) => asText(one) ?? []);
    const values = [...new Set([...(merged[name]?.values ?? []), ...wanted])];
    const added = wanted.map((value) => values.indexOf(value));
    merged[name] = {
      values,
      pages: Array.from({ length: pageCount }, (_, page) => [
        ...new Set([...(facets[name]?.pages[page] ?? []), ...added]),
      ]),
    };
  }
  return merged;
};

/** How many of some pages have each value of each filter; values that none has count 0. */
export const countFilters = (facets: Facets, pages: Iterable<number>): FilterCounts => {
  const all = [...pages];
  return Object.fromEntries(
    Object.entries(facets).map(([name, facet]) => {
      const counts = new Int32Array(facet.values.length);
      for (const page of all) {
        for (const value of facet.pages[page] ?? []) counts[value] = (counts[value] as number) + 1;
      }
      return [name, Object.fromEntries(facet.values.map((value, at) => [value, counts[at] ?? 0]))];
    }),
  );
};

/** The sum of counts of several indexes. */
export const mergeCounts = (counts: readonly FilterCounts[]): FilterCounts => {
  const merged: FilterCounts = {};
  for (const [name, values] of counts.flatMap((one) => Object.entries(one))) {
    const sums = merged[name] ?? {};
    for (const [value, count] of Object.entries(values)) sums[value] = (sums[value] ?? 0) + count;
    merged[name] = sums;
  }
  return merged;
};

/** The values that a page has, by filter. */
export const filtersOfPage = (facets: Facets, page: number): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(facets).flatMap(([name, { values, pages }]) => {
      const own = (pages[page] ?? []).map((value) => values[value] as string);
      return own.length === 0 ? [] : [[name, own]];
    }),
  );
