import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenOnLoopback } from './listen.ts';
import { createStaticServer, type Served } from './static-server.ts';

const INDEXED = 'search-index/0123456789ab/start.bin';
const served: Served = { folder: null };
let server: Server;
let port: number;
let outside: string;

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'wian-static-'));
  const folder = join(outside, 'dist');
  await mkdir(join(folder, 'circulars/2567/a'), { recursive: true });
  await mkdir(join(folder, '_astro'), { recursive: true });
  await writeFile(join(outside, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'index.html'), '<h1>เวียน</h1>');
  await writeFile(join(folder, '404.html'), '<h1>ไม่พบหน้านี้</h1>');
  await writeFile(join(folder, '.wian-build.json'), '{}');
  await writeFile(join(folder, 'circulars/2567/a/index.html'), 'เนื้อหา '.repeat(400));
  await writeFile(join(folder, 'circulars/2567/a/form.pdf'), '%PDF-');
  await writeFile(join(folder, 'circulars/2567/a/drawing.svg'), '<svg/>');
  await writeFile(join(folder, '_astro/a.1234.css'), 'a{}');
  await writeFile(join(folder, '_astro/b.1234.js'), 'f(1);'.repeat(900));
  await mkdir(join(folder, dirname(INDEXED)), { recursive: true });
  await writeFile(join(folder, INDEXED), '');
  await writeFile(join(folder, 'search-index/index.json'), '{}');
  served.folder = folder;
  server = createStaticServer(served, (fault) => {
    throw fault;
  });
  port = await listenOnLoopback(server, 0);
});

afterAll(async () => {
  server.close();
  await rm(outside, { recursive: true });
});

