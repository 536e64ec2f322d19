import { z } from 'zod';
import { LIMITS } from '#core/check/limits.ts';
import { LARGEST_AMOUNT, parseBaht, type Satang } from '#core/figures/amount.ts';
import {
  CATEGORIES,
  CATEGORY_BY_CODE,
  SIDES,
  type Side,
  TOTAL_CATEGORY,
} from '#core/figures/classification.ts';
import type { FinanceRow } from '#core/figures/finance.ts';
import { isIsoMonth } from '#core/figures/fiscal-year.ts';
import type { Transfer } from '#core/figures/transfer.ts';
import { isoDay, letterNumber } from './fact.ts';
import { line, officeId } from './letter.ts';
import { matching, refusal } from './refusal.ts';

/** Columns of content/grants/<fiscal year>/*.csv, in this order. */
export const TRANSFER_COLUMNS = [
  'transfer',
  'grant_type',
  'period',
  'office',
  'amount',
  'date',
  'letter_number',
  'source',
] as const;

/** Columns of content/finance/<fiscal year>/*.csv, in this order. */
export const FINANCE_COLUMNS = [
  'office',
  'month',
  'side',
  'category',
  'amount',
  'source',
  'as_of',
] as const;

/** Columns of content/finance/population.csv, and of its sample, in this order. */
export const POPULATION_COLUMNS = ['office', 'people', 'as_of', 'source'] as const;

const AMOUNT_FIX =
  'Write baht with a point and no grouping: 1234567.50; nothing may be smaller than a satang.';

const amount = z.string().transform((text, context): Satang => {
  const satang = parseBaht(text);
  const isTooLarge = satang !== null && (satang > LARGEST_AMOUNT || satang < -LARGEST_AMOUNT);
  if (satang !== null && !isTooLarge) return satang;
  context.addIssue({
    code: 'custom',
    ...(isTooLarge
      ? refusal(
          `${text} baht is more than any authority has`,
          'Compare with the source; amounts are in baht, not in satang.',
        )
      : refusal(`"${text}" is not an amount in baht`, AMOUNT_FIX)),
  });
  return z.NEVER;
});

const monthFix = (text: string): string => {
  const year = Number(/^\d{4}/.exec(text)?.[0] ?? 0);
  return year > 2400 && isIsoMonth(`${year - 543}${text.slice(4)}`)
    ? `Subtract 543 from the Buddhist-era year: "${year - 543}${text.slice(4)}".`
    : 'Write the year with all four digits of the Gregorian calendar, and the month: 2025-10.';
};

const isWithinEra = (text: string): boolean =>
  isIsoMonth(text) && Number(text.slice(0, 4)) >= 1857 && Number(text.slice(0, 4)) <= 2156;

/** A Gregorian month, `2025-10`. */
const isoMonth = z.string().superRefine((text, context) => {
  if (isWithinEra(text)) return;
  context.addIssue({
    code: 'custom',
    ...refusal(`"${text}" is not a month of the calendar`, monthFix(text)),
  });
});

/** One word, or else what a schema takes; messages are those of the schema, not of a union. */
const wordOr = (word: string, value: z.ZodType<string>) =>
  z.string().superRefine((text, context) => {
    if (text === word) return;
    const { error } = value.safeParse(text);
    for (const issue of error?.issues ?? []) context.addIssue({ ...issue } as never);
  });

/** A row of grants as written, with its total rows: those have `th` or the id of a province as their office. */
export const transferRow: z.ZodType<Omit<Transfer, 'fiscalYear'>> = z
  .strictObject({
    transfer: line,
    grant_type: line,
    period: z.string().max(LIMITS.line),
    office: wordOr('th', officeId),
    amount: amount.refine((satang) => satang >= 0n, {
      error: 'the amount of a transfer is negative',
      params: {
        why: 'A transfer only gives; what is taken back is announced by a letter of its own.',
        fix: 'Correct the sign, or leave the row out and say in the source what was taken back.',
      },
    }),
    date: isoDay,
    letter_number: wordOr('', letterNumber),
    source: line,
  })
  .transform(({ grant_type, letter_number, ...row }) => ({
    ...row,
    grantType: grant_type,
    letterNumber: letter_number,
  }));

const CODES = [...CATEGORIES.map(({ code }) => code), TOTAL_CATEGORY].join(', ');

/** A row of finance as written; the category `total` states the sum of its side. */
export const financeRow: z.ZodType<FinanceRow> = z
  .strictObject({
    office: officeId,
    month: isoMonth,
    side: z.enum(SIDES),
    category: z.string(),
    amount,
    source: line,
    as_of: isoDay,
  })
  .superRefine(({ side, category }, context) => {
    const fault = sideFault(side, category);
    if (fault) context.addIssue({ code: 'custom', path: ['category'], ...fault });
  })
  .transform(({ as_of, ...row }) => ({ ...row, asOf: as_of }));

const sideFault = (side: Side, category: string): ReturnType<typeof refusal> | null => {
  if (category === TOTAL_CATEGORY) return null;
  const known = CATEGORY_BY_CODE.get(category);
  if (!known) return refusal(`"${category}" is no category`, `Write one of: ${CODES}.`);
  if (known.side === side) return null;
  return refusal(
    `"${category}" is a category of ${known.side}`,
    `Write ${known.side} as the side, or a category of ${side}.`,
  );
};

/** A row of populations: people registered in the area of an authority. */
export const populationRow = z
  .strictObject({
    office: officeId,
    people: matching(/^[1-9]\d{0,7}$/, {
      is: 'is not a number of people',
      fix: 'Write Arabic digits without grouping.',
    }).transform(Number),
    as_of: isoDay,
    source: line,
  })
  .transform(({ as_of, ...row }) => ({ ...row, asOf: as_of }));
