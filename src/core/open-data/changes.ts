import type { Change } from '#core/letter/circular.ts';
import type { IsoDate } from '#core/letter/date.ts';

/** A page whose history is told. */
export interface ChangingPage {
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  readonly published: IsoDate;
  readonly changes: readonly Change[];
}

/** One dated event in the life of a page. */
export interface PageChange {
  readonly date: IsoDate;
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  readonly change: 'published' | 'minor' | 'major';
  readonly note: string | null;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Everything that happened to the pages, newest day first, within a day by path. */
export const changesOfPages = (pages: readonly ChangingPage[]): PageChange[] =>
  pages
    .flatMap(({ path, kind, title, published, changes }): PageChange[] => [
      { date: published, path, kind, title, change: 'published', note: null },
      ...changes.map(({ date, note, major }) => ({
        date,
        path,
        kind,
        title,
        change: major ? ('major' as const) : ('minor' as const),
        note,
      })),
    ])
    .sort((a, b) => compareText(b.date, a.date) || compareText(a.path, b.path));

/** Items in groups of one key each, in the order in which the keys first come. */
export const groupBy = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): { readonly key: string; readonly items: readonly Item[] }[] =>
  [...Map.groupBy(items, keyOf)].map(([key, group]) => ({ key, items: group }));
