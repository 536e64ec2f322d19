import { expect, it } from 'vitest';
import { dayNumber } from '#core/letter/date.ts';
import { emptyCube } from './finance.ts';
import { reportingByMonth, sumFinance } from './finance-sums.ts';
import { sumByGroup } from './group-sums.ts';

it('gives for each group, month and category what the sum of a selection gives', () => {
  const offices = ['a', 'b', 'c', 'd'];
  const cube = emptyCube(offices, ['2025-10', '2025-11'], ['taxes', 'fees', 'central']);
  for (const [at, day] of [
    [0, '2025-11-01'],
    [2, '2025-11-02'],
    [5, '2025-12-01'],
    [6, '2025-11-03'],
  ] as const) {
    cube.asOf[at] = dayNumber(day);
    for (let category = 0; category < 2; category++)
      cube.amounts[at * 3 + category] = at * 10 + category;
  }
  const groups = [['a', 'b'], ['c']];
  const groupOf = Int32Array.from(offices, (id) => groups.findIndex((group) => group.includes(id)));
  const { amounts, reported } = sumByGroup(cube, groupOf, groups.length);
  for (const [group, ids] of groups.entries()) {
    for (const [month, name] of cube.months.entries()) {
      const own = reportingByMonth(cube, ids, [name])[0]?.reported;
      expect(reported[group * 2 + month]).toBe(own);
      for (const [category, code] of cube.categories.entries()) {
        const { amount } = sumFinance(cube, { offices: ids, months: [name], categories: [code] });
        const sum = amounts[(group * 2 + month) * 3 + category] as number;
        expect(Number.isNaN(sum) ? null : BigInt(sum)).toBe(amount);
      }
    }
  }
});
