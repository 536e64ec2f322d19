import type { Backlinks } from './backlinks.ts';

/** What one page may know of the others: those that its data name, and those that name it. */
export interface Surroundings<Page> {
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
 * Narrows all records to the surroundings of the one at `path`. A page that sees no more than this is the same as long
 * as its data and its surroundings are: whatever else changes cannot show on it.
 */
export const surroundingsOf = <Page>(
  path: string,
  data: unknown,
  all: Surroundings<Page>,
): Surroundings<Page> => {
  const byPath = new Map<string, Page>();
  const take = (text: string) => {
    const page = all.byPath.get(text);
    if (page !== undefined) byPath.set(text, page);
  };
  take(path);
  eachText(data, take);
  const own = all.backlinks.get(path);
  return { byPath, backlinks: new Map(own ? [[path, own]] : []) };
};

/** The surroundings as one text, which is another as soon as anything in them is. */
export const describeSurroundings = <Page>({ byPath, backlinks }: Surroundings<Page>): string =>
  JSON.stringify([[...byPath], [...backlinks]]);
