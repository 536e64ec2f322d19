import { beforeEach, describe, expect, it } from 'vitest';
import { LETTERS, MOVEMENTS, replaced } from '../../../tests/check/good-content.ts';
import { AS_OF, openPortal, SITE } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getCirculars } from '../content.ts';
import { getChanges, getChangesByMonth } from './changes.ts';
import { getCircularListPaths, openCircular, openTracking } from './circulars.ts';
import { getExamples } from './examples.ts';
import {
  getOpenApi,
  getOpenDataIndex,
  getOpenFeeds,
  getTablePaths,
  respondTable,
} from './index.ts';
import { meaningOf } from './meaning.ts';
import { getOpenData } from './page.ts';

beforeEach(() => openPortal(SITE_FILES));

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

const entryOf = async () => {
  const [entry] = await getCirculars();
  if (!entry) throw new Error('no circular');
  return entry;
};

it('counts what there is, and leads to each part', async () => {
  const index = await getOpenDataIndex();
  expect(index).toMatchObject({ licence: LICENCE, asOf: AS_OF });
  expect(index.circulars).toEqual([
    { year: 2568, total: 1, url: `${SITE}api/v1/circulars/2568/page-1.json` },
  ]);
  expect(index.documents.map(({ kind, total }) => [kind, total])).toEqual([
    ['manuals', 1],
    ['faq', 2],
    ['changelog', 1],
    ['news', 2],
    ['laws', 1],
    ['forms', 1],
  ]);
});

it('has lists without a page before the first or behind the last', async () => {
  const [first, ...more] = await getCircularListPaths();
  expect(more).toEqual([]);
  const list = await first?.props.make();
  expect(list).toMatchObject({ total: 1, page: 1, pages: 1, next: null, previous: null });
});

describe('a circular', () => {
  it('has its letter, the letters under which it was passed on, and what oEmbed asks for', async () => {
    const data = openCircular(await entryOf());
    expect(data.letter.number).toEqual({ value: 'มท 0808.4/ว 15', doubt: null });
    expect(data).toMatchObject({ type: 'rich', version: '1.0' });
    expect(JSON.stringify(data)).toContain('ชม 0023.5/ว 100');
  });

  it('keeps a doubt with everything that was read, and gives no value for it', async () => {
    const text = JSON.stringify(openCircular(await entryOf()));
    const [, number = ''] = /"number":(\{"value":null[^}]*\}[^}]*\})/.exec(text) ?? [];
    expect(number).toContain('ชม ๐๐๒๓.๑๕/๖๖');
  });

  it('gives every movement in its order, with its source', async () => {
    const { movements, sample } = openTracking(await entryOf());
    expect(sample).toBe(false);
    expect(movements.map(({ no, kind, source }) => [no, kind, source])).toEqual([
      [1, 'sent', 'letter'],
      [2, 'received', 'chiang-mai'],
      [3, 'sent', 'register:p50'],
    ]);
  });
});

it.each(getTablePaths().map(({ params }) => [params.table]))(
  'gives %s as a table with licence and day in each row',
  async (table) => {
    const lines = (await (await respondTable(table as never)).text()).trim().split('\r\n');
    expect(lines[0]).toMatch(/,licence,asOf$/);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines.slice(1)) expect(line).toMatch(new RegExp(`,${LICENCE},${AS_OF}$`));
  },
);

describe('the changes', () => {
  it('are listed newest first, with pages that lost their force and files that were taken off', async () => {
    const changes = await getChanges();
    const dates = changes.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(new Set(changes.map(({ change }) => change))).toEqual(
      new Set(['published', 'cancelled', 'attachment-withdrawn']),
    );
  });

  it('are in files of months with absolute addresses', async () => {
    const [month] = await getChangesByMonth();
    expect(month?.url).toBe(`${SITE}api/v1/changes/2026-11.json`);
    expect(month?.items.every(({ url }) => url.startsWith(SITE))).toBe(true);
  });
});

it('names three formats of each feed', async () => {
  const { items } = await getOpenFeeds();
  expect(items[0]).toMatchObject({
    rss: `${SITE}feeds/all/rss.xml`,
    atom: `${SITE}feeds/all/atom.xml`,
    json: `${SITE}feeds/all/feed.json`,
  });
});

it('shows an example of every file that there is, and none of one that there is not', async () => {
  const { resources } = await getOpenData();
  // The made-up portal has neither grants nor finance.
  const isOfFigures = ({ path }: { readonly path: string }) => path.includes('{fiscalYear}');
  const others = resources.filter((one) => !isOfFigures(one));
  expect(others.every(({ example }) => example && !example.includes('{'))).toBe(true);
  expect(resources.filter(isOfFigures).map(({ example }) => example)).toEqual([null, null]);
  openPortal(new Map());
  const without = (await getOpenData()).resources.filter(({ path }) => path.includes('{year}'));
  expect(without.map(({ example }) => example)).toEqual(without.map(() => null));
  expect((await getExamples()).year).toBe(undefined);
});

it('says who runs the copy in the description of the interface, where somebody does', async () => {
  expect((await getOpenApi()).info).not.toHaveProperty('contact');
  openPortal(
    new Map([
      ...SITE_FILES,
      ['content/operator.yaml', 'name: เทศบาลตำบลสมมุติ\nemail: wian@made-up.go.th\n'],
    ]),
  );
  expect((await getOpenApi()).info).toMatchObject({ contact: { email: 'wian@made-up.go.th' } });
});

it('refuses a field without a meaning, and says where to add one', () => {
  expect(() => meaningOf('th', 'circular', 'hat')).toThrow(
    /circular\.hat.*src\/i18n\/th\/dictionary/,
  );
});

it('tells of a movement which columns are in doubt', async () => {
  openPortal(
    replaced(
      SITE_FILES,
      MOVEMENTS,
      '2,received,p50,2025-04-11,,11775,,,,,',
      '2,received,p50,2025-04-11,,11775,,,,number,',
    ),
  );
  expect(openTracking(await entryOf()).movements[1]?.doubt).toEqual([
    expect.objectContaining({ column: 'number' }),
  ]);
  expect(SITE_FILES.has(LETTERS)).toBe(true);
});
