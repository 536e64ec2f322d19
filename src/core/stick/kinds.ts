/** What becomes of a file of the portal on a stick. */
export type StickKind =
  /** Written with relative links. */
  | 'page'
  | 'style'
  /** Bundled with what it imports, under another name. */
  | 'script'
  /** What scripts fetch online: written as a script that hands it over. */
  | 'data'
  /** As it is. */
  | 'file'
  /** Only of use on a host: feeds to subscribe to, parts for other sites, what machines look for, what keeps pages. */
  | 'left-out';

const LEFT_OUT =
  /^(?:(?:embed|feeds|pagefind|cards|offline|icons)\/|_astro\/OfflinePage\.|404\.html$|opensearch\.xml$|robots\.txt$|sitemap[^/]*\.xml$|[^/]*\.(?:js|webmanifest)$|\.)/;
const FETCHED = /^(?!api\/).*\.json$|^search-index\/.*\.bin$|^_astro\/.*\.(?:wasm|woff)$/;

/** The kind of a file of the portal, by its path. */
export const stickKind = (path: string): StickKind => {
  if (LEFT_OUT.test(path)) return 'left-out';
  if (path.endsWith('.html')) return 'page';
  if (path.startsWith('_astro/') && path.endsWith('.css')) return 'style';
  if (path.startsWith('_astro/') && path.endsWith('.js')) return 'script';
  return FETCHED.test(path) ? 'data' : 'file';
};

/** Where an older or newer stick has the same index of search: only its own is on it. */
export const isIndexFile = (path: string): boolean => path.startsWith('search-index/');
