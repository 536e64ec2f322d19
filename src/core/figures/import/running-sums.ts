import { formatBaht, type Satang } from '../amount.ts';

/** Sums of a column, against which the totals that a file states are compared. */
export interface RunningSums {
  readonly add: (column: number, amount: Satang) => void;
  /** Compares a stated total; what it should be, in words, or null where it is the sum of some group of rows above. */
  readonly compare: (column: number, stated: Satang) => string | null;
  /** Ends the groups of rows whose total was just stated. */
  readonly endGroup: () => void;
}

interface ColumnSums {
  group: Satang;
  all: Satang;
  /** Groups whose total was stated, since a total of them was. */
  stated: Satang;
}

/** Begins at nothing. */
export const runningSums = (): RunningSums => {
  const columns = new Map<number, ColumnSums>();
  const of = (column: number): ColumnSums => {
    const known = columns.get(column);
    if (known) return known;
    const fresh = { group: 0n, all: 0n, stated: 0n };
    columns.set(column, fresh);
    return fresh;
  };
  return {
    add: (column, amount) => {
      const sums = of(column);
      sums.group += amount;
      sums.all += amount;
      sums.stated += amount;
    },
    compare: (column, stated) => {
      const { group, all, stated: since } = of(column);
      if ([group, all, since].includes(stated)) {
        if (stated === since && since !== group) of(column).stated = 0n;
        return null;
      }
      return `the stated total is ${formatBaht(stated)}, the sum of the rows above it ${formatBaht(group === 0n ? all : group)}`;
    },
    endGroup: () => {
      for (const sums of columns.values()) sums.group = 0n;
    },
  };
};
