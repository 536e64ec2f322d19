import { beforeEach, expect, it } from 'vitest';
import { openPortal } from '../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../tests/site/site-files.ts';
import { getCirculars } from './content.ts';
import { getDependencies, getRecords } from './records.ts';

beforeEach(() => openPortal(SITE_FILES));

const CIRCULAR = 'circulars/2568/dla-0808-4-w15-0402';

it('knows every page and counts it in its section', async () => {
  const { byPath, countOf } = await getRecords();
  expect(byPath.size).toBe(9);
  expect(countOf).toEqual({
    circulars: 1,
    manuals: 1,
    faq: 2,
    changelog: 1,
    news: 2,
    laws: 1,
    forms: 1,
    board: 0,
  });
});

it.each([
  ['laws/old-letter', true, false],
  ['forms/access', false, true],
  ['faq/reset', false, false],
])('tells of %s whether it was withdrawn and made up', async (path, withdrawn, sample) => {
  const link = (await getRecords()).byPath.get(path);
  expect(link).toMatchObject({ href: `/${path}/`, withdrawn, sample });
});

it.each([
  [
    'laws/old-letter',
    [
      ['cancels', CIRCULAR],
      ['refers', CIRCULAR],
    ],
  ],
  ['forms/access', [['answered-by', 'faq/reset']]],
  [
    CIRCULAR,
    [
      ['sets-force', 'laws/old-letter'],
      ['source', 'manuals/sign-in'],
    ],
  ],
  ['faq/no-answer', undefined],
])('knows who names %s, and how', async (path, expected) => {
  const found = (await getRecords()).backlinks.get(path);
  expect(found?.map(({ kind, from }) => [kind, from.path]).sort()).toEqual(expected);
});

it('gives the pages of a circular no other page than those that it names or that name it', async () => {
  const [entry] = await getCirculars();
  const { byPath } = await getDependencies(entry as NonNullable<typeof entry>);
  expect([...byPath.keys()].sort()).toEqual([CIRCULAR, 'laws/old-letter']);
});
