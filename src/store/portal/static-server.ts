import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import { attachmentHeaders } from './attachment-headers.ts';
import { crossOriginHeaders } from './cross-origin.ts';
import { keepBytes } from './kept-bytes.ts';
import { readPortalBase } from './portal-base.ts';
import { isToBeShown } from './shown-page.ts';
import { findStaticFile, isCompressible, mediaType, type StaticAnswer } from './static-files.ts';

type FoundFile = Extract<StaticAnswer, { kind: 'file' }>;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Below this size compressing costs more than it saves. */
const WORTH_COMPRESSING = 1024;

const COMPRESSORS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: () => createGzip({ level: 6 }),
} as const;
type Coding = keyof typeof COMPRESSORS;

const acceptedCoding = (request: IncomingMessage): Coding | null => {
  const header = String(request.headers['accept-encoding'] ?? '');
  const accepted = header
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  return (['br', 'gzip'] as const).find((coding) => accepted.includes(coding)) ?? null;
};

const SAFETY = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

// Names under _astro/ carry a hash of their content, and folders of the search index one of all its files.
const HASHED = /^\/(?:_astro|search-index\/[0-9a-f]{12})\//;
const SCRIPTS_AND_STYLES = /^\/_astro\/[^/]+\.(?:js|css)$/;
const cachingOf = (pathname: string): string =>
  HASHED.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache';

const sendText = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, {
    ...SAFETY,
    'x-frame-options': 'DENY',
    'content-type': 'text/plain; charset=utf-8',
  });
  response.end(`${text}\n`);
};

/** Scripts and styles are compressed as well as it goes: their names change with what is in them. */
const compressors: Readonly<Record<Coding | 'best', (bytes: Buffer) => Promise<Buffer>>> = {
  best: (bytes) => brotli(bytes),
  br: (bytes) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes) => zip(bytes, { level: 6 }),
};
/** Compressed files of all servers of this process: those of a portal of some thousand pages, which readers ask for often. */
const compressed = keepBytes(32 * 1024 * 1024);
/** Larger files are compressed as they are read. */
const MOST_KEPT = 1024 * 1024;

/** A reader of the host's root, where no portal stands; the way there may change with the next build. */
const sendToBase = (response: ServerResponse, base: string): void => {
  response.writeHead(302, { ...SAFETY, location: `${base}/`, 'cache-control': 'no-cache' }).end();
};

