import type { Page } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { namedAssets } from '#core/offline/stored-first.ts';
import { openSearcher } from '../../scripts/search/command.ts';
import { isExecutable } from '../browser/find-browser.ts';
import { findFirefox, onFirefoxPage } from '../browser/firefox.ts';
import { type OfflineHost, openOfflineHost } from './offline-host.ts';
import { CIRCULARS, htmlOf, onPage, PAGES, portal } from './portal.ts';
import { answersInPage, answersInTerminal, manyQueries } from './same-answers.ts';

let host: OfflineHost;
beforeAll(async () => {
  host = await openOfflineHost();
});
afterAll(() => host?.close());
beforeEach(() => host.reset());

const LONG = { timeout: 180_000 };
const LAW = PAGES.find((path) => /^\/laws\/.+/.test(path)) as string;
/** Keeps what a part of `/offline/` offers; runs in the page, hence refers to nothing outside. Gives how it ended. */
const keepAll = async (part: string): Promise<string> => {
  const box = document.querySelector(`${part} [data-keep]`) as HTMLElement;
  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const button = (name: string) => box.querySelector(`[data-${name}]`) as HTMLButtonElement;
  button('ask').click();
  await until(() => button('start').checkVisibility());
  button('start').click();
  await until(() => box.dataset.ended !== undefined);
  return box.dataset.ended as string;
};

/** Opens the page that keeps others, and waits for the worker: without it nothing is opened from what is kept. */
const openManager = async (page: Page): Promise<void> => {
  await page.goto('/offline/');
  await page.locator('[data-offline][data-ready]').waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};
const visit = (use: (page: Page) => Promise<void>) =>
  onPage('about:blank', { serviceWorkers: 'allow', baseURL: host.site }, use);

describe('without any network, after a section was kept', () => {
  it('answers 200 queries as the terminal does, and opens what was kept', async () => {
    const searcher = await openSearcher(portal.folder);
    const queries = await manyQueries(searcher);
    await visit(async (page) => {
      page.setDefaultTimeout(LONG.timeout);
      await openManager(page);
      expect(await page.evaluate(keepAll, '[data-section=laws]')).toBe('done');
      host.goDown();
      await page.goto('/search/');
      expect(await page.evaluate(answersInPage, queries)).toEqual(
        await answersInTerminal(searcher, queries),
      );
      await page.goto(LAW);
      expect(await page.locator('[data-kept-note]').innerText()).toContain('เก็บไว้เมื่อ');
    });
  }, 240_000);
});

describe('the page that searches, once it is stored', () => {
  const ASKED = `/search/?${new URLSearchParams({ q: 'รหัสผ่าน' })}`;
  /** All that has to be stored before the page is shown from there. */
  const NEEDED = ['/search/', ...namedAssets(htmlOf('/search/')).map((path) => `/${path}`)];
  const result = (page: Page) => page.locator('.search-results h3 a').first();
  const note = (page: Page) => page.locator('[data-kept-note]');
  /** Opens it, waits until it is stored with all that it needs, and leaves it. */
  const storeIt = async (page: Page): Promise<void> => {
    await page.goto(ASKED);
    await result(page).waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    // What came before the worker was in charge may be stored only as it is asked for again.
    await page.goto(ASKED);
    await result(page).waitFor();
    await page.waitForFunction(async (needed) => {
      const found = await Promise.all(needed.map((one) => caches.match(one)));
      return found.every((response) => response !== undefined);
    }, NEEDED);
    await page.waitForLoadState('networkidle');
    await page.goto('about:blank');
  };

  it('answers before the portal sends it again, and says nothing of a copy', async () => {
    await visit(async (page) => {
      await storeIt(page);
      const sent = Promise.withResolvers<void>();
      host.answers.set('/search/', async (_, response) => {
        await sent.promise;
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end('<!doctype html><html lang="th"><title>ใหม่</title><main id="main">ใหม่');
      });
      await page.goto(ASKED, { waitUntil: 'commit' });
      await result(page).waitFor();
      expect(await note(page).isHidden()).toBe(true);
      expect(host.asked).toContain('/search-index/index.json');
      sent.resolve();
      // What came behind the page is there the next time. No load state tells of what a worker asks for.
      await page.waitForFunction(async () => {
        const stored = await caches.match('/search/');
        return (await stored?.text())?.includes('<title>ใหม่');
      });
      await page.goto(ASKED, { waitUntil: 'commit' });
      await expect.poll(() => page.title(), LONG).toBe('ใหม่');
    });
  });

  it('is asked of the portal where somebody loads it again', async () => {
    await visit(async (page) => {
      await storeIt(page);
      await page.goto(ASKED);
      await result(page).waitFor();
      expect(await page.locator('html[data-stored-first]').count()).toBe(1);
      await page.reload();
      await result(page).waitFor();
      expect(await page.locator('html[data-stored-first]').count()).toBe(0);
    });
  });

  it('says that it is a copy where the portal does not say which index is in force', async () => {
    await visit(async (page) => {
      await storeIt(page);
      host.answers.set('/search-index/index.json', (_, response) => response.destroy());
      await page.goto(ASKED);
      await result(page).waitFor();
      await note(page).waitFor({ state: 'visible' });
      expect(await note(page).innerText()).toContain('เก็บไว้เมื่อ');
    });
  });

  it('is loaded again where the portal has an index for another program', async () => {
    await visit(async (page) => {
      await storeIt(page);
      host.answers.set('/search-index/index.json', (_, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ layout: 999_999 }));
      });
      await page.goto(ASKED);
      await page.locator('html:not([data-stored-first]) .search-results h3 a').first().waitFor();
    });
  });
});

