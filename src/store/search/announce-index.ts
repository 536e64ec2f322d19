import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileName } from '#core/search/layout.ts';
import type { IndexPointer } from '#core/search/stored-page.ts';
import { readPortalBase } from '../portal/portal-base.ts';
import { INDEX_FOLDER } from './index-folder.ts';

const PAGE = 'search/index.html';
const PLACE = ' name="wian-search" content=""';

/** The script of the worker, which the page asks for (module-preloads.ts). */
const WORKER = /<link rel="preload" as="fetch" crossorigin href="([^"]*\/worker-[\w-]+\.js)">/;

/** What every search reads first, whatever is asked. */
const FIRST = [fileName.start, fileName.facets];

const escaped = (value: unknown): string => JSON.stringify(value).replaceAll('"', '&quot;');

/** The search page with the index that it is to ask and its worker, which is then on its way before the script that reads it has come. */
export const withIndex = (html: string, base: string, pointer: IndexPointer): string => {
  if (!html.includes(PLACE))
    throw new Error(`${PAGE} has no place for its index (${PLACE.trim()}).`);
  const worker = WORKER.exec(html)?.[1];
  if (worker === undefined) throw new Error(`${PAGE} asks for no worker (${WORKER.source}).`);
  const links = FIRST.map(
    (name) =>
      `<link rel="preload" as="fetch" crossorigin href="${base}/${INDEX_FOLDER}/${pointer.folder}/${name}.bin">`,
  ).join('');
  return html
    .replace(PLACE, () => ` name="wian-search" content="${escaped({ index: pointer, worker })}"`)
    .replace('</head>', () => `${links}</head>`);
};

/** Tells the search page of a built portal which index is in force; its worker would ask for index.json otherwise. */
export const announceIndex = async (folder: string, pointer: IndexPointer): Promise<void> => {
  const path = join(folder, PAGE);
  const html = withIndex(await readFile(path, 'utf8'), await readPortalBase(folder), pointer);
  // Not in place: another portal may have the same file under a name of its own.
  const next = `${path}.${randomUUID()}`;
  await writeFile(next, html);
  await rename(next, path);
};
