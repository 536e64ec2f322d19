import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeKept, type OfflineFile, partOf, planLists } from './file-list.ts';

describe('what can be kept', () => {
  it.each([
    'index.html',
    'faq/a/index.html',
    'circulars/2567/a/หนังสือ.pdf',
    'circulars/2567/a/forms.zip',
    'my/data/p50.json',
    'search-index/0a/start.bin',
    'q/6NJ8FY/index.html',
    '_astro/a.css',
    'favicon.svg',
  ])('is %s', (path) => {
    expect(canBeKept(path)).toBe(true);
  });

  it.each([
    'api/v1/index.json',
    'feeds/all/rss.xml',
    'cards/a.png',
    'sw.js',
    'sitemap-0.xml',
    '.wian-build.json',
    'offline/files/index.json',
    'circulars/2567/a/attachments.zip',
    '404.html',
  ])('is not %s', (path) => {
    expect(canBeKept(path)).toBe(false);
  });
});

const circular = (n: number): OfflineFile[] => [
  [`circulars/2567/c${n}/index.html`, 1000, `d${n}`],
  [`circulars/2567/c${n}/a.pdf`, 5000, `e${n}`],
];

describe('the lists', () => {
  const files = Array.from({ length: 1200 }, (_, n) => circular(n)).flat();
  const { groups, lists } = planLists([...files, ['index.html', 1, 'x'], ['sw.js', 1, 'y']]);

  it('name each file once, and tell sums', () => {
    const named = [...lists.values()].flat();
    expect(named.length).toBe(files.length + 1);
    expect(groups).toEqual({
      circulars: { files: 2400, bytes: 1200 * 6000, parts: 5 },
      home: { files: 1, bytes: 1, parts: 1 },
    });
  });

  it('are spread evenly, and have all of a circular in one', () => {
    for (const [name, list] of lists) {
      if (name.startsWith('circulars')) expect(list.length).toBeLessThan(800);
    }
    for (const [path] of files) {
      const name = `circulars-${partOf(path.replace(/[^/]+$/, 'index.html'), 5)}.json`;
      expect(lists.get(name)?.some(([one]) => one === path)).toBe(true);
    }
  });

  it('are the same for the same files', () => {
    expect(planLists(files)).toEqual(planLists(files));
  });
});

describe('the lists of the search index', () => {
  const pagesOf = (folder: string) =>
    Array.from({ length: 30 }, (_, n) => `search-index/${folder}/page/${n}.bin`);
  const folders = Array.from({ length: 100 }, (_, n) => `${1000 + n}aa`);
  const listsOf = (named: readonly string[]) =>
    planLists(
      [
        'search-index/index.json',
        ...named.flatMap(pagesOf),
        ...['start', 'facets'].map((name) => `search-index/0a/${name}.bin`),
        ...Array.from({ length: 600 }, (_, n) => `search-index/${2000 + (n >> 3)}bb/b${n}.bin`),
      ].map((path): OfflineFile => [path, 1, 'd']),
    );

  it('have what is most needed first, and the entry behind all else', () => {
    const { lists, groups } = listsOf(folders);
    const all = Array.from({ length: lists.size }, (_, part) =>
      (lists.get(`search-index-${part}.json`) ?? []).map(([path]) => path),
    );
    expect(groups['search-index']?.parts).toBe(lists.size);
    expect(all[0]?.sort()).toEqual(['search-index/0a/facets.bin', 'search-index/0a/start.bin']);
    expect(all.slice(1, 3).flat().sort()).toEqual(
      all
        .flat()
        .filter((path) => /b\d+\.bin$/.test(path))
        .sort(),
    );
    expect(all.at(-1)).toEqual(['search-index/index.json']);
    expect(all.flat().sort()).toEqual([...new Set(all.flat())].sort());
    expect(all.flat()).toHaveLength(3603);
  });

  it('stay as they are but for those of the folders that come and go', () => {
    const before = [...listsOf(folders).lists.values()].map((list) => JSON.stringify(list));
    const after = listsOf(folders.with(50, 'ffff')).lists.values();
    const fresh = [...after].filter((list) => !before.includes(JSON.stringify(list)));
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.length).toBeLessThanOrEqual(2);
  });
});

it('gives every path a list that there is', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 99 }), (path, parts) => {
      const part = partOf(path, parts);
      expect(part).toBeGreaterThanOrEqual(0);
      expect(part).toBeLessThan(parts);
    }),
    { numRuns: 200 },
  );
});
