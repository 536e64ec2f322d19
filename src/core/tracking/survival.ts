/** Durations in whole days: how many ended after so many days, and how many were still open after so many. */
export interface Durations {
  readonly ended: ReadonlyMap<number, number>;
  readonly open: ReadonlyMap<number, number>;
}

/** A quantile of durations, and what it rests on. */
export interface Quantiles {
  /** Days; null where fewer than half have ended by any day observed. */
  readonly median: number | null;
  /** Days; null where fewer than nine in ten have ended by any day observed. */
  readonly p90: number | null;
  readonly ended: number;
  readonly open: number;
}

const sum = (counts: ReadonlyMap<number, number>): number => {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
};

/**
 * The days after which the shares `levels` (0-1, ascending) have ended, by the product-limit estimate (Kaplan and
 * Meier 1958, J. Am. Stat. Assoc. 53): what is still open counts as "longer than so far", neither as absent nor as
 * ended. Null where the estimate does not come down so far.
 */
export const survivalQuantiles = (
  { ended, open }: Durations,
  levels: readonly number[],
): (number | null)[] => {
  const days = [...new Set([...ended.keys(), ...open.keys()])].sort((a, b) => a - b);
  const found: (number | null)[] = levels.map(() => null);
  let atRisk = sum(ended) + sum(open);
  let survival = 1;
  for (const day of days) {
    const here = ended.get(day) ?? 0;
    survival *= 1 - here / atRisk;
    // Products of fractions miss the level by rounding alone: 0.49999999999999994 is a half.
    for (const [at, level] of levels.entries()) {
      if (found[at] === null && survival <= 1 - level + 1e-12) found[at] = day;
    }
    atRisk -= here + (open.get(day) ?? 0);
  }
  return found;
};

/** Median and 90th percentile of durations. */
export const quantilesOf = (durations: Durations): Quantiles => {
  const [median = null, p90 = null] = survivalQuantiles(durations, [0.5, 0.9]);
  return { median, p90, ended: sum(durations.ended), open: sum(durations.open) };
};
