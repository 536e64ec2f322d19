import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleOf, type FoundStyle, type FoundStyles, findBundle, stylesOf } from './bundle.ts';

const ROUTE = { route: '/manuals/[slug]', component: 'src/pages/manuals/[slug].astro' };
const KEY = '/manuals/[slug]&src/pages/manuals/[slug].astro';

const style = (src: string, depth: number, order: number): FoundStyle => ({
  depth,
  order,
  sheet: { type: 'external', src },
});
const found = (...styles: FoundStyle[]): FoundStyles => new Map([[KEY, { styles }]]);

describe('stylesOf', () => {
  it.each<[what: string, styles: FoundStyle[], order: string]>([
    ['as they are imported', [style('b', 1, 1), style('a', 0, 0)], '/a /b'],
    [
      'the farther first where the place is the same',
      [style('b', 0, 0), style('a', 2, 0)],
      '/a /b',
    ],
    ['one of unknown place last', [style('b', 0, -1), style('a', 0, 9)], '/a /b'],
    ['one of unknown depth first', [style('b', 4, 0), style('a', -1, 0)], '/a /b'],
    ['of two of unknown place, the farther first', [style('b', 1, -1), style('a', 2, -1)], '/a /b'],
  ])('links styles %s', (_, styles, order) => {
    expect(stylesOf(ROUTE, found(...styles)).join(' ')).toBe(order);
    expect(stylesOf(ROUTE, found(...styles.toReversed())).join(' ')).toBe(order);
  });

  it('knows a page without styles', () => {
    expect(stylesOf(ROUTE, found())).toEqual([]);
  });

  it('tells of a page that the build did not know, and of one with styles inside', () => {
    expect(() => stylesOf(ROUTE, new Map())).toThrow(`nothing of the styles of ${ROUTE.component}`);
    const inside = found({ depth: 0, order: 0, sheet: { type: 'inline' } });
    expect(() => stylesOf(ROUTE, inside)).toThrow(`${ROUTE.component} has styles of its own`);
  });
});

describe('bundleOf', () => {
  it('finds what Astro holds', () => {
    const app = { manifest: { pageMap: new Map(), routes: [] } };
    expect(bundleOf({ name: 'astro', app } as { name: string })).toBe(app);
  });

  it.each([
    ['no bundle', {}],
    ['no manifest', { app: {} }],
    ['another map of pages', { app: { manifest: { pageMap: {} } } }],
  ])('finds none in %s', (_, more) => {
    expect(bundleOf({ name: 'astro', ...more })).toBeUndefined();
  });
});

describe('findBundle', () => {
  it.each([
    ['no folder', null, false],
    ['another file', 'entry.mjs', false],
    ['the module of all pages', 'prerender-entry.C1.mjs', true],
  ])('looks at %s', (_, name, isFound) => {
    const folder = mkdtempSync(join(tmpdir(), 'wian-bundle-'));
    try {
      if (name) {
        mkdirSync(join(folder, '.prerender'));
        writeFileSync(join(folder, '.prerender', name), '');
      }
      expect(findBundle(folder)).toBe(isFound ? join(folder, '.prerender', name ?? '') : null);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
