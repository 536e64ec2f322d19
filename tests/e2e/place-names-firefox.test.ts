import { describe, expect, it } from 'vitest';
import { isExecutable } from '../browser/find-browser.ts';
import { type FirefoxSettings, findFirefox, onFirefoxPage } from '../browser/firefox.ts';
import {
  NAME_WIDTHS,
  NamesLook,
  namePatterns,
  namesInProse,
  namesOnPage,
  showInstead,
} from './broken-names.ts';
import { portal, VARIED_PAGES } from './portal.ts';

const firefox = await findFirefox({ env: process.env, isExecutable });
if (!firefox) {
  console.warn(
    'SKIPPED: names in Firefox. There is none here: install firefox-esr, or name one in FIREFOX_PATH.',
  );
}

/** How a page lies neither worker nor frames change; each page would be stored, and each change of its width drawn at once. */
const LAYOUT_ALONE: FirefoxSettings = {
  'dom.serviceWorkers.enabled': false,
  'layout.frame_rate': 5,
};

// Firefox finds the words of Thai by itself, and otherwise than Chromium.
describe.skipIf(!firefox)('in Firefox', () => {
  it('breaks no name of a province, district or office, and scrolls no page sideways', async () => {
    const patterns = await namePatterns();
    const prose = await namesInProse();
    await onFirefoxPage(
      firefox as string,
      async (page) => {
        const names = new NamesLook({
          resize: (width) => page.setViewport({ width, height: 800 }),
          look: () => page.evaluate(namesOnPage, patterns),
        });
        for (const path of VARIED_PAGES) {
          await page.goto(`${portal.url}${path}`);
          await names.at(path);
        }
        await page.goto(`${portal.url}/about/`);
        await page.evaluate(showInstead, prose);
        await names.at('all names');
        expect(names.wrong).toEqual([]);
        expect(names.seen).toBeGreaterThan(3000 * NAME_WIDTHS.length);
      },
      LAYOUT_ALONE,
    );
  }, 400_000);
});
