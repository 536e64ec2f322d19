import { describe, expect, it } from 'vitest';
import { FORWARDS, lookAt, PAGES } from './portal.ts';

it('has a short address for every circular', () => {
  expect(FORWARDS.length).toBeGreaterThan(0);
});

describe.each(FORWARDS)('%s', (path) => {
  it.each([true, false])('leads on to a page that is there (JavaScript: %s)', async (script) => {
    await lookAt(path, { javaScriptEnabled: script }, async (page) => {
      await page.waitForURL((url) => url.pathname !== path);
      expect(PAGES).toContain(new URL(page.url()).pathname);
    });
  });
});
