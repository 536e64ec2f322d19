import { storedAddress } from '#core/offline/address.ts';
import type { SeenEntry } from '#core/offline/seen.ts';

/** Names of what one portal stores; another portal of the same host, below another path, has others. */
export const storeNames = (base: string) => ({
  /** Styles, scripts and fonts, and the page that is shown in place of one that is not kept. */
  assets: `wian ${base}/ assets`,
  /** Pages that were opened, and their data. */
  seen: `wian ${base}/ seen`,
  /** What somebody asked to keep. */
  kept: `wian ${base}/ kept`,
});

/** Headers that a stored file bears besides its own. */
const AT = 'x-wian-at';
const BYTES = 'x-wian-bytes';

/** A download asks for a file by this header, by which the worker leaves the request alone. */
export const DOWNLOAD_HEADER = 'x-wian-download';

/** A response that can be stored: as it came, with when it came and how long it is. */
export const storable = (response: Response, body: ArrayBuffer, at: number): Response => {
  const headers = new Headers(response.headers);
  // The body is unpacked already.
  headers.delete('content-encoding');
  headers.delete('content-length');
  headers.set(AT, String(at));
  headers.set(BYTES, String(body.byteLength));
  return new Response(body, { status: 200, headers });
};

/** When a stored response was stored, in milliseconds since 1970. */
export const storedAt = (response: Response): number => Number(response.headers.get(AT) ?? 0);

/** Whether a response is an HTML page, by its content type. */
export const isHtml = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('text/html') ?? false;

/** Everything in a store, as far as eviction has to know it. */
export const entriesOf = async (cache: Cache): Promise<SeenEntry[]> => {
  const entries: SeenEntry[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    if (!response) continue;
    const bytes = Number(response.headers.get(BYTES) ?? 0);
    entries.push({ address: request.url, bytes, at: storedAt(response) });
  }
  return entries;
};

/** What is stored for an address in a store, whatever its query. */
export const matchIn = async (name: string, address: string): Promise<Response | undefined> =>
  (await caches.open(name)).match(storedAddress(address));
