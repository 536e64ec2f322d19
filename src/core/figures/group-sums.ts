import { addSatang } from './amount.ts';
import type { FinanceCube } from './finance.ts';

/** Sums of groups of offices, such as provinces, by month and category; all in one walk over the cube. */
export interface GroupSums {
  /** Satang at `(group * months + month) * categories + category`; NaN where none of its offices reported that. */
  readonly amounts: Float64Array;
  /** Offices that reported anything, at `group * months + month`. */
  readonly reported: Uint32Array;
}

/**
 * Sums a cube by groups. `groupOf` gives the group of each office by its place in the cube, from 0 to `groups - 1`, and -1
 * for an office that is in none.
 */
export const sumByGroup = (cube: FinanceCube, groupOf: Int32Array, groups: number): GroupSums => {
  const [months, categories] = [cube.months.length, cube.categories.length];
  const amounts = new Float64Array(groups * months * categories).fill(Number.NaN);
  const reported = new Uint32Array(groups * months);
  for (let office = 0; office < cube.offices.length; office++) {
    const group = groupOf[office] as number;
    if (group < 0) continue;
    for (let month = 0; month < months; month++) {
      const from = office * months + month;
      if ((cube.asOf[from] as number) < 0) continue;
      const to = group * months + month;
      reported[to] = (reported[to] as number) + 1;
      for (let category = 0; category < categories; category++) {
        const amount = cube.amounts[from * categories + category] as number;
        if (Number.isNaN(amount)) continue;
        const at = to * categories + category;
        const sum = amounts[at] as number;
        amounts[at] = Number.isNaN(sum) ? amount : addSatang(sum, amount);
      }
    }
  }
  return { amounts, reported };
};
