import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchDocument } from '#core/search/document.ts';
import { readBuiltPage } from './built-page.ts';

/** Every page of a built site that is to be found, in the order of their addresses, so that one site gives one index. */
export const readBuiltSite = async (folder: string): Promise<SearchDocument[]> => {
  const names: string[] = [];
  for await (const name of glob('**/*.html', { cwd: folder }))
    names.push(name.replaceAll('\\', '/'));
  const documents: SearchDocument[] = [];
  for (const name of names.sort()) {
    const url = `/${name.replace(/(^|\/)index\.html$/, '$1')}`;
    const html = await readFile(join(folder, name), 'utf8');
    // Most pages of a portal only lead to others: they are not worth parsing.
    const document = html.includes('data-pagefind-body') ? readBuiltPage(html, url) : null;
    if (document) documents.push(document);
  }
  return documents;
};
