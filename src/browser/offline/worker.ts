import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst, NetworkOnly } from 'workbox-strategies';
import { pathBelow, storedAddress } from '#core/offline/address.ts';
import { withNote } from '#core/offline/kept-note.ts';
import { isNotToBeStored } from '#core/offline/no-store.ts';
import { ASSET_LIMITS, newest, planEviction, SEEN_LIMITS } from '#core/offline/seen.ts';
import { namedAssets, STORED_FIRST, storedFirst } from '#core/offline/stored-first.ts';
import {
  DOWNLOAD_HEADER,
  entriesOf,
  isHtml,
  matchIn,
  storable,
  storedAt,
  storeNames,
} from './stores.ts';
import type { WorkerMessage, WorkerSettings } from './worker-settings.ts';

/** Stands before the worker in its file. */
declare const WORKER_SETTINGS: WorkerSettings;

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
/** Of a worker's global scope what is used here: the types of a page, which all other scripts have, do not know it. */
declare const self: {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', call: (event: LastingEvent) => void): void;
  addEventListener(
    type: 'message',
    call: (event: LastingEvent & { readonly data: WorkerMessage }) => void,
  ): void;
};

const { base, frame, fallback, language, notes } = WORKER_SETTINGS;
const STORES = storeNames(base);
const ROOT = `${self.location.origin}${base}/`;

/** Seconds after which a page that is stored is shown rather than waited for. */
const PATIENCE = 4;

/** Requests for these go to the network alone: lists must be today's, and what is for other programs is not for here. */
const NETWORK_ALONE = /^(?:api|calendar|cards|embed|feeds|offline\/files|pagefind)\/|^sw\.js$/;

const evict = async (name: string, limits: typeof SEEN_LIMITS): Promise<void> => {
  const cache = await caches.open(name);
  const needed = new Set(frame.map((path) => storedAddress(ROOT + path)));
  for (const address of planEviction(await entriesOf(cache), limits, needed)) {
    await cache.delete(address);
  }
};

