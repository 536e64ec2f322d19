import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleEntry, ENTRY_FILE } from '#core/pagefind/entry.ts';
import type { MetaRules } from '#core/pagefind/pagefind-index.ts';
import { ANSWERS_META } from '#core/search/answers.ts';
import type { IndexPointer } from '#core/search/stored-page.ts';
import { type MadeFiles, writeMadeFiles } from '#store/files/made-files.ts';
import { readTextNow } from '#store/files/read-file.ts';
import type { PortalFiles } from '#store/portal/kept-files.ts';
import { openFormerFolder } from '#store/portal/kept-folder.ts';
import { INDEX_FOLDER, POINTER } from '#store/search/index-folder.ts';
import type { IndexReport } from '#store/search/index-state.ts';
import { type OpenServed, writeSiteIndex } from '#store/search/site-index.ts';

/** Opens the index of the portal that is served, if it is the one that was made the last time. */
const openServed =
  (served: string, next: string): OpenServed =>
  async ({ pointer }) => {
    const path = join(served, INDEX_FOLDER, POINTER);
    if (!existsSync(path) || readTextNow(path) !== JSON.stringify(pointer)) return null;
    return openFormerFolder(served, next, { folder: INDEX_FOLDER, last: POINTER });
  };

/**
 * Indexes the pages of a portal that is being built in `next`, and puts the index into a folder of its own there; where the
 * same pages say the same, files of the portal `served` stay. `cache` is the folder of caches.
 */
export const indexForSearch = (
  portal: PortalFiles,
  next: string,
  served: string,
  cache: string,
): Promise<IndexReport> =>
  writeSiteIndex(
    portal,
    join(next, INDEX_FOLDER),
    join(cache, 'search', 'pages.bin'),
    openServed(served, next),
  );

/** Folder in which clients of Pagefind look for a site's search. */
const BUNDLE_FOLDER = 'pagefind';

/** Clients show every name that they do not know: those that only this portal's own pages can use are kept back. */
const PORTAL_META: MetaRules = {
  hidden: [ANSWERS_META, 'weight'],
  labels: { force: 'forceLabel' },
};

/** Puts Pagefind's JavaScript API, of these scripts, over the index of a built portal, in /pagefind/. */
export const writePortalBundle = async (
  outDir: string,
  scripts: MadeFiles,
  language: string,
  pointer: IndexPointer,
): Promise<void> => {
  const folder = join(outDir, BUNDLE_FOLDER);
  await writeMadeFiles(scripts, folder);
  const index = { path: `../${INDEX_FOLDER}/`, pointer };
  const entry = bundleEntry({ [language]: index }, PORTAL_META);
  await writeFile(join(folder, ENTRY_FILE), JSON.stringify(entry));
};
