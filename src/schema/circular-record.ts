import { z } from 'zod';
import type { CircularRecord } from '#core/letter/circular.ts';
import { circular, coveringLetters } from './circular.ts';

/** A circular with everything that is in its folder as data. */
export const circularRecord: z.ZodType<CircularRecord> = z.strictObject({
  circular,
  coveringLetters,
  movements: z.array(z.record(z.string(), z.string())),
});
