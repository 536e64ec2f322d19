/** The module that clients of Pagefind import: its documented functions over one instance, and `createInstance`. */
import { EngineLink } from './engine-link.ts';
import { PagefindInstance, type PagefindResults, type SearchOptions } from './instance.ts';

type Options = Readonly<Record<string, unknown>>;

const BUNDLE = new URL('./', import.meta.url).href;
// Beside this file, under whatever base the site is; no bundler is to resolve it.
const ENGINE = new URL('pagefind-worker.js', BUNDLE).href;

const warn = (what: string): void => console.warn(`Pagefind (Wian): ${what}`);

const startEngine = {
  startWorker: () => new Worker(ENGINE, { type: 'module' }),
  importEngine: () => import(/* @vite-ignore */ ENGINE),
};

const around = () => ({
  page: document.baseURI,
  language: document.documentElement.lang || 'unknown',
  warn,
  log: (what: string) => console.log(`Pagefind (Wian): ${what}`),
  now: () => performance.now(),
  wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
});

/** A search of its own, with its own options and merged indexes. */
export const createInstance = (given?: Options): PagefindInstance => {
  const chosen = given ?? {};
  const link = new EngineLink(startEngine, { noWorker: chosen.noWorker === true });
  return new PagefindInstance(link, around(), BUNDLE, chosen);
};

let instance: PagefindInstance | undefined;
let chosen: Options = {};

const theInstance = (): PagefindInstance => {
  instance ??= createInstance(chosen);
  return instance;
};

/** Sets options; they count from the next search on. */
export const options = async (given: Options): Promise<void> => {
  chosen = { ...chosen, ...given };
  await instance?.options(given);
};

/** Loads the index, which the first search would do otherwise. */
export const init = async (): Promise<void> => theInstance().init();

/** Ends the shared instance and forgets its options. */
export const destroy = async (): Promise<void> => {
  await instance?.destroy();
  instance = undefined;
  chosen = {};
};

/** Adds the index of another site to the searches; `path` is the folder of its bundle. */
export const mergeIndex = async (path: string, given?: Options): Promise<void> =>
  theInstance().mergeIndex(path, given);

/** Searches; a null term gives all pages that the filters leave. */
export const search = async (
  term: string | null,
  given?: SearchOptions,
): Promise<PagefindResults> => theInstance().search(term, given);

/** Searches once no other call has come for so many milliseconds; null where one has. */
export const debouncedSearch = async (
  term: string | null,
  given?: SearchOptions,
  milliseconds?: number,
): Promise<PagefindResults | null> => theInstance().debouncedSearch(term, given, milliseconds);

/** Fetches what a search for the term would need, and returns nothing. */
export const preload = async (term: string | null, given?: SearchOptions): Promise<void> =>
  theInstance().preload(term, given);

/** The filters with how many pages each value has. */
export const filters = async () => theInstance().filters();
