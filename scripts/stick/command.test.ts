import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madePortal, writeFiles } from './made-portal.ts';
import { MadeStick } from './made-stick.ts';
import { measureStick } from './measure-stick.ts';

let cwd: string;
let made: MadeStick;
beforeEach(() => {
  made = new MadeStick();
  cwd = made.cwd;
});
afterEach(() => made.remove());

const run = (...args: string[]) => made.run(...args);
const make = (...args: string[]) => made.make(...args);
const at = (path: string): string => made.at(path);
const read = (path: string): string => made.read(path);
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'base64')]),
  );
const verify = async (folder = 'stick') => {
  const { code, out } = await run('verify', folder, '--json');
  return { code, ...JSON.parse(out) };
};
const WHOLE = { missing: [], damaged: [], unreadable: [], unfinished: false };

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a stick', () => {
  it('has pages, attachments, data, scripts, and a list of digests', async () => {
    const report = await make();
    expect(report).toMatchObject({
      written: true,
      day: '2026-03-09',
      circulars: 2,
      leftOut: [],
      kept: 0,
    });
    expect(filesIn(at(''))).toEqual([
      '_astro/f.woff2',
      '_astro/x.css',
      'about/index.html',
      'api/v1/index.json',
      'circulars/2567/old-0101/index.html',
      'circulars/2567/old-0101/หนังสือ เก่า.pdf',
      'circulars/2568/new-0203/index.html',
      'circulars/2568/new-0203/new.pdf',
      'circulars/2568/new-0203/offices.json.js',
      'circulars/index.html',
      'faq/a/index.html',
      'index.html',
      'my/data/p11.json.js',
      'my/data/p12.json.js',
      'offices/p11/index.html',
      'offices/p12/index.html',
      'search-index/0123/start.bin.js',
      'search-index/b-0.js',
      'search-index/index.json.js',
      'search/index.html',
      'stick/index.html',
      'stick/js/check.js',
      'stick/js/day.js',
      'stick/js/page.js',
      'stick/js/stick.js',
      'stick/js/worker-A1.js',
      'stick/list/_.js',
      'stick/list/_astro.js',
      'stick/list/about.js',
      'stick/list/api.js',
      'stick/list/circulars.js',
      'stick/list/faq.js',
      'stick/list/my.js',
      'stick/list/offices.js',
      'stick/list/search-index.js',
      'stick/list/search.js',
      'stick/stick.css',
      'wian-sha256.txt',
    ]);
    expect(read('index.html')).toContain('href="circulars/2567/old-0101/index.html"');
    expect(read('index.html')).toContain('(ไม่ได้อยู่ในชุดนี้: https://wian.example/feeds/all/rss.xml)');
    expect(read('search/index.html')).toContain('action="../search/index.html"');
    expect(read('_astro/x.css')).toContain('url("../_astro/f.woff2")');
    expect(read('stick/index.html')).toContain('ข้อมูล ณ 9 มีนาคม 2569');
    const listed = read('wian-sha256.txt').trim().split('\n');
    expect(listed).toHaveLength(report.files);
    expect(await verify()).toMatchObject({ code: 0, files: report.files, ...WHOLE });
  });

  it('has scripts that name nothing that files are refused', async () => {
    await make();
    expect(read('stick/js/page.js')).toMatch(/wianStick\.fetch\(.*wianStick\.Worker\(/s);
    expect(read('stick/js/page.js')).not.toMatch(/\bimport\b|\bexport\b/);
    expect(read('stick/js/worker-A1.js')).toMatch(/^wianStick\.worker\("worker-A1\.js",/);
    expect(read('stick/js/worker-A1.js')).toContain('wianStick.location.href');
  });

  it('has data as scripts that hand over what the file held', async () => {
    await make();
    const handed: unknown[] = [];
    const hand = (path: string) =>
      new Function('wianStick', read(path))({
        data: (...args: unknown[]) => handed.push(args),
        bundle: (...args: unknown[]) => handed.push(args),
      });
    hand('circulars/2568/new-0203/offices.json.js');
    hand('search-index/0123/start.bin.js');
    hand('search-index/b-0.js');
    expect(handed).toEqual([
      ['circulars/2568/new-0203/offices.json', '{"a":"it\'s \\n \\u2028"}'],
      ['search-index/0123/start.bin', null, base64('index')],
      ['search-index/b-0', { 'b0.bin': base64('first'), 'b1.bin': base64('second') }],
    ]);
  });

  it('as a ZIP file holds the same', async () => {
    await make();
    expect((await run('--out', 'a.zip')).code).toBe(0);
    const zip = unzipSync(readFileSync(join(cwd, 'a.zip')));
    const unpacked = Object.entries(zip).map(([path, bytes]) => [
      path,
      Buffer.from(bytes).toString('base64'),
    ]);
    expect(Object.fromEntries(unpacked)).toEqual(contentOf(at('')));
    expect(readdirSync(cwd).sort()).toEqual(['.portals', 'a.zip', 'dist', 'stick']);
  });

  it('is only counted in a dry run', async () => {
    const { code, out } = await run('--out', 'stick', '--dry-run');
    expect([code, existsSync(at(''))]).toEqual([0, false]);
    expect(out).toContain('Nothing is written');
    expect(await run('--out', 'a.zip', '--dry-run')).toMatchObject({ code: 0 });
    expect(readdirSync(cwd).sort()).toEqual(['.portals', 'dist']);
  });
});

describe('a newer stick', () => {
  it('writes only what changed, removes only what was ours, and leaves what people put there', async () => {
    await make();
    writeFiles(at(''), { 'ของฉัน.txt': 'x', 'circulars/notes.txt': 'y' });
    const portal = madePortal();
    rmSync(join(cwd, '.portals'), { recursive: true });
    delete portal['circulars/2567/old-0101/index.html'];
    delete portal['circulars/2567/old-0101/หนังสือ เก่า.pdf'];
    writeFiles(join(cwd, '.portals/1'), { ...portal, 'circulars/2568/new-0203/new.pdf': 'm' });
    const before = statSync(at('faq/a/index.html')).mtimeMs;
    // All but the attachment, the page that links to what is gone, the list of circulars and the page of contents.
    expect(await make()).toMatchObject({ copied: 4, removed: 2, changed: [] });
    expect(statSync(at('faq/a/index.html')).mtimeMs).toBe(before);
    expect(existsSync(at('circulars/2567'))).toBe(false);
    expect([read('ของฉัน.txt'), read('circulars/notes.txt')]).toEqual(['x', 'y']);
    expect(await verify()).toMatchObject({ code: 0, ...WHOLE });
    expect(await make()).toMatchObject({ copied: 0, removed: 0 });
  });

  it('leaves a file that is no more, if somebody has changed it', async () => {
    await make();
    writeFileSync(at('offices/p12/index.html'), 'mine');
    rmSync(join(cwd, '.portals/1/offices/p12'), { recursive: true });
    expect(await make()).toMatchObject({ removed: 0, changed: ['offices/p12/index.html'] });
    expect(read('offices/p12/index.html')).toBe('mine');
  });

  it('writes anew what was changed behind its back', async () => {
    await make();
    const bytes = read('faq/a/index.html');
    writeFileSync(at('faq/a/index.html'), bytes.replace('faq', 'xxx'));
    const later = Date.now() / 1000 + 60;
    utimesSync(at('faq/a/index.html'), later, later);
    expect(await make()).toMatchObject({ copied: 1 });
    expect(read('faq/a/index.html')).toBe(bytes);
  });

  it.each([
    ['a file of that name', { 'stick/index.html': 'mine' }, 'stick/index.html'],
    ['a file of that name in capitals', { 'stick/INDEX.HTML': 'mine' }, 'stick/INDEX.HTML'],
    ['a file in place of a folder', { 'stick/circulars': 'mine' }, 'stick/circulars'],
    ['a folder in place of a file', { 'stick/index.html/a': 'mine' }, 'stick/index.html'],
    ['a folder of the name of its own', { 'stick/stick/a.txt': 'mine' }, 'stick/stick'],
  ])('refuses a folder that has %s', async (_what, files, named) => {
    writeFiles(cwd, files);
    const before = contentOf(at(''));
    const { code, err } = await run('--out', 'stick');
    expect(code).toBe(1);
    expect(err).toContain(`${named}: this is not a file of an older stick`);
    expect(contentOf(at(''))).toEqual(before);
  });

  it('refuses a stick of which the list of digests is damaged', async () => {
    await make();
    truncateSync(at('wian-sha256.txt'), 200);
    const { code, err } = await run('--out', 'stick');
    expect([code, err]).toEqual([1, expect.stringContaining('wian-sha256.txt:3: this line')]);
  });
});

describe('verify', () => {
  it('names what is missing and what is damaged', async () => {
    await make();
    rmSync(at('circulars/2568/new-0203/new.pdf'));
    truncateSync(at('index.html'), 100);
    expect(await verify()).toMatchObject({
      code: 1,
      missing: ['circulars/2568/new-0203/new.pdf'],
      damaged: ['index.html'],
    });
    expect((await run('verify', 'stick')).out).toContain(
      'missing: circulars/2568/new-0203/new.pdf',
    );
    expect(await make()).toMatchObject({ copied: 2 });
    expect(await verify()).toMatchObject({ code: 0 });
  });

  it('refuses a folder that is no stick', async () => {
    mkdirSync(join(cwd, 'other'));
    const { code, err } = await run('verify', 'other');
    expect([code, err]).toEqual([1, expect.stringContaining('there is no list of digests')]);
  });
});

const scripts = join(import.meta.dirname, '..');

describe('a run that breaks off', () => {
  /** Runs the command in a process that is disturbed at its nth operation on the stick. */
  const disturb = (kind: 'kill' | 'full', nth: number) =>
    spawnSync(
      process.execPath,
      [
        '--import',
        join(scripts, 'fault/at-operation.mjs'),
        join(scripts, 'stick.ts'),
        '--out',
        'stick',
      ],
      {
        cwd,
        encoding: 'utf8',
        env: { ...process.env, WIAN_FAULT_KIND: kind, WIAN_FAULT_AT: String(nth) },
      },
    );

  it.each([
    ['kill', 12],
    ['full', 20],
  ] as const)('by %s at its operation %d is seen, and the next one is right', async (kind, nth) => {
    const { status, stderr } = disturb(kind, nth);
    if (kind === 'full') expect([status, stderr]).toEqual([1, expect.stringContaining('stick')]);
    else expect(status).toBeNull();
    expect(await verify()).toMatchObject({ code: 1, unfinished: true });
    expect((await run('verify', 'stick')).out).toContain('Not finished');
    await make();
    expect(await verify()).toMatchObject({ code: 0, ...WHOLE });
    expect((await run('--out', 'fresh')).code).toBe(0);
    expect(contentOf(at(''))).toEqual(contentOf(join(cwd, 'fresh')));
  });

  it('leaves the older stick recognizable, and the next one right', async () => {
    await make();
    writeFiles(join(cwd, '.portals/1'), { 'circulars/2568/new-0203/new.pdf': 'm'.repeat(50_000) });
    expect(disturb('kill', 7).status).toBeNull();
    expect(await verify()).toMatchObject({ code: 1, unfinished: true });
    await make();
    expect(await verify()).toMatchObject({ code: 0, ...WHOLE });
    expect(read('circulars/2568/new-0203/new.pdf')).toBe('m'.repeat(50_000));
  });
});

it('is measured', async () => {
  const { files, bytes, diskBytes } = await make();
  const measured = await measureStick(cwd, join(cwd, 'measured'));
  expect(measured).toEqual({ seconds: expect.any(Number), files, bytes, diskBytes });
});
