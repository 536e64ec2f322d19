import { expect, it } from 'vitest';
import { feedPage } from './builders.ts';
import { feedItems } from './item.ts';
import {
  FEED_LIMIT,
  type FeedTopic,
  feedSlug,
  newestByOffice,
  OFFICE_FEED_LIMIT,
  selectItems,
} from './select.ts';

const items = feedItems([
  feedPage({ path: '/manuals/a/', system: 'new-elaas' }),
  feedPage({ path: '/circulars/2568/b/', kind: 'circulars', offices: ['p50', 'd5009'] }),
  feedPage({ path: '/circulars/2562/c/', kind: 'circulars', withdrawn: true }),
]);

it.each<[FeedTopic, string, string[]]>([
  [{ scope: 'all' }, 'all', ['/circulars/2562/c/', '/circulars/2568/b/', '/manuals/a/']],
  [{ scope: 'kind', kind: 'manuals' }, 'manuals', ['/manuals/a/']],
  [{ scope: 'system', system: 'new-elaas' }, 'systems/new-elaas', ['/manuals/a/']],
  [{ scope: 'office', office: 'd5009' }, 'offices/d5009', ['/circulars/2568/b/']],
  [{ scope: 'office', office: 'p51' }, 'offices/p51', []],
  [{ scope: 'withdrawn' }, 'withdrawn', ['/circulars/2562/c/']],
])('%o stands at /feeds/%s/', (topic, slug, keys) => {
  expect(feedSlug(topic)).toBe(slug);
  expect(selectItems(items, topic).map(({ key }) => key)).toEqual(keys);
});

it('carries the newest entries of very many', () => {
  const pages = Array.from({ length: 10_000 }, (_, index) =>
    feedPage({
      path: `/m/${index}/`,
      published: index === 7000 ? '2026-12-01' : '2026-11-01',
      offices: ['p50'],
    }),
  );
  const selected = selectItems(feedItems(pages), { scope: 'all' });
  expect(selected).toHaveLength(FEED_LIMIT);
  expect(selected[0]?.key).toBe('/m/7000/');
  expect(selectItems(feedItems(pages), { scope: 'office', office: 'p50' })).toEqual(
    selected.slice(0, OFFICE_FEED_LIMIT),
  );
});

it('finds the entries of every office at once as it does of each', () => {
  const all = newestByOffice(items);
  expect([...all.keys()]).toEqual(['p50', 'd5009']);
  for (const [office, newest] of all) {
    expect(newest).toEqual(selectItems(items, { scope: 'office', office }));
  }
});
