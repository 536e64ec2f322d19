import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { provideCollections } from '#astro/collections-module.ts';
import { readCollections } from '../content/read-collections.ts';
import {
  announcedOrStored,
  announceStored,
  storedRecordsFolder,
} from '../content/stored-records.ts';
import { bundleSettings } from '../settings.ts';
import type { PortalTask } from './from-bundle.ts';
import { bundleKey, takeBundle } from './kept-bundle.ts';
import { providePlace } from './place.ts';
import { type PageApp, rendererOf } from './render-page.ts';
import { listPaths, pathAsker } from './route-paths.ts';

/** A page that is made by itself: with the content of another folder than that of the project. */
export interface OnePageTask extends PortalTask {
  /** Folder with the content that the page is made from. */
  readonly contentRoot: string;
  /** Path of the module of the page: `src/pages/circulars/[year]/[id]/index.astro`. */
  readonly component: string;
  /** Path of the page, as Astro has it: `/circulars/2569/dla-1`. */
  readonly pathname: string;
}

/**
 * Makes one page as a build would, with what Astro bundled in the last one; what that bundle gives the browser is put into
 * `next`; pictures beside pages are within them. Null where there is no bundle of the present code, or no such page would be made. For a
 * process of its own: what pages take for the content of the project is then another.
 */
export const renderOnePage = async (task: OnePageTask): Promise<Uint8Array | null> => {
  const { root, contentRoot, next, siteUrl, asOf, language, guidance, component, pathname } = task;
  const bundle = takeBundle(root, next, await bundleKey(root, bundleSettings(task)));
  if (bundle === null) return null;
  process.env.WIAN_AS_OF = asOf;
  process.env.WIAN_LANG = language;
  providePlace({ root, site: siteUrl });
  provideCollections(await readCollections(contentRoot, guidance, new Map(), 'inline'));
  // Pages read the circulars of the project, and find figures and texts there.
  const kept = announcedOrStored(storedRecordsFolder(contentRoot, 'circulars', false));
  announceStored(storedRecordsFolder(root, 'circulars', false), kept, false);
  const { app } = (await import(pathToFileURL(bundle.entry).href)) as { readonly app: PageApp };
  const routes = app.manifest.routes
    .map(({ routeData }) => routeData)
    .filter((route) => route.component === component);
  const paths = await listPaths(routes, pathAsker(app.manifest.pageMap));
  const page = paths.find((one) => one.pathname.replace(/\/$/, '') === pathname);
  if (!page) return null;
  return rendererOf(app, siteUrl, bundle.styles, join(next))(page);
};
