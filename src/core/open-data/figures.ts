import { formatBaht } from '#core/figures/amount.ts';
import { SAMPLE_SOURCE, sourceText } from '#core/figures/figures.ts';
import type { Transfer } from '#core/figures/transfer.ts';

/** A transfer in the open data; amounts are decimal strings in baht, null where nothing is recorded. */
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
