import { z } from 'zod';
import { certain } from '#core/letter/fact.ts';
import {
  ADDRESSEE_GROUPS,
  type Attachment,
  LETTER_LEVELS,
  type Letter,
  SECRECIES,
  URGENCIES,
} from '#core/letter/letter.ts';
import { fact, isoDate, letterNumber } from './fact.ts';

/** Text of one line that says something. */
export const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\n]*$/, 'must be a single line');

const OFFICE_ID = /^(?:[a-z]{2,12}|p\d{2}|d\d{4}|a\d{3,8})$/;

/** Id of an office in content/registry: `dla`, `p50`, `d5009`, `a110050`. */
export const officeId = z.string().regex(OFFICE_ID, {
  error: (issue) => `"${String(issue.input)}" is not an office id (dla, p50, d5009, a110050)`,
});

/** Path of a record of the portal, without slashes at its ends: `laws/<slug>`. */
export const recordPath = z.string().regex(/^[a-z]+(?:\/[a-z0-9-]+)+$/, {
  error: (issue) => `"${String(issue.input)}" is not the path of a record (laws/<slug>)`,
});

const addressee = z.strictObject({
  text: line,
  group: z.enum(ADDRESSEE_GROUPS).optional(),
  office: officeId.optional(),
});

const secrecy = z.enum(SECRECIES).pipe(
  z.literal('normal', {
    error: (issue) => `a letter of secrecy "${String(issue.input)}" must never be published`,
  }),
);

const referenceFields = {
  issuer: officeId.optional(),
  number: fact(letterNumber),
  date: fact(isoDate),
  subject: line.optional(),
  urgency: fact(z.enum(URGENCIES)).optional(),
  note: line.optional(),
};

/** อ้างถึง, or a letter cancelled or passed on. */
export const letterReference = z
  .strictObject({
    ...referenceFields,
    record: recordPath.optional(),
    external: z.literal(true).optional(),
  })
  .refine((reference) => (reference.record === undefined) === (reference.external === true), {
    message: 'a reference names its record, or is marked "external: true"; not both, not neither',
  });

/** How a covering letter cites the letter that it passes on: a letter of the same chain, so without a record. */
export const citation = z.strictObject(referenceFields);

const contact = z.strictObject({
  unit: line,
  group: line.optional(),
  phones: z.array(fact(line)).default([]),
  email: z.email().optional(),
  website: z.url().optional(),
});

const signatory = z.strictObject({
  name: fact(line).optional(),
  post: line,
  onBehalfOf: line.optional(),
});

/** The fields that stand on the face of any letter, original or covering. */
export const letterFields = {
  level: z.enum(LETTER_LEVELS),
  issuer: officeId,
  number: fact(letterNumber),
  date: fact(isoDate),
  subject: fact(line),
  to: z.array(addressee).min(1),
  urgency: fact(z.enum(URGENCIES)).default(certain('normal' as const)),
  urgentUntil: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/, 'must be YYYY-MM-DD or YYYY-MM-DDThh:mm')
    .optional(),
  secrecy,
  references: z.array(letterReference).default([]),
  signatory: signatory.optional(),
  contact: contact.optional(),
};

export const letter: z.ZodType<Letter> = z.strictObject(letterFields);

export const attachment: z.ZodType<Attachment> = z
  .strictObject({
    title: line,
    copies: z.int().positive().optional(),
    file: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be a plain file name in ASCII')
      .optional(),
    size: z.int().positive().optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits')
      .optional(),
    date: isoDate.optional(),
    version: line.optional(),
    replacedBy: z.string().optional(),
    missing: line.optional(),
  })
  .refine((item) => (item.file === undefined) === (item.missing !== undefined), {
    message: 'an attachment has a "file", or says under "missing" why the portal does not have it',
  })
  .refine(
    (item) => item.file === undefined || (item.size !== undefined && item.sha256 !== undefined),
    { message: 'an attachment with a file needs its "size" and "sha256"' },
  );
