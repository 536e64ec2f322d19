import { hash } from 'node:crypto';
import { join } from 'node:path';
import { digestOfFiles } from '../content/code-digest.ts';
import { keepValues } from '../content/kept-values.ts';
import { preparePictures } from '../content/page-pictures.ts';
import {
  announcedFiles,
  filesToPublish,
  nameOfPublished,
  publishFiles,
} from '../content/published-files.ts';
import { listCirculars } from '../content/record-files.ts';
import { type FormerPages, openFormerPages } from './kept-pages.ts';
import { type Build, makePages, openThread } from './make-pages.ts';
import type { PageThread } from './page-share.ts';
import { findBase, portalPaths } from './portal-folders.ts';
import { type PageApp, rendererOf } from './render-page.ts';
import { listPaths, pathAsker, topPagesOf } from './route-paths.ts';
import { addressOf, fileOfPath, placesOf } from './write-pages.ts';

/** What pages are made from besides the content that they tell: code, styles, packages, files by name, operator, offices. */
const SOURCES = [
  'astro.config.mjs',
  'content/operator.yaml',
  'content/registry',
  'package-lock.json',
  'package.json',
  'public',
  'src',
];

/** As many circulars as make it worth to open a second thread before all paths are listed. */
const WORTH_AN_EARLY_THREAD = 1000;

const partition = <Item>(items: readonly Item[], is: (item: Item) => boolean): [Item[], Item[]] => {
  const yes: Item[] = [];
  const no: Item[] = [];
  for (const item of items) (is(item) ? yes : no).push(item);
  return [yes, no];
};

/** Where and how the portal is built. */
export interface PortalOptions {
  /** What the environment says to pages besides the day, in one text. */
  readonly settings: string;
}

const writeWith = async (
  app: PageApp,
  build: Build,
  former: FormerPages,
  early: PageThread | null,
): Promise<string[]> => {
  const { root, next, site } = build;
  const ask = pathAsker(app.manifest.pageMap);
  const routes = app.manifest.routes.map(({ routeData }) => routeData);
  const paths = await listPaths(routes, ask);
  const files = filesToPublish(announcedFiles(), placesOf(paths));
  const kept = await former.looked();
  const menus = hash('sha256', topPagesOf(paths), 'base64url').slice(0, 8);
  const [keptPages, newPages] = partition(paths, (path) =>
    kept.keeps(fileOfPath(path), path.key, path.isPage ? menus : ''),
  );
  const newFiles = files.filter((file) => !kept.keeps(nameOfPublished(file), file.key));
  await preparePictures(newFiles, root);
  const render = rendererOf(app, site, build.styles, next);
  const publish = () => publishFiles(newFiles, root, next);
  const hidden = new Set([
    ...(await makePages(newPages, build, render, kept.staysAs, publish, early)),
    ...keptPages.map(fileOfPath).filter(kept.wasHidden),
  ]);
  const pages = paths.filter(({ isPage }) => isPage);
  await kept.store(pages.length, hidden);
  return pages.filter((page) => !hidden.has(fileOfPath(page))).map((page) => addressOf(page, site));
};

/**
 * Writes the pages of a portal, and the files of its records. A page whose `getStaticPaths` gives a `cacheKey` is kept from the
 * last build, on other days too, as long as key, code, settings and registry are the same: such a page may read nothing
 * that its key does not hold, the day neither, and ask no picture of Astro. Gives the addresses of all pages that search
 * engines may list.
 */
export const writePortal = async (
  app: PageApp,
  build: Build,
  { settings }: PortalOptions,
): Promise<string[]> => {
  const { root, next } = build;
  keepValues();
  const paths = portalPaths(join(root, 'dist'));
  const base = await findBase(paths);
  const former = await openFormerPages({
    former: paths.target,
    base: base && join(paths.all, base.folder),
    next,
    record: join(root, '.cache/pages.json'),
    generation: hash('sha256', `${await digestOfFiles(root, SOURCES)} ${settings}`),
  });
  const isLarge = (await listCirculars(root)).length >= WORTH_AN_EARLY_THREAD;
  const early = isLarge && !former.isAny ? openThread(build, null) : null;
  try {
    return await writeWith(app, build, former, early);
  } finally {
    await early?.close();
  }
};
