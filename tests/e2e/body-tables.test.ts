import { expect, it } from 'vitest';
import { htmlOf, lookAt, PAGES } from './portal.ts';

const WITH_TABLES = PAGES.filter((path) => htmlOf(path).includes('<table role="table" tabindex'));

it.each([320, 390])(
  'shows tables of texts whole on telephones, each cell with the head of its column (%i px)',
  async (width) => {
    expect(WITH_TABLES.length).toBeGreaterThan(0);
    for (const path of WITH_TABLES) {
      await lookAt(path, { viewport: { width, height: 844 } }, async (page) => {
        const tables = page.locator('.prose table[tabindex]');
        const hidden = await tables.evaluateAll((all) =>
          all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
        );
        expect([path, ...hidden]).toEqual([path, ...hidden.map(() => 0)]);
        const unnamed = await tables.locator('td:not(:first-child):not([data-head])').count();
        expect([path, unnamed]).toEqual([path, 0]);
      });
    }
  },
);

it('shows them as tables where there is room', async () => {
  await lookAt(WITH_TABLES[0] ?? '', { viewport: { width: 1280, height: 844 } }, async (page) => {
    const row = page.locator('.prose table[tabindex] tbody tr').first();
    expect(await row.evaluate((one) => getComputedStyle(one).display)).toBe('table-row');
  });
});
