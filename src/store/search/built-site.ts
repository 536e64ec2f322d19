import { readFile } from 'node:fs/promises';
import type { SearchDocument } from '#core/search/document.ts';
import type { PortalFiles } from '../portal/kept-files.ts';
import { readBuiltPage } from './built-page.ts';

/** Every page of a built site that is to be found, in the order of their addresses, so that one site gives one index. */
export const readBuiltSite = async (site: PortalFiles): Promise<SearchDocument[]> => {
  const documents: SearchDocument[] = [];
  for (const name of site.pages()) {
    const url = `/${name.replace(/(^|\/)index\.html$/, '$1')}`;
    const html = await readFile(site.pathOf(name), 'utf8');
    // Most pages of a portal only lead to others: they are not worth parsing.
    const document = html.includes('data-pagefind-body') ? readBuiltPage(html, url) : null;
    if (document) documents.push(document);
  }
  return documents;
};
