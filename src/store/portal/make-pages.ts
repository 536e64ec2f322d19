import { availableParallelism } from 'node:os';
import {
  findBundle,
  newCounter,
  openPageThread,
  type PageStyles,
  type PageThread,
  takePaths,
} from './page-share.ts';
import type { RoutedPath } from './route-paths.ts';
import { writePages } from './write-pages.ts';

/** As many pages as are worth a thread of their own, which reads all content once more before its first page. */
const WORTH_A_THREAD = 3000;

/** A build under way, as Astro's hooks tell of it. */
export interface Build {
  root: string;
  next: string;
  site: string;
  styles: ReadonlyMap<string, PageStyles>;
}

const withStylesOnly = (pages: ReadonlyMap<string, PageStyles>): Map<string, PageStyles> =>
  new Map([...pages].map(([key, { styles }]) => [key, { styles }]));

/** A second thread for pages; null where there is one core, or where this Astro keeps its bundle elsewhere. */
export const openThread = ({ next, site, styles }: Build): PageThread | null => {
  const bundle = availableParallelism() > 1 ? findBundle(next) : null;
  if (bundle === null) return null;
  return openPageThread({ bundle, styles: withStylesOnly(styles), site, folder: next });
};

/**
 * Makes pages by `render`, and shares those of one circular with a second thread where they are many. Pages over many
 * circulars stay here, where what they have in common is worked out already, and so does `publish`, which writes what else
 * belongs to the portal. Gives the files that search engines may not list.
 */
export const makePages = async (
  paths: readonly RoutedPath[],
  build: Build,
  render: (path: RoutedPath) => Promise<Uint8Array>,
  publish: () => void,
  early: PageThread | null,
): Promise<string[]> => {
  const { next } = build;
  // Files of one circular have one key; they follow each other, so that one thread works out what they have in common.
  const byKey = Map.groupBy(paths, ({ key }) => key);
  const isShared = (ofKey: readonly RoutedPath[]): boolean =>
    ofKey[0]?.key !== undefined && ofKey.length > 1;
  const shared = [...byKey.values()].filter(isShared).flat();
  const thread = early ?? (shared.length >= WORTH_A_THREAD ? openThread(build) : null);
  const taken = newCounter();
  const made = thread?.make({
    paths: shared.map(({ pathname, isPage, route }) => ({
      pathname,
      isPage,
      component: route.component,
    })),
    taken,
  });
  const own = async () => {
    const left = [...byKey.values()].filter((ofKey) => !isShared(ofKey)).flat();
    const hidden = await writePages(left, next, render);
    publish();
    return [...hidden, ...(await writePages(takePaths(shared, taken), next, render))];
  };
  return (await Promise.all([made ?? [], own()])).flat();
};
