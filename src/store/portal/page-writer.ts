import { hash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import { digestOfFiles } from '../content/code-digest.ts';
import {
  announcedFiles,
  filesToPublish,
  nameOfPublished,
  publishFiles,
} from '../content/published-files.ts';
import { openKeptPages } from './kept-pages.ts';
import { findBundle, makeInThread, newCounter, type PageStyles, takePaths } from './page-share.ts';
import { addressOf, type PageApp, type RoutedPath, rendererOf } from './render-page.ts';
import { fileOfPath, writePages } from './write-pages.ts';

/** What pages are made from besides the content that they tell: code, styles, packages, files by name, offices. */
const SOURCES = [
  'astro.config.mjs',
  'content/registry',
  'package-lock.json',
  'package.json',
  'public',
  'src',
];

/** As many pages as are worth a thread of their own, which reads all content once more before its first page. */
const WORTH_A_THREAD = 3000;

const routedPath = ({ pathname, route, cacheKey }: PathWithRoute): RoutedPath => ({
  pathname: decodeURI(pathname),
  isPage: route.type !== 'endpoint',
  key: cacheKey,
  route,
});

/** Astro's own maker of pages, which keeps the bundle where its type does not tell. */
const appOf = (astro: AstroPrerenderer): PageApp => {
  const { app } = astro as { readonly app?: PageApp };
  if (!app?.manifest.pageMap) {
    throw new Error(
      'This version of Astro keeps its bundle of pages elsewhere: see page-writer.ts.',
    );
  }
  return app;
};

/** A build under way, as Astro's hooks tell of it. */
interface Build {
  root: string;
  next: string;
  site: string;
  styles: ReadonlyMap<string, PageStyles>;
}

const withStylesOnly = (pages: ReadonlyMap<string, PageStyles>): Map<string, PageStyles> =>
  new Map([...pages].map(([key, { styles }]) => [key, { styles }]));

/**
 * Makes pages by `render`, and shares those of one circular with a second thread where they are many. Pages over many
 * circulars stay here, where what they have in common is worked out already, and so does `publish`, which writes what else
 * belongs to the portal. Gives the files that search engines may not list.
 */
const makePages = async (
  paths: readonly RoutedPath[],
  { next, site, styles }: Build,
  render: (path: RoutedPath) => Promise<Uint8Array | null>,
  publish: () => Promise<void>,
): Promise<string[]> => {
  // Files of one circular have one key; they follow each other, so that one thread works out what they have in common.
  const byKey = Map.groupBy(paths, ({ key }) => key);
  const isShared = (ofKey: readonly RoutedPath[]): boolean =>
    ofKey[0]?.key !== undefined && ofKey.length > 1;
  const shared = [...byKey.values()].filter(isShared).flat();
  const isWorthIt = shared.length >= WORTH_A_THREAD && availableParallelism() > 1;
  const bundle = isWorthIt ? findBundle(next) : null;
  if (bundle === null) {
    const hidden = await writePages(paths, next, render);
    await publish();
    return hidden;
  }
  const taken = newCounter();
  const thread = makeInThread({
    bundle,
    styles: withStylesOnly(styles),
    site,
    folder: next,
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
    await publish();
    return [...hidden, ...(await writePages(takePaths(shared, taken), next, render))];
  };
  return (await Promise.all([thread, own()])).flat();
};

const partition = <Item>(items: readonly Item[], is: (item: Item) => boolean): [Item[], Item[]] => {
  const yes: Item[] = [];
  const no: Item[] = [];
  for (const item of items) (is(item) ? yes : no).push(item);
  return [yes, no];
};

/** Where and how the portal is built. */
export interface PageWriterOptions {
  /** What the environment says to pages, in one text. */
  readonly settings: string;
  /** Filled with the address of every page that search engines may list, for the map of the site. */
  readonly listed: Set<string>;
}

/**
 * Writes the pages of a build in Astro's place, which takes a millisecond a file whatever is in it. A page whose
 * `getStaticPaths` gives a `cacheKey` is kept from the last build as long as key, code, settings and registry are the same:
 * such a page may read nothing that its key does not tell, and ask no picture of Astro.
 */
export const pageWriter = ({ settings, listed }: PageWriterOptions): AstroIntegration => {
  const build: Build = { root: '', next: '', site: '', styles: new Map() };
  const writeAll = async (astro: AstroPrerenderer) => {
    const { root, next, site } = build;
    const paths = (await astro.getStaticPaths()).map(routedPath);
    const kept = await openKeptPages({
      former: join(root, 'dist'),
      next,
      record: join(root, '.cache/pages.json'),
      generation: hash('sha256', `${await digestOfFiles(root, SOURCES)} ${settings}`),
    });
    const files = filesToPublish(announcedFiles(), new Set(paths.map(fileOfPath)));
    const [oldPages, newPages] = partition(
      paths,
      (path) => path.key !== undefined && kept.isSame(fileOfPath(path), path.key),
    );
    const [oldFiles, newFiles] = partition(
      files,
      (file) => file.key !== undefined && kept.isSame(nameOfPublished(file), file.key),
    );
    const render = rendererOf(appOf(astro), site);
    const takingOver = kept.takeOver([
      ...oldPages.map(fileOfPath),
      ...oldFiles.map(nameOfPublished),
    ]);
    const publish = () => publishFiles(newFiles, root, next);
    const [lost, made] = await Promise.all([
      takingOver.then((left) => new Set(left)),
      makePages(newPages, build, render, publish),
    ]);
    const [lostPages, keptPages] = partition(oldPages, (path) => lost.has(fileOfPath(path)));
    await publishFiles(
      oldFiles.filter((file) => lost.has(nameOfPublished(file))),
      root,
      next,
    );
    const hidden = new Set([
      ...made,
      ...(await writePages(lostPages, next, render)),
      ...keptPages.map(fileOfPath).filter(kept.wasHidden),
    ]);
    const pages = paths.filter(({ isPage }) => isPage);
    for (const page of pages) {
      if (!hidden.has(fileOfPath(page))) listed.add(addressOf(page, site));
    }
    await kept.store(pages.length, hidden);
  };
  return {
    name: 'wian:page-writer',
    hooks: {
      'astro:config:done': ({ config }) => {
        build.root = fileURLToPath(config.root);
        build.next = fileURLToPath(config.outDir);
        build.site = config.site as string;
      },
      'astro:build:setup': ({ pages }) => {
        build.styles = pages as unknown as ReadonlyMap<string, PageStyles>;
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((astro) => ({
          ...astro,
          name: 'wian:page-writer',
          getStaticPaths: async () => {
            await writeAll(astro);
            // All is written: nothing is left for Astro.
            return [];
          },
        })),
    },
  };
};
