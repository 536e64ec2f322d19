import { z } from 'zod';
import type { MovedAddress } from '#core/address/moved.ts';
import type { RegisteredCode } from '#core/short-link/register.ts';
import { isShortCode } from '#core/short-link/short-code.ts';
import { isoDay } from './fact.ts';
import { line } from './letter.ts';

/** A row of content/circulars/short-codes.csv. */
export const registeredCode: z.ZodType<RegisteredCode> = z.object({
  circular: line,
  code: z.string().refine(isShortCode, { message: 'is not a short code: its check is wrong' }),
  minted: isoDay,
});

/** What every register of printed numbers says of the day on which a row was added. */
export const registeredDay = z.object({ minted: isoDay });

const path = z.string().regex(/^\/.*\/$/, 'must be a path with slashes at both ends');

/** A row of content/moved-addresses.csv. */
export const movedAddress: z.ZodType<MovedAddress> = z.object({
  from: path,
  to: path,
  since: isoDay,
  why: line,
});
