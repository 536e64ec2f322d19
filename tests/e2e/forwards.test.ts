import { describe, expect, it } from 'vitest';
import { textOf } from './files.ts';
import { FORWARDS, lookAt, PAGES } from './portal.ts';

it('has a short address for every circular', () => {
  expect(FORWARDS.length).toBeGreaterThan(0);
});

it('asks for little script, as a telephone loads it only to leave it', () => {
  const scripts = [...textOf(FORWARDS[0] ?? '').matchAll(/(?:src|href)="(\/_astro\/[^"]+\.js)"/g)];
  const bytes = scripts.map(([, path]) => textOf(path ?? '').length);
  expect(bytes.length).toBeGreaterThan(0);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(2048);
});

describe.each(FORWARDS)('%s', (path) => {
  it.each([true, false])('leads on to a page that is there (JavaScript: %s)', async (script) => {
    await lookAt(path, { javaScriptEnabled: script }, async (page) => {
      await page.waitForURL((url) => url.pathname !== path);
      expect(PAGES).toContain(new URL(page.url()).pathname);
    });
  });
});
