import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { synonymWords } from '../search/concepts.ts';
import type { SearchDocument } from '../search/document.ts';
import { search } from '../search/engine.ts';
import { IndexBuilder } from '../search/index-builder.ts';
import { IndexReader } from '../search/index-reader.ts';
import { fileName } from '../search/layout.ts';
import { NO_FOLDER, pageName } from '../search/page-groups.ts';
import { WordCounter } from '../search/word-counts.ts';
import { type MetaRules, PagefindIndex } from './pagefind-index.ts';
import { defaultSettings } from './settings.ts';

const page = (title: string, text: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  url: `/${title}/`,
  title,
  text,
  sections: [],
  identities: [],
  filters: {},
  meta: {},
  demoted: false,
  ...more,
});

const GUIDE = 'ก่อนเริ่มใช้ระบบ\nตั้งรหัสผ่านใหม่\nกดปุ่มลืมรหัสผ่าน <b>แล้ว</b> ตรวจอีเมล\nติดต่อ\nโทรถามเจ้าหน้าที่';
const after = (heading: string): number => GUIDE.indexOf(heading) + heading.length + 1;
const PAGES = [
  page('คู่มือ', GUIDE, {
    sections: [
      { id: 'password', title: 'ตั้งรหัสผ่านใหม่', start: after('ตั้งรหัสผ่านใหม่'), level: 2 },
      { id: 'contact', title: 'ติดต่อ', start: after('ติดต่อ'), level: 3 },
    ],
    meta: { kind: 'คู่มือ', answers: '[]', force: 'unknown', forceLabel: 'ไม่ทราบสถานะ' },
  }),
  page('หนังสือ', 'แจ้งเรื่องรหัสผ่านของผู้ใช้ทุกคน', { identities: ['มท 0808.4/ว 2007'] }),
  page('อื่น', 'รายงานงบประมาณประจำปี'),
];
const FACETS = { kind: { values: ['ก', 'ข'], pages: [[0], [1], [0]] } };
const SORTS = { date: [null, '2024-09-17', '2025-01-02'] };
const RULES: MetaRules = { hidden: ['answers'], labels: { force: 'forceLabel' } };

const open = async () => {
  const counter = new WordCounter();
  for (const { title, text } of PAGES) {
    counter.add(title);
    counter.add(text);
  }
  const builder = new IndexBuilder(counter.lexicon(synonymWords()));
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const files = new Map<string, Uint8Array>([
    [fileName.facets, json(FACETS)],
    [fileName.sorts, json(SORTS)],
  ]);
  for (const [number, document] of PAGES.entries())
    files.set(pageName(NO_FOLDER, number), json({ ...document, tokens: builder.add(document) }));
  for (const { name, bytes } of builder.files()) files.set(name, bytes);
  const source = { read: async (name: string) => files.get(name) as Uint8Array };
  const reader = await IndexReader.open(source);
  return { reader, index: new PagefindIndex(reader, source, RULES) };
};
const { reader, index } = await open();
const SETTINGS = defaultSettings('/');
const ask = (term: string | null, more: object = {}) =>
  index.search({ term, filters: {}, sort: null, mergeFilter: {}, ...more });
const first = async (term: string | null, settings: object = {}) => {
  const { found, asked, terms } = await ask(term);
  const [{ page: at, full } = { page: 0, full: true }] = found;
  return index.fragment({ page: at, full, asked, terms, settings: { ...SETTINGS, ...settings } });
};
const pagesOf = ({ found }: Awaited<ReturnType<typeof ask>>) => found.map(({ page: at }) => at);

describe('a search', () => {
  it.each(['รหัสผ่าน', 'มท ๐๘๐๘.๔/ว๒๐๐๗', 'ว 2008', 'รายงานผ่าน', 'ลืมรหัสผาน'])(
    'for %s has the order of the engine, with scores that descend',
    async (term) => {
      const { found } = await ask(term);
      expect(found.map(({ page: at }) => at)).toEqual(
        (await search(reader, term)).hits.map(({ page: at }) => at),
      );
      expect(found.length).toBeGreaterThan(0);
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    },
  );

  it('counts with and without its filters', async () => {
    const answer = await ask('รหัสผ่าน', { filters: { kind: 'ข' } });
    expect(pagesOf(answer)).toEqual([1]);
    expect(answer).toMatchObject({
      unfiltered: 2,
      filters: { kind: { ก: 0, ข: 1 } },
      totalFilters: { kind: { ก: 1, ข: 1 } },
    });
  });

  it('without a query lists the pages that pass', async () => {
    expect(pagesOf(await ask(null))).toEqual([0, 1, 2]);
    expect(pagesOf(await ask(null, { filters: { kind: 'ก' } }))).toEqual([0, 2]);
    expect(await index.filters({ site: 'ก' })).toEqual({ kind: { ก: 2, ข: 1 }, site: { ก: 3 } });
  });

  it('in another order leaves out pages without a value, and scores descend', async () => {
    const { found } = await ask(null, { sort: { name: 'date', direction: 'desc' } });
    expect(found.map(({ page: at, score }) => [at, score])).toEqual([
      [2, 1],
      [1, 1 / 2],
    ]);
    const unknown = await ask(null, { sort: { name: 'toString', direction: 'asc' } });
    expect(pagesOf(unknown)).toEqual([0, 1, 2]);
  });
});

