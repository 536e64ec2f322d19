import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { lookAt, ONE_OF_EACH_TEMPLATE } from './portal.ts';

const FOCUSABLE =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

interface Stop {
  readonly name: string;
  readonly seen: boolean;
}

/** Notes in the page itself every element that gets the focus, and whether that can be seen. */
const noteStops = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const stops: Stop[] = [];
    Object.assign(window, { stops, again: false });
    document.addEventListener('focusin', (event) => {
      // Within a part of its own tree the target of the event is that part.
      const here = event.composedPath()[0] as HTMLElement;
      if (here.hasAttribute('data-tab-seen')) {
        Object.assign(window, { again: true });
        return;
      }
      here.setAttribute('data-tab-seen', '');
      const box = here.getBoundingClientRect();
      // A field may be outlined together with what stands beside it.
      const around = [here, here.parentElement, here.parentElement?.parentElement];
      const outlined = around.some((element) => {
        const style = element && getComputedStyle(element);
        return style && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
      });
      stops.push({
        name: here.outerHTML.slice(0, 120),
        seen: box.width > 1 && box.height > 1 && outlined,
      });
    });
  });

/** Everything that Tab stops at, in order: once around the page, wherever the focus was at first. */
const tabThrough = async (page: Page): Promise<Stop[]> => {
  await noteStops(page);
  for (let round = 0; round < 40; round++) {
    await Promise.all(Array.from({ length: 50 }, () => page.keyboard.press('Tab')));
    const { again, stops } = await page.evaluate<{ again: boolean; stops: Stop[] }>(
      '({ again, stops })',
    );
    if (again) return stops;
  }
  throw new Error('Tab never comes round.');
};

/** Whether the first stop can be seen, and where Enter leads there. */
const skipFirst = async (page: Page) => {
  const first = page.locator(FOCUSABLE).first();
  await first.focus();
  const width = (await first.boundingBox())?.width ?? 0;
  await page.keyboard.press('Enter');
  return { width, arrived: await page.evaluate(() => document.activeElement?.id) };
};

/** What can be used on a page, and no key leads to. */
const missedOn = (page: Page): Promise<string[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.checkVisibility() && element.tabIndex >= 0)
        .filter((element) => !element.matches(':disabled'))
        .filter((element) => !element.hasAttribute('data-tab-seen'))
        .map((element) => element.outerHTML.slice(0, 120)),
    FOCUSABLE,
  );

/** All that the tests ask of a page, from one visit. */
const useByKeys = (path: string) =>
  lookAt(path, {}, async (page) => {
    const skipped = await skipFirst(page);
    // Scripts draw what they fetch: what comes behind the focus would be missed.
    await page.waitForLoadState('networkidle');
    const stops = await tabThrough(page);
    return { skipped, stops, missed: await missedOn(page) };
  });

describe.each(ONE_OF_EACH_TEMPLATE)('%s', (path) => {
  let used: Awaited<ReturnType<typeof useByKeys>>;
  beforeAll(async () => {
    used = await useByKeys(path);
  });

  it('leads Tab to everything that can be used, and shows where it is', () => {
    const { missed, stops } = used;
    expect(stops.length).toBeGreaterThan(0);
    expect({ missed, unseen: stops.filter(({ seen }) => !seen) }).toEqual({
      missed: [],
      unseen: [],
    });
  });

  it('skips to its content first', () => {
    expect(used.skipped.width).toBeGreaterThan(1);
    expect(used.skipped.arrived).toBe('main');
  });
});
