/** An answer of a web server, as far as it is checked. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** One promise of a configuration file: what is asked, and what is wrong with the answer (null: nothing). */
export interface Check {
  readonly promise: string;
  /** Path within the portal; null for the root of the host. */
  readonly path: string | null;
  readonly request?: Readonly<Record<string, string>>;
  readonly fault: (answer: Answer, base: string) => string | null;
}

/** Files of the portal that the checks request. */
export interface Samples {
  readonly script: string;
  readonly style: string;
  readonly indexPart: string;
  readonly code: string;
  /** Folder of a page with files beside it: `/circulars/2567/id/`. */
  readonly page: string;
}

/** Names of files beside a page that the script makes up, by what they are to be served as. */
export const PROBES = {
  open: ['probe.pdf', 'probe.PDF'],
  sandboxed: ['probe', 'probe.txt', 'probe.docx', 'probe.csv', 'probe ก.txt'],
  runnable: ['probe.svg', 'probe.SVG', 'probe.js', 'probe.htm', 'probe.xhtml', 'probe.xml'],
} as const;

const IMMUTABLE = 'public, max-age=31536000, immutable';
const SANDBOX = "sandbox; default-src 'none'";

const all =
  (...faults: ((answer: Answer, base: string) => string | null)[]): Check['fault'] =>
  (answer, base) =>
    faults.map((fault) => fault(answer, base)).find((fault) => fault !== null) ?? null;

const status =
  (expected: number): Check['fault'] =>
  ({ status: found }) =>
    found === expected ? null : `status ${found}, not ${expected}`;

const movedForGood: Check['fault'] = ({ status: found }) =>
  found === 301 || found === 308 ? null : `status ${found}, not 301 or 308`;

const header =
  (name: string, expected: string | undefined): Check['fault'] =>
  ({ headers }) =>
    headers[name] === expected ? null : `${name}: ${headers[name]}, not ${expected}`;

const type =
  (expected: string): Check['fault'] =>
  ({ headers }) =>
    (headers['content-type'] ?? '').toLowerCase().replace('; ', ';') === expected
      ? null
      : `content-type: ${headers['content-type']}, not ${expected}`;

const leadsTo =
  (path: string): Check['fault'] =>
  ({ headers }, base) => {
    const to = headers.location?.replace(/^https?:\/\/[^/]+/, '');
    return to === base + path ? null : `location: ${headers.location}, not ${base}${path}`;
  };

const SAFE = all(
  header('x-content-type-options', 'nosniff'),
  header('x-frame-options', 'DENY'),
  header('referrer-policy', 'same-origin'),
);
const GZIP = { 'accept-encoding': 'gzip' };
const compressed = all(status(200), header('content-encoding', 'gzip'), ({ headers }) =>
  /accept-encoding/i.test(headers.vary ?? '') ? null : `vary: ${headers.vary}`,
);
const saysNotFound: Check['fault'] = ({ body }) =>
  Buffer.from(body).includes('data-code-box="lost"') ? null : 'not the page of the portal';

