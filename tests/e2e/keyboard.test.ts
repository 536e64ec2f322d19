import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lookAt, ONE_OF_EACH_TEMPLATE } from './portal.ts';
import { shareVisit } from './shared-visit.ts';

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
    const rounds = { stops, round: 0, again: false };
    Object.assign(window, { rounds });
    document.addEventListener('focusin', (event) => {
      // Within a part of its own tree the target of the event is that part.
      const here = event.composedPath()[0] as HTMLElement;
      const lastRound = here.getAttribute('data-tab-seen');
      if (lastRound === String(rounds.round)) {
        rounds.again = true;
        return;
      }
      here.setAttribute('data-tab-seen', String(rounds.round));
      if (lastRound !== null) return;
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

/** Once around the page, wherever the focus is at first; everything that Tab ever stopped at, in order. */
const tabAround = async (page: Page): Promise<Stop[]> => {
  await page.evaluate('rounds.round++, rounds.again = false');
  for (let press = 0; press < 2000; press += 50) {
    await Promise.all(Array.from({ length: 50 }, () => page.keyboard.press('Tab')));
    const { again, stops } = await page.evaluate<{ again: boolean; stops: Stop[] }>('rounds');
    if (again) return stops;
  }
  throw new Error('Tab never comes round.');
};

/**
 * What Tab stops at, and what it misses. Scripts draw what they fetch behind the focus, or move it, however long one
 * waits before: a person would go round once more, so that only what a round without a new stop misses is missed.
 */
const tabThrough = async (page: Page) => {
  await noteStops(page);
  for (let known = 0; ; ) {
    const stops = await tabAround(page);
    const missed = await missedOn(page);
    if (missed.length === 0 || stops.length === known) return { stops, missed };
    known = stops.length;
  }
};

/** All that the tests ask of a page, from one visit. */
const useByKeys = (path: string) =>
  lookAt(path, {}, async (page) => {
    const skipped = await skipFirst(page);
    return { skipped, ...(await tabThrough(page)) };
  });

describe.each(ONE_OF_EACH_TEMPLATE)('%s', (path) => {
  const used = shareVisit(() => useByKeys(path));

  it('leads Tab to everything that can be used, and shows where it is', () => {
    const { missed, stops } = used();
    expect(stops.length).toBeGreaterThan(0);
    expect({ missed, unseen: stops.filter(({ seen }) => !seen) }).toEqual({
      missed: [],
      unseen: [],
    });
  });

  it('skips to its content first', () => {
    const { skipped } = used();
    expect(skipped.width).toBeGreaterThan(1);
    expect(skipped.arrived).toBe('main');
  });
});
