import { describe, expect, it } from 'vitest';
import { COLOURS, violations } from './axe.ts';
import { CIRCULARS, lookAt, ONE_OF_EACH_TEMPLATE } from './portal.ts';

/** Milliseconds for three looks at the largest page on a slow machine. */
const LONGEST = 180_000;

describe.each([...new Set([...ONE_OF_EACH_TEMPLATE, ...CIRCULARS])])('%s', (path) => {
  it(
    'has no violation that axe finds, in light and dark, and on a phone',
    async () => {
      const screen = { width: 1280, height: 900 };
      const found = await lookAt(
        path,
        { viewport: screen, reducedMotion: 'reduce' },
        async (page) => {
          const light = await violations(page);
          await page.emulateMedia({ colorScheme: 'dark' });
          const dark = await violations(page, COLOURS);
          await page.emulateMedia({ colorScheme: 'light' });
          await page.setViewportSize({ ...screen, width: 390 });
          return { light, dark, phone: await violations(page) };
        },
      );
      expect(found).toEqual({ light: [], dark: [], phone: [] });
    },
    LONGEST,
  );
});

it('is dark where that is preferred', async () => {
  const background = (colorScheme: 'light' | 'dark') =>
    lookAt('/', { colorScheme }, (page) =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    );
  expect(await background('dark')).not.toBe(await background('light'));
});