describe('a result', () => {
  it('shows where the words stand, escaped, with its sections', async () => {
    const { excerpt, plain_excerpt, sub_results, meta, anchors, ...rest } = await first('ลืมรหัสผ่าน');
    expect(excerpt).toContain('<mark>ลืมรหัสผ่าน</mark> &#60;b&#62;แล้ว&#60;/b&#62;');
    expect(plain_excerpt).toBe(excerpt.replace(/<\/?mark>/g, ''));
    expect(meta).toEqual({ title: 'คู่มือ', kind: 'คู่มือ', force: 'ไม่ทราบสถานะ' });
    expect(rest).toMatchObject({ url: '/คู่มือ/', raw_url: '/คู่มือ/', filters: { kind: ['ก'] } });
    expect(sub_results).toMatchObject([
      { title: 'ตั้งรหัสผ่านใหม่', url: '/คู่มือ/#password', anchor: { element: 'h2', id: 'password' } },
    ]);
    expect(sub_results[0]?.excerpt).toContain('<mark>ลืมรหัสผ่าน</mark>');
    expect(anchors.map(({ id, element }) => [id, element])).toEqual([
      ['password', 'h2'],
      ['contact', 'h3'],
    ]);
  });

  it('counts words in its raw content, as Pagefind does', async () => {
    const { raw_content, content, locations, weighted_locations, word_count, anchors } =
      await first('รหัสผ่าน');
    const words = raw_content.split('\u200B');
    expect(words.join('').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))).toBe(
      content,
    );
    expect(words).toHaveLength(word_count);
    expect(locations.map((at) => words[at]?.replace(/[^ก-๎]/g, '')).join('')).toBe(
      'รหัสผ่าน'.repeat(2),
    );
    expect(words[anchors[0]?.location ?? -1]).toBe('ตั้ง');
    expect(weighted_locations.map(({ weight }) => weight)).toContain(6);
    expect(weighted_locations.map(({ weight }) => weight)).toContain(1);
  });

  it('says that a page is only near, and lists without a query from its beginning', async () => {
    const { found, asked, terms } = await ask('รหัสผ่านงบประมาณ');
    const near = found.find(({ full }) => !full);
    const fragment = await index.fragment({
      ...(near ?? { page: 0, full: true }),
      asked,
      terms,
      settings: SETTINGS,
    });
    expect(fragment.meta.match).toBe('near');
    const listed = await first(null);
    expect(listed.excerpt.startsWith('ก่อนเริ่มใช้ระบบ')).toBe(true);
    expect([listed.locations, listed.sub_results]).toEqual([[], []]);
  });

  it('has as many words in its excerpt as are asked for, and a sign where it is cut', async () => {
    const { excerpt } = await first('ลืมรหัสผ่าน', { excerptLength: 4, excerptEllipsis: '<…>' });
    expect(excerpt).toMatch(/^&#60;…&#62;.*<mark>.*&#60;…&#62;$/);
    expect(excerpt.replace(/<\/?mark>|&#\d+;/g, '').length).toBeLessThan(40);
    const { url, sub_results } = await first('"ลืมรหัสผ่าน"', {
      baseUrl: '/sub/',
      highlightParam: 'q',
    });
    const query = new URLSearchParams({ q: 'ลืมรหัสผ่าน' });
    expect([url, sub_results[0]?.url]).toEqual([
      `/sub/คู่มือ/?${query}`,
      `/sub/คู่มือ/?${query}#password`,
    ]);
  });

  it('is whole for any query', async () => {
    const letters = fc.string({ unit: fc.constantFrom(...'รหัสผ่านใหม่ตั้งเมล <2"'), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(letters, fc.integer({ min: 1, max: 60 }), async (term, excerptLength) => {
        const { asked, terms } = await ask(term);
        const settings = { ...SETTINGS, excerptLength };
        const fragment = await index.fragment({ page: 0, full: true, asked, terms, settings });
        for (const { excerpt } of [fragment, ...fragment.sub_results])
          expect(excerpt.replace(/<mark>[^<]*<\/mark>/g, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: 40 },
    );
  });
});
