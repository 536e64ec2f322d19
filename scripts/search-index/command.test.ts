import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '#browser/pagefind/engine.ts';
import { defaultSettings } from '#core/pagefind/settings.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { searchIndexCommand } from './command.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'wian-search-index-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const page = (lang: string, body: string): string =>
  `<!doctype html><html lang="${lang}"><head><title>x</title></head><body>${body}</body></html>`;
const write = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, name)), { recursive: true });
    await writeFile(join(cwd, name), content);
  }
};
const run = async (...args: string[]) => {
  const { code, out, err } = await recordedRun(searchIndexCommand, args, {
    cwd,
    today: '2026-01-01',
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};
const SITE = {
  'site/index.html': page('th', '<main data-pagefind-body><h1>หน้าแรก</h1><p>ยินดีต้อนรับ</p></main>'),
  'site/password/index.html': page(
    'th',
    '<nav>เมนู</nav><main data-pagefind-body><h1>ลืมรหัสผ่าน</h1><p data-pagefind-filter="kind:คู่มือ">ตรวจอีเมลขยะก่อน</p></main>',
  ),
  'site/en/password.html': page(
    'en',
    '<main data-pagefind-body><h1>Forgotten password</h1><p>Look into spam.</p></main>',
  ),
  'site/about.html': page('th', '<h1>เกี่ยวกับ</h1>'),
  'site/piece.html': '<p data-pagefind-body>ก</p>',
};
const filesIn = async (folder: string): Promise<[string, string][]> => {
  const entries = await readdir(join(cwd, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths
      .sort()
      .map(
        async (path): Promise<[string, string]> => [
          path,
          (await readFile(path)).toString('base64'),
        ],
      ),
  );
};

/** Asks a written bundle as a browser would. */
const ask = async (language: string, term: string) => {
  const bundle = 'https://site.example/pagefind/';
  const engine = new Engine((folder) => ({
    fetch: async (path) => {
      const { pathname } = new URL(path, folder);
      return new Response(await readFile(join(cwd, 'site', pathname)));
    },
    deadline: () => AbortSignal.timeout(10_000),
    pause: async () => {},
  }));
  const { found, index, asked, terms } = await engine.search(
    { bundle, language },
    { term, filters: {}, sort: null, mergeFilter: {} },
  );
  return Promise.all(
    found.map(({ page: at, full }) =>
      engine.fragment({ bundle, language }, index, {
        page: at,
        full,
        asked,
        terms,
        settings: defaultSettings('/'),
      }),
    ),
  );
};

describe('search-index', () => {
  it('gives a site a search in each of its languages, the same for the same site', async () => {
    await write({
      ...SITE,
      'site/pagefind/pagefind-entry.json': '{}',
      'site/pagefind/pagefind-ui.js': '// its own',
    });
    const { code, out } = await run('site', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      written: true,
      pages: 3,
      languages: { en: { pages: 1 }, th: { pages: 2, startBytes: expect.any(Number) } },
      skipped: { unmarked: 1, pieces: 1, empty: 0 },
    });
    const files = await filesIn('site/pagefind');
    const names = await readdir(join(cwd, 'site/pagefind'));
    expect(names).toEqual(
      expect.arrayContaining([
        'pagefind.js',
        'pagefind-worker.js',
        'pagefind-component-ui.js',
        'pagefind-highlight.js',
      ]),
    );
    expect(await readFile(join(cwd, 'site/pagefind/pagefind-ui.js'), 'utf8')).toBe('// its own');
    expect(
      (await ask('th', 'อีเมลขยะ')).map(({ url, excerpt, filters }) => [url, excerpt, filters]),
    ).toEqual([['/password/', 'ตรวจ<mark>อีเมลขยะ</mark>ก่อน', { kind: ['คู่มือ'] }]]);
    expect((await ask('en-us', 'spam')).map(({ url }) => url)).toEqual(['/en/password.html']);
    expect((await ask('th', 'เมนู')).length).toBe(0);
    expect((await run('site')).out).toContain('th: 2 pages');
    expect(await filesIn('site/pagefind')).toEqual(files);
    expect(
      (await readdir(join(cwd, 'site'))).filter((name) => name.startsWith('pagefind')),
    ).toEqual(['pagefind']);
  });

  it('writes nothing in a dry run, and says what it would', async () => {
    await write(SITE);
    const { code, out } = await run('site', '--dry-run');
    expect([code, await readdir(join(cwd, 'site'))]).toEqual([
      0,
      expect.not.arrayContaining(['pagefind']),
    ]);
    expect(out).toContain('1 pages without data-pagefind-body are left out');
    expect(out).toContain('Would write');
  });

  it.each<[what: string, files: Record<string, string | Uint8Array>, said: string]>([
    ['is not there', {}, 'there is no such folder'],
    ['is a file', { site: 'x' }, 'this is a file and no folder'],
    ['has no page', { 'site/a.txt': 'x' }, 'there is no HTML file'],
    ['is the source of a site', { 'site/node_modules/a/b.html': 'x' }, 'has node_modules'],
    [
      'is a portal of Wian',
      { 'site/search-index/index.json': '{}', 'site/a.html': page('th', 'ก') },
      'a portal of Wian',
    ],
    ['has only pieces of pages', { 'site/a.html': '<p>ก</p>' }, 'no page of this folder'],
    [
      'has a wrong mark',
      { 'site/b/a.html': page('th', '\n<p data-pagefind-weight="x">ก</p>') },
      'site generator',
    ],
    [
      'has a page in no encoding',
      { 'site/a.html': Uint8Array.of(60, 104, 0xff) },
      'a.html: the bytes of this page are not utf-8',
    ],
    [
      'has something else in the folder of the search',
      { 'site/a.html': page('th', 'ก'), 'site/pagefind/notes.txt': 'x' },
      'something else than a search (notes.txt)',
    ],
  ])('refuses a folder that %s', async (what, files, said) => {
    await write(files);
    const before = await filesIn('.');
    const { code, err } = await run('site');
    expect(code).toBe(1);
    expect(err).toContain(
      what === 'has a wrong mark' ? 'b/a.html:2: data-pagefind-weight="x"' : said,
    );
    expect(await filesIn('.')).toEqual(before);
  });

  it('reads pages in the encoding that they name', async () => {
    const html = page('th', '<h1>a</h1><p>').replace(
      '<title>',
      '<meta charset="windows-874"><title>',
    );
    const [head = '', end = ''] = html.split(/(?=<\/body>)/);
    // กองคลัง in the Thai code page.
    const word = Buffer.from([0xa1, 0xcd, 0xa7, 0xa4, 0xc5, 0xd1, 0xa7]);
    await write({ 'site/a.html': Buffer.concat([Buffer.from(head), word, Buffer.from(end)]) });
    expect((await run('site')).code).toBe(0);
    expect((await ask('th', 'กองคลัง')).map(({ content }) => content)).toEqual(['กองคลัง']);
  });

  it.each([[], ['a', 'b'], ['site', '--out', 'site'], ['site', '--out', '.']])(
    'asks for one site and a folder beside it: %j',
    async (...args) => {
      await write(SITE);
      expect((await run(...args)).code).toBe(2);
    },
  );
});
