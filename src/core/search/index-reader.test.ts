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
    expect(key?.pagesBytes).toBe(files.get(fileName.pages(0))?.length);
    expect(key?.positionsBytes).toBeGreaterThan(0);
    expect((await key?.postings())?.pages.length).toBe(3000);
    await key?.positions();
    expect([key?.pagesBytes, key?.positionsBytes]).toEqual([0, 0]);
    expect(key?.lettersBytes('behind')).toBeGreaterThan(0);
    expect((await key?.letters('behind'))?.length).toBe(3000);
    expect([key?.lettersBytes('behind') === 0, key?.lettersBytes('before') === 0]).toEqual([
      true,
      false,
    ]);
  }
  expect(fetched.toSorted()).toEqual(
    [
      fileName.start,
      fileName.pages(0),
      fileName.positions(0),
      fileName.letters(0, 'behind'),
    ].toSorted(),
  );
});

it('says so where there are not as many letters as positions', async () => {
  const index = await IndexReader.open({
    read: async (name) =>
      name === fileName.letters(0, 'before') ? Uint8Array.of(1) : (files.get(name) as Uint8Array),
  });
  const key = (await index.lookUp([WORD])).get(WORD);
  await expect(key?.letters('before')).rejects.toThrow(`"${WORD}" has 1 letters at 3000 positions`);
});
