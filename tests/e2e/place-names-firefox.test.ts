import { describe, expect, it } from 'vitest';
import { isExecutable } from '../browser/find-browser.ts';
import { findFirefox, onFirefoxPage } from '../browser/firefox.ts';
import { NAME_WIDTHS, namePatterns, namesOnPage } from './broken-names.ts';
import { portal, VARIED_PAGES } from './portal.ts';

const firefox = await findFirefox({ env: process.env, isExecutable });
if (!firefox) {
  console.warn(
    'SKIPPED: names in Firefox. There is none here: install firefox-esr, or name one in FIREFOX_PATH.',
  );
}

// Firefox finds the words of Thai by itself, and otherwise than Chromium.
describe.skipIf(!firefox)('in Firefox', () => {
  it('breaks no name of a province, district or office, and scrolls no page sideways', async () => {
    const patterns = await namePatterns();
    const wrong: Record<string, unknown> = {};
    let seen = 0;
    await onFirefoxPage(firefox as string, async (page) => {
      for (const path of VARIED_PAGES) {
        await page.goto(`${portal.url}${path}`);
        for (const width of NAME_WIDTHS) {
          await page.setViewport({ width, height: 800 });
          const found = await page.evaluate(namesOnPage, patterns);
          seen += found.seen;
          if (found.broken.length > 0 || found.tooWide > 0) wrong[`${path} ${width}`] = found;
        }
      }
    });
    expect(wrong).toEqual({});
    expect(seen).toBeGreaterThan(3000);
  }, 400_000);
});
