import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { provideCollections } from '#astro/collections-module.ts';
import {
  COLLECTIONS_FILE,
  type Collections,
  type GuidanceTexts,
  keepCollections,
  NeedsAstro,
  readCollections,
  readKeptCollections,
} from '../content/read-collections.ts';
import { bundleSettings, pageSettings, type Settings } from '../settings.ts';
import { bundleKey, takeBundle } from './kept-bundle.ts';
import { writeKeptSitemap } from './kept-sitemap.ts';
import { providePlace } from './place.ts';
import type { PageApp } from './render-page.ts';
import { writePortal } from './write-portal.ts';

/** Where the map of the site is kept between builds, relative to the project. */
const SITEMAP_FILE = '.cache/build/sitemap.json';

/** What is built, and where. Paths are absolute. */
export interface PortalTask extends Settings {
  readonly root: string;
  /** Folder of the new portal, which is empty. */
  readonly next: string;
  readonly guidance: GuidanceTexts;
}

const readOrNull = async ({ root, guidance }: PortalTask): Promise<Collections | null> => {
  const path = join(root, COLLECTIONS_FILE);
  try {
    const collections = await readCollections(root, guidance, readKeptCollections(path));
    keepCollections(path, collections);
    return collections;
  } catch (error) {
    if (error instanceof NeedsAstro) return null;
    throw error;
  }
};

/**
 * Writes the pages of a portal with what Astro bundled in an earlier build, where code, packages and settings are still the
 * same. Calls `begun` before the first page is made. False where Astro is needed: there is no such bundle, or guidance
 * shows pictures, which Astro makes.
 */
export const writeFromBundle = async (task: PortalTask, begun: () => void): Promise<boolean> => {
  const { root, next, siteUrl: site, asOf: day, language } = task;
  const code = await bundleKey(root, bundleSettings(task));
  const bundle = takeBundle(root, next, code);
  if (bundle === null) return false;
  begun();
  process.env.WIAN_AS_OF = day;
  process.env.WIAN_LANG = language;
  providePlace({ root, site });
  const collections = await readOrNull(task);
  if (collections === null) return false;
  provideCollections(collections);
  const { app } = (await import(pathToFileURL(bundle.entry).href)) as { readonly app: PageApp };
  const { entry, styles } = bundle;
  const build = { root, next, site, bundle: entry, styles, collections };
  const listed = new Set(await writePortal(app, build, { settings: pageSettings(task) }));
  await writeKeptSitemap(join(root, SITEMAP_FILE), code, site, listed, next);
  return true;
};