describe('the circulars of an office', () => {
  it('are offered for the office that was chosen, and are there without a network', async () => {
    await visit(async (page) => {
      await openManager(page);
      expect(await page.locator('[data-no-office]').isVisible()).toBe(true);
      await page.goto('/my/');
      await page.fill('#my-name', 'อ.ฝาง เชียงใหม่');
      await page.locator('[data-found] a').first().click();
      await page.locator('[data-my][data-office]').waitFor();
      const hrefs = await page
        .locator('[data-my] a[href^="/circulars/"]')
        .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href)));
      expect(hrefs.length).toBeGreaterThan(0);
      await openManager(page);
      expect(await page.locator('[data-office-title]').innerText()).toContain('อำเภอฝาง');
      expect(await page.evaluate(keepAll, '[data-office]')).toBe('done');
      await page.locator('[data-scopes] li', { hasText: 'อำเภอฝาง' }).waitFor();
      // What is seen is stored behind the page.
      await page.goto('/my/');
      await page.locator('[data-my][data-office]').waitFor();
      await page.waitForLoadState('networkidle');
      host.goDown();
      await page.reload();
      await page.locator('[data-my][data-office]').waitFor();
      const links = page.locator('[data-my] a[href^="/circulars/"]');
      await links.first().click();
      await page.waitForURL(/\/circulars\/\d{4}\//);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('[data-kept-note]').innerText()).toContain('เก็บไว้เมื่อ');
    });
  });
});

const firefox = await findFirefox({ env: process.env, isExecutable });
if (!firefox) {
  console.warn(
    'SKIPPED: reading offline in Firefox. There is none here: install firefox-esr, or name one in FIREFOX_PATH.',
  );
}

describe.skipIf(!firefox)('in Firefox, without any network', () => {
  const openWhole = async (page: FirefoxPage, path: string): Promise<void> => {
    await page.goto(host.site + path);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  };

  it('has a section that was kept, says so of results that were not, and answers 200 queries alike', async () => {
    const searcher = await openSearcher(portal.folder);
    const queries = await manyQueries(searcher);
    await onFirefoxPage(firefox as string, async (page) => {
      await openWhole(page, '/offline/');
      await page.waitForSelector('[data-offline][data-ready]');
      expect(await page.evaluate(keepAll, '[data-section=forms]')).toBe('done');
      host.goDown();
      await page.goto(`${host.site}/search/?${new URLSearchParams({ q: 'แบบคำขอสิทธิ' })}`);
      await page.waitForSelector('.search-results h3 a');
      await page.waitForSelector('[data-not-kept].badge');
      const found = await page.evaluate(answersInPage, queries);
      expect(found).toEqual(await answersInTerminal(searcher, queries));
      await page.goto(`${host.site}/forms/`);
      const note = await page.$eval('[data-kept-note]', ({ textContent }) => textContent);
      expect(note).toContain('เก็บไว้เมื่อ');
      await page.goto(`${host.site}${CIRCULARS[0]}`);
      expect(await page.$eval('h1', ({ textContent }) => textContent)).not.toBe('');
      expect(await page.evaluate(() => location.pathname)).toBe(CIRCULARS[0]);
    });
  }, 240_000);
});
