import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSearcher } from '../../scripts/search/command.ts';
import { isExecutable } from '../browser/find-browser.ts';
import { findFirefox, type OpenFirefox, openFirefox } from '../browser/firefox.ts';
import { portal } from './portal.ts';
import { answersInPage, answersInTerminal, manyQueries } from './same-answers.ts';

const firefox = await findFirefox({ env: process.env, isExecutable });
if (!firefox) {
  console.warn(
    'SKIPPED: search and map in Firefox. There is none here: install firefox-esr, or name one in FIREFOX_PATH.',
  );
}

describe.skipIf(!firefox)('in Firefox', () => {
  let browser: OpenFirefox;
  beforeAll(async () => {
    browser = await openFirefox(firefox as string);
  });
  afterAll(() => browser?.close());

  it('finds the same ten pages in the same order as from the terminal, for 200 queries', async () => {
    const searcher = await openSearcher(portal.folder);
    const queries = await manyQueries(searcher);
    await browser.onPage(async (page) => {
      await page.goto(`${portal.url}/search/`);
      expect(await page.evaluate(() => navigator.userAgent)).toContain('Firefox/');
      const found = await page.evaluate(answersInPage, queries);
      expect(found).toEqual(await answersInTerminal(searcher, queries));
    });
  }, 240_000);

  it('shows results as one types, walks them with the keys, and opens one', async () => {
    await browser.onPage(async (page) => {
      await page.goto(`${portal.url}/about/`);
      await page.keyboard.press('/');
      await page.keyboard.type('มท0808.4/ว2007');
      await page.waitForSelector('[data-suggestions]:not([hidden])');
      await page.keyboard.press('Escape');
      await page.waitForSelector('[data-suggestions]:not([hidden])', { hidden: true });
      await page.keyboard.press('Enter');
      await page.waitForSelector('.search-results h3 a');
      expect(new URL(page.url()).searchParams.get('q')).toBe('มท0808.4/ว2007');
      await page.keyboard.press('/');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        () => location.pathname === '/circulars/2567/dla-0808-4-w2007-0917/',
      );
    });
  }, 120_000);

  it.each(['p50', 'p30'])(
    'opens the province %s that one points at on the map',
    async (province) => {
      await browser.onPage(async (page) => {
        await page.goto(`${portal.url}/circulars/2568/dla-x-wx-0325/`);
        await page.click(`.map .each use[href$="#${province}"]`);
        await page.waitForSelector(`#offices-${province} .district`);
        const focused = await page.evaluate(
          () => document.activeElement?.closest<HTMLElement>('[data-province]')?.dataset.province,
        );
        expect(focused).toBe(province);
      });
    },
    120_000,
  );
});
