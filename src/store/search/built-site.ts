import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { SearchDocument } from '#core/search/document.ts';
import type { PortalFiles } from '../portal/kept-files.ts';
import { newCounter, takePaths } from '../portal/page-share.ts';
import { inThread } from '../thread.ts';
import { readBuiltPage } from './built-page.ts';
import type { SourcePage } from './index-plan.ts';
import type { IndexState } from './index-state.ts';

/** A page of a built site. */
export interface BuiltPage {
  /** Absolute path of its file. */
  readonly path: string;
  /** Address within the site. */
  readonly url: string;
}

/** What a second thread has to know to read pages. */
export interface PageReaderData {
  readonly pages: readonly BuiltPage[];
  /** The counter that both threads take from. */
  readonly taken: Int32Array;
}

/** From this many pages on reading takes longer than a second thread takes to begin. */
const WORTH_A_THREAD = 2000;

// Most pages of a portal only lead to others: they are not worth parsing, nor even decoding.
const MARK = Buffer.from('data-pagefind-body');

/**
 * What some pages have to be found by. They are read at once, as promises would leave the core idle for a third of the
 * time; and copied, as V8 keeps all HTML of which a document has a part.
 */
export const readPages = (pages: Iterable<BuiltPage>): SearchDocument[] => {
  const documents: SearchDocument[] = [];
  for (const { path, url } of pages) {
    const html = readFileSync(path);
    const document = html.includes(MARK) ? readBuiltPage(html.toString(), url) : null;
    if (document) documents.push(structuredClone(document));
  }
  return documents;
};

/** What some pages have to be found by, in no order; read in two threads where there are many. */
const readAll = async (pages: readonly BuiltPage[]): Promise<SearchDocument[]> => {
  if (pages.length < WORTH_A_THREAD || availableParallelism() < 2) return readPages(pages);
  const taken = newCounter();
  const data: PageReaderData = { pages, taken };
  const module = new URL('./built-site-thread.ts', import.meta.url);
  const others = inThread<SearchDocument[]>(module, data);
  return [...readPages(takePaths(pages, taken)), ...(await others)];
};

const urlOf = (name: string): string => `/${name.replace(/(^|\/)index\.html$/, '$1')}`;

/** Every page of a built site that is to be found, in the order of their addresses, so that one site gives one index. */
export const readBuiltSite = async (site: PortalFiles): Promise<SearchDocument[]> => {
  const pages = site.pages().map((name) => ({ path: site.pathOf(name), url: urlOf(name) }));
  const byUrl = new Map((await readAll(pages)).map((document) => [document.url, document]));
  return pages.flatMap(({ url }) => byUrl.get(url) ?? []);
};

/** Every page of a built site in the same order; those whose file is as it was in `last` are not read again. */
export const readChangedPages = async (
  site: PortalFiles,
  last: Pick<IndexState, 'files'> | null,
): Promise<SourcePage[]> => {
  const former = new Map(last?.files.map((known) => [known.file, known]));
  const looked = site.pages().map((file) => {
    const path = site.pathOf(file);
    const { size, mtimeMs: modified } = statSync(path);
    const known = former.get(file);
    const isSame = known?.size === size && known.modified === modified;
    return { file, size, modified, path, url: urlOf(file), known: isSame ? known : undefined };
  });
  const documents = await readAll(looked.filter(({ known }) => known === undefined));
  const byUrl = new Map(documents.map((document) => [document.url, document]));
  return looked.map(({ file, size, modified, url, known }) => {
    const read = { file, size, modified };
    if (known) return { ...read, content: known.content };
    return { ...read, document: byUrl.get(url) ?? null };
  });
};
