import { join } from 'node:path';
import { readBuiltSite } from '#store/search/built-site.ts';
import { INDEX_FOLDER, type IndexReport, writeIndex } from '#store/search/index-folder.ts';

/** Indexes the pages of a built portal, and puts the index into a folder of its own there. */
export const indexForSearch = async (folder: string): Promise<IndexReport> =>
  writeIndex(await readBuiltSite(folder), join(folder, INDEX_FOLDER));
