import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { CIRCULARS, ONE_OF_EACH_TEMPLATE, onPage } from './portal.ts';

const violationsOn = (path: string, colorScheme: 'light' | 'dark', width: number) =>
  onPage(
    path,
    { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' },
    violations,
  );

describe.each([...new Set([...ONE_OF_EACH_TEMPLATE, ...CIRCULARS])])('%s', (path) => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('has no violation that axe finds (%s, %i px)', async (scheme, width) => {
    expect(await violationsOn(path, scheme, width)).toEqual([]);
  });
});

it('is dark where that is preferred', async () => {
  const background = (colorScheme: 'light' | 'dark') =>
    onPage('/', { colorScheme }, (page) =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    );
  expect(await background('dark')).not.toBe(await background('light'));
});
