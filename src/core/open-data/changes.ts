import { eventsOfPage, type PageEventKind, type PageHistory } from '#core/history/page-event.ts';
import type { IsoDate } from '#core/letter/date.ts';

/** A page with its history. */
export interface ChangingPage extends PageHistory {
  readonly path: string;
  readonly kind: string;
  readonly title: string;
}

/** One dated event in the life of a page. */
export interface PageChange {
  readonly date: IsoDate;
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  readonly change: PageEventKind;
  readonly note: string | null;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Everything that happened to the pages, newest day first, within a day by path. */
export const changesOfPages = (pages: readonly ChangingPage[]): PageChange[] =>
  pages
    .flatMap((page): PageChange[] =>
      eventsOfPage(page).map(({ date, kind: change, note }) => ({
        date,
        path: page.path,
        kind: page.kind,
        title: page.title,
        change,
        note,
      })),
    )
    .sort((a, b) => compareText(b.date, a.date) || compareText(a.path, b.path));

/** Items in groups of one key each, in the order in which the keys first come. */
export const groupBy = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): { readonly key: string; readonly items: readonly Item[] }[] =>
  [...Map.groupBy(items, keyOf)].map(([key, group]) => ({ key, items: group }));
