import { z } from 'zod';

/** What the check says of a value that breaks a rule of the schema. */
export interface Refusal {
  /** Follows the value in a sentence: `is not an office id`. */
  readonly is: string;
  readonly why?: string;
  readonly fix: string;
}

/** Text of a fixed form; anything else is refused in the words of `refusal`. */
export const matching = (pattern: RegExp, refusal: Refusal) =>
  z
    .string()
    .refine((text) => pattern.test(text), {
      error: (issue) => `"${String(issue.input)}" ${refusal.is}`,
      params: { why: refusal.why, fix: refusal.fix },
    })
    // JSON Schema knows no flags of patterns.
    .meta(pattern.flags === '' ? { pattern: pattern.source } : {});

/** The message of a refinement with its reason and remedy, as zod takes them. */
export const refusal = (message: string, fix: string, why?: string) => ({
  message,
  params: { why, fix },
});
