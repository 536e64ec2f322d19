import { expect, it } from 'vitest';
import type { OfflineFile } from './file-list.ts';
import { planJobs } from './packs.ts';

const files = Array.from({ length: 12 }, (_, n): OfflineFile => [`search-index/0a/f${n}`, n, 'd']);
const page: OfflineFile = ['faq/index.html', 9, 'd'];
const pack = { name: 'search-index-0.bin', files };

it('fetches a pack in the place of its first file, and knows where each file begins in it', () => {
  const wanted = [page, ...files.slice(1)];
  const [first, second, ...others] = planJobs(wanted, [pack]);
  expect(others).toEqual([]);
  expect(first).toEqual({ kind: 'file', file: page });
  expect(second).toMatchObject({ kind: 'pack', name: 'search-index-0.bin' });
  const parts = second?.kind === 'pack' ? second.parts : [];
  expect(parts.map(({ file }) => file)).toEqual(files.slice(1));
  expect(parts.slice(0, 4).map(({ from }) => from)).toEqual([0, 1, 3, 6]);
});

it.each([
  ['a few files of a pack', files.slice(0, 9), [pack]],
  ['files of no pack', files, []],
  ['nothing', [], [pack]],
])('fetches %s one by one', (_, wanted, packs) => {
  expect(planJobs(wanted, packs)).toEqual(wanted.map((file) => ({ kind: 'file', file })));
});
