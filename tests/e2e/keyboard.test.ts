import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ONE_OF_EACH_TEMPLATE, onPage } from './portal.ts';

const FOCUSABLE =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

interface Stop {
  readonly name: string;
  readonly seen: boolean;
}

/**
 * Everything that Tab stops at, in order, and whether the place of the focus can be seen. A page may begin with the
 * focus in its midst, so the way goes past the end once.
 */
const tabThrough = async (page: Page): Promise<Stop[]> => {
  const stops: Stop[] = [];
  let ends = 0;
  for (let guard = 0; guard < 1000; guard++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const here = document.activeElement;
      if (!here || here === document.body) return 'end';
      if (here.hasAttribute('data-tab-seen')) return 'again';
      here.setAttribute('data-tab-seen', '');
      const box = here.getBoundingClientRect();
      // A field may be outlined together with what stands beside it.
      const around = [here, here.parentElement, here.parentElement?.parentElement];
      const outlined = around.some((element) => {
        const style = element && getComputedStyle(element);
        return style && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
      });
      return {
        name: here.outerHTML.slice(0, 120),
        seen: box.width > 1 && box.height > 1 && outlined,
      };
    });
    if (stop === 'again') return stops;
    if (typeof stop === 'object') stops.push(stop);
    else if (++ends === 2) return stops;
  }
  throw new Error('Tab never comes to an end.');
};

describe.each(ONE_OF_EACH_TEMPLATE)('%s', (path) => {
  it('leads Tab to everything that can be used, and shows where it is', async () => {
    await onPage(path, {}, async (page) => {
      const stops = await tabThrough(page);
      const missed = await page.evaluate(
        (selector) =>
          [...document.querySelectorAll<HTMLElement>(selector)]
            .filter((element) => element.checkVisibility() && element.tabIndex >= 0)
            .filter((element) => !element.matches(':disabled'))
            .filter((element) => !element.hasAttribute('data-tab-seen'))
            .map((element) => element.outerHTML.slice(0, 120)),
        FOCUSABLE,
      );
      expect({ missed, unseen: stops.filter(({ seen }) => !seen) }).toEqual({
        missed: [],
        unseen: [],
      });
    });
  });

  it('skips to its content first', async () => {
    await onPage(path, {}, async (page) => {
      const first = page.locator(FOCUSABLE).first();
      await first.focus();
      expect((await first.boundingBox())?.width).toBeGreaterThan(1);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  });
});
