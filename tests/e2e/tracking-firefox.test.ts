import { describe, expect, it } from 'vitest';
import { isExecutable } from '../browser/find-browser.ts';
import { findFirefox, onFirefoxPage } from '../browser/firefox.ts';
import { portal } from './portal.ts';

const firefox = await findFirefox({ env: process.env, isExecutable });
if (!firefox) {
  console.warn(
    'SKIPPED: the map in Firefox. There is none here: install firefox-esr, or name one in FIREFOX_PATH.',
  );
}

describe.skipIf(!firefox)('in Firefox', () => {
  it.each(['p50', 'p30'])(
    'opens the province %s that one points at on the map',
    async (province) => {
      await onFirefoxPage(firefox as string, async (page) => {
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
