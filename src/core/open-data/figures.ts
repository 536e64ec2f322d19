import { formatBaht } from '#core/figures/amount.ts';
import { CATEGORY_BY_CODE } from '#core/figures/classification.ts';
import { SAMPLE_SOURCE, sourceText } from '#core/figures/figures.ts';
import type { FinanceCube } from '#core/figures/finance.ts';
import { reportOf } from '#core/figures/finance-sums.ts';
import type { IsoMonth } from '#core/figures/fiscal-year.ts';
import type { Transfer } from '#core/figures/transfer.ts';

/** A transfer as the open data tell it; amounts are decimal strings in baht, null stands where nothing is recorded. */
export const openTransfer = (one: Transfer) => ({
  fiscalYear: one.fiscalYear,
  transfer: one.transfer,
  grantType: one.grantType,
  period: one.period === '' ? null : one.period,
  office: one.office,
  amount: formatBaht(one.amount),
  date: one.date,
  letterNumber: one.letterNumber === '' ? null : one.letterNumber,
  source: sourceText(one.source),
  sample: one.source === SAMPLE_SOURCE,
});

/** What an office reported for a month; null where there is no record. */
export const openReport = (cube: FinanceCube, office: string, month: IsoMonth) => {
  const report = reportOf(cube, office, month);
  return (
    report && {
      office,
      month,
      asOf: report.asOf,
      source: sourceText(report.source),
      sample: report.source === SAMPLE_SOURCE,
      amounts: [...report.amounts].map(([category, amount]) => ({
        side: CATEGORY_BY_CODE.get(category)?.side as string,
        category,
        amount: formatBaht(amount),
      })),
    }
  );
};

/** Reports as rows of a table, one an amount. */
export const reportRows = (reports: readonly NonNullable<ReturnType<typeof openReport>>[]) =>
  reports.flatMap(({ amounts, ...report }) =>
    amounts.map(({ side, category, amount }) => ({
      office: report.office,
      month: report.month,
      side,
      category,
      amount,
      source: report.source,
      sample: report.sample,
      reportedAsOf: report.asOf,
    })),
  );
