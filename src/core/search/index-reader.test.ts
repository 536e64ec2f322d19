import { expect, it } from 'vitest';
import type { SearchDocument } from './document.ts';
import { IndexBuilder } from './index-builder.ts';
import { IndexReader } from './index-reader.ts';
import { fileName } from './layout.ts';

const WORD = 'งบประมาณ';
const builder = new IndexBuilder({ words: [WORD], costs: [10] });
for (let page = 0; page < 3000; page++) {
  const document: SearchDocument = {
    url: `/${page}/`,
    title: '',
    text: WORD,
    sections: [],
    identities: [],
    filters: {},
    meta: {},
    demoted: false,
  };
  builder.add(document);
}
const files = new Map([...builder.files()].map(({ name, bytes }) => [name, bytes]));

it('reckons each query as if it were the first, and fetches no file twice', async () => {
  const fetched: string[] = [];
  const index = await IndexReader.open({
    read: async (name) => {
      fetched.push(name);
      return files.get(name) as Uint8Array;
    },
  });
  for (const reader of [index.next(), index.next()]) {
    const key = (await reader.lookUp([WORD])).get(WORD);
    expect(key?.pagesBytes).toBeGreaterThan(3000);
    expect(key?.positionsBytes).toBeGreaterThan(0);
    expect((await key?.postings())?.pages.length).toBe(3000);
    await key?.positions();
    expect([key?.pagesBytes, key?.positionsBytes]).toEqual([0, 0]);
  }
  expect(fetched.toSorted()).toEqual(
    [fileName.start, fileName.pages(0), fileName.positions(0)].toSorted(),
  );
});
