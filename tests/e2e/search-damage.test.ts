import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LONG_WAIT } from '#browser/search/client.ts';
import { LAYOUT_VERSION } from '#core/search/layout.ts';
import { searchPage } from '#i18n/th/search.ts';
import { onPage, portal } from './portal.ts';

const FOLDER = join(portal.folder, 'search-index');
const QUERY = 'รหัสผ่าน';
const SEARCH = `/search/?${new URLSearchParams({ q: QUERY })}`;
const { failures } = searchPage;

const pointer = (): { layout: number; folder: string } =>
  JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8'));

/** The search page as it is where it names no index, so that the entry is asked for. */
const unnamed = async (route: Route): Promise<void> => {
  const response = await route.fetch();
  await route.fulfill({
    response,
    body: (await response.text()).replace(/(name="wian-search" content=")[^"]*/, '$1'),
  });
};

const note = (page: Page) => page.locator('.search-note').first();

/** The note that is shown, when there is one, and what it offers to do. */
const shown = async (page: Page) => {
  await note(page).waitFor();
  return {
    text: await note(page).evaluate((element) => element.firstChild?.textContent),
    offers: await note(page).locator('button, a').allInnerTexts(),
    browse: await page.locator('[data-browse]').isVisible(),
    results: await page.locator('.search-results h3 a').count(),
  };
};

const flipped = (path: string): Buffer => {
  const bytes = readFileSync(path);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] as number) ^ 0x20;
  return bytes;
};

const HTML = { status: 200, contentType: 'text/html; charset=utf-8', body: '<p>ไม่พบหน้านี้</p>' };
const MISSING = { status: 404, body: '' };
const RETRY = [searchPage.retry, searchPage.byNumber];
const RELOAD = [searchPage.reload, searchPage.byNumber];

