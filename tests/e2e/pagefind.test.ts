import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PagefindInstance } from '#browser/pagefind/instance.ts';
import { search } from '#core/search/engine.ts';
import { IndexReader } from '#core/search/index-reader.ts';
import { INDEX_FOLDER, openIndexFolder } from '#store/search/index-folder.ts';
import { openSearcher } from '../../scripts/search/command.ts';
import { BASE, startSites } from './pagefind-sites.ts';
import { onPage, portal } from './portal.ts';
import { manyQueries } from './same-answers.ts';

type Api = PagefindInstance & { createInstance: (options?: object) => PagefindInstance };

const SIGN_IN = '/circulars/2567/dla-0808-4-w2007-0917/';

let sites: Awaited<ReturnType<typeof startSites>>;
beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.stop());

/** Puts the module at an address into `window.pagefind`. As text, because the tests' own bundler would take the import. */
const load = (page: Page, address = `${BASE}/pagefind/pagefind.js`): Promise<void> =>
  page.evaluate(`import(${JSON.stringify(address)}).then((api) => { window.pagefind = api; })`);
const onSite = <T>(use: (page: Page) => Promise<T>): Promise<T> =>
  onPage(`${sites.own}/empty.html`, {}, async (page) => {
    await load(page);
    return use(page);
  });
/** The first addresses of a search in the page. */
const addresses = (page: Page, term: string | null, options: object = {}) =>
  page.evaluate(
    async ([asked, given]) => {
      const { pagefind } = window as unknown as { pagefind: Api };
      const { results } = await pagefind.search(asked, given);
      return Promise.all(results.slice(0, 10).map(async ({ data }) => (await data()).url));
    },
    [term, options] as const,
  );

/** The first ten pages of each query by their numbers in the index: no page needs to be fetched for that. */
const pagesFound = (page: Page, queries: readonly string[]): Promise<string[][]> =>
  page.evaluate(async (all) => {
    const { pagefind } = window as unknown as { pagefind: Api };
    const answers: string[][] = [];
    for (const query of all) {
      const { results } = await pagefind.search(query);
      answers.push(results.slice(0, 10).map(({ id }) => id.replace(/^.*_/, '')));
    }
    return answers;
  }, queries);

// That the search page has this order, too, is tested with the page.
it('finds for two hundred queries the pages that the search page and the terminal find, in their order', async () => {
  const queries = await manyQueries(await openSearcher(portal.folder));
  expect(queries).toHaveLength(200);
  const reader = await IndexReader.open(await openIndexFolder(join(portal.folder, INDEX_FOLDER)));
  const expected: string[][] = [];
  for (const query of queries)
    expected.push(
      (await search(reader, query, { limit: 10 })).hits.map(({ page }) => String(page)),
    );
  expect(await onSite((page) => pagesFound(page, queries))).toEqual(expected);
}, 240_000);

