import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { LONGEST_WAIT } from '#browser/fetch-again.ts';
import { asOfPage } from '#i18n/th/as-of.ts';
import { my } from '#i18n/th/my.ts';
import { type Failure, openFailingServer } from './failing-server.ts';
import { onPage, portal } from './portal.ts';

const CIRCULAR = '/circulars/2568/dla-0808-4-w1541-0402/';
const search = (name: string, text: string) => `?${new URLSearchParams({ [name]: text })}`;

type Case = readonly [
  what: string,
  path: string,
  shown: string,
  act?: (page: Page) => Promise<void>,
];

const type =
  (text: string) =>
  async (page: Page): Promise<void> => {
    await page.locator('main [data-suggest] input[type=search]').pressSequentially(text);
  };

/**
 * Opens the table of provinces and the first of them, again and again: a page that lost a module loads itself again, also
 * between the two presses, and the table is folded then.
 */
const openProvince = (page: Page): Promise<void> =>
  vi.waitFor(
    async () => {
      const folded = page.locator('.by-province:not([open]) > summary');
      if (await folded.isVisible()) await folded.click({ timeout: 1000 });
      await page.locator('.by-province[open] .opener').first().click({ timeout: 1000 });
    },
    { timeout: 30_000 },
  );

/** Pages of each kind, what is on them when they are complete, and what a person does for that. */
const PAGES: readonly Case[] = [
  [
    'a circular, with the offices of a province',
    `${CIRCULAR}#chain`,
    '.panel .district, .panel ul',
    openProvince,
  ],
  ['a search', `/search/${search('q', 'รหัสผ่าน')}`, '.search-results h3 a'],
  ['a search box', '/', '.suggestions .title', type('รหัสผ่าน')],
  ['an office', '/my/?office=p50', '[data-my][data-office=p50]'],
  ['figures', '/finance/p50/', '.figures-sort, th button'],
  ['how circulars travel', '/track/', 'main table, main h2'],
  ['a number', `/trace/${search('n', 'ว 2007')}`, '[data-answer] .traced h2 a'],
  [
    'a check',
    '/verify/',
    '[data-answer] a',
    async (page) => {
      await page.locator('#verify-number').fill('มท 0808.4/ว 2007');
      await page.locator('.by-number button').click();
    },
  ],
  ['offices', '/offices/', '.suggestions .title', type('เชียงใหม่')],
];

/** The first version of Chromium that was seen to ask again for a module that it could not have. */
const ASKS_AGAIN = 156;

/**
 * Whether a browser keeps the failure of a module as long as the page is there. Scripts of the page itself have it loaded again
 * then (watch-line.ts); where a tool that is loaded later fails, people have to.
 */
const keepsFailures = (page: Page): boolean =>
  Number.parseInt(page.context().browser()?.version() ?? '', 10) < ASKS_AGAIN;

const LONG_ENOUGH = 9_000;

/** What people do until they see what they came for; they load the page again where it does not come. */
const untilShown = async (page: Page, [, , shown, act]: Case): Promise<void> => {
  const first = page.locator(shown).first();
  const tries = keepsFailures(page) ? 3 : 1;
  for (let left = tries; left > 1; left--) {
    await act?.(page);
    const isShown = await first
      .waitFor({ state: 'attached', timeout: LONG_ENOUGH })
      .then(() => true)
      .catch(() => false);
    if (isShown) return;
    await page.reload();
  }
  await act?.(page);
  await first.waitFor({ state: 'attached' });
};

const isStyled = (page: Page) =>
  page.waitForFunction(
    () => getComputedStyle(document.documentElement).getPropertyValue('--ink') !== '',
  );

const looksAt = async (one: Case, how: Failure): Promise<void> => {
  const [, path] = one;
  const server = await openFailingServer(portal.folder);
  try {
    server.begin(path.replace(/#.*/, ''), how);
    await onPage('about:blank', {}, async (page) => {
      await page.goto(server.url + path, { waitUntil: 'commit' });
      // Text that can be read comes first, whatever else fails.
      await page.locator('main h1').waitFor();
      await isStyled(page);
      await untilShown(page, one);
      await page.locator('[data-line], [data-seeking]').waitFor({ state: 'detached' });
      expect(await page.locator('main h1').first().isVisible()).toBe(true);
    });
  } finally {
    server.close();
  }
};

describe('where each request fails once, a page becomes complete:', () => {
  const named = PAGES.map((page) => ({ what: page[0], page }));
  it.concurrent.each(named)('$what', ({ page }) => looksAt(page, 'status'));
  it.concurrent.each(named.slice(1, 2))('$what, with answers cut off', ({ page }) =>
    looksAt(page, 'cut'),
  );
});

describe('where an answer never comes, a page says so after a while, and goes on when asked to:', () => {
  it.concurrent.each<
    [what: string, path: string, hangs: RegExp, text: string, again: string, shown: string]
  >([
    [
      'an office',
      '/my/?office=p50',
      /^\/my\/data\//,
      my.choose.said.failed,
      '[data-again]',
      '[data-my][data-office=p50]',
    ],
    [
      'what was in force',
      '/circulars/as-of/?day=2025-01-01',
      /^\/circulars\/as-of\/.*json/,
      asOfPage.failed,
      '[data-as-of] form button',
      '[data-as-of][data-answered]',
    ],
  ])('%s', async (_, path, held, text, again, shown) => {
    let doesHang = true;
    const server = await openFailingServer(portal.folder, (asked) => doesHang && held.test(asked));
    try {
      await onPage('about:blank', {}, async (page) => {
        await page.clock.install();
        const request = page.waitForRequest((one) => held.test(new URL(one.url()).pathname));
        await page.goto(server.url + path);
        await request;
        await page.clock.fastForward(LONGEST_WAIT);
        await page.locator('[data-said]', { hasText: text }).waitFor();
        doesHang = false;
        await page.locator(again).first().click();
        await page.locator(shown).first().waitFor();
      });
    } finally {
      server.close();
    }
  });
});
