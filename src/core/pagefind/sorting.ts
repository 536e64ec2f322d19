import type { Sorts } from '../search/stored-page.ts';

/** An order that a search asks for. */
export interface SortOrder {
  readonly name: string;
  readonly direction: 'asc' | 'desc';
}

/** Reads `sort` of a search; the first entry counts, as in Pagefind. `warn` hears what is passed over. */
export const readSort = (sort: unknown, warn: (what: string) => void): SortOrder | null => {
  if (typeof sort !== 'object' || sort === null) return null;
  const [first, ...others] = Object.entries(sort);
  if (!first) return null;
  const [name, direction] = first;
  if (others.length > 0) warn(`one sort order at a time can be used: "${name}" is`);
  if (direction === 'asc' || direction === 'desc') return { name, direction };
  warn(`sort "${name}" must be "asc" or "desc", not ${JSON.stringify(direction)}: it is left out`);
  return null;
};

const isNumeric = (value: string): boolean => value.trim() !== '' && Number.isFinite(Number(value));

/**
 * Pages in an order other than relevance; those without a value for it are left out, as in Pagefind. Values are compared
 * as numbers where all of the index are numbers, else letter by letter. Pages of one value stay as they were.
 */
export const sortPages = (
  pages: readonly number[],
  sorts: Sorts,
  { name, direction }: SortOrder,
): number[] => {
  const values = Object.hasOwn(sorts, name) ? (sorts[name] ?? []) : [];
  const asNumbers = values.every((value) => value === null || isNumeric(value));
  const sign = direction === 'asc' ? 1 : -1;
  const compare = (a: string, b: string): number => {
    if (asNumbers) return Number(a) - Number(b);
    return a < b ? -1 : Number(a > b);
  };
  return pages
    .flatMap((page) => {
      const value = values[page] ?? null;
      return value === null ? [] : [{ page, value }];
    })
    .sort((a, b) => sign * compare(a.value, b.value))
    .map(({ page }) => page);
};
