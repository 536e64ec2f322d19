import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleEntry, ENTRY_FILE } from '#core/pagefind/entry.ts';
import type { MetaRules } from '#core/pagefind/pagefind-index.ts';
import { ANSWERS_META } from '#core/search/answers.ts';
import type { IndexPointer } from '#core/search/stored-page.ts';
import type { PortalFiles } from '#store/portal/kept-files.ts';
import { INDEX_FOLDER, type IndexReport, writeSiteIndex } from '#store/search/index-folder.ts';
import { writeScripts } from '../search-index/bundle-scripts.ts';

/** Indexes the pages of a built portal, and puts the index into a folder of its own. `cache` is the folder of caches. */
export const indexForSearch = (
  portal: PortalFiles,
  folder: string,
  cache: string,
): Promise<IndexReport> => writeSiteIndex(portal, folder, join(cache, 'search', 'pages.bin'));

/** Folder in which clients of Pagefind look for a site's search. */
const BUNDLE_FOLDER = 'pagefind';

/** Clients show every name that they do not know: those that only this portal's own pages can use are kept back. */
const PORTAL_META: MetaRules = {
  hidden: [ANSWERS_META, 'weight'],
  labels: { force: 'forceLabel' },
};

/** Puts Pagefind's JavaScript API over the index of a built portal, in /pagefind/. */
export const writePortalBundle = async (
  outDir: string,
  language: string,
  pointer: IndexPointer,
): Promise<void> => {
  const folder = join(outDir, BUNDLE_FOLDER);
  await mkdir(folder, { recursive: true });
  await writeScripts(folder);
  const index = { path: `../${INDEX_FOLDER}/`, pointer };
  const entry = bundleEntry({ [language]: index }, PORTAL_META);
  await writeFile(join(folder, ENTRY_FILE), JSON.stringify(entry));
};
