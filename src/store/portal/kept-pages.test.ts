import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '#core/problem.ts';
import { buildAside } from './build-folder.ts';
import { type KeptFrom, openFormerPages } from './kept-pages.ts';
import { countPages } from './portal-mark.ts';
import { fileOfPath, type PagePath, placesOf, writePages } from './write-pages.ts';

let root = '';
const at = (...names: string[]) => join(root, ...names);
const from = (generation = 'one'): KeptFrom => ({
  former: at('dist'),
  base: null,
  next: at('next'),
  record: at('.cache/pages.json'),
  generation,
});

const bytesOf = (text: string) => new TextEncoder().encode(text);

type Pages = Readonly<Record<string, readonly [key: string | undefined, text: string]>>;

/** Builds a portal of some pages, puts it in the place of the former one, and tells which were made. */
const build = async (pages: Pages, generation?: string, shared?: string): Promise<string[]> => {
  const made: string[] = [];
  await buildAside(at('dist'), at('.cache'), async (next) => {
    const kept = await (await openFormerPages({ ...from(generation), next })).looked();
    const paths = Object.entries(pages).map(
      ([pathname, [key]]): PagePath => ({ pathname, isPage: true, key }),
    );
    const left = paths.filter((path) => !kept.keeps(fileOfPath(path), path.key, shared));
    const render = async ({ pathname }: PagePath) => {
      made.push(pathname);
      return bytesOf(pages[pathname]?.[1] as string);
    };
    const hidden = await writePages(left, next, render, kept.staysAs);
    const all = paths.map(fileOfPath);
    listed = all.filter((file) => !hidden.includes(file) && !kept.wasHidden(file));
    await kept.store(
      paths.length,
      all.filter((file) => !listed.includes(file)),
    );
    return {};
  });
  return made;
};

/** Files of the last build that search engines may list. */
let listed: string[] = [];

const shown = (pathname: string) => readFile(at('dist', pathname, 'index.html'), 'utf8');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-kept-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const BEFORE: Pages = {
  '/a': ['a1', 'text of a'],
  '/b': ['b1', 'text of b'],
  '/list': [undefined, 'a and b'],
};

