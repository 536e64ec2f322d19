import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listFiles } from './kept-files.ts';
import { markPortal } from './portal-mark.ts';
import { carryOutUpdate, planUpdate, prepareUpdate } from './portal-update.ts';

it.each<
  [
    what: string,
    before: { made: string[]; replacing?: string[]; beside?: string[]; gone?: string[] },
    update: { inTheWay?: string[]; moved: string[]; gone?: string[] },
  ]
>([
  [
    'what is new comes before what may point to it',
    { made: ['a.html', 'new.css', 'b.html'], replacing: ['a.html', 'b.html'] },
    { moved: ['new.css', 'a.html', 'b.html'] },
  ],
  [
    'what nothing points to any more goes last',
    { made: ['a.html'], replacing: ['a.html'], beside: ['old.css', 'a.html'], gone: ['b.html'] },
    { moved: ['a.html'], gone: ['b.html', 'old.css'] },
  ],
  [
    'a file goes first where a folder is to be',
    { made: ['x/index.html'], gone: ['x', 'x.pdf'] },
    { inTheWay: ['x'], moved: ['x/index.html'], gone: ['x.pdf'] },
  ],
  [
    'a folder goes first where a file is to be',
    { made: ['x'], gone: ['x/index.html', 'x/y/z.pdf', 'xy/z.pdf'] },
    { inTheWay: ['x/index.html', 'x/y/z.pdf'], moved: ['x'], gone: ['xy/z.pdf'] },
  ],
])('%s', (_, { made, replacing = [], beside = [], gone = [] }, update) => {
  expect(planUpdate({ made, replacing: new Set(replacing), beside, gone })).toEqual({
    inTheWay: [],
    gone: [],
    ...update,
  });
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

it('leaves what pages keep, and takes away what lay beside them before', async () => {
  await write('dist/a/index.html', 'dist/a/letter.pdf', 'dist/index.html');
  await write('dist/search/1/page.bin', 'dist/search/1/deep/x.bin', 'dist/search/index.json');
  await write('dist/cards/a.png', 'dist/old.txt', 'dist/b', 'dist/gone/deep/index.html');
  await write('dist/c/index.html', 'next/c');
  await markPortal(at('dist'), { id: 'one', pages: 2 });
  await write('next/index.html', 'next/b/index.html', 'next/cards/a.png');
  await write('next/search/2/page.bin', 'next/search/index.json');
  await prepareUpdate(at('dist'), at('next'), {
    of: 'one',
    kept: ['a/index.html', 'a/letter.pdf'],
    gone: ['b', 'c/index.html', 'gone/deep/index.html'],
  });
  await carryOutUpdate(at('dist'), at('next'));
  const wanted = ['a/index.html', 'a/letter.pdf', 'b/index.html', 'c', 'cards/a.png', 'index.html'];
  expect(listFiles(at('dist')).sort()).toEqual([
    ...wanted,
    'search/2/page.bin',
    'search/index.json',
  ]);
  await carryOutUpdate(at('dist'), at('next'));
  expect(listFiles(at('dist'))).toHaveLength(wanted.length + 2);
  await expect(rm(at('dist/gone'))).rejects.toThrow('ENOENT');
});
