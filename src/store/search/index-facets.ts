import type { Facets, Sorts } from '#core/search/stored-page.ts';
import type { PageHead } from './index-state.ts';

/** What results can be filtered by. */
export const facetsOf = (pages: readonly PageHead[]): Facets => {
  const names = [...new Set(pages.flatMap(({ filters }) => Object.keys(filters)))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const values = [...new Set(pages.flatMap(({ filters }) => filters[name] ?? []))].sort();
      const numbers = new Map(values.map((value, number) => [value, number]));
      return [
        name,
        {
          values,
          pages: pages.map(({ filters }) =>
            (filters[name] ?? []).map((value) => numbers.get(value) as number),
          ),
        },
      ];
    }),
  );
};

/** Null-valued where a page lacks a value, as pages without one are left out of that order. */
export const sortsOf = (pages: readonly PageHead[]): Sorts => {
  const names = [...new Set(pages.flatMap(({ sorts = {} }) => Object.keys(sorts)))].sort();
  return Object.fromEntries(
    names.map((name) => [name, pages.map(({ sorts }) => sorts?.[name] ?? null)]),
  );
};
