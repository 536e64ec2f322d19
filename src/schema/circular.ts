import { z } from 'zod';
import { FORCE_STATUSES } from '#core/force/force.ts';
import { ACTION_ROLES, type Circular, type CoveringLetter } from '#core/letter/circular.ts';
import { fact, isoDate, isoDay } from './fact.ts';
import {
  attachment,
  citation,
  letter,
  letterFields,
  letterReference,
  line,
  recordPath,
} from './letter.ts';

const period = z
  .strictObject({ from: isoDay.optional(), to: isoDay.optional() })
  .refine(({ from, to }) => from !== undefined || to !== undefined, {
    message: 'a period needs "from" or "to"',
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    message: 'a period ends on or after the day it begins',
  });

export const legalForce = z
  .strictObject({
    status: z.enum(FORCE_STATUSES),
    by: recordPath.optional(),
    since: isoDate.optional(),
    note: line.optional(),
  })
  .refine(({ status, by }) => status === 'unknown' || by !== undefined, {
    message: 'a legal force other than "unknown" needs the letter that says so',
    path: ['by'],
  });

const action = z.strictObject({
  role: z.enum(ACTION_ROLES),
  what: line,
  deadline: fact(isoDay).optional(),
  window: period.optional(),
  every: z
    .string()
    .regex(/^P\d+[YMWD]$/, 'must be an ISO 8601 duration such as P6M')
    .optional(),
  source: line,
});

const claim = z.strictObject({
  key: z.string().regex(/^[a-z-]+$/),
  label: line,
  value: period,
});

export const change = z.strictObject({
  date: isoDay,
  note: line,
  major: z.boolean().default(false),
});

/** Key of an information system: `new-elaas`. */
export const systemKey = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** Front matter of content/circulars/<B.E. year>/<id>/index.mdx. */
export const circular: z.ZodType<Circular> = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens'),
  draft: z.boolean().default(false),
  sample: z.boolean().default(false),
  title: line,
  summary: line,
  system: systemKey.optional(),
  letter,
  attachments: z.array(attachment).default([]),
  attachmentsBy: line.optional(),
  force: legalForce,
  cancels: z.array(letterReference).default([]),
  actions: z.array(action).default([]),
  claims: z.array(claim).default([]),
  source: line,
  published: isoDay,
  changes: z.array(change).default([]),
});

const difference = z.strictObject({ what: line, here: line, original: line });

const coveringLetter: z.ZodType<CoveringLetter> = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/, 'must be lower-case letters, digits and hyphens'),
  passesOn: line.default('letter'),
  ...letterFields,
  cites: citation.optional(),
  claims: z.array(claim).default([]),
  attachments: z.array(attachment).default([]),
  download: line.optional(),
  differences: z.array(difference).default([]),
});

/** covering-letters.yaml beside a circular: the letters under which offices passed it on, in no fixed order. */
export const coveringLetters = z
  .array(coveringLetter)
  .refine((letters) => new Set(letters.map(({ key }) => key)).size === letters.length, {
    message: 'two covering letters have the same key',
  });
