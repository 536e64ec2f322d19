import { describe, expect, it } from 'vitest';
import { anchoredAddress, fullAddress, highlightAddress, siteOfBundle } from './address.ts';
import { bundleEntry, chooseIndex, isBundleEntry, versionOfForeign } from './entry.ts';
import { NO_META_RULES } from './pagefind-index.ts';
import { readSettings } from './settings.ts';
import { readSort, sortPages } from './sorting.ts';

const heard = <T>(read: (warn: (what: string) => void) => T): [T, string[]] => {
  const warnings: string[] = [];
  return [read((what) => warnings.push(what)), warnings];
};

describe('options', () => {
  it.each<[options: unknown, settings: object, warnings: number]>([
    [
      { excerptLength: 12, baseUrl: 'docs', highlightParam: 'q' },
      { excerptLength: 12, baseUrl: '/docs', highlightParam: 'q' },
      0,
    ],
    [{ baseUrl: 'https://example.go.th/' }, { baseUrl: 'https://example.go.th/' }, 0],
    [
      {
        ranking: { pageLength: 0.1 },
        exactDiacritics: true,
        metaCacheTag: 'x',
        basePath: '/p/',
        language: 'th',
        noWorker: true,
      },
      {},
      0,
    ],
    [{ excerptLength: undefined }, {}, 0],
    [undefined, {}, 0],
    ['x', {}, 1],
    [{ element: '#search' }, {}, 1],
    [{ excerptLength: '12' }, {}, 1],
    [{ excerptLength: 0 }, {}, 1],
    [{ excerptLength: Number.NaN }, {}, 1],
    [{ indexWeight: -1, mergeFilter: 'x' }, {}, 2],
    [
      { indexWeight: 0, mergeFilter: { site: 'a' } },
      { indexWeight: 0, mergeFilter: { site: 'a' } },
      0,
    ],
    [{ toString: 'x' }, {}, 1],
  ])('%j', (options, settings, warnings) => {
    const [read, said] = heard((warn) => readSettings(options, warn));
    expect(read).toEqual(settings);
    expect(said).toHaveLength(warnings);
  });
});

describe('orders', () => {
  it.each<[sort: unknown, order: object | null, warnings: number]>([
    [{ date: 'asc' }, { name: 'date', direction: 'asc' }, 0],
    [{ date: 'desc', title: 'asc' }, { name: 'date', direction: 'desc' }, 1],
    [{ date: 'down' }, null, 1],
    [{}, null, 0],
    [undefined, null, 0],
  ])('%j', (sort, order, warnings) => {
    const [read, said] = heard((warn) => readSort(sort, warn));
    expect(read).toEqual(order);
    expect(said).toHaveLength(warnings);
  });

  const SORTS = {
    date: ['2024-09-17', null, '2025-01-02', '2024-09-17'],
    weight: ['10', '9', '-1.5', null],
    mixed: ['10', '9', 'ก', null],
  };
  it.each<[name: string, direction: 'asc' | 'desc', pages: number[]]>([
    ['date', 'asc', [0, 3, 2]],
    ['date', 'desc', [2, 0, 3]],
    ['weight', 'asc', [2, 1, 0]],
    ['mixed', 'asc', [0, 1, 2]],
    ['nowhere', 'asc', []],
    ['toString', 'asc', []],
  ])('by %s, %s', (name, direction, pages) =>
    expect(sortPages([0, 1, 2, 3], SORTS, { name, direction })).toEqual(pages),
  );
});

describe('addresses', () => {
  it.each([
    ['/faq/a/', '/', '/faq/a/'],
    ['/faq/a/', '/sub/path/', '/sub/path/faq/a/'],
    ['/faq/a/', 'https://docs.example.go.th/', 'https://docs.example.go.th/faq/a/'],
    ['/faq/a/', 'https://docs.example.go.th', 'https://docs.example.go.th/faq/a/'],
    ['https://other.example/a', '/sub/', 'https://other.example/a'],
  ])('%s under %s', (address, base, full) => expect(fullAddress(address, base)).toBe(full));

  it.each([
    ['/pagefind/', '/'],
    ['/sub/path/pagefind/', '/sub/path/'],
    ['/docs/_pagefind/', '/docs/'],
    ['/search/', '/'],
    ['https://a.example/x/pagefind/', 'https://a.example/x/'],
  ])('the site of %s', (bundle, site) => expect(siteOfBundle(bundle)).toBe(site));

  it('carry the words of the query, and lead to a heading', () => {
    expect(highlightAddress('/a/?x=1#b', 'q', ['ว', '2&7'])).toBe('/a/?x=1&q=%E0%B8%A7&q=2%267#b');
    expect(highlightAddress('/a/', null, ['ว'])).toBe('/a/');
    expect(anchoredAddress('/a/?q=1#x', 'หัวข้อ 1')).toBe(`/a/?q=1#${encodeURIComponent('หัวข้อ 1')}`);
  });
});

describe('the entry of a bundle', () => {
  const pointer = (pages: number) => ({ layout: 4, folder: `f${pages}`, pages, stamp: 1 });
  const entry = bundleEntry(
    { th: { path: 'th/', pointer: pointer(9) }, en: { path: 'en/', pointer: pointer(3) } },
    NO_META_RULES,
  );

  it.each([
    ['th', 'th/'],
    ['en-US', 'en/'],
    ['de', 'th/'],
    ['unknown', 'th/'],
    ['constructor', 'th/'],
  ])('has an index for %s', (language, path) =>
    expect(chooseIndex(entry, language)?.path).toBe(path),
  );

  it('is distinguished from an entry of Pagefind itself', () => {
    const foreign = {
      version: '1.5.2',
      languages: { th: { hash: 'th_1', wasm: null, page_count: 1 } },
    };
    expect(versionOfForeign(foreign)).toBe('1.5.2');
    expect([versionOfForeign(entry), isBundleEntry(entry)]).toEqual([null, true]);
    expect([null, 1, {}, { wian: {} }, foreign].map(isBundleEntry)).not.toContain(true);
    expect(Object.keys(entry.languages)).toEqual(['en', 'th']);
    expect(chooseIndex(bundleEntry({}, NO_META_RULES), 'th')).toBeNull();
  });
});