const dayFormat = new Intl.DateTimeFormat(
  language === 'th' ? 'th-TH-u-ca-buddhist-nu-latn' : 'en-GB',
  { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Asia/Bangkok' },
);

/** The day on which a copy was stored, in words. */
const dayOf = (copy: Response): string => `${notes.stored} ${dayFormat.format(storedAt(copy))}`;

const noteOn = async (response: Response, note: string, day: string | null): Promise<Response> => {
  const html = withNote(await response.text(), note, day);
  return new Response(html, { status: response.status, headers: response.headers });
};

/** The newest of what was opened and what was asked to be kept. */
const storedCopy = async (address: string): Promise<Response | undefined> => {
  const found = await Promise.all([STORES.seen, STORES.kept].map((name) => matchIn(name, address)));
  const copies = found.flatMap((response) =>
    response ? [{ response, at: storedAt(response) }] : [],
  );
  return newest(copies)?.response;
};

/** What a server says when it has trouble, for which a stored copy is better; of a page that is never stored it says itself what. */
const isTrouble = (response: Response): boolean =>
  response.status >= 500 && !isNotToBeStored(response.headers.get('cache-control'));
/** What a server says of a file that is withdrawn, of which no copy may stay. */
const isGone = ({ status }: Response): boolean => status === 404 || status === 410;

const forget = async (address: string): Promise<void> => {
  for (const name of [STORES.seen, STORES.kept]) {
    await (await caches.open(name)).delete(storedAddress(address));
  }
};

const withBody = async (
  response: Response,
  mayStore: (response: Response) => boolean,
  largest: number,
): Promise<Response | null> => {
  if (response.status !== 200 || response.type !== 'basic' || !mayStore(response)) return null;
  // Pages of a member, which the next who uses this browser must not find.
  if (isNotToBeStored(response.headers.get('cache-control'))) return null;
  const body = await response.clone().arrayBuffer();
  return body.byteLength > largest ? null : storable(response, body, Date.now());
};

const storedKey = async ({ request }: { request: Request }) => storedAddress(request.url);

/** The network first, else what is stored. `mayStore`: whether a file is kept because it was opened. */
const networkFirst = (mayStore: (response: Response) => boolean, isPage: boolean) =>
  new NetworkFirst({
    cacheName: STORES.seen,
    networkTimeoutSeconds: PATIENCE,
    plugins: [
      {
        cacheKeyWillBeUsed: storedKey,
        fetchDidSucceed: async ({ request, response }) => {
          if (isTrouble(response)) throw new Error(`${request.url}: status ${response.status}`);
          if (isGone(response)) await forget(request.url);
          return response;
        },
        cacheWillUpdate: ({ response }) => withBody(response, mayStore, SEEN_LIMITS.largest),
        cacheDidUpdate: () => evict(STORES.seen, SEEN_LIMITS),
        cachedResponseWillBeUsed: async ({ request }) => {
          const copy = await storedCopy(request.url);
          return copy && isPage && isHtml(copy) ? noteOn(copy, notes.kept, dayOf(copy)) : copy;
        },
      },
    ],
  });

const PAGE_DATA = /^(?:application\/json|image\/(?:svg\+xml|png))/;
const isPageData = (response: Response): boolean =>
  PAGE_DATA.test(response.headers.get('content-type') ?? '') &&
  // Attachments are files of others, and kept only where somebody asks for them.
  !response.headers.has('content-security-policy');

const assets = new CacheFirst({
  cacheName: STORES.assets,
  plugins: [
    {
      cacheKeyWillBeUsed: storedKey,
      cacheWillUpdate: ({ response }) => withBody(response, () => true, ASSET_LIMITS.largest),
      cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
        cachedResponse ?? (await matchIn(STORES.kept, request.url)),
    },
  ],
});

/** Parts of the search index are in a folder that bears their digest. They are kept only where somebody asks for them. */
const indexParts = new NetworkOnly();

type Route = 'page' | 'stored-first' | 'asset' | 'index' | 'other' | null;

const routeOf = (request: Request): Route => {
  const path = pathBelow(ROOT, request.url);
  if (path === null || request.method !== 'GET' || request.headers.has(DOWNLOAD_HEADER))
    return null;
  if (request.mode === 'navigate') {
    // Whoever loads a page again asks for a newer one.
    const isReload = request.cache !== 'default';
    return storedAddress(request.url) === ROOT + STORED_FIRST && !isReload
      ? 'stored-first'
      : 'page';
  }
  if (NETWORK_ALONE.test(path) || request.cache === 'no-store') return null;
  if (path.startsWith('_astro/')) return 'asset';
  return /^search-index\/[0-9a-f]+\//.test(path) ? 'index' : 'other';
};

const on =
  (route: Route) =>
  ({ request }: { request: Request }) =>
    routeOf(request) === route;

const pages = networkFirst(isHtml, true);

/** The stored copy of a page, where all that it needs is stored too. */
const wholeCopy = async (address: string): Promise<Response | undefined> => {
  const copy = await storedCopy(address);
  if (!copy || !isHtml(copy)) return undefined;
  const html = await copy.text();
  const stores = [STORES.assets, STORES.kept];
  const hasAsset = async (path: string): Promise<boolean> => {
    const found = await Promise.all(stores.map((name) => matchIn(name, ROOT + path)));
    return found.some((asset) => asset !== undefined);
  };
  const hasAssets = await Promise.all(namedAssets(html).map(hasAsset));
  if (hasAssets.includes(false)) return undefined;
  return new Response(storedFirst(html, notes.kept, dayOf(copy)), { headers: copy.headers });
};

registerRoute(on('page'), pages);
registerRoute(on('stored-first'), async (options) => {
  const copy = await wholeCopy(options.request.url);
  if (!copy) return pages.handle(options);
  // What comes is stored for the next time.
  options.event.waitUntil(Promise.allSettled(pages.handleAll(options)));
  return copy;
});
registerRoute(on('asset'), assets);
registerRoute(on('index'), async (options) => {
  const kept = await matchIn(STORES.kept, options.request.url);
  return kept ?? indexParts.handle(options);
});
registerRoute(on('other'), networkFirst(isPageData, false));

setCatchHandler(async ({ request }) => {
  if (request.mode !== 'navigate') return Response.error();
  // Codes are printed without the slash with which pages are kept, and no server is there to add it.
  const { origin, pathname } = new URL(request.url);
  const withSlash = `${origin}${pathname}/`;
  if (!pathname.endsWith('/') && (await storedCopy(withSlash))) return Response.redirect(withSlash);
  const page = await matchIn(STORES.assets, ROOT + fallback);
  if (!page) return Response.error();
  const { headers } = page;
  return noteOn(new Response(page.body, { status: 503, headers }), notes.missing, null);
});

const fetchTwice = async (address: string): Promise<Response> => {
  const ask = () => fetch(address, { cache: 'no-cache' });
  const response = await ask().catch(ask);
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  return response;
};

const storeFrame = async (): Promise<void> => {
  const cache = await caches.open(STORES.assets);
  for (const path of frame) {
    const address = storedAddress(ROOT + path);
    // Names below _astro/ bear a digest, so that what is stored is right; a page is not.
    if (path.startsWith('_astro/') && (await cache.match(address))) continue;
    const response = await fetchTwice(address);
    await cache.put(address, storable(response, await response.arrayBuffer(), Date.now()));
  }
};

/** Stores the page that was open before this worker was there, as if it had come by way of it. */
const storeOpened = async (page: string, files: readonly string[]): Promise<void> => {
  if (pathBelow(ROOT, page) === null) return;
  const seen = await caches.open(STORES.seen);
  const response = await fetchTwice(page);
  const stored = await withBody(response, isHtml, SEEN_LIMITS.largest);
  if (stored) await seen.put(storedAddress(page), stored);
  const cache = await caches.open(STORES.assets);
  for (const file of files) {
    const address = storedAddress(file);
    if (!pathBelow(ROOT, address)?.startsWith('_astro/') || (await cache.match(address))) continue;
    const answer = await fetch(address);
    const asset = await withBody(answer, () => true, ASSET_LIMITS.largest);
    if (asset) await cache.put(address, asset);
  }
};

self.addEventListener('install', (event) => event.waitUntil(storeFrame()));
self.addEventListener('activate', (event) =>
  event.waitUntil(evict(STORES.assets, ASSET_LIMITS).then(() => self.clients.claim())),
);
self.addEventListener('message', (event) => {
  const message = event.data;
  if (message.type === 'take-over') event.waitUntil(self.skipWaiting());
  else if (message.type === 'opened') event.waitUntil(storeOpened(message.page, message.assets));
});
