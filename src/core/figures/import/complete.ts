import type { IsoDate } from '#core/letter/date.ts';
import { CATEGORY_BY_CODE, TOTAL_CATEGORY } from '../classification.ts';
import type { FinanceRow } from '../finance.ts';
import { fiscalYearOfMonth } from '../fiscal-year.ts';
import type { Transfer } from '../transfer.ts';
import type { Draft } from './sheet.ts';

/** What holds where a file says nothing. */
export interface Defaults {
  readonly source: string;
  /** The day of the import. */
  readonly today: IsoDate;
}

/** A record that can be taken, or why it cannot. */
export type Completed<Value> =
  | { readonly row: Value; readonly reason?: undefined }
  | { readonly reason: string; readonly row?: undefined };

/** A row of finance, and whether the file states the day whose state it gives. */
export interface IncomingFinance extends FinanceRow {
  readonly isAsOfStated: boolean;
}

const missing = (names: readonly (string | false | undefined)[]): string =>
  `not known: ${names.filter(Boolean).join(', ')}`;

/** A draft as a row of finance. */
export const completeFinance = (
  draft: Draft,
  { source, today }: Defaults,
): Completed<IncomingFinance> => {
  const { keys, amount } = draft;
  const { office, month, category } = keys;
  if (keys.faults.length > 0) return { reason: keys.faults.join('; ') };
  const side = CATEGORY_BY_CODE.get(category ?? '')?.side ?? keys.side;
  if (!office || !month || !category || !side) {
    return {
      reason: missing([
        !office && 'which office',
        !month && 'which month',
        !category && 'which category',
        !side && 'revenue or expenditure',
      ]),
    };
  }
  if (keys.side !== undefined && keys.side !== side && category !== TOTAL_CATEGORY) {
    return { reason: `${category} is a category of ${side}` };
  }
  if (month > today.slice(0, 7)) return { reason: `${month} has not begun yet` };
  const year = keys.fiscalYear;
  if (year !== undefined && fiscalYearOfMonth(month) !== year) {
    return { reason: `${month} lies outside the fiscal year ${year} that the file names` };
  }
  const asOf = keys.asOf ?? today;
  if (asOf < `${month}-01`)
    return { reason: `the figures are as of ${asOf}, before ${month} began` };
  return {
    row: {
      office,
      month,
      side,
      category,
      amount,
      source: keys.source ?? source,
      asOf,
      isAsOfStated: keys.asOf !== undefined,
    },
  };
};

/** A draft as a transfer. */
export const completeTransfer = (
  draft: Draft,
  { source, today }: Defaults,
): Completed<Transfer> => {
  const { keys, amount } = draft;
  const { office, grant, date } = keys;
  if (keys.faults.length > 0) return { reason: keys.faults.join('; ') };
  const transfer = keys.transfer ?? keys.period ?? keys.letterNumber;
  if (!office || !grant || !date || !transfer) {
    return {
      reason: missing([
        !office && 'which office',
        !grant && 'which grant',
        !date && 'the day of the transfer',
        !transfer && 'which transfer (its number, period or letter)',
      ]),
    };
  }
  if (amount < 0n) return { reason: 'the amount of a transfer is negative' };
  if (date > today) return { reason: `${date} is after today` };
  return {
    row: {
      fiscalYear: fiscalYearOfMonth(date.slice(0, 7)),
      transfer,
      grantType: grant,
      period: keys.period ?? '',
      office,
      amount,
      date,
      letterNumber: keys.letterNumber ?? '',
      source: keys.source ?? source,
    },
  };
};
