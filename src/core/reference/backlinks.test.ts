import { expect, it } from 'vitest';
import { type Link, reverseLinks } from './backlinks.ts';

const link = (from: string, kind: Link<{ path: string }>['kind'], to: string) => ({
  from: { path: from },
  kind,
  to,
});

it('gathers who names a record, once for each way of naming it', () => {
  const backlinks = reverseLinks([
    link('circulars/2567/a', 'refers', 'laws/x'),
    link('circulars/2567/a', 'refers', 'laws/x'),
    link('circulars/2567/a', 'cancels', 'laws/x'),
    link('manuals/b', 'source', 'laws/x'),
    link('manuals/b', 'related', 'manuals/c'),
  ]);
  expect(backlinks.get('laws/x')?.map(({ from, kind }) => [from.path, kind])).toEqual([
    ['circulars/2567/a', 'refers'],
    ['circulars/2567/a', 'cancels'],
    ['manuals/b', 'source'],
  ]);
  expect(backlinks.get('manuals/c')).toHaveLength(1);
});

it('leaves out a page that names itself', () => {
  expect(reverseLinks([link('laws/x', 'sets-force', 'laws/x')]).size).toBe(0);
});
