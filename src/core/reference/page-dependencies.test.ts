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

const DATA = {
  letter: { references: [{ record: 'laws/a' }] },
  force: { by: 'laws/b' },
  title: 'laws/any',
};
const seen = (records: PageDependencies<Page>, data: unknown = DATA) =>
  dependenciesOf('laws/own', data, records);

it('holds what the data name at any depth, the page itself and what names it', () => {
  const [own, a, b, c] = [page('laws/own'), page('laws/a'), page('laws/b'), page('laws/c')];
  const { byPath, backlinks } = seen(all([own, a, b, c], [link(c, 'laws/own'), link(c, 'laws/a')]));
  expect([...byPath.keys()].sort()).toEqual(['laws/a', 'laws/b', 'laws/own']);
  expect([...backlinks]).toEqual([['laws/own', [link(c, 'laws/own')]]]);
});

describe('the description of dependencies', () => {
  const pages = [page('laws/own'), page('laws/a'), page('laws/b'), page('laws/c')];
  const links = [link(page('laws/c'), 'laws/own')];
  const before = describeDependencies(seen(all(pages, links)));

  it.each<[what: string, records: PageDependencies<Page>, data?: unknown]>([
    [
      'a page that it names has another title',
      all([page('laws/a', 'new'), ...pages.slice(2)], links),
    ],
    [
      'a page that it names is gone',
      all([page('laws/own'), page('laws/b'), page('laws/c')], links),
    ],
    ['its own title is another', all([page('laws/own', 'new'), ...pages.slice(1)], links)],
    ['one more page names it', all(pages, [...links, link(page('laws/d'), 'laws/own')])],
    [
      'a page that names it has another title',
      all(pages, [link(page('laws/c', 'new'), 'laws/own')]),
    ],
    ['no page names it any more', all(pages)],
    ['it names another page', all(pages, links), { force: { by: 'laws/c' } }],
    ['a page that it names has come', all([...pages, page('laws/any')], links)],
  ])('is another when %s', (_, records, data) => {
    expect(describeDependencies(seen(records, data))).not.toBe(before);
  });

  it.each<[what: string, records: PageDependencies<Page>]>([
    [
      'a page that it does not name has another title',
      all([...pages.slice(0, 3), page('laws/c', 'new')], links),
    ],
    [
      'pages that it does not name refer to each other',
      all(pages, [...links, link(page('laws/c'), 'laws/a')]),
    ],
    ['a page comes that it does not name', all([...pages, page('laws/e')], links)],
  ])('is the same when %s', (_, records) => {
    expect(describeDependencies(seen(records))).toBe(before);
  });
});
