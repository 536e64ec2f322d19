import { type IndexPointer, isPointer } from '#core/search/stored-page.ts';

/** What the page that searches names in its head, once its portal is built. */
export interface SearchHead {
  /** The index that was in force when the page was made. */
  readonly index: IndexPointer;
  /** Address of the script of the worker. */
  readonly worker: string;
  /** The page is a copy that is shown before the portal was asked (src/core/offline/stored-first.ts). */
  readonly isStoredFirst: boolean;
}

/** What the head of this page names; null where it names nothing, as on other pages and while the site is made. */
export const searchHead = (): SearchHead | null => {
  const content = document.querySelector<HTMLMetaElement>('meta[name=wian-search]')?.content;
  const named = content ? (JSON.parse(content) as Partial<SearchHead>) : null;
  if (!isPointer(named?.index) || typeof named.worker !== 'string') return null;
  const isStoredFirst = document.documentElement.dataset.storedFirst !== undefined;
  return { index: named.index, worker: named.worker, isStoredFirst };
};