/** A raw request: unlike fetch, it sends a path as it is, dots and all. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      })
        .on('error', reject)
        .end();
    },
  );

describe('a file beside a page', () => {
  it.each(['/circulars/2567/a/drawing.svg', '/%63irculars/2567/a/drawing%2Esvg'])(
    'cannot act as the portal as %s',
    async (path) => {
      const { status, headers } = await ask(path);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-disposition': 'attachment',
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
      });
    },
  );

  it('is shown where it is a PDF, and a page has no such headers', async () => {
    for (const path of ['/circulars/2567/a/form.pdf', '/circulars/2567/a/', '/_astro/a.1234.css']) {
      const { status, headers } = await ask(path);
      expect(status).toBe(200);
      expect(headers).not.toHaveProperty('content-disposition');
      expect(headers).not.toHaveProperty('content-security-policy');
      expect(headers).toHaveProperty('x-content-type-options', 'nosniff');
    }
  });
});

describe('the static server', () => {
  it.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/circulars/2567/a/', 200, 'text/html; charset=utf-8'],
    ['/circulars/2567/a/form.pdf', 200, 'application/pdf'],
    ['/circulars/2567/a/form.pdf?v=1', 200, 'application/pdf'],
    ['/nothing', 404, 'text/html; charset=utf-8'],
    ['/circulars/', 404, 'text/html; charset=utf-8'],
    ['/.wian-build.json', 404, 'text/html; charset=utf-8'],
    ['/../secret.txt', 404, 'text/html; charset=utf-8'],
    ['/%2e%2e/secret.txt', 404, 'text/html; charset=utf-8'],
    ['/..%2fsecret.txt', 404, 'text/html; charset=utf-8'],
    ['/circulars//2567/a/', 404, 'text/html; charset=utf-8'],
    ['/..%5csecret.txt', 400, 'text/plain; charset=utf-8'],
    ['/%00', 400, 'text/plain; charset=utf-8'],
    ['/%E0%B8', 400, 'text/plain; charset=utf-8'],
    [`/${'a'.repeat(300)}`, 404, 'text/html; charset=utf-8'],
  ])('answers %s with %i', async (path, status, type) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers['content-type']]).toEqual([status, type]);
    expect(answer.body.toString()).not.toBe('secret');
  });

  it('sends a page without its slash to the address with it, query and all', async () => {
    const { status, headers } = await ask('/circulars/2567/a?q=1');
    expect([status, headers.location]).toEqual([301, '/circulars/2567/a/?q=1']);
  });

  it('never redirects to another host', async () => {
    expect((await ask('//circulars/2567/a')).status).toBe(404);
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('compresses with %s', async (coding, decompress) => {
    const { headers, body } = await ask('/circulars/2567/a/', { 'accept-encoding': coding });
    expect([headers['content-encoding'], headers.vary]).toEqual([coding, 'accept-encoding']);
    expect(decompress(body).toString()).toBe('เนื้อหา '.repeat(400));
  });

  it('compresses scripts once, and as well as it goes', async () => {
    const coded = { 'accept-encoding': 'br' };
    const [first, second] = [
      await ask('/_astro/b.1234.js', coded),
      await ask('/_astro/b.1234.js', coded),
    ];
    expect(brotliDecompressSync(first.body).toString()).toBe('f(1);'.repeat(900));
    expect(second.body).toEqual(first.body);
    expect(first.headers).toMatchObject({
      'content-encoding': 'br',
      'content-length': String(first.body.length),
      vary: 'accept-encoding',
    });
  });

  it('does not compress for who refuses it', async () => {
    const { headers } = await ask('/circulars/2567/a/', {
      'accept-encoding': 'gzip;q=0, br;q=0.0',
    });
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('knows what the reader already has', async () => {
    const { headers } = await ask('/');
    const again = await ask('/', { 'if-none-match': String(headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('lets only hashed names be kept for good', async () => {
    expect((await ask('/_astro/a.1234.css')).headers['cache-control']).toContain('immutable');
    expect((await ask(`/${INDEXED}`)).headers['cache-control']).toContain('immutable');
    expect((await ask('/search-index/index.json')).headers['cache-control']).toBe('no-cache');
    expect((await ask('/')).headers['cache-control']).toBe('no-cache');
  });

  it('answers HEAD without a body and refuses POST', async () => {
    const head = await ask('/', {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '24']);
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });

  it('asks for patience while there is nothing to serve', async () => {
    const { folder } = served;
    served.folder = null;
    const answer = await ask('/');
    served.folder = folder;
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
  });
});

describe('listenOnLoopback', () => {
  const other = () => createStaticServer({ folder: null }, () => {});

  it('says what to do when the port that was asked for is busy', async () => {
    await expect(listenOnLoopback(other(), port)).rejects.toThrow(
      [
        `port ${port} of 127.0.0.1 is in use by another program, or may not be used`,
        '  fix: Choose a free port: npm start -- --port 8080 (or PORT=8080 npm start).',
      ].join('\n'),
    );
  });

  it('takes the next free port where none was asked for', async () => {
    const second = other();
    const taken = await listenOnLoopback(second, null, port);
    second.close();
    expect(taken).toBeGreaterThan(port);
  });
});

describe('a reader who goes away', () => {
  it('is no fault of the machine', async () => {
    const faults: Error[] = [];
    const patient = createStaticServer(served, (fault) => faults.push(fault));
    const at = await listenOnLoopback(patient, 0);
    for (let n = 0; n < 40; n++) {
      const socket = connect(at, '127.0.0.1');
      await once(socket, 'connect');
      socket.write('GET /circulars/2567/a/ HTTP/1.1\r\nhost: x\r\n\r\n');
      await new Promise((resolve) => setTimeout(resolve, n % 4));
      socket.resetAndDestroy();
    }
    patient.closeAllConnections();
    patient.close();
    await once(patient, 'close');
    expect(faults).toEqual([]);
  });
});

describe('a change of portals', () => {
  it('is seen by the next request, which still gets files with a hash that only the portal before has', async () => {
    const root = await mkdtemp(join(tmpdir(), 'wian-served-'));
    const put = async (portal: string, files: Record<string, string>) => {
      for (const [file, text] of Object.entries(files)) {
        await mkdir(dirname(join(root, portal, file)), { recursive: true });
        await writeFile(join(root, portal, file), text);
      }
      await rm(join(root, 'dist'), { force: true });
      await symlink(portal, join(root, 'dist'));
    };
    const before = served.folder;
    served.folder = join(root, 'dist');
    try {
      await put('1', { 'index.html': 'one', '_astro/one.css': 'a{}', 'old/index.html': 'old' });
      expect((await ask('/')).body.toString()).toBe('one');
      await put('2', { 'index.html': 'two', '_astro/two.css': 'b{}' });
      expect((await ask('/')).body.toString()).toBe('two');
      expect((await ask('/_astro/one.css')).body.toString()).toBe('a{}');
      expect((await ask('/_astro/two.css')).body.toString()).toBe('b{}');
      expect((await ask('/old/')).status).toBe(404);
      await rm(join(root, 'dist'));
      expect((await ask('/')).status).toBe(503);
    } finally {
      served.folder = before;
      await rm(root, { recursive: true });
    }
  });
});

describe('a portal that was built for a path', () => {
  const placed: Served = { folder: null };
  const pages = createStaticServer(placed, (fault) => {
    throw fault;
  });
  let site: string;
  beforeAll(async () => {
    const folder = join(outside, 'placed');
    await mkdir(join(folder, 'circulars/2567/a'), { recursive: true });
    const home = '<link rel="canonical" href="https://www.example.go.th/sub/path/">';
    await writeFile(join(folder, 'index.html'), home);
    await writeFile(join(folder, '404.html'), '<h1>ไม่พบหน้านี้</h1>');
    await writeFile(join(folder, 'circulars/2567/a/index.html'), 'เนื้อหา');
    await writeFile(join(folder, 'circulars/2567/a/a.txt'), 'เนื้อหา');
    placed.folder = folder;
    site = `http://127.0.0.1:${await listenOnLoopback(pages, 0)}`;
  });
  afterAll(() => {
    pages.closeAllConnections();
    pages.close();
  });

  it.each([
    ['/sub/path/', 200, null],
    ['/', 302, '/sub/path/'],
    ['/sub/path', 302, '/sub/path/'],
    ['/sub/path/circulars/2567/a/', 200, null],
    ['/sub/path/circulars/2567/a?b=1', 301, '/sub/path/circulars/2567/a/?b=1'],
    ['/sub/path/none/', 404, null],
    ['/circulars/2567/a/', 404, null],
    ['/sub/pathology/', 404, null],
    ['/sub/', 404, null],
  ])('answers %s with %i', async (path, status, location) => {
    const answer = await fetch(site + path, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([status, location]);
  });

  it('says where it stands', async () => {
    const answer = await fetch(`${site}/circulars/`);
    expect(await answer.text()).toBe('This portal stands at /sub/path/.\n');
  });

  it('gives files beside pages their headers', async () => {
    const { headers } = await fetch(`${site}/sub/path/circulars/2567/a/a.txt`);
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });
});
