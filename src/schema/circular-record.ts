import { z } from 'zod';
import type { CircularRecord } from '#core/letter/circular.ts';
import { circular, coveringLetters } from './circular.ts';

/** A circular with everything that lies in its folder as data. */
export const circularRecord: z.ZodType<CircularRecord> = z.strictObject({
  circular,
  coveringLetters,
  movements: z.array(z.record(z.string(), z.string())),
});

/**
 * A circular as Astro's data store holds it: its data as one text. The store takes values apart one by one, which for
 * thousands of circulars costs more than anything else in a build.
 */
export const packedCircular = z.strictObject({ json: z.string() });
export type PackedCircular = z.output<typeof packedCircular>;