/** Everything that a configuration file promises of a portal. */
export const checksOf = (samples: Samples): Check[] => {
  const { script, style, indexPart, code, page } = samples;
  const small = code.toLowerCase();
  const beside = (name: string) => page + encodeURIComponent(name);
  const page200 = all(status(200), type('text/html;charset=utf-8'), SAFE);
  const noHeaders = all(
    header('content-security-policy', undefined),
    header('content-disposition', undefined),
  );
  const sandboxed = all(status(200), SAFE, header('content-security-policy', SANDBOX));
  return [
    { promise: 'home page', path: '/', fault: page200 },
    {
      promise: 'page, asked for anew each time',
      path: page,
      fault: all(page200, header('cache-control', 'no-cache'), noHeaders),
    },
    {
      promise: 'page without its slash',
      path: page.slice(0, -1),
      fault: all(movedForGood, leadsTo(page)),
    },
    { promise: 'page, compressed', path: page, request: GZIP, fault: compressed },
    {
      promise: 'script, kept for a year',
      path: script,
      fault: all(
        status(200),
        type('text/javascript;charset=utf-8'),
        SAFE,
        header('cache-control', IMMUTABLE),
      ),
    },
    { promise: 'script, compressed', path: script, request: GZIP, fault: compressed },
    {
      promise: 'style, kept for a year',
      path: style,
      fault: all(status(200), type('text/css;charset=utf-8'), header('cache-control', IMMUTABLE)),
    },
    {
      promise: 'part of the index, kept for a year',
      path: indexPart,
      fault: all(status(200), header('cache-control', IMMUTABLE)),
    },
    {
      promise: 'entry of the index, asked for anew',
      path: '/search-index/index.json',
      fault: all(status(200), header('cache-control', 'no-cache')),
    },
    {
      promise: 'worker, asked for anew',
      path: '/sw.js',
      fault: all(
        status(200),
        type('text/javascript;charset=utf-8'),
        SAFE,
        header('cache-control', 'no-cache'),
      ),
    },
    {
      promise: 'manifest, asked for anew',
      path: '/manifest.webmanifest',
      fault: all(
        status(200),
        type('application/manifest+json;charset=utf-8'),
        header('cache-control', 'no-cache'),
      ),
    },
    {
      promise: 'list of what can be kept, asked for anew',
      path: '/offline/files/index.json',
      fault: all(
        status(200),
        type('application/json;charset=utf-8'),
        header('cache-control', 'no-cache'),
      ),
    },
    {
      promise: 'script that is gone, not kept',
      path: '/_astro/gone.js',
      fault: all(status(404), header('cache-control', 'no-cache')),
    },
    {
      promise: 'feed',
      path: '/feeds/all/rss.xml',
      fault: all(
        status(200),
        type('application/xml;charset=utf-8'),
        header('cache-control', 'no-cache'),
      ),
    },
    { promise: 'feed, compressed', path: '/feeds/all/rss.xml', request: GZIP, fault: compressed },
    {
      promise: 'data',
      path: '/api/v1/index.json',
      fault: all(status(200), type('application/json;charset=utf-8'), noHeaders),
    },
    {
      promise: 'table',
      path: '/api/v1/circulars.csv',
      fault: all(status(200), type('text/csv;charset=utf-8')),
    },
    { promise: 'picture of the portal', path: '/favicon.svg', fault: all(status(200), noHeaders) },
    {
      promise: 'what is not there',
      path: '/none/',
      fault: all(
        status(404),
        type('text/html;charset=utf-8'),
        SAFE,
        header('cache-control', 'no-cache'),
        saysNotFound,
      ),
    },
    {
      promise: 'file beside a page that is not there',
      path: `${page}none.txt`,
      fault: all(status(404), noHeaders, saysNotFound),
    },
    {
      promise: 'hidden file',
      path: '/.wian-build.json',
      fault: ({ status: found }) => (found === 404 || found === 403 ? null : `status ${found}`),
    },
    ...[
      { path: '/embed.js', code: 200 },
      { path: '/api/v1/index.json', code: 200 },
      { path: '/api/v1/circulars.csv', code: 200 },
      { path: '/feeds/all/rss.xml', code: 200 },
      { path: '/api/v1/none.json', code: 404 },
    ].map(({ path, code: expected }) => ({
      promise: `other sites may read ${path}`,
      path,
      fault: all(status(expected), header('access-control-allow-origin', '*')),
    })),
    ...['/', page, style, '/search-index/index.json', '/none/'].map((path) => ({
      promise: `other sites may not read ${path}`,
      path,
      fault: header('access-control-allow-origin', undefined),
    })),
    {
      promise: 'page that other sites show in a frame',
      path: '/embed/circular/',
      fault: all(status(200), header('x-frame-options', undefined)),
    },
    { promise: 'code', path: `/q/${code}/`, fault: page200 },
    {
      promise: 'code without its slash',
      path: `/q/${code}`,
      fault: all(movedForGood, leadsTo(`/q/${code}/`)),
    },
    {
      promise: 'code in small letters',
      path: `/q/${small}/`,
      fault: all(status(302), leadsTo(`/q/${code}/`)),
    },
    {
      promise: 'code in small letters without its slash',
      path: `/q/${small}`,
      fault: all(status(302), leadsTo(`/q/${code}/`)),
    },
    {
      promise: 'code under a capital Q',
      path: `/Q/${code}/`,
      fault: all(status(302), leadsTo(`/q/${code}/`)),
    },
    {
      promise: 'code of an attachment in small letters',
      path: `/q/${small}/2/`,
      fault: all(status(302), leadsTo(`/q/${code}/2/`)),
    },
    { promise: 'something else under /q/', path: '/q/abc/', fault: status(404) },
    ...PROBES.open.map((name) => ({
      promise: `beside a page: ${name}`,
      path: beside(name),
      fault: all(status(200), SAFE, noHeaders, header('cache-control', 'no-cache')),
    })),
    ...PROBES.sandboxed.map((name) => ({
      promise: `beside a page: ${name}`,
      path: beside(name),
      fault: all(sandboxed, header('content-disposition', undefined)),
    })),
    ...PROBES.runnable.map((name) => ({
      promise: `beside a page: ${name}`,
      path: beside(name),
      fault: all(sandboxed, header('content-disposition', 'attachment')),
    })),
  ];
};
