import type { Problem } from '#core/problem.ts';
import type { TotalDoubt } from './figures.ts';
import type { Transfer, TransferTotal } from './transfer.ts';

/** Something with the row that says it. */
export interface Placed<Value> {
  readonly file: string;
  readonly line: number;
  /** Where its office is in the line. */
  readonly column: number;
  readonly value: Value;
}

type Keyed = Pick<Transfer, 'fiscalYear' | 'transfer' | 'grantType' | 'period'>;

const keyOf = ({ fiscalYear, transfer, grantType, period }: Keyed, place: string): string =>
  [fiscalYear, transfer, grantType, period, place].join('\n');

/** Transfers that an earlier row has too: the same transfer of a grant for a period to an office. */
export const checkDuplicates = (transfers: readonly Placed<Transfer>[]): Problem[] => {
  const first = new Map<string, Placed<Transfer>>();
  return transfers.flatMap((row) => {
    const key = keyOf(row.value, row.value.office);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, row);
      return [];
    }
    return [
      {
        file: row.file,
        line: row.line,
        column: row.column,
        field: 'office',
        what: `the transfer to ${row.value.office} is in ${earlier.file}:${earlier.line} too`,
        why: 'Both would be summed.',
        fix: 'Keep one; where an office was sent money twice, tell the two apart by transfer or period.',
      },
    ];
  });
};

/**
 * Stated totals against the sums of the transfers, for the country (`th`) or a province: doubts where they differ, and
 * problems where there is nothing to compare with.
 */
export const checkTransferTotals = (
  transfers: readonly Transfer[],
  totals: readonly Placed<TransferTotal>[],
  provinceOf: (office: string) => string | undefined,
): { readonly doubts: TotalDoubt[]; readonly problems: Problem[] } => {
  const sums = new Map<string, bigint>();
  const areas = totals.length === 0 ? [] : transfers;
  for (const transfer of areas) {
    for (const area of ['th', provinceOf(transfer.office)]) {
      if (area === undefined) continue;
      const key = keyOf(transfer, area);
      sums.set(key, (sums.get(key) ?? 0n) + transfer.amount);
    }
  }
  const doubts: TotalDoubt[] = [];
  const problems: Problem[] = [];
  for (const { file, line, column, value } of totals) {
    const summed = sums.get(keyOf(value, value.area));
    const subject = [value.transfer, value.grantType, value.period, value.area]
      .filter(Boolean)
      .join(' ');
    if (summed === undefined) {
      problems.push({
        file,
        line,
        column,
        field: 'office',
        what: `a total of "${subject}" is stated, and no transfer that it could be the sum of`,
        why: 'What is not known by office can be neither compared nor shown.',
        fix: 'Add the rows of the offices, or remove the total.',
      });
    } else if (summed !== value.amount) {
      doubts.push({ file, line, column, subject, stated: value.amount, summed });
    }
  }
  return { doubts, problems };
};
