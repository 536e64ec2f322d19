import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchDocument } from '#core/search/document.ts';
import { search } from '#core/search/engine.ts';
import { IndexReader } from '#core/search/index-reader.ts';
import { openIndexFolder, writeIndex } from './index-folder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-index-'));
});
afterEach(() => rm(root, { recursive: true }));

const document = (url: string, text: string): SearchDocument => ({
  url,
  title: 'คู่มือ',
  text,
  sections: [],
  identities: [],
  filters: { kind: ['manuals'] },
  meta: {},
  demoted: false,
});
const PAGES = [document('/a/', 'ตั้งรหัสผ่านใหม่'), document('/b/', 'รายงานงบประมาณ')];

describe('an index on disk', () => {
  it('answers as it was built, and is the same from the same pages', async () => {
    const folder = join(root, 'index');
    await writeIndex(PAGES, folder);
    const before = await readdir(folder);
    await writeIndex(PAGES, folder);
    expect(await readdir(folder)).toEqual(before);
    const read: number[] = [];
    const reader = await IndexReader.open(
      await openIndexFolder(folder, (bytes) => read.push(bytes)),
    );
    expect((await search(reader, 'งบประมาณ')).hits.map(({ page }) => page)).toEqual([1]);
    expect(Math.min(...read)).toBeGreaterThan(0);
  });

  it('says how to fix an index that is missing or damaged', async () => {
    const folder = join(root, 'index');
    await expect(openIndexFolder(folder)).rejects.toThrow('build the site again: npm run build');
    const { pointer } = await writeIndex(PAGES, folder);
    await writeFile(join(folder, pointer.folder, 'start.bin'), 'damaged');
    await expect(openIndexFolder(folder).then(IndexReader.open)).rejects.toThrow(
      'the search index cannot be read',
    );
    for (const other of ['[]', 'null', '{"layout":1}']) {
      await writeFile(join(folder, 'index.json'), other);
      await expect(openIndexFolder(folder)).rejects.toThrow('it does not point to an index');
    }
  });
});
