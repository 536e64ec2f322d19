import { z } from 'zod';

/** A file of answers of `npm run page`: fields of a front matter, `null` for one that is to be gone, and the body. */
export const pageAnswers = z.strictObject({
  fields: z.record(z.string(), z.unknown()).default({}),
  body: z.string().optional(),
});
