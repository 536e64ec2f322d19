import type { Chosen } from '#core/search/respond.ts';

/** A search as it is in the address, so that it can be sent to a colleague. */
export interface SearchAddress {
  readonly text: string;
  readonly chosen: Chosen;
}

export const FILTERS = ['kind', 'system', 'year', 'force', 'issuer', 'province'] as const;
const LONGEST = 1500;

/** Results that the search page shows at first. */
export const FIRST_LIMIT = 10;

/**
 * The search that the query part of an address asks for; the text is cut to 1500 UTF-16 units, unknown filters are
 * ignored.
 */
export const readAddress = (query: string): SearchAddress => {
  const parameters = new URLSearchParams(query);
  const chosen = FILTERS.flatMap((name) => {
    const value = parameters.get(name);
    return value ? [[name, value] as const] : [];
  });
  return {
    text: (parameters.get('q') ?? '').slice(0, LONGEST),
    chosen: Object.fromEntries(chosen),
  };
};

/** Query part of the address, with its question mark; empty where nothing is searched. */
export const writeAddress = ({ text, chosen }: SearchAddress): string => {
  if (text.trim() === '') return '';
  const filters = FILTERS.flatMap((name) => (chosen[name] ? [[name, chosen[name]]] : []));
  return `?${new URLSearchParams([['q', text.slice(0, LONGEST)], ...filters])}`;
};
