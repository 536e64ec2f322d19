import { z } from 'zod';
import type { OfficeRule } from '#core/tracking/office-rules.ts';
import { isoDay } from './fact.ts';
import { line, officeId } from './letter.ts';

/** Columns of content/registry/office-rules.csv, in this order. */
export const OFFICE_RULE_COLUMNS = ['office', 'days', 'unit', 'from', 'source'] as const;

/** A row of content/registry/office-rules.csv. */
export const officeRule: z.ZodType<OfficeRule> = z.strictObject({
  office: officeId,
  days: z.coerce.number().int().positive(),
  unit: z.enum(['days', 'working-days']),
  from: isoDay,
  source: line,
});
