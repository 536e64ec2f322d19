import { beforeEach, expect, it } from 'vitest';
import type { LoadSlips } from './engine.ts';
import { IndexBuilder } from './index-builder.ts';
import { IndexReader } from './index-reader.ts';
import { fileName } from './layout.ts';
import { tidy } from './normalise.ts';
import { NO_FOLDER, pageName } from './page-groups.ts';
import { Searcher } from './respond.ts';
import { WordCounter } from './word-counts.ts';

const TEXT = 'ระเบียบการรับส่งหนังสือ';
const counter = new WordCounter();
counter.add(TEXT);
const builder = new IndexBuilder(counter.lexicon([]));
for (let number = 1; number <= 6; number++) {
  const filters = {};
  const place = { sections: [], identities: [], filters, meta: {}, demoted: false };
  builder.add({ url: `/${number}/`, title: `${number}`, text: tidy(TEXT), ...place });
}
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const FILES = new Map([
  ...[...builder.files()].map(({ name, bytes }) => [name, bytes] as const),
  [fileName.facets, encode({})] as const,
  ...[1, 2, 3, 4, 5, 6].map((number, page) => {
    const stored = { url: `/${number}/`, title: `${number}`, text: TEXT, sections: [], meta: {} };
    return [pageName(NO_FOLDER, page), encode(stored)] as const;
  }),
]);

/** Pages of which the file is held up until the test lets it come; null is a line that has broken. */
let waiting: Map<string, (bytes: Uint8Array | null) => void>;
let asked: string[];
let loaded: number;

const source = {
  read: (name: string): Promise<Uint8Array> => {
    const bytes = FILES.get(name) as Uint8Array;
    if (!name.includes('/page/')) return Promise.resolve(bytes);
    asked.push(name);
    return new Promise((resolve, reject) => {
      waiting.set(name, (come) => (come ? resolve(come) : reject(new Error('broken line'))));
    });
  },
};
const comes = async (name: string, bytes: Uint8Array | null = FILES.get(name) ?? null) => {
  waiting.get(name)?.(bytes);
  await new Promise((resolve) => setTimeout(resolve));
};
const loadSlips: LoadSlips = () => {
  loaded++;
  return import('./slips.ts');
};
const searcher = async () => new Searcher(await IndexReader.open(source), source, loadSlips);

beforeEach(() => {
  waiting = new Map();
  asked = [];
  loaded = 0;
});

it('tells the first results as each comes, in order, and asks for the others behind them', async () => {
  const delivered: string[] = [];
  const answer = (await searcher()).respond('ระเบียบ', {
    limit: 5,
    onFirst: ({ results }) => delivered.push(results.map(({ url }) => url).join('')),
  });
  await new Promise((resolve) => setTimeout(resolve));
  const [best, second, third] = [...asked] as [string, string, string];
  expect(asked).toHaveLength(3);
  await comes(second);
  expect(delivered).toEqual([]);
  await comes(best);
  expect(delivered).toEqual(['/1/', '/1//2/']);
  await comes(third);
  expect(delivered.at(-1)).toBe('/1//2//3/');
  expect(asked).toHaveLength(5);
  for (const name of asked.slice(3)) await comes(name);
  expect((await answer).results.map(({ url }) => url)).toEqual(['/1/', '/2/', '/3/', '/4/', '/5/']);
  expect(delivered).toHaveLength(3);
});

it('tells no first results behind one that cannot be had, and rejects where nothing may be left out', async () => {
  const delivered: number[] = [];
  const answer = (await searcher()).respond('ระเบียบ', {
    limit: 5,
    onFirst: ({ results }) => delivered.push(results.length),
  });
  const settled = Promise.allSettled([answer]);
  await new Promise((resolve) => setTimeout(resolve));
  await comes(asked[0] as string, null);
  for (const name of asked.slice(1)) await comes(name);
  expect(await settled).toMatchObject([{ status: 'rejected', reason: { message: 'broken line' } }]);
  expect(delivered).toEqual([]);
});

it.each([
  ['ระเบียบ', 0],
  ['การรับส่งหนังสือ', 0],
  ['ระเบียบกานรับส่ง', 1],
  ['กระเป๋าเดินทาง', 1],
  ['it,gupU', 1],
])('loads what reads slips for %s only where that is needed', async (query, least) => {
  const answer = (await searcher()).respond(query, { limit: 0 });
  await answer;
  expect(Math.min(loaded, 1)).toBe(least);
});
