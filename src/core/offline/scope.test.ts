import { describe, expect, it } from 'vitest';
import { type FileIndex, type OfflineFile, planLists } from './file-list.ts';
import { commonSum, filesInScopes, listsOf, type Scope, scopeKey, wholeSum } from './scope.ts';

const PATHS = [
  'index.html',
  'search/index.html',
  'search-index/index.json',
  'search-index/0a/start.bin',
  '_astro/a.css',
  '_astro/b.wasm',
  'circulars/index.html',
  'circulars/2567/a/index.html',
  'circulars/2567/a/letter.pdf',
  'circulars/2567/ab/index.html',
  'faq/index.html',
  'faq/a/index.html',
  'faqs/index.html',
  'my/index.html',
  'my/names.json',
  'my/data/p50.json',
  'my/data/d5009.json',
  'my/data/p51.json',
  'q/index.html',
  'q/AAAAAA/index.html',
  'q/AAAAAA/1/index.html',
  'q/BBBBBB/index.html',
];
const LEADS_TO: ReadonlyMap<string, string> = new Map([
  ['q/AAAAAA/index.html', 'circulars/2567/a'],
  ['q/AAAAAA/1/index.html', 'circulars/2567/a'],
  ['q/BBBBBB/index.html', 'circulars/2567/ab'],
]);
const files = PATHS.map((path): OfflineFile => {
  const leadsTo = LEADS_TO.get(path);
  return leadsTo === undefined ? [path, 1, path] : [path, 1, path, leadsTo];
});
const { groups, lists } = planLists(files);
const index: FileIndex = { version: 'v', day: '2026-11-29', dayText: '', groups };

const FRAME = [...PATHS.slice(0, 5), 'q/index.html'];
const CASES: readonly (readonly [Scope, readonly string[]])[] = [
  [
    { kind: 'circular', folder: 'circulars/2567/a' },
    [
      'circulars/2567/a/index.html',
      'circulars/2567/a/letter.pdf',
      'q/AAAAAA/index.html',
      'q/AAAAAA/1/index.html',
    ],
  ],
  [
    { kind: 'section', section: 'circulars' },
    [
      ...FRAME,
      'circulars/index.html',
      'circulars/2567/a/index.html',
      'circulars/2567/a/letter.pdf',
      'circulars/2567/ab/index.html',
      ...LEADS_TO.keys(),
    ],
  ],
  [{ kind: 'section', section: 'faq' }, [...FRAME, 'faq/index.html', 'faq/a/index.html']],
  [
    { kind: 'office', area: 'p50', folders: ['circulars/2567/ab'] },
    [
      ...FRAME,
      'circulars/2567/ab/index.html',
      'q/BBBBBB/index.html',
      'my/index.html',
      'my/names.json',
      'my/data/p50.json',
    ],
  ],
  [
    { kind: 'office', area: 'd5009', province: 'p50', folders: [] },
    [...FRAME, 'my/index.html', 'my/names.json', 'my/data/d5009.json', 'my/data/p50.json'],
  ],
  [{ kind: 'everything' }, PATHS],
];

describe.each(CASES)('%j', (scope, expected) => {
  it('has its files, and the lists that name them', () => {
    const named = listsOf(scope, index).flatMap((name) => lists.get(name) ?? []);
    const found = filesInScopes(named, [scope]).map(([path]) => path);
    expect(found.sort()).toEqual([...expected].sort());
  });
});

it('asks for one list to keep one circular of thousands', () => {
  const many = Array.from(
    { length: 5000 },
    (_, n): OfflineFile => [`circulars/2567/c${n}/index.html`, 1, ''],
  );
  const large: FileIndex = { ...index, groups: planLists(many).groups };
  expect(listsOf({ kind: 'circular', folder: 'circulars/2567/c77' }, large)).toHaveLength(1);
});

it('has a file once that two scopes have', () => {
  const scopes = CASES.map(([scope]) => scope);
  expect(filesInScopes(files, scopes)).toHaveLength(PATHS.length);
});

it('knows a scope again, however its circulars changed', () => {
  expect(scopeKey({ kind: 'office', area: 'p50', folders: ['a'] })).toBe(
    scopeKey({ kind: 'office', area: 'p50', folders: [] }),
  );
  expect(new Set(CASES.map(([scope]) => scopeKey(scope))).size).toBe(CASES.length);
});

it('asks for no list of a section that the portal does not have', () => {
  expect(listsOf({ kind: 'section', section: 'none' }, { ...index, groups: {} })).toEqual([]);
});

it('sums up what a section adds to, and everything', () => {
  const sizes = files.map(([path, , ...rest], at): OfflineFile => [path, 10 ** (at % 3), ...rest]);
  const sumOf = (paths: readonly string[]) => {
    const bytes = sizes.filter(([path]) => paths.includes(path)).map(([, size]) => size);
    return { files: paths.length, bytes: bytes.reduce((sum, size) => sum + size, 0) };
  };
  expect(commonSum(sizes)).toEqual(sumOf(FRAME));
  expect(wholeSum({ ...index, groups: planLists(sizes).groups })).toEqual(sumOf(PATHS));
});
