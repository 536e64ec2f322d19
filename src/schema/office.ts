import { z } from 'zod';
import { LETTER_LEVELS } from '#core/letter/letter.ts';
import { line, officeId } from './letter.ts';

/** A row of content/registry/offices.csv; an empty cell is a field left out. */
export const office = z.strictObject({
  id: officeId,
  level: z.enum(LETTER_LEVELS),
  /** Full Thai name, as letters write it. */
  name: line,
  /** Id of the office above. */
  parent: z.preprocess((cell) => cell || undefined, officeId.optional()),
});
