import { availableParallelism } from 'node:os';
import type { FoundStyles } from '#astro/bundle.ts';
import type { Collections } from '../content/read-collections.ts';
import { areAllOnDisk } from '../content/stored-records.ts';
import {
  newCounter,
  openPageThread,
  type PageThread,
  pathsToShare,
  takePaths,
} from './page-share.ts';
import type { RoutedPath } from './route-paths.ts';
import { writePages } from './write-pages.ts';

/** As many pages as are worth a thread of their own, which reads all content once more before its first page. */
const WORTH_A_THREAD = 3000;

/** A build under way. */
export interface Build {
  readonly root: string;
  /** Folder of the new portal, with the files in it that Astro has bundled. */
  readonly next: string;
  readonly site: string;
  /** Path of the module of all pages; null where this Astro keeps it elsewhere. */
  readonly bundle: string | null;
  readonly styles: FoundStyles;
  /** The collections, where they are others than the bundle was made with. */
  readonly collections: Collections | null;
}

const withStylesOnly = (pages: FoundStyles): FoundStyles =>
  new Map([...pages].map(([key, { styles }]) => [key, { styles }]));

/**
 * A second thread that makes `paths`, or all of `pathsToShare` where that is null; null where there is one core, where
 * the records could not be kept on disk, or where this Astro keeps its bundle elsewhere.
 */
export const openThread = (
  { bundle, root, next, site, styles, collections }: Build,
  paths: readonly string[] | null,
): PageThread | null => {
  // A thread reads from the disk what this one holds.
  const mayShare = availableParallelism() > 1 && areAllOnDisk();
  if (!mayShare || bundle === null) return null;
  const data = {
    bundle,
    styles: withStylesOnly(styles),
    root,
    site,
    folder: next,
    paths,
    collections,
  };
  return openPageThread(data);
};

/**
 * Makes pages by `render`, and shares those of single circulars with a second thread where they are many. Pages over many
 * circulars stay here, where what they have in common is worked out already, and so does `publish`, which writes what else
 * belongs to the portal. Of what is made here `stays` says whether it is there already. `early` is a thread that began when
 * it was clear that all pages would be made. Gives the files that search engines may not list.
 */
export const makePages = async (
  paths: readonly RoutedPath[],
  build: Build,
  render: (path: RoutedPath) => Promise<Uint8Array>,
  stays: (file: string, body: Uint8Array) => boolean,
  publish: () => void,
  early: PageThread | null,
): Promise<string[]> => {
  const { next } = build;
  const shared = pathsToShare(paths);
  const isShared = new Set(shared);
  const own = paths.filter((path) => !isShared.has(path));
  const isMuch = shared.length >= WORTH_A_THREAD;
  const thread =
    early ??
    (isMuch
      ? openThread(
          build,
          shared.map(({ pathname }) => pathname),
        )
      : null);
  const makeOwn = async () => {
    const hidden = await writePages(own, next, render, stays);
    publish();
    const taken = thread?.taken ?? newCounter();
    const ofShared = await writePages(takePaths(shared, taken), next, render, stays);
    return [...hidden, ...ofShared];
  };
  const [hidden, made] = await Promise.all([makeOwn(), thread?.made]);
  if (made && made.known !== shared.length) {
    throw new Error(`Two threads found ${shared.length} and ${made.known} pages of circulars.`);
  }
  return [...hidden, ...(made?.hidden ?? [])];
};
