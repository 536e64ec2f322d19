import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantilesOf, survivalQuantiles } from './survival.ts';

const counts = (...days: number[]) => {
  const map = new Map<number, number>();
  for (const day of days) map.set(day, (map.get(day) ?? 0) + 1);
  return map;
};

describe('quantilesOf', () => {
  it.each([
    { name: 'all ended', ended: [1, 2, 3, 4, 5], open: [], median: 3, p90: 5 },
    { name: 'exactly half', ended: [1, 2, 3, 4], open: [], median: 2, p90: 4 },
    // 6-MP arm of Freireich et al. 1963, the textbook case: median remission 23 weeks.
    {
      name: 'Freireich 6-MP',
      ended: [6, 6, 6, 7, 10, 13, 16, 22, 23],
      open: [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35],
      median: 23,
      p90: null,
    },
    { name: 'nothing ended', ended: [], open: [3, 4], median: null, p90: null },
    { name: 'nothing known', ended: [], open: [], median: null, p90: null },
    { name: 'open ones hold the median back', ended: [1], open: [5, 5], median: null, p90: null },
  ])('$name', ({ ended, open, median, p90 }) => {
    expect(quantilesOf({ ended: counts(...ended), open: counts(...open) })).toEqual({
      median,
      p90,
      ended: ended.length,
      open: open.length,
    });
  });

  it('is the plain order statistic where nothing is open', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 200 }), (days) => {
        const sorted = days.toSorted((a, b) => a - b);
        const at = (level: number) => sorted[Math.ceil(sorted.length * level - 1e-9) - 1];
        const plain = { ended: counts(...days), open: new Map<number, number>() };
        expect(survivalQuantiles(plain, [0.5, 0.9])).toEqual([at(0.5), at(0.9)]);
      }),
    );
  });

  it('is never shortened by one more that is still open', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1 }), fc.nat(30), (days, open) => {
        const without = quantilesOf({ ended: counts(...days), open: new Map() });
        const withOpen = quantilesOf({ ended: counts(...days), open: counts(open) });
        expect(withOpen.median ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
          without.median as number,
        );
      }),
    );
  });
});
