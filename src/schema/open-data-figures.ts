import { z } from 'zod';
import { SIDES } from '#core/figures/classification.ts';
import { isoDay, named, url } from './open-data-parts.ts';

/** Baht with both decimals, as text, so that no reader rounds it: `-1234.50`. */
const baht = z.string().regex(/^-?\d+\.\d{2}$/);

/** One transfer of a grant to one authority. */
export const transferData = named('transfer', {
  fiscalYear: z.int(),
  transfer: z.string(),
  grantType: z.string(),
  period: z.string().nullable(),
  office: z.string(),
  amount: baht,
  date: isoDay,
  letterNumber: z.string().nullable(),
  source: z.string(),
  sample: z.boolean(),
});

/** What one authority reported of one month. One that is not in the list has no record. */
export const financeData = named('financeReport', {
  office: z.string(),
  month: z.string().regex(/^\d{4}-\d{2}$/),
  asOf: isoDay,
  source: z.string(),
  sample: z.boolean(),
  amounts: z.array(
    named('financeAmount', { side: z.enum(SIDES), category: z.string(), amount: baht }),
  ),
});

/** A file of grants or finance. */
export const figureFile = named('figureFile', {
  kind: z.enum(['grants', 'finance']),
  fiscalYear: z.int(),
  province: z.string(),
  total: z.int(),
  sample: z.boolean(),
  url,
  csv: url,
});