// Most wait for seconds until a file is asked for again, in a context of their own.
describe.concurrent('the search page says what has happened, and offers a way on', () => {
  it.each<
    [
      what: string,
      files: string,
      answer: (route: Route) => Promise<void>,
      kind: keyof typeof failures,
    ]
  >([
    ['the entry is missing', '**/index.json', (route) => route.fulfill(MISSING), 'missing'],
    [
      'a page stands in place of the entry',
      '**/index.json',
      (route) => route.fulfill(HTML),
      'missing',
    ],
    ['the host has the entry alone', '**/*.bin', (route) => route.fulfill(MISSING), 'missing'],
    [
      'a file is empty',
      '**/start.bin',
      (route) => route.fulfill({ status: 200, body: '' }),
      'damaged',
    ],
    [
      'a file is cut',
      '**/start.bin',
      async (route) => {
        const whole = readFileSync(join(FOLDER, pointer().folder, 'start.bin'));
        await route.fulfill({ body: whole.subarray(0, whole.length >> 1) });
      },
      'damaged',
    ],
    [
      'lists have a flipped bit',
      '**/{l,p,b}*.bin',
      async (route) => {
        const [, path = ''] = new URL(route.request().url()).pathname.split('/search-index/');
        await route.fulfill({ body: flipped(join(FOLDER, path)) });
      },
      'damaged',
    ],
    ['the host fails', '**/*.bin', (route) => route.fulfill({ status: 502 }), 'connection'],
    [
      'the site is of an older version',
      '**/index.json',
      (route) => route.fulfill({ json: { ...pointer(), layout: LAYOUT_VERSION - 1 } }),
      'older',
    ],
    [
      'the site is of a newer version',
      '**/index.json',
      (route) => route.fulfill({ json: { ...pointer(), layout: LAYOUT_VERSION + 1 } }),
      'newer',
    ],
    [
      'the script of the search is gone',
      '**/_astro/worker*',
      (route) => route.fulfill(MISSING),
      'program',
    ],
  ])('where %s', async (_, files, answer, kind) => {
    await onPage('about:blank', {}, async (page) => {
      await page.context().route('**/search/?q=*', unnamed);
      await page.context().route(files, answer);
      await page.goto(SEARCH);
      expect(await shown(page)).toEqual({
        text: failures[kind],
        offers: kind === 'newer' || kind === 'program' ? RELOAD : RETRY,
        browse: true,
        results: 0,
      });
      await page.context().unroute(files);
      await note(page).locator('button').click();
      await page.locator('.search-results h3 a').first().waitFor();
      expect(await page.locator('main input[type=search]').inputValue()).toBe(QUERY);
    });
  });

  it('shows the other results where one of them cannot be opened, and says that it is not all', async () => {
    await onPage('about:blank', {}, async (page) => {
      let lost = '';
      await page.context().route('**/page/*.bin', async (route) => {
        lost ||= route.request().url();
        if (route.request().url() === lost) return route.fulfill(MISSING);
        return route.continue();
      });
      await page.goto(SEARCH);
      const before = await shown(page);
      expect(before.text).toBe(searchPage.lostPages.replace('{count}', '1'));
      expect(before.offers).toEqual([searchPage.retry]);
      expect(before.results).toBeGreaterThan(0);
      await page.context().unroute('**/page/*.bin');
      await note(page).locator('button').click();
      await page.locator('.search-results h3 a').nth(before.results).waitFor();
    });
  });

  it('is answered from the new index where the site has changed while it stood open', async () => {
    await onPage('/search/', {}, async (page) => {
      const old = pointer();
      const moved = '0123456789ab';
      await page.locator('main input[type=search]').fill('otp');
      await page.locator('.search-results h3 a').first().waitFor();
      const context = page.context();
      // Files that the new index has as well come again with it.
      let isNew = false;
      await context.route('**/search-index/*/**', (route) => {
        const url = route.request().url().replace(moved, old.folder);
        return isNew ? route.continue({ url }) : route.fulfill(MISSING);
      });
      await context.route('**/index.json', (route) => {
        isNew = true;
        return route.fulfill({ json: { ...old, folder: moved } });
      });
      await page.locator('main input[type=search]').fill(QUERY);
      await page.locator('.search-results mark', { hasText: QUERY }).first().waitFor();
      expect(await page.locator('.search-note button').count()).toBe(0);
    });
  });

  it('asks which index is in force where the files of the one that the page names are gone', async () => {
    await onPage('about:blank', {}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.context().route('**/search/?q=*', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replaceAll(pointer().folder, 'ffffffffffff');
        await route.fulfill({ response, body });
      });
      await page.goto(SEARCH);
      await page.locator('.search-results h3 a').first().waitFor();
      expect(asked).toContain('/search-index/ffffffffffff/start.bin');
    });
  });

  it('says that an answer takes long, and asks anew when asked to', async () => {
    await onPage('about:blank', {}, async (page) => {
      const held: Route[] = [];
      await page.context().route('**/index.json', (route) => {
        held.push(route);
      });
      await page.context().route('**/search/?q=*', unnamed);
      await page.clock.install();
      await page.goto(SEARCH);
      await page.waitForFunction(() => {
        const root = document.querySelector<HTMLElement>('[data-search-page]');
        return root?.dataset.asked !== undefined;
      });
      await page.clock.fastForward(LONG_WAIT);
      expect(await shown(page)).toMatchObject({
        text: searchPage.slow,
        offers: RETRY,
        browse: true,
      });
      await page.context().unroute('**/index.json');
      await note(page).locator('button').click();
      await page.locator('.search-results h3 a').first().waitFor();
      expect(await page.locator('.search-note button').count()).toBe(0);
      await Promise.all(held.map((route) => route.abort().catch(() => {})));
    });
  });
});

describe.concurrent('the search box of a page says so', () => {
  const lines = '[data-suggestions]:visible';

  it.each<[what: string, files: string, text: string]>([
    ['where the index is gone', '**/start.bin', searchPage.failedInBox],
    ['where its script is gone', '**/_astro/worker*', searchPage.failedInBox],
  ])('%s', async (_, files, text) => {
    await onPage('/about/', { viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.context().route(files, (route) => route.fulfill(MISSING));
      const input = page.locator('[data-suggest] input[type=search]:visible');
      await input.click();
      await input.pressSequentially(QUERY);
      await page.locator(lines, { hasText: text }).waitFor();
    });
  });

  it('where one of the results cannot be opened, and shows the others', async () => {
    await onPage('/about/', { viewport: { width: 1280, height: 800 } }, async (page) => {
      let lost = '';
      await page.context().route('**/page/*.bin', async (route) => {
        lost ||= route.request().url();
        if (route.request().url() === lost) return route.fulfill(MISSING);
        return route.continue();
      });
      const input = page.locator('[data-suggest] input[type=search]:visible');
      await input.click();
      await input.fill(QUERY);
      await page.locator(`${lines} .all`, { hasText: searchPage.partialInBox }).waitFor();
      expect(await page.locator(`${lines} mark`).count()).toBeGreaterThan(0);
    });
  });
});
