import { describe, expect, it } from 'vitest';
import { fileName } from '#core/search/layout.ts';
import { bundleOf, dataPlaceOf } from './index-bundle.ts';

const pathOf = (name: string): string => `search-index/0123/${name}.bin`;

const NUMBERED: readonly (readonly [string, (number: number) => string])[] = [
  ['blocks', fileName.block],
  ['what touches their keys', fileName.blockLetters],
  ['pages of frequent keys', fileName.pages],
  ['positions', fileName.positions],
  ['what is before', (number) => fileName.letters(number, 'before')],
  ['what is behind', (number) => fileName.letters(number, 'behind')],
];

describe('the bundle of a file of the index', () => {
  it.each(NUMBERED)('has its neighbours: %s', (_, name) => {
    const bundles = Array.from({ length: 1100 }, (_, number) => bundleOf(pathOf(name(number))));
    const sizes = new Map<string | null, number>();
    for (const bundle of bundles) sizes.set(bundle, (sizes.get(bundle) ?? 0) + 1);
    expect(sizes.has(null)).toBe(false);
    const [first = 0] = sizes.values();
    expect(first).toBeGreaterThan(1);
    expect([...sizes.values()].slice(0, -1).every((size) => size === first)).toBe(true);
    expect(bundles).toEqual([...bundles].sort((a, b) => numberOf(a) - numberOf(b)));
  });

  it('is another one for each kind, whatever folder a file lies in', () => {
    const kinds = NUMBERED.map(([, name]) => bundleOf(pathOf(name(0))));
    expect(new Set(kinds).size).toBe(NUMBERED.length);
    expect(bundleOf('search-index/0124/b1.bin')).toBe(bundleOf('search-index/0123/b0.bin'));
  });

  it.each([fileName.start, fileName.numbers, fileName.facets, fileName.sorts, 'page/3'])(
    'is none for %s',
    (name) => {
      expect(bundleOf(pathOf(name))).toBeNull();
      expect(dataPlaceOf(pathOf(name))).toBe(pathOf(name));
    },
  );

  it.each(['my/data/p40.json', 'search-index/index.json', 'b0.bin', 'search-index/0123/b.bin'])(
    'is none for %s',
    (path) => expect(bundleOf(path)).toBeNull(),
  );
});

const numberOf = (bundle: string | null): number => Number(bundle?.split('-').at(-1));
