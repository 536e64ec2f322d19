import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
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

/** Pages of each kind, what is on them when they are complete, and what a person does for that. */
const PAGES: readonly Case[] = [
  [
    'a circular, with the offices of a province',
    `${CIRCULAR}#chain`,
    '.panel .district, .panel ul',
    async (page) => {
      await page.locator('.by-province summary').click();
      await page.locator('.opener').first().click();
    },
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
 * Whether a browser keeps the failure of a module as long as the page is there, which nothing in the page can change: it is
 * read all the same, and its tools are there when it is loaded again.
 */
const keepsFailures = (page: Page): boolean => {
  const version = page.context().browser()?.version() ?? '';
  if (Number.parseInt(version, 10) >= ASKS_AGAIN) return false;
  console.warn(
    `SKIPPED: what scripts add where one failed once. Chromium ${version} keeps failures of modules.`,
  );
  return true;
};

const isStyled = (page: Page) =>
  page.waitForFunction(
    () => getComputedStyle(document.documentElement).getPropertyValue('--ink') !== '',
  );

const looksAt = async ([, path, shown, act]: Case, how: Failure): Promise<void> => {
  const server = await openFailingServer(portal.folder);
  try {
    server.begin(path.replace(/#.*/, ''), how);
    await onPage('about:blank', {}, async (page) => {
      await page.goto(server.url + path, { waitUntil: 'commit' });
      // Text that can be read comes first, whatever else fails.
      await page.locator('main h1').waitFor();
      await isStyled(page);
      if (keepsFailures(page)) return;
      await act?.(page);
      await page.locator(shown).first().waitFor({ state: 'attached' });
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

describe('where an answer never comes, a page says so after a while, and goes on when told to:', () => {
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
