import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeSitemap } from '#astro/sitemap.ts';
import { writeKeptSitemap } from './kept-sitemap.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-kept-sitemap-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const SITE = 'https://www.example.go.th/wian';
const pages = (...names: string[]) => new Set(names.map((name) => `${SITE}/${name}/`));

let made = 0;
const newFolder = (): string => {
  const folder = join(root, String(made++));
  mkdirSync(folder);
  return folder;
};

const filesIn = (folder: string) =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

const kept = async (listed: Set<string>, code = 'code', site = SITE) => {
  const folder = newFolder();
  await writeKeptSitemap(join(root, 'cache/sitemap.json'), code, site, listed, folder);
  return filesIn(folder);
};

const anew = async (listed: Set<string>, site = SITE) => {
  const folder = newFolder();
  await writeSitemap(site, listed, folder);
  return filesIn(folder);
};

it('is what it would be if it were made anew, whatever was listed before', async () => {
  for (const listed of [pages('a', 'b'), pages('a', 'b'), pages('a'), pages('a', 'c')]) {
    expect(await kept(listed)).toEqual(await anew(listed));
  }
  const other = 'https://other.example';
  expect(await kept(new Set([`${other}/a/`]), 'code', other)).toEqual(
    await anew(new Set([`${other}/a/`]), other),
  );
});

it('is taken from the last build only where the same is listed by the same code', async () => {
  await kept(pages('a'));
  const path = join(root, 'cache/sitemap.json');
  const before = readFileSync(path, 'utf8');
  await kept(pages('a'));
  expect(readFileSync(path, 'utf8')).toBe(before);
  await kept(pages('a'), 'other code');
  expect(readFileSync(path, 'utf8')).not.toBe(before);
  writeFileSync(path, before.replace('sitemap-0', 'sitemap-9'));
  expect(await kept(pages('a'))).toEqual(await anew(pages('a')));
});
