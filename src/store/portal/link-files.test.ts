import { linkSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { linkFiles, linkFilesAside } from './link-files.ts';

let root = '';
const at = (...names: string[]) => join(root, ...names);
const task = (files: string[]) => ({
  former: at('dist'),
  next: at('next'),
  files,
  written: Date.now() + 60_000,
});

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-link-'));
  await mkdir(at('dist/a/b'), { recursive: true });
  await mkdir(at('next'));
  for (const name of ['one', 'a/two', 'a/b/three']) await writeFile(at('dist', name), name);
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('gives files a second name, in folders of their own', async () => {
  expect(linkFiles(task(['one', 'a/b/three']))).toEqual([]);
  expect(await readFile(at('next/a/b/three'), 'utf8')).toBe('a/b/three');
  await expect(readFile(at('next/a/two'))).rejects.toThrow('ENOENT');
});

it('tells what is gone, changed since, or would hide another file', async () => {
  const later = new Date(Date.now() + 120_000);
  await utimes(at('dist/a/two'), later, later);
  linkSync(at('dist/one'), at('next/one'));
  expect(linkFiles(task(['one', 'gone', 'a/two', 'a/b/three']))).toEqual(['one', 'gone', 'a/two']);
});

it('does the same in a thread where there are many', async () => {
  const names = Array.from({ length: 3000 }, (_, n) => `many/${n}`);
  await mkdir(at('dist/many'));
  for (const name of names.slice(1)) await writeFile(at('dist', name), name);
  expect(await linkFilesAside(task(names))).toEqual(['many/0']);
  expect(await readFile(at('next/many/2999'), 'utf8')).toBe('many/2999');
});