describe('pages of the build before', () => {
  it.each<[what: string, after: Pages, generation: string, made: string[]]>([
    ['nothing', BEFORE, 'one', ['/list']],
    ['what one page is made from', { ...BEFORE, '/b': ['b2', 'new b'] }, 'one', ['/b', '/list']],
    ['what every page depends on', BEFORE, 'two', ['/a', '/b', '/list']],
    ['a page comes', { ...BEFORE, '/c': ['c1', 'text of c'] }, 'one', ['/list', '/c']],
    ['a page goes', { '/a': ['a1', 'text of a'] }, 'one', []],
    ['a page has no key any more', { ...BEFORE, '/a': [undefined, 'a'] }, 'one', ['/a', '/list']],
    [
      'two pages change places',
      { '/a': ['b1', 'text of b'], '/b': ['a1', 'text of a'] },
      'one',
      ['/a', '/b'],
    ],
  ])('when this changes: %s', async (_, after, generation, made) => {
    await build(BEFORE, 'one');
    expect(await build(after, generation)).toEqual(made);
    for (const [pathname, [, text]] of Object.entries(after)) {
      expect(await shown(pathname)).toBe(text);
    }
    const folders = (await readdir(at('dist'))).filter((name) => !name.startsWith('.'));
    expect(folders.sort()).toEqual(
      Object.keys(after)
        .map((path) => path.slice(1))
        .sort(),
    );
  });

  it('are made again when the built file was changed or is gone', async () => {
    await build(BEFORE);
    await writeFile(at('dist/a/index.html'), 'changed by hand');
    const later = new Date(Date.now() + 60_000);
    await utimes(at('dist/a/index.html'), later, later);
    await rm(at('dist/b/index.html'));
    expect(await build(BEFORE)).toEqual(['/a', '/b', '/list']);
    expect(await shown('/a')).toBe('text of a');
  });

  it('stay the files that they are where they are made as they were', async () => {
    const stateOf = async (pathname: string) => {
      const { ino, mtimeMs } = await stat(at('dist', pathname, 'index.html'));
      return { ino, mtimeMs };
    };
    await build(BEFORE);
    const before = await stateOf('/list');
    expect(await build(BEFORE)).toEqual(['/list']);
    expect(await stateOf('/list')).toEqual(before);
    expect(await build({ ...BEFORE, '/list': [undefined, 'a, b'] })).toEqual(['/list']);
    expect(await shown('/list')).toBe('a, b');
    expect(await build({ ...BEFORE, '/list': [undefined, 'a, b'] })).toEqual(['/list']);
    expect(await shown('/list')).toBe('a, b');
  });

  it('are written anew over what somebody wrote, also where they are made as they were', async () => {
    await build(BEFORE);
    const later = new Date(Date.now() + 60_000);
    await utimes(at('dist/list/index.html'), later, later);
    await build(BEFORE);
    await writeFile(at('dist/list/index.html'), 'changed by hand');
    for (let again = 0; again < 3; again++) {
      await build(BEFORE);
      expect(await shown('/list')).toBe('a and b');
    }
  });

  it('are made again when the record is of a build that never took its place', async () => {
    await build(BEFORE);
    await mkdir(at('next'));
    const failed = await (await openFormerPages(from())).looked();
    expect(failed.keeps('a/index.html', 'a2')).toBe(false);
    await writePages([{ pathname: '/a', isPage: true }], at('next'), async () =>
      bytesOf('newer a'),
    );
    await failed.store(1, []);
    await rm(at('next'), { recursive: true });
    const after: Pages = { '/a': ['a2', 'newer a'] };
    expect(await build(after)).toEqual(['/a']);
    expect(await shown('/a')).toBe('newer a');
  });

  it('are as many as were stated, and may be listed if they might when they were made', async () => {
    const pages: Pages = {
      '/a': ['a1', '<head></head>'],
      '/b': ['b1', '<head><meta name="robots" content="noindex"></head>'],
    };
    await build(pages);
    expect(listed).toEqual(['a/index.html']);
    expect(await build(pages)).toEqual([]);
    expect(listed).toEqual(['a/index.html']);
    expect(await countPages(at('dist'))).toBe(2);
  });

  it.each(['{"id": "half', '[]', ''])(
    'are made again when the record is broken: %j',
    async (text) => {
      await build(BEFORE);
      await writeFile(at('.cache/pages.json'), text);
      expect(await build(BEFORE)).toEqual(['/a', '/b', '/list']);
    },
  );
});

it.each<[pathname: string, isPage: boolean, file: string]>([
  ['/', true, 'index.html'],
  ['', true, 'index.html'],
  ['/404', true, '404.html'],
  ['/circulars/2567', true, 'circulars/2567/index.html'],
  ['/circulars/2567/', true, 'circulars/2567/index.html'],
  ['/api/v1/index.json', false, 'api/v1/index.json'],
])('the path %j (page: %j) is served from %s', (pathname, isPage, file) => {
  expect(fileOfPath({ pathname, isPage })).toBe(file);
});

it('tells two pages at one address, and a page where a file lies', async () => {
  const page = { pathname: '/a', isPage: true };
  const problem = 'two pages or files of the portal want to stand at /a/index.html';
  expect(() => placesOf([page, { pathname: '/b', isPage: true }, page])).toThrow(problem);
  await mkdir(at('next/a'), { recursive: true });
  await writeFile(at('next/a/index.html'), 'an attachment');
  await expect(writePages([page], at('next'), async () => bytesOf('a'))).rejects.toThrow(problem);
});

it('names the page that could not be made, and tells what content is to blame as it is', async () => {
  const failing = (error: Error) =>
    writePages([{ pathname: '/a', isPage: true }], at('next'), () => Promise.reject(error));
  const fault = new TypeError('title is undefined');
  await expect(failing(fault)).rejects.toThrow(
    expect.objectContaining({ message: '/a/index.html could not be made.', cause: fault }),
  );
  const problem = new ProblemError([{ file: 'a.yaml', what: 'No date.', fix: 'Give one.' }]);
  await expect(failing(problem)).rejects.toBe(problem);
});

it('makes every page anew whose shared digest is another', async () => {
  await build(BEFORE, undefined, 'one menu');
  expect(await build(BEFORE, undefined, 'another menu')).toEqual(Object.keys(BEFORE));
  const again = await build(BEFORE, undefined, 'another menu');
  expect(again).toEqual(Object.keys(BEFORE).filter((path) => BEFORE[path]?.[0] === undefined));
});
