import { z } from 'zod';
import { WITHDRAWAL_REASONS } from '#core/letter/letter.ts';

/** A shape with its name in the data dictionary. */
export const named = <Shape extends z.ZodRawShape>(title: string, shape: Shape) =>
  z.strictObject(shape).meta({ title });

/** Gregorian date: YYYY-MM-DD, or YYYY-MM or YYYY where the rest cannot be read. */
export const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .meta({ title: 'date' });
/** Gregorian day: YYYY-MM-DD. */
export const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ title: 'day' });
/** An absolute address. */
export const url = z.url();

const withdrawal = named('withdrawal', {
  date: isoDay,
  reason: z.enum(WITHDRAWAL_REASONS),
  note: z.string().nullable(),
  url,
});

/** An attachment of a letter, or why the portal has no file of it. */
export const attachment = named('attachment', {
  title: z.string(),
  copies: z.int().nullable(),
  url: url.nullable(),
  size: z.int().nullable(),
  sha256: z.string().nullable(),
  date: isoDate.nullable(),
  version: z.string().nullable(),
  replacedBy: z.string().nullable(),
  missing: z.string().nullable(),
  withdrawn: withdrawal.nullable(),
});

/** The letter's own file. */
export const letterFile = named('letterFile', {
  url: url.nullable(),
  size: z.int().nullable(),
  sha256: z.string().nullable(),
  sheets: z.int().nullable(),
  withdrawn: withdrawal.nullable(),
});
