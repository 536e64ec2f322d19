import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { componentTexts } from '#i18n/component-texts.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { CIRCULAR, GOOD, MANUAL, OFFICES } from '../../../tests/check/good-content.ts';
import { readInProcess } from './read-by-astro.ts';
import {
  type Collections,
  keepCollections,
  NeedsAstro,
  readCollections,
  readKeptCollections,
} from './read-collections.ts';
import { announcedOrStored, storedRecordsFolder } from './stored-records.ts';

const TEXTS = {
  footnotes: LANGUAGES.en.document.footnotes,
  components: componentTexts(LANGUAGES.en),
};

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-collections-'));
  for (const [path, text] of GOOD) write(path, text);
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const file = () => join(root, '.cache/collections.bin');
const read = (former: Collections = new Map()) => readCollections(root, TEXTS, former);
const manual = (collections: Collections) => collections.get('manuals')?.get('sign-in') as object;
const htmlOf = (collections: Collections): string =>
  (manual(collections) as { rendered: { html: string } }).rendered.html;

describe('collections read without Astro', () => {
  it('hold what every loader reads', async () => {
    const collections = await read();
    expect(manual(collections)).toMatchObject({ id: 'sign-in', filePath: MANUAL });
    expect(collections.get('offices')?.get('dla')?.data).toMatchObject({ id: 'dla' });
    expect([...(collections.get('shortCodes')?.values() ?? [])][0]?.data).toMatchObject({
      circular: CIRCULAR.slice('content/circulars/'.length),
    });
    expect(collections.get('operator')?.size).toBe(1);
    const circulars = announcedOrStored(storedRecordsFolder(`${root}/`, 'circulars', false));
    expect(circulars.map(({ id }) => `content/circulars/${id}`)).toEqual([CIRCULAR]);
  });

  it('are the same when they are read with what was kept, and take what did not change from it', async () => {
    const first = await read();
    keepCollections(file(), first);
    const kept = readKeptCollections(file());
    expect(kept).toEqual(first);
    const second = await read(kept);
    expect(second).toEqual(first);
    expect(manual(second)).toBe(manual(kept));
  });

  it('are read anew where they have changed', async () => {
    const first = await read();
    write(MANUAL, `${readFileSync(join(root, MANUAL), 'utf8')}\nประโยคใหม่\n`);
    const second = await read(first);
    expect(htmlOf(second)).toBe(`${htmlOf(first)}\n<p>ประโยคใหม่</p>`);
    expect(second).toEqual(await read());
  });

  it('are not rendered again where Astro has read them before, whose loaders say what they read', async () => {
    const first = await read();
    const second = await read(readInProcess());
    expect(manual(second)).toBe(manual(first));
    write(MANUAL, GOOD.get(MANUAL)?.replace('title: ', 'title: New ') ?? '');
    expect(manual(await read(readInProcess()))).not.toEqual(manual(first));
  });

  it('come in the order of their ids, as Astro stores them', async () => {
    const text = readFileSync(join(root, OFFICES), 'utf8');
    const [head, ...rows] = text.trim().split('\n');
    write(OFFICES, `${[head, ...rows.reverse()].join('\n')}\n`);
    const ids = [...((await read()).get('offices')?.keys() ?? [])];
    expect(ids.length).toBeGreaterThan(2);
    expect(ids).toEqual(ids.toSorted((a, b) => a.localeCompare(b)));
  });

  it('forget what is gone', async () => {
    const first = await read();
    rmSync(join(root, MANUAL));
    expect((await read(first)).get('manuals')?.size).toBe(0);
  });

  it('are read anew where what was kept is damaged', async () => {
    keepCollections(file(), await read());
    const bytes = readFileSync(file());
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    writeFileSync(file(), bytes);
    expect(readKeptCollections(file())).toEqual(new Map());
  });

  it('leave guidance with pictures beside it to Astro, changed or not', async () => {
    write(MANUAL, `${readFileSync(join(root, MANUAL), 'utf8')}\n![หน้าจอ](./a.png)\n`);
    await expect(read()).rejects.toThrow(NeedsAstro);
    const known = new Map([
      ['manuals', new Map([['a', { id: 'a', data: {}, assetImports: ['./a.png'] }]])],
    ]);
    await expect(read(known)).rejects.toThrow(NeedsAstro);
  });

  it('throw what is wrong with the content', async () => {
    write(MANUAL, '---\ntitle: ก\n---\n');
    await expect(read()).rejects.toThrow(`${MANUAL}:`);
  });
});
