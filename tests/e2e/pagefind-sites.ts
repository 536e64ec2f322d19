import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listenOnLoopback } from '#store/portal/listen.ts';
import { findStaticFile, mediaType } from '#store/portal/static-files.ts';
import { readSite } from '../../scripts/search-index/read-site.ts';
import { writeBundle } from '../../scripts/search-index/write-bundle.ts';
import { portal } from './portal.ts';

/** Base path at which the portal stands for other sites. */
export const BASE = '/sub/path';

const PACKAGES = join(import.meta.dirname, '../../node_modules/@pagefind');

/** Pages that load a client of Pagefind from its own package, by their paths. */
const CLIENTS: Readonly<Record<string, string>> = {
  '/empty.html': '',
  '/default-ui.html': `<link rel="stylesheet" href="/packages/default-ui/css/ui.css"><div id="search"></div>
    <script type="module">import { PagefindUI } from '/packages/default-ui/npm_dist/mjs/ui-core.mjs'; window.PagefindUI = PagefindUI;</script>`,
  '/modular-ui.html': `<div id="input"></div><div id="summary"></div><div id="filter"></div><div id="results"></div>
    <script type="module">import * as ui from '/packages/modular-ui/npm_dist/mjs/modular-core.mjs'; window.PagefindModularUI = ui;</script>`,
  '/component-ui.html': `<link rel="stylesheet" href="/packages/component-ui/css/pagefind-component-ui.css">
    <pagefind-config bundle-path="${BASE}/pagefind/"></pagefind-config>
    <pagefind-input></pagefind-input><pagefind-summary></pagefind-summary><pagefind-results show-sub-results></pagefind-results>
    <script type="module" src="/packages/component-ui/npm_dist/mjs/component-ui.mjs"></script>`,
};

const sendPage = (response: ServerResponse, body: string): void => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><html lang="th"><head><title>ไซต์อื่น</title></head><body>${body}</body></html>`,
  );
};

/** Serves folders under path prefixes, and the client pages. With `cors` every other site may read them. */
const serve = async (folders: Readonly<Record<string, string>>, { cors }: { cors: boolean }) => {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.example');
    const client = CLIENTS[pathname];
    if (client !== undefined) return sendPage(response, client);
    const prefix = Object.keys(folders).find((one) => pathname.startsWith(`${one}/`));
    const found =
      prefix === undefined
        ? null
        : await findStaticFile(folders[prefix] as string, pathname.slice(prefix.length));
    if (found?.kind !== 'file') return response.writeHead(404).end();
    const headers = { 'content-type': mediaType(found.path) };
    response.writeHead(200, cors ? { ...headers, 'access-control-allow-origin': '*' } : headers);
    return response.end(readFileSync(found.path));
  });
  const port = await listenOnLoopback(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const PROVINCE_PAGES: Readonly<Record<string, string>> = {
  'index.html': '<h1>หน้าแรกของจังหวัดสมมติ</h1><p>ข่าวและคู่มือของจังหวัด</p>',
  'password/index.html':
    '<h1>ลืมรหัสผ่านของระบบจังหวัด</h1><p>แจ้งกลุ่มงานสารสนเทศของจังหวัดสมมติ</p><h2 id="where">ที่ไหน</h2><p>ชั้นสอง ศาลากลาง</p>',
};

/** A site of another office, which `npm run search-index` gave its search. */
const makeProvinceSite = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'wian-province-'));
  for (const [name, body] of Object.entries(PROVINCE_PAGES)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(
      join(folder, name),
      `<!doctype html><html lang="th"><head><title>จังหวัด</title></head><body><main data-pagefind-body>${body}</main></body></html>`,
    );
  }
  const bundle = join(folder, 'pagefind');
  await writeBundle(await readSite(folder, bundle), bundle);
  return folder;
};

/** An index that Pagefind itself made, as far as it is looked at. */
const makeForeignIndex = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'wian-foreign-'));
  const languages = { th: { hash: 'th_0000000000', wasm: null, page_count: 1 } };
  await writeFile(
    join(folder, 'pagefind-entry.json'),
    JSON.stringify({ version: '1.6.0', languages, include_characters: [] }),
  );
  return folder;
};

/** Two hosts: a site with client pages and the portal under {@link BASE}; and one of another office, open to others. */
export const startSites = async () => {
  const [province, foreign] = await Promise.all([makeProvinceSite(), makeForeignIndex()]);
  const own = await serve(
    { [BASE]: portal.folder, '/packages': PACKAGES, '/foreign': foreign },
    { cors: false },
  );
  const other = await serve({ '/province': province, '/portal': portal.folder }, { cors: true });
  return {
    own: own.url,
    other: other.url,
    stop: async () => {
      own.close();
      other.close();
      await Promise.all([province, foreign].map((folder) => rm(folder, { recursive: true })));
    },
  };
};
