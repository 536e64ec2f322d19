import { describe, expect, it } from 'vitest';
import { dayNumber } from '#core/letter/date.ts';
import { emptyCube, type FinanceCube } from './finance.ts';
import {
  compareWithLastYear,
  reportingByMonth,
  reportOf,
  sumByCategory,
  sumByMonth,
  sumFinance,
} from './finance-sums.ts';
import { monthsBetween } from './fiscal-year.ts';

const cubeOf = (
  rows: readonly (readonly [office: string, month: string, category: string, satang: number])[],
): FinanceCube => {
  const cube = emptyCube(['a', 'b'], monthsBetween('2024-10', '2025-11'), ['taxes', 'fees']);
  cube.sources.push('e-LAAS');
  for (const [office, month, category, satang] of rows) {
    const at = (cube.officeAt.get(office) as number) * cube.months.length;
    const report = at + cube.months.indexOf(month);
    cube.amounts[report * 2 + cube.categories.indexOf(category)] = satang;
    cube.asOf[report] = dayNumber('2025-12-01');
  }
  return cube;
};

const all = { offices: ['a', 'b'], months: ['2025-10', '2025-11'], categories: ['taxes', 'fees'] };

describe('sums of finance', () => {
  const cube = cubeOf([
    ['a', '2024-10', 'taxes', 100],
    ['b', '2024-10', 'taxes', 1000],
    ['a', '2025-10', 'taxes', 150],
    ['a', '2025-10', 'fees', 0],
    ['b', '2025-11', 'taxes', 7],
  ]);

  it('say how much is known', () => {
    expect(sumFinance(cube, all)).toEqual({ amount: 157n, reported: 2, expected: 4 });
  });

  it('tell no record from zero', () => {
    expect(sumByCategory(cube, { ...all, offices: ['a'] })).toEqual([
      { category: 'taxes', sum: { amount: 150n, reported: 1, expected: 2 } },
      { category: 'fees', sum: { amount: 0n, reported: 1, expected: 2 } },
    ]);
    expect(sumByMonth(cube, { ...all, offices: ['a'] })[1]?.sum.amount).toBeNull();
    expect(sumFinance(cube, { ...all, offices: ['unknown'] })).toEqual({
      amount: null,
      reported: 0,
      expected: 2,
    });
  });

  it('compare only offices and months that reported in both years', () => {
    const { current, previous, comparable } = compareWithLastYear(cube, all);
    expect(current.amount).toBe(157n);
    expect(previous).toEqual({ amount: 1100n, reported: 2, expected: 4 });
    expect(comparable).toEqual({ current: 150n, previous: 100n, pairs: 1 });
  });

  it('compare nothing where no pair is known', () => {
    expect(compareWithLastYear(cube, { ...all, offices: ['b'] }).comparable).toEqual({
      current: null,
      previous: null,
      pairs: 0,
    });
  });

  it('name who has not reported', () => {
    expect(reportingByMonth(cube, ['a', 'b', 'new'], ['2025-11', '2030-01'])).toEqual([
      { month: '2025-11', reported: 1, missing: ['a', 'new'] },
      { month: '2030-01', reported: 0, missing: ['a', 'b', 'new'] },
    ]);
  });

  it('give one report, or none', () => {
    expect(reportOf(cube, 'a', '2025-10')).toEqual({
      asOf: '2025-12-01',
      source: 'e-LAAS',
      amounts: new Map([
        ['taxes', 150n],
        ['fees', 0n],
      ]),
    });
    expect(reportOf(cube, 'a', '2025-11')).toBeNull();
  });
});
