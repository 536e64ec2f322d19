import { BASE } from '../portal-base.ts';
import { isHtml, storedAt, storeNames } from './stores.ts';

/** A page that was opened and is stored. */
export interface OpenedPage {
  readonly href: string;
  readonly title: string;
}

const MOST = 30;

/** The pages that were opened last and are stored, the newest first. */
export const openedPages = async (): Promise<OpenedPage[]> => {
  const name = storeNames(BASE).seen;
  if (!(await caches.has(name))) return [];
  const cache = await caches.open(name);
  const found: { href: string; at: number; response: Response }[] = [];
  for (const { url } of await cache.keys()) {
    const response = await cache.match(url);
    if (response && isHtml(response)) found.push({ href: url, at: storedAt(response), response });
  }
  const last = found.sort((a, b) => b.at - a.at).slice(0, MOST);
  const parser = new DOMParser();
  return Promise.all(
    last.map(async ({ href, response }) => {
      const page = parser.parseFromString(await response.text(), 'text/html');
      return { href, title: page.querySelector('h1')?.textContent ?? page.title };
    }),
  );
};
