import { link, mkdir, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findTouchedFiles, lookAtFiles } from './touched-files.ts';

/** When the portal was left, in seconds since 1970. */
const WRITTEN = 1_700_000_000;
const FILES = ['index.html', 'circulars/2567/index.html', 'about/index.html'];

let folder = '';
const write = async (file: string, seconds: number) => {
  const path = join(folder, file);
  await writeFile(path, 'text');
  await utimes(path, seconds, seconds);
};
const left = () => ({ folder, files: FILES, written: WRITTEN * 1000, base: null });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wian-touched-'));
  await mkdir(join(folder, 'circulars/2567'), { recursive: true });
  await mkdir(join(folder, 'about'));
  for (const file of FILES) await write(file, WRITTEN);
});
afterEach(() => rm(folder, { recursive: true }));

it.each<[what: string, touch: () => Promise<void>, found: string[]]>([
  ['nothing, where nobody wrote', async () => {}, []],
  ['a file written later', () => write('about/index.html', WRITTEN + 1), ['about/index.html']],
  ['a file that is gone', () => rm(join(folder, 'index.html')), ['index.html']],
  [
    'files whose folder is gone',
    () => rm(join(folder, 'circulars'), { recursive: true }),
    ['circulars/2567/index.html'],
  ],
  [
    'a file that is empty, though nobody wrote',
    async () => {
      await truncate(join(folder, 'index.html'));
      await utimes(join(folder, 'index.html'), WRITTEN, WRITTEN);
    },
    ['index.html'],
  ],
  ['nothing of a file that nobody asked for', () => write('new.html', WRITTEN + 1), []],
])('finds %s', async (_, touch, found) => {
  await touch();
  const apart = FILES.filter((file) => !found.includes(file));
  expect(lookAtFiles(left())).toEqual({ touched: found, apart });
  expect(await findTouchedFiles(left())).toEqual({ touched: found, apart });
});

it('tells which files have no second name in the base', async () => {
  const base = join(folder, 'base');
  await mkdir(join(base, 'circulars/2567'), { recursive: true });
  await mkdir(join(base, 'about'));
  await link(join(folder, 'index.html'), join(base, 'index.html'));
  // The same text of the same time, and yet another file.
  await write('base/about/index.html', WRITTEN);
  const apart = ['circulars/2567/index.html', 'about/index.html'];
  expect(lookAtFiles({ ...left(), base })).toEqual({ touched: [], apart });
});
