import { statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diskOperations } from './file-operations.ts';
import { listFiles } from './kept-files.ts';
import { portalPaths } from './portal-folders.ts';
import { markPortal } from './portal-mark.ts';
import {
  type BeforeUpdate,
  carryOutUpdate,
  linkFiles,
  moveFiles,
  type PortalUpdate,
  planUpdate,
  prepareUpdate,
} from './portal-update.ts';

const plan = (before: Partial<BeforeUpdate>) =>
  planUpdate({ made: [], kept: [], apart: [], gone: [], beside: [], extra: [], ...before });

it.each<[what: string, before: Partial<BeforeUpdate>, update: Partial<PortalUpdate>]>([
  ['what is kept stays as it is', { kept: ['a.html'] }, {}],
  ['what the base lacks is linked', { kept: ['a', 'b'], apart: ['b'] }, { linked: ['b'] }],
  [
    'without a base all is linked',
    { kept: ['a', 'b'], gone: ['c'], extra: null },
    {
      linked: ['a', 'b'],
      left: ['c'],
    },
  ],
  [
    'what the portal served has no more goes, and is left in that one',
    { made: ['a.html'], gone: ['b.html'], beside: ['old.css', 'a.html'] },
    { moved: ['a.html'], removed: ['b.html', 'old.css'], left: ['b.html', 'old.css'] },
  ],
  [
    'what only the base has goes, unless it comes again',
    { made: ['a.html'], kept: ['b.html'], extra: ['a.html', 'b.html', 'c.html'] },
    { moved: ['a.html'], removed: ['c.html'] },
  ],
])('%s', (_, before, update) => {
  expect(plan(before)).toEqual({ removed: [], linked: [], moved: [], left: [], ...update });
});

let root = '';
const at = (...names: string[]) => join(root, ...names);
const write = async (...files: string[]) => {
  for (const file of files) {
    await mkdir(dirname(at(file)), { recursive: true });
    await writeFile(at(file), file);
  }
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-update-'));
});
afterEach(() => rm(root, { recursive: true }));

it('makes the next portal of a base, files taking the places of folders and folders those of files', async () => {
  await write('dist/a/index.html', 'dist/a/letter.pdf', 'dist/b', 'dist/c/deep/index.html');
  await write('dist/search/1/page.bin', 'dist/cards/a.png', 'dist/old.txt');
  await markPortal(at('dist'), { id: 'one', pages: 2 });
  await write('.portals/base/b', '.portals/base/c/deep/index.html', '.portals/base/x/y/index.html');
  await write('.portals/base/a/index.html', '.portals/base/search/1/page.bin');
  await writeFile(at('.portals/base/a/index.html'), 'older');
  await write('.portals/next/c', '.portals/next/b/index.html', '.portals/next/search/2/page.bin');
  const kept = {
    formerId: 'one',
    kept: ['a/index.html', 'a/letter.pdf'],
    gone: ['b', 'c/deep/index.html'],
    apart: ['a/index.html', 'a/letter.pdf'],
  };
  const base = { id: 'one', folder: 'base', extra: ['x/y/index.html'] };
  const paths = portalPaths(at('dist'));
  const update = await prepareUpdate(paths, kept, base);
  expect(update.left.toSorted()).toEqual(
    [...kept.gone, '.wian-pages.json', 'cards/a.png', 'old.txt', 'search/1/page.bin'].sort(),
  );
  carryOutUpdate(diskOperations, paths, update);
  const wanted = [...kept.kept, 'b/index.html', 'c', 'search/2/page.bin'];
  expect(listFiles(paths.base).sort()).toEqual(wanted);
  expect(await readFile(join(paths.base, 'a/index.html'), 'utf8')).toBe('dist/a/index.html');
  expect((await readdir(paths.base)).sort()).toEqual(['a', 'b', 'c', 'search']);
});

it('copies where a file system has no second names, with the time of the last change', async () => {
  await write('dist/a/index.html', 'base/a/index.html');
  const link = () => {
    throw Object.assign(new Error('no links here'), { code: 'EPERM' });
  };
  linkFiles({ ...diskOperations, link }, at('dist'), at('base'), ['a/index.html', 'a/index.html']);
  const [from, to] = [at('dist/a/index.html'), at('base/a/index.html')].map((path) =>
    statSync(path),
  );
  expect(await readFile(at('base/a/index.html'), 'utf8')).toBe('dist/a/index.html');
  expect(to?.mtimeMs).toBe(Math.floor(from?.mtimeMs as number));
  expect(to?.ino).not.toBe(from?.ino);
});

it('moves folders whole that the base lacks, and file by file into those that it has', async () => {
  await write('base/a/old.html', 'next/a/new.html', 'next/a/b/c.html', 'next/a/b/d.html');
  await write('next/s/1/page/0.bin', 'next/s/1/page/1.bin', 'next/s/start.bin', 'next/top.html');
  const renamed: string[] = [];
  const files = {
    ...diskOperations,
    rename: (from: string, to: string) => {
      renamed.push(relative(at('base'), to));
      diskOperations.rename(from, to);
    },
  };
  const names = listFiles(at('next'));
  moveFiles(files, at('next'), at('base'), names);
  expect(listFiles(at('base')).sort()).toEqual(['a/old.html', ...names].sort());
  expect(renamed.sort()).toEqual(['a/b', 'a/new.html', 's', 'top.html']);
});
