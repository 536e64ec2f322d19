import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { CIRCULARS, ONE_OF_EACH_TEMPLATE, onPage } from './portal.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const violations = (path: string, colorScheme: 'light' | 'dark', width: number) =>
  onPage(
    path,
    { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' },
    async (page) => {
      await page.evaluate(axe);
      const { violations: found } = await page.evaluate<AxeResults>('axe.run()');
      return found.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`),
      );
    },
  );

describe.each([...new Set([...ONE_OF_EACH_TEMPLATE, ...CIRCULARS])])('%s', (path) => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('has no violation that axe finds (%s, %i px)', async (scheme, width) => {
    expect(await violations(path, scheme, width)).toEqual([]);
  });
});

it('is dark where that is preferred', async () => {
  const background = (colorScheme: 'light' | 'dark') =>
    onPage('/', { colorScheme }, (page) =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    );
  expect(await background('dark')).not.toBe(await background('light'));
});
