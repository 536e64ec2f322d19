import { expect, it } from 'vitest';
import { type Difference, type PortalChange, planUpload, printChanges } from './changes.ts';

const now = { size: 3, sha256: 'ab'.repeat(32) };
const added = (path: string): Difference => ({ path, wasThere: false, now });
const changed = (path: string): Difference => ({ path, wasThere: true, now });
const removed = (path: string): Difference => ({ path, wasThere: true, now: null });
const inShort = (changes: readonly PortalChange[]) =>
  changes.map(({ step, action, path }) => `${step} ${action} ${path}`);

it('uploads what pages load before pages, what leads to pages after them, and removes last', () => {
  const differences = [
    removed('_astro/old.js'),
    changed('search-index/index.json'),
    changed('index.html'),
    added('manuals/a/index.html'),
    added('_astro/new.js'),
    added('search-index/0123456789ab/start.bin'),
    changed('offices/p10.json'),
    changed('feeds/all/rss.xml'),
    changed('sitemap-0.xml'),
    removed('manuals/b/index.html'),
    added('calendar/all.ics'),
  ];
  const expected = [
    '1 add _astro/new.js',
    '1 add search-index/0123456789ab/start.bin',
    '1 change offices/p10.json',
    '2 add manuals/a/index.html',
    '2 change index.html',
    '3 add calendar/all.ics',
    '3 change feeds/all/rss.xml',
    '3 change search-index/index.json',
    '3 change sitemap-0.xml',
    '4 remove _astro/old.js',
    '4 remove manuals/b/index.html',
  ];
  expect(inShort(planUpload(differences, []))).toEqual(expected);
  expect(inShort(planUpload(differences.toReversed(), []))).toEqual(expected);
});

it.each<[what: string, pending: PortalChange[], difference: Difference, expected: string[]]>([
  [
    'added, then changed',
    [{ step: 1, action: 'add', path: 'a', ...now }],
    changed('a'),
    ['1 add a'],
  ],
  [
    'added, and still there',
    [{ step: 1, action: 'add', path: 'a', ...now }],
    changed('a'),
    ['1 add a'],
  ],
  [
    'added, then removed',
    [{ step: 1, action: 'add', path: 'a', ...now }],
    removed('a'),
    ['4 remove a'],
  ],
  [
    'changed, then removed',
    [{ step: 1, action: 'change', path: 'a', ...now }],
    removed('a'),
    ['4 remove a'],
  ],
  ['removed, then added', [{ step: 4, action: 'remove', path: 'a' }], added('a'), ['1 change a']],
  [
    'removed, and still gone',
    [{ step: 4, action: 'remove', path: 'a' }],
    { path: 'a', wasThere: false, now: null },
    ['4 remove a'],
  ],
])('carries on a list that was not uploaded: %s', (_, pending, difference, expected) => {
  expect(inShort(planUpload([difference], pending))).toEqual(expected);
});

it('prints one change a line', () => {
  expect(printChanges(planUpload([added('a'), removed('b')], []))).toBe(
    `{"step":1,"action":"add","path":"a","size":3,"sha256":"${'ab'.repeat(32)}"}\n{"step":4,"action":"remove","path":"b"}\n`,
  );
  expect(printChanges([])).toBe('');
});
