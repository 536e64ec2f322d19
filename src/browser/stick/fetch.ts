import { bundleOf, dataPlaceOf } from '#core/stick/index-bundle.ts';
import { readBundled, readData } from './data-scripts.ts';
import { noteRead } from './lost.ts';
import { isHere, pathOf, placeOf } from './places.ts';

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  wasm: 'application/wasm',
  html: 'text/html',
};

const typeOf = (path: string): string =>
  TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

const notThere = (): Response => new Response(null, { status: 404 });

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The data of a file; null where it should be there and can't be read, undefined where there is none. */
const dataOf = (path: string) => {
  const bundle = bundleOf(path);
  const address = `${placeOf(dataPlaceOf(path))}.js`;
  return bundle === null ? readData(path, address) : readBundled(bundle, nameIn(path), address);
};

/**
 * Stands in for `fetch` where pages are files: what is requested comes from data scripts. Answers with 404 for what is not
 * on the stick, and rejects, as a broken connection does, for what should be there and can't be read.
 */
export const stickFetch = async (
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> => {
  const address = input instanceof Request ? input.url : input;
  const path = pathOf(address);
  if (path === null) throw new TypeError(`${address} is not on this stick`);
  init.signal?.throwIfAborted();
  if ((await isHere(dataPlaceOf(path))) === false) return notThere();
  const headers = { 'content-type': typeOf(path) };
  if (init.method === 'HEAD' || path.endsWith('.html')) return new Response(null, { headers });
  const data = await dataOf(path);
  noteRead(`${dataPlaceOf(path)}.js`, data !== null);
  init.signal?.throwIfAborted();
  if (data === undefined) return notThere();
  if (data === null) throw new TypeError(`${path} is missing on this stick, or damaged`);
  return new Response(data, { headers });
};
