import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildAside } from './build-folder.ts';
import { listFiles } from './kept-files.ts';
import { type FormerFolder, openFormerFolder } from './kept-folder.ts';
import { openFormerPages } from './kept-pages.ts';
import { findBase, portalPaths } from './portal-folders.ts';
import { writePages } from './write-pages.ts';

let root = '';
const at = (...names: string[]) => join(root, ...names);
const PART = { folder: 'index', last: 'pointer.json' };

/** Keeps all of it where it is as it was written. */
const keepWhole = async (former: FormerFolder): Promise<boolean> => {
  if (former.files.length !== 3 || former.untouched.size !== 3) return false;
  await former.keep(former.files);
  return true;
};

/** Builds a portal of one page and an index of two files, which `keep` may keep. Tells whether it did. */
const build = async (
  index: string,
  keep: (former: FormerFolder) => Promise<boolean> = keepWhole,
): Promise<boolean> => {
  let isKept = false;
  await buildAside(at('dist'), at('.cache'), async (next) => {
    const paths = portalPaths(at('dist'));
    const base = await findBase(paths);
    const from = {
      former: at('dist'),
      base: base && join(paths.all, base.folder),
      next,
      record: at('.cache/pages.json'),
      generation: 'one',
    };
    const kept = await (await openFormerPages(from)).looked();
    const page = { pathname: '/a', isPage: true };
    if (!kept.keeps('a/index.html', 'a'))
      await writePages([page], next, async () => Buffer.from('a'));
    await kept.store(1, []);
    const former = await openFormerFolder(at('dist'), next, PART);
    isKept = former !== null && (await keep(former));
    if (isKept) return {};
    for (const name of [`${index}/1`, `${index}/2`, PART.last]) {
      const path = join(next, PART.folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, index);
    }
    return {};
  });
  return isKept;
};

const indexFiles = () => listFiles(at('dist/index')).sort();

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-folder-'));
});
afterEach(() => rm(root, { recursive: true }));

it('stays in portal after portal, and goes when another one is made', async () => {
  expect(await build('v1')).toBe(false);
  const { ino } = await stat(at('dist/index/v1/1'));
  for (let again = 0; again < 3; again++) {
    expect(await build('v1')).toBe(true);
    expect(indexFiles()).toEqual(['pointer.json', 'v1/1', 'v1/2']);
    expect((await stat(at('dist/index/v1/1'))).ino).toBe(ino);
  }
  for (const index of ['v2', 'v3']) {
    await build(index, async () => false);
    expect(indexFiles()).toEqual(['pointer.json', `${index}/1`, `${index}/2`]);
    expect(await readFile(at('dist/index/pointer.json'), 'utf8')).toBe(index);
    expect(await build(index)).toBe(true);
    expect(indexFiles()).toEqual(['pointer.json', `${index}/1`, `${index}/2`]);
  }
});

it.each<[what: string, change: () => Promise<void>]>([
  ['has gone', () => rm(at('dist/index/v1/1'))],
  ['has come', () => writeFile(at('dist/index/v1/3'), 'v1')],
  ['is empty', () => writeFile(at('dist/index/v1/1'), '')],
  [
    'was written to',
    async () => {
      const later = new Date(Date.now() + 60_000);
      await writeFile(at('dist/index/v1/1'), 'v2');
      await utimes(at('dist/index/v1/1'), later, later);
    },
  ],
  ['that is written last has gone', () => rm(at('dist/index/pointer.json'))],
])('is made again where a file of it %s', async (_, change) => {
  await build('v1');
  await change();
  expect(await build('v1')).toBe(false);
  expect(indexFiles()).toEqual(['pointer.json', 'v1/1', 'v1/2']);
  expect(await readFile(at('dist/index/v1/1'), 'utf8')).toBe('v1');
});

it('stays in part, portal after portal, where some of its files go and others come', async () => {
  await build('v1');
  const { ino } = await stat(at('dist/index/v1/1'));
  for (const index of ['v2', 'v3']) {
    const isWhole = await build(index, async ({ keep }) => {
      await keep(['v1/1']);
      return false;
    });
    expect(isWhole).toBe(false);
    expect(indexFiles()).toEqual(['pointer.json', 'v1/1', `${index}/1`, `${index}/2`]);
    expect((await stat(at('dist/index/v1/1'))).ino).toBe(ino);
  }
});
