import { describe, expect, it } from 'vitest';
import { type Link, reverseLinks } from './backlinks.ts';
import {
  dependenciesOf,
  describeDependencies,
  type PageDependencies,
} from './page-dependencies.ts';

interface Page {
  readonly path: string;
  readonly title: string;
}

const page = (path: string, title = path): Page => ({ path, title });
const link = (from: Page, to: string): Link<Page> => ({ kind: 'refers', from, to });

const all = (
  pages: readonly Page[],
  links: readonly Link<Page>[] = [],
): PageDependencies<Page> => ({
  byPath: new Map(pages.map((one) => [one.path, one])),
  backlinks: reverseLinks(links),
});

const DATA = { letter: { references: [{ record: 'a' }] }, force: { by: 'b' }, title: 'any' };
const seen = (records: PageDependencies<Page>, data: unknown = DATA) =>
  dependenciesOf('own', data, records);

it('holds what the data name at any depth, the page itself and what names it', () => {
  const [own, a, b, c] = [page('own'), page('a'), page('b'), page('c')];
  const { byPath, backlinks } = seen(all([own, a, b, c], [link(c, 'own'), link(c, 'a')]));
  expect([...byPath.keys()].sort()).toEqual(['a', 'b', 'own']);
  expect([...backlinks]).toEqual([['own', [link(c, 'own')]]]);
});

describe('the description of dependencies', () => {
  const pages = [page('own'), page('a'), page('b'), page('c')];
  const links = [link(page('c'), 'own')];
  const before = describeDependencies(seen(all(pages, links)));

  it.each<[what: string, records: PageDependencies<Page>, data?: unknown]>([
    ['a page that it names has another title', all([page('a', 'new'), ...pages.slice(2)], links)],
    ['a page that it names is gone', all([page('own'), page('b'), page('c')], links)],
    ['its own title is another', all([page('own', 'new'), ...pages.slice(1)], links)],
    ['one more page names it', all(pages, [...links, link(page('d'), 'own')])],
    ['a page that names it has another title', all(pages, [link(page('c', 'new'), 'own')])],
    ['no page names it any more', all(pages)],
    ['it names another page', all(pages, links), { force: { by: 'c' } }],
    ['a page that it names has come', all([...pages, page('any')], links)],
  ])('is another when %s', (_, records, data) => {
    expect(describeDependencies(seen(records, data))).not.toBe(before);
  });

  it.each<[what: string, records: PageDependencies<Page>]>([
    [
      'a page that it does not name has another title',
      all([...pages.slice(0, 3), page('c', 'new')], links),
    ],
    [
      'pages that it does not name refer to each other',
      all(pages, [...links, link(page('c'), 'a')]),
    ],
    ['a page comes that it does not name', all([...pages, page('e')], links)],
  ])('is the same when %s', (_, records) => {
    expect(describeDependencies(seen(records))).toBe(before);
  });
});