/** Sends a page that is not as it was built. */
const sendAltered = async (
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  page: string,
): Promise<void> => {
  const coding = acceptedCoding(request);
  const tag = `W/"${createHash('sha256').update(page).digest('base64url').slice(0, 16)}"`;
  const headers = {
    ...SAFETY,
    ...crossOriginHeaders(pathname),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    vary: 'accept-encoding, sec-fetch-dest, sec-fetch-mode',
    etag: tag,
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  const plain = Buffer.from(page);
  const bytes = coding === 'br' ? await brotli(plain, QUICK) : plain;
  const body = coding === 'gzip' ? await zip(plain) : bytes;
  response.writeHead(200, {
    ...headers,
    ...(coding ? { 'content-encoding': coding } : {}),
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
};

/**
 * Gives a page of the portal another form for those who ask for it; null leaves it as it was built. `pathname` is its path
 * on the portal, as `/faq/otp-where/`.
 */
export type AlterPage = (
  pathname: string,
  readPage: () => Promise<string>,
) => Promise<string | null>;

const sendFile = async (
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  file: FoundFile,
  status: number,
  alter?: AlterPage,
): Promise<void> => {
  const type = mediaType(file.path);
  // What a worker fetches to keep has to be what was built, by its digest.
  if (alter && status === 200 && type.startsWith('text/html') && isToBeShown(request.headers)) {
    const altered = await alter(pathname, () => readFile(file.path, 'utf8'));
    if (altered !== null) return sendAltered(request, response, pathname, altered);
  }
  const mayCompress = isCompressible(type) && file.size >= WORTH_COMPRESSING;
  const coding = mayCompress ? acceptedCoding(request) : null;
  const tag = `W/"${file.size.toString(16)}-${Math.round(file.modified).toString(16)}"`;
  const headers = {
    ...SAFETY,
    ...crossOriginHeaders(pathname),
    'content-type': type,
    ...(status === 200 ? attachmentHeaders(decodeURIComponent(pathname)) : {}),
    'cache-control': status === 200 ? cachingOf(pathname) : 'no-cache',
    ...(mayCompress ? { vary: 'accept-encoding' } : {}),
    ...(status === 200 ? { etag: tag } : {}),
  };
  if (status === 200 && request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  if (coding && request.method === 'GET' && file.size <= MOST_KEPT) {
    const how = coding === 'br' && SCRIPTS_AND_STYLES.test(pathname) ? 'best' : coding;
    const bytes = await compressed(`${how} ${tag} ${file.path}`, async () =>
      compressors[how](await readFile(file.path)),
    );
    const coded = { 'content-encoding': coding, 'content-length': bytes.length };
    response.writeHead(status, { ...headers, ...coded }).end(bytes);
    return;
  }
  const size = coding ? { 'content-encoding': coding } : { 'content-length': file.size };
  response.writeHead(status, { ...headers, ...size });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const source = createReadStream(file.path);
  await (coding ? pipeline(source, COMPRESSORS[coding](), response) : pipeline(source, response));
};

/** Folders of portals: the one that is served, and the one that this server served before it. */
interface Portals {
  readonly live: string;
  /** The path under which its pages expect to be served; see portal-base.ts. */
  readonly base: string;
  readonly former: string | null;
}

const answerRequest = async (
  { live: folder, base, former }: Portals,
  request: IncomingMessage,
  response: ServerResponse,
  alter?: AlterPage,
): Promise<void> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    sendText(response, 405, 'Only GET and HEAD are served here.');
    return;
  }
  const [asked = '/', query] = (request.url ?? '/').split('?');
  if (base !== '' && (asked === '/' || asked === base)) return sendToBase(response, base);
  if (base !== '' && !asked.startsWith(`${base}/`)) {
    return sendText(response, 404, `This portal stands at ${base}/.`);
  }
  const pathname = asked.slice(base.length);
  let answer = await findStaticFile(folder, pathname);
  if (answer.kind === 'missing' && former !== null && HASHED.test(pathname)) {
    answer = await findStaticFile(former, pathname);
  }
  if (answer.kind === 'file') return sendFile(request, response, pathname, answer, 200, alter);
  if (answer.kind === 'redirect') {
    const to = base + answer.to;
    const location = query === undefined ? to : `${to}?${query}`;
    response.writeHead(301, { ...SAFETY, location }).end();
    return;
  }
  if (answer.kind === 'malformed') return sendText(response, 400, 'This is not an address.');
  const page = await findStaticFile(folder, '/404.html');
  if (page.kind === 'file') return sendFile(request, response, pathname, page, 404);
  return sendText(response, 404, 'Not found.');
};

/** What a stream says when the reader went away before the end, or before the beginning. */
const READER_GONE: ReadonlySet<string> = new Set([
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_UNABLE_TO_PIPE',
]);

/**
 * Finds the folder for each request: a portal is a link, and what one request reads must lie in one portal. Files whose names
 * carry a hash are also found in the portal before, for pages that were opened from it.
 */
const portalFinder = (served: Served) => {
  let live: string | null = null;
  let former: string | null = null;
  let base = '';
  return async (): Promise<Portals | null> => {
    if (served.folder === null) return null;
    const folder = await realpath(served.folder).catch((error: NodeJS.ErrnoException) => {
      // Where there are no links it is away for a moment while a new one takes its place.
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (folder === null) return null;
    if (folder !== live) {
      base = await readPortalBase(folder);
      if (folder !== live) [former, live] = [live, folder];
    }
    return { live: folder, base, former };
  };
};

/** The folder that is served, which may become known only later. */
export interface Served {
  /** Absolute path; null while there is nothing to serve yet. */
  folder: string | null;
}

/**
 * An HTTP server of a built portal, under the path that it was built for; it still has to listen. `report` hears of faults
 * of the machine, `alter` changes pages for those who read them.
 */
export const createStaticServer = (
  served: Served,
  report: (fault: Error) => void,
  alter?: AlterPage,
): Server => {
  const findPortals = portalFinder(served);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const portals = await findPortals();
    if (portals !== null) return answerRequest(portals, request, response, alter);
    response.setHeader('retry-after', '5');
    sendText(response, 503, 'The portal is being built. Try again in a moment.');
  };
  return createServer((request, response) => {
    answer(request, response).catch((error: NodeJS.ErrnoException) => {
      if (READER_GONE.has(error.code ?? '')) return;
      report(error);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'The server could not read this page.');
    });
  });
};
