import type { Backlinks } from './backlinks.ts';

/** What one page may know of the others: those that its data name, and those that name it. Paths of pages have a slash. */
export interface PageDependencies<Page> {
  readonly byPath: ReadonlyMap<string, Page>;
  readonly backlinks: Backlinks<Page>;
}

const eachText = (data: unknown, take: (text: string) => void): void => {
  if (typeof data === 'string') take(data);
  else if (typeof data === 'object' && data !== null) {
    for (const value of Object.values(data)) eachText(value, take);
  }
};

/**
 * Narrows all records to the dependencies of the one at `path`. A page that sees no more than this is the same as long
 * as its data and its dependencies are: whatever else changes cannot show on it.
 */
export const dependenciesOf = <Page>(
  path: string,
  data: unknown,
  all: PageDependencies<Page>,
): PageDependencies<Page> => {
  const byPath = new Map<string, Page>();
  const take = (text: string) => {
    // Most texts are none: to be looked up each would have to be hashed.
    if (!text.includes('/')) return;
    const page = all.byPath.get(text);
    if (page !== undefined) byPath.set(text, page);
  };
  take(path);
  eachText(data, take);
  const own = all.backlinks.get(path);
  return { byPath, backlinks: new Map(own ? [[path, own]] : []) };
};

/** The dependencies as one text, which is another as soon as anything in them is. */
export const describeDependencies = <Page>({ byPath, backlinks }: PageDependencies<Page>): string =>
  JSON.stringify([[...byPath], [...backlinks]]);
