import { beforeAll, describe, expect, it } from 'vitest';
import { search } from './engine.ts';
import { IndexBuilder } from './index-builder.ts';
import { IndexReader } from './index-reader.ts';
import { WordCounter } from './word-counts.ts';

/** The first two have whole phrases; the third has all the words of those phrases with a slip in them, each by itself. */
const PAGES = [
  'ศาลสั่งให้การแก้คดีภายในเดือน',
  'ยื่นฟ้องคดีก่อนที่สิ่งนั้นสูญหาย',
  'ดี ให้ แก้ การ ที่ ก่อ สิ่ง คดี นั้น ฟ้อง ให้ ดี การ แก้ สิ่ง ก่อ ฟ้อง ที่ คดี นั้น',
  'สำนักหรือกองที่รับเรื่อง',
  'นั้นหรือกองที่รับเรื่อง',
];

let reader: IndexReader;
beforeAll(async () => {
  const counter = new WordCounter();
  for (const text of PAGES) counter.add(text);
  const builder = new IndexBuilder(counter.lexicon([]));
  PAGES.forEach((text, page) => {
    builder.add({
      url: `${page}`,
      title: `หน้า ${page}`,
      text,
      sections: [],
      identities: [],
      filters: {},
      meta: {},
      demoted: false,
    });
  });
  const files = new Map([...builder.files()].map(({ name, bytes }) => [name, bytes]));
  reader = await IndexReader.open({ read: async (name) => files.get(name) as Uint8Array });
});

describe('a long phrase that stands nowhere as typed', () => {
  it.each([
    ['ให้การแก้ดีภาย', 'ให้การแก้คดีภาย', 0],
    ['ฟ้องคดีก่อที่สิ่งนั้น', 'ฟ้องคดีก่อนที่สิ่งนั้น', 1],
  ])(
    '%s finds the page of what was meant before those with its words, and suggests it',
    async (typed, meant, page) => {
      const answer = await search(reader, typed);
      expect(answer).toMatchObject({ corrected: [], suggestion: meant });
      expect(answer.hits[0]).toMatchObject({ page, full: false });
      expect(answer.hits.map((hit) => hit.page)).toContain(2);
    },
  );

  it('is found in the pages of each of its likely readings', async () => {
    const { hits } = await search(reader, 'นัหรือกองที่รับเรื่อง');
    expect(
      hits
        .slice(0, 2)
        .map(({ page }) => page)
        .sort(),
    ).toEqual([3, 4]);
  });
});