describe('the API, under a base path', () => {
  it('finds in Thai, with excerpts, sections, counts and timings', async () => {
    await onSite(async (page) => {
      const seen = await page.evaluate(async () => {
        const { pagefind } = window as unknown as { pagefind: Api };
        await pagefind.init();
        const search = await pagefind.search('มท ๐๘๐๘.๔/ว๒๐๐๗');
        const first = search.results[0];
        const data = await first?.data();
        return { search, words: first?.words, data };
      });
      const { data, search } = seen;
      expect(data).toMatchObject({
        url: `${BASE}${SIGN_IN}`,
        raw_url: SIGN_IN,
        meta: { number: 'มท 0808.4/ว 2007', kind: expect.any(String), force: 'ไม่ทราบสถานะ' },
        filters: { year: ['2567'] },
      });
      expect(Object.keys(data?.meta ?? {})).not.toContain('answers');
      expect(data?.excerpt).toMatch(/<mark>/);
      expect(data?.sub_results.length).toBeGreaterThan(0);
      expect(data?.sub_results.every(({ url }) => url.startsWith(`${BASE}${SIGN_IN}`))).toBe(true);
      expect(seen.words).toEqual(data?.locations);
      expect(search.unfilteredResultCount).toBe(search.results.length);
      expect(search.filters.year?.['2567']).toBeGreaterThan(0);
      expect(search.timings[0]?.total).toBeGreaterThanOrEqual(0);
    });
  });

  it('filters, sorts and lists', async () => {
    await onSite(async (page) => {
      const all = await page.evaluate(() =>
        (window as unknown as { pagefind: Api }).pagefind.filters(),
      );
      expect(Object.keys(all)).toEqual(expect.arrayContaining(['kind', 'year', 'force']));
      const year = await addresses(page, 'รหัสผ่าน', {
        filters: { year: { any: ['2567', '2568'] } },
      });
      expect(year.length).toBeGreaterThan(0);
      expect(year.every((url) => url.startsWith(`${BASE}/circulars/256`))).toBe(true);
      const newest = await addresses(page, null, {
        filters: { year: { not: 'x' } },
        sort: { date: 'desc' },
      });
      expect(newest.at(0)).toMatch(/\/circulars\/2568\//);
      expect(newest.at(-1)).not.toMatch(/\/circulars\/2568\//);
      expect(await addresses(page, '')).toEqual([]);
      expect((await addresses(page, null)).length).toBe(10);
    });
  });

  it('drops a debounced search that another one overtakes', async () => {
    await onSite(async (page) => {
      const counts = await page.evaluate(async () => {
        const { pagefind } = window as unknown as { pagefind: Api };
        await pagefind.preload('รหัส');
        const searches = ['ร', 'รหัส', 'รหัสผ่าน'].map((term) =>
          pagefind.debouncedSearch(term, {}, 20),
        );
        return (await Promise.all(searches)).map((answer) => answer && answer.results.length > 0);
      });
      expect(counts).toEqual([null, null, true]);
    });
  });

  it('takes options, and begins anew when it was destroyed', async () => {
    await onSite(async (page) => {
      const urls = await page.evaluate(async () => {
        const { pagefind } = window as unknown as { pagefind: Api };
        const first = async () =>
          (await (await pagefind.search('ลืมรหัสผ่าน')).results[0]?.data())?.url;
        await pagefind.options({
          baseUrl: '/docs/',
          highlightParam: 'q',
          ranking: { pageLength: 0 },
        });
        const before = await first();
        await pagefind.destroy();
        return [before, await first()];
      });
      expect(urls[0]).toBe(
        `/docs/faq/forgotten-password/?${new URLSearchParams({ q: 'ลืมรหัสผ่าน' })}`,
      );
      expect(urls[1]).toBe(`${BASE}/faq/forgotten-password/`);
    });
  });

  it('searches without a worker, too', async () => {
    await onPage(`${sites.own}/empty.html`, {}, async (page) => {
      await load(page);
      const count = await page.evaluate(async () => {
        const { pagefind } = window as unknown as { pagefind: Api };
        const own = pagefind.createInstance({ noWorker: true, excerptLength: 8 });
        return (await own.search('รหัสผ่าน')).results.length;
      });
      expect(count).toBeGreaterThan(0);
      expect(page.workers()).toHaveLength(0);
      await addresses(page, 'รหัสผ่าน');
      expect(page.workers()).toHaveLength(1);
    });
  });
});

describe('several sites', () => {
  it('are searched together, each with its filter', async () => {
    await onSite(async (page) => {
      await page.evaluate(async (other) => {
        const { pagefind } = window as unknown as { pagefind: Api };
        await pagefind.options({ mergeFilter: { site: 'กรม' } });
        await pagefind.mergeIndex(`${other}/province/pagefind`, { mergeFilter: { site: 'จังหวัด' } });
      }, sites.other);
      const province = `${sites.other}/province/password/`;
      expect(await addresses(page, 'ลืมรหัสผ่าน')).toEqual(
        expect.arrayContaining([province, `${BASE}/faq/forgotten-password/`]),
      );
      expect(await addresses(page, 'รหัสผ่าน', { filters: { site: 'จังหวัด' } })).toEqual([province]);
    });
  });

  it('say why an index of Pagefind itself, or none, cannot be merged', async () => {
    await onSite(async (page) => {
      const errors = await page.evaluate(async () => {
        const { pagefind } = window as unknown as { pagefind: Api };
        return Promise.all(
          ['/foreign/', '/nothing/'].map((path) =>
            pagefind.mergeIndex(path).then(
              () => '',
              (error: Error) => error.message,
            ),
          ),
        );
      });
      expect(errors).toEqual([
        expect.stringMatching(
          /^mergeIndex of .*\/foreign\/: this is an index that Pagefind 1\.6\.0 made/,
        ),
        expect.stringMatching(/^mergeIndex of .*\/nothing\/: pagefind-entry\.json: status 404$/),
      ]);
    });
  });

  it('can be searched from another host that imports the script', async () => {
    await onPage(`${sites.own}/empty.html`, {}, async (page) => {
      await load(page, `${sites.other}/portal/pagefind/pagefind.js`);
      expect((await addresses(page, 'มท 0808.4/ว 2007'))[0]).toBe(
        `${sites.other}/portal${SIGN_IN}`,
      );
    });
  });
});
