import { describe, expect, it } from 'vitest';
import { DARK, violations } from './axe.ts';
import { CIRCULARS, lookAt, ONE_OF_EACH_TEMPLATE } from './portal.ts';

/** Milliseconds for three looks at the largest page on a slow machine. */
const LONGEST = 180_000;

describe.each([...new Set([...ONE_OF_EACH_TEMPLATE, ...CIRCULARS])])('%s', (path) => {
  it(
    'has no violation that axe finds, in light and dark, and on a phone',
    async () => {
      const screen = { width: 1280, height: 900 };
      const found = await lookAt(path, { viewport: screen }, async (page) => {
        const light = await violations(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await violations(page, DARK);
        await page.emulateMedia({ colorScheme: 'light' });
        await page.setViewportSize({ ...screen, width: 390 });
        return { light, dark, phone: await violations(page) };
      });
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

describe('contrast', () => {
  const ROW = 'tbody tr:nth-of-type(40)';

  it.each([
    ['one cell of many', `${ROW} td`, 'color', 'rgb(200, 200, 200)'],
    ['one row of many, by its background,', ROW, 'backgroundColor', 'rgb(90, 90, 90)'],
    ['one row of many, by being faint,', ROW, 'opacity', '0.3'],
  ])('is reported where %s lacks it', async (_, selector, property, value) => {
    const found = await lookAt('/grants/', {}, async (page) => {
      const before = await violations(page, ['color-contrast']);
      await page.evaluate(
        ([chosen, name, set]) =>
          Object.assign(document.querySelector<HTMLElement>(chosen)?.style ?? {}, { [name]: set }),
        [selector, property, value] as const,
      );
      return { before, after: await violations(page, ['color-contrast']) };
    });
    expect(found.before).toEqual([]);
    expect(found.after.join()).toContain('color-contrast');
  });
});
