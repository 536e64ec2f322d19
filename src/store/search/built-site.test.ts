import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholePortal } from '../portal/kept-files.ts';
import { readBuiltSite } from './built-site.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-built-site-'));
});
afterEach(() => rm(root, { recursive: true }));

const write = (path: string, html: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), html);
};

const page = (title: string): string =>
  `<main data-pagefind-body><h1>${title}</h1><p>ข้อความของ ${title}</p></main>`;

const read = () => readBuiltSite(wholePortal(root));

describe('readBuiltSite', () => {
  it('gives the pages that are to be found, in the order of their addresses', async () => {
    write('b/index.html', page('ข'));
    write('a/index.html', page('ก'));
    write('a/qr/index.html', '<main><h1>คิวอาร์</h1></main>');
    write('about.html', page('เกี่ยวกับ'));
    write('a/data.json', '{}');
    expect((await read()).map(({ url, title }) => `${url} ${title}`)).toEqual([
      '/a/ ก',
      '/about.html เกี่ยวกับ',
      '/b/ ข',
    ]);
  });

  it('gives each of many pages once and in order, though two threads read them', async () => {
    const names = Array.from(
      { length: 2100 },
      (_, number) => `p${String(number).padStart(4, '0')}`,
    );
    for (const name of names.toReversed()) write(`${name}/index.html`, page(name));
    const documents = await read();
    expect(documents.map(({ url }) => url)).toEqual(names.map((name) => `/${name}/`));
    expect(documents.map(({ title }) => title)).toEqual(names);
    expect(documents.every(({ text, title }) => text === `ข้อความของ ${title}`)).toBe(true);
  });

  it('tells of a page that goes while it reads', async () => {
    write('a/index.html', page('ก'));
    const portal = { ...wholePortal(root), pages: () => ['a/index.html', 'b/index.html'] };
    await expect(readBuiltSite(portal)).rejects.toThrow(/ENOENT.*b\/index\.html/);
  });
});
