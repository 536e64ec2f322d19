import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listFiles, openNextPortal, wholePortal, writeKeptFiles } from './kept-files.ts';

let root = '';
const at = (...names: string[]) => join(root, ...names);
const KEPT = {
  formerId: 'former',
  kept: ['b/index.html', 'b/letter.pdf'],
  gone: ['c/index.html'],
  apart: [],
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-layers-'));
  for (const folder of ['former/b', 'former/c', 'next/a'])
    await mkdir(at(folder), { recursive: true });
  for (const file of ['former/b/index.html', 'former/b/letter.pdf', 'former/c/index.html']) {
    await writeFile(at(file), file);
  }
  for (const file of ['next/index.html', 'next/a/index.html', 'next/a/feed.xml']) {
    await writeFile(at(file), file);
  }
});
afterEach(() => rm(root, { recursive: true }));

it('lists the files of a folder with all that is below it', () => {
  expect(listFiles(at('next')).sort()).toEqual(['a/feed.xml', 'a/index.html', 'index.html']);
});

it('knows the pages of a portal that lies in one folder', () => {
  expect(wholePortal(at('next')).pages()).toEqual(['a/index.html', 'index.html']);
});

it('takes what a build made before what it kept', async () => {
  await writeKeptFiles(at('next'), KEPT);
  const portal = await openNextPortal(at('next'), at('former'));
  expect(portal.pages()).toEqual(['a/index.html', 'b/index.html', 'index.html']);
  const read = (file: string) => readFile(portal.pathOf(file), 'utf8');
  expect(await read('b/letter.pdf')).toBe('former/b/letter.pdf');
  expect(await read('a/feed.xml')).toBe('next/a/feed.xml');
  await expect(read('c/index.html')).rejects.toThrow('ENOENT');
});

it('takes a build that keeps nothing as it is', async () => {
  expect((await openNextPortal(at('next'), at('former'))).pages()).toEqual([
    'a/index.html',
    'index.html',
  ]);
});
