import type { PortalFiles } from '#store/portal/kept-files.ts';
import { readBuiltSite } from '#store/search/built-site.ts';
import { type IndexReport, writeIndex } from '#store/search/index-folder.ts';

/** Indexes the pages of a built portal, and puts the index into a folder of its own. */
export const indexForSearch = async (portal: PortalFiles, folder: string): Promise<IndexReport> =>
  writeIndex(await readBuiltSite(portal), folder);
