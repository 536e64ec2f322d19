import { describe, expect, it } from 'vitest';
import { openSearcher } from '../../scripts/search/command.ts';
import { isExecutable } from '../browser/find-browser.ts';
import { findFirefox, onFirefoxPage } from '../browser/firefox.ts';
import { portal } from './portal.ts';
import { answersInPage, answersInTerminal, manyQueries } from './same-answers.ts';

const firefox = await findFirefox({ env: process.env, isExecutable });
if (!firefox) {
  console.warn(
    'SKIPPED: search in Firefox. There is none here: install firefox-esr, or name one in FIREFOX_PATH.',
  );
}
const onPage = (use: Parameters<typeof onFirefoxPage<void>>[1]) =>
  onFirefoxPage(firefox as string, use);

describe.skipIf(!firefox)('in Firefox', () => {
  it('finds the same ten pages in the same order as from the terminal, for 200 queries', async () => {
    const searcher = await openSearcher(portal.folder);
    const queries = await manyQueries(searcher);
    await onPage(async (page) => {
      await page.goto(`${portal.url}/search/`);
      expect(await page.evaluate(() => navigator.userAgent)).toContain('Firefox/');
      const found = await page.evaluate(answersInPage, queries);
      expect(found).toEqual(await answersInTerminal(searcher, queries));
    });
  }, 240_000);

  it('shows results as one types, walks them with the keys, and opens one', async () => {
    await onPage(async (page) => {
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
});
