import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '#browser/pagefind/engine.ts';
import { bundleEntry, ENTRY_FILE } from '#core/pagefind/entry.ts';
import { NO_META_RULES } from '#core/pagefind/pagefind-index.ts';
import { defaultSettings } from '#core/pagefind/settings.ts';
import type { SearchDocument } from '#core/search/document.ts';
import { fileName } from '#core/search/layout.ts';
import { writeIndex } from '#store/search/index-folder.ts';

const ADDRESS = { bundle: 'https://site.example/pagefind/', language: 'th' };
const REQUEST = { term: 'รหัสผ่าน', filters: {}, sort: null, mergeFilter: {} };
const BY_DATE = { ...REQUEST, term: null, sort: { name: 'date', direction: 'desc' } as const };

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const documents = (word: string): SearchDocument[] =>
  Array.from({ length: 4 }, (_, page) => ({
    url: `/${word}/${page}/`,
    title: `คู่มือที่ ${page}`,
    text: `ตั้งรหัสผ่านใหม่ ${word}`,
    sections: [],
    identities: [],
    filters: { kind: ['คู่มือ'] },
    sorts: { date: `2024-0${page + 1}-01` },
    meta: {},
    demoted: false,
  }));

/** Files of a bundle with one index, by their paths below the site. */
const bundleOf = async (word: string, folder: string): Promise<Files> => {
  const { pointer } = await writeIndex(documents(word), folder);
  const entry = bundleEntry({ th: { path: '../search-index/', pointer } }, NO_META_RULES);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }): [string, Uint8Array<ArrayBuffer>] => {
      const path = join(parentPath, name);
      return [`/search-index/${path.slice(folder.length + 1)}`, new Uint8Array(readFileSync(path))];
    });
  return new Map([
    ...files,
    [`/pagefind/${ENTRY_FILE}`, new TextEncoder().encode(JSON.stringify(entry))],
  ]);
};

let root = '';
let one: Files;
let two: Files;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-engine-'));
  one = await bundleOf('หนึ่ง', join(root, 'one'));
  two = await bundleOf('สอง', join(root, 'two'));
});
afterAll(() => rm(root, { recursive: true }));

/** An engine that reads what `served` has at the time. */
const engineOf = (served: () => Files): Engine =>
  new Engine((folder) => ({
    fetch: async (path) => {
      const bytes = served().get(new URL(path, folder).pathname);
      return bytes ? new Response(bytes) : new Response('', { status: 404 });
    },
    deadline: () => AbortSignal.timeout(10_000),
    pause: async () => {},
  }));

const changed = (
  files: Files,
  name: string,
  change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null,
): Files =>
  new Map(
    [...files].flatMap(([path, bytes]) => {
      const now = path.endsWith(`/${name}`) ? change(bytes) : bytes;
      return now ? [[path, now] as const] : [];
    }),
  );

describe('an engine of which a file is wrong', () => {
  it.each([
    ['the entry is missing', ENTRY_FILE, () => null, /status 404/],
    ['the entry is no JSON', ENTRY_FILE, () => new TextEncoder().encode('<p>'), /JSON|token/],
    [
      'the entry names no index',
      ENTRY_FILE,
      () => new TextEncoder().encode('{"wian":{"indexes":{},"meta":{}}}'),
      /names no index/,
    ],
    ['the orders are missing', `${fileName.sorts}.bin`, () => null, /status 404/],
    [
      'the orders are cut',
      `${fileName.sorts}.bin`,
      (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -9),
      /damaged/,
    ],
    [
      'the orders are of another file',
      `${fileName.sorts}.bin`,
      () => [...two].find(([path]) => path.endsWith('/facets.bin'))?.[1] ?? null,
      /not what was built/,
    ],
  ])('rejects where %s, and answers when that is right again', async (_, name, change, said) => {
    let served = changed(one, name, change);
    const engine = engineOf(() => served);
    await expect(engine.search(ADDRESS, BY_DATE)).rejects.toThrow(said);
    served = one;
    expect((await engine.search(ADDRESS, BY_DATE)).found.map(({ page }) => page)).toEqual([
      3, 2, 1, 0,
    ]);
  });
});

describe('an engine whose site is built anew', () => {
  it('answers from the new index, and gives no page of it to an older search', async () => {
    let served = one;
    const engine = engineOf(() => served);
    const { found, index, asked, terms } = await engine.search(ADDRESS, REQUEST);
    const of = (page: number) => ({
      page,
      full: true,
      asked,
      terms,
      settings: defaultSettings('/'),
    });
    expect((await engine.fragment(ADDRESS, index, of(found[0]?.page ?? -1))).url).toMatch('/หนึ่ง/');
    served = two;
    await expect(engine.fragment(ADDRESS, index, of(found[1]?.page ?? -1))).rejects.toThrow(
      'built anew since this search',
    );
    const again = await engine.search(ADDRESS, { ...REQUEST, term: 'รหัสผ่าน สอง' });
    expect(
      (await engine.fragment(ADDRESS, again.index, of(again.found[0]?.page ?? -1))).url,
    ).toMatch('/สอง/');
  });
});
