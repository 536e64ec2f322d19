import { z } from 'zod';
import { OFFICE_TYPES } from '#core/office/office.ts';
import type { RouteRules } from '#core/office/route.ts';
import { line, officeId } from './letter.ts';
import { refusal } from './refusal.ts';

const branch = z.strictObject({
  /** Group by which letters address it, else any short name. */
  branch: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  types: z.array(z.enum(OFFICE_TYPES)).min(1),
});

const step = z.strictObject({
  /** `issuer`, `province` (each one), `district` (each one), or the id of one office in between. */
  from: z.union([z.enum(['issuer', 'province', 'district']), officeId]),
  to: z.array(branch).min(1),
});

/** A file of content/registry/routes: one chain. Steps are listed from the top of the chain downwards. */
export const routeRules: z.ZodType<RouteRules> = z
  .strictObject({
    key: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
    name: line,
    issuers: z.array(officeId).min(1),
    outside: z.array(officeId).default([]),
    steps: z.array(step).min(1),
    called: z.record(officeId, z.array(line)).optional(),
    source: line,
  })
  .refine(
    ({ steps }) => {
      const types = steps.flatMap((one) => one.to.flatMap((of) => of.types));
      return new Set(types).size === types.length;
    },
    refusal(
      'a type of office stands in two branches',
      'Name each type once: an office gets a circular from one level only.',
    ),
  )
  .refine(
    ({ steps }) => new Set(steps.flatMap((one) => one.to.map((of) => of.branch))).size <= 30,
    refusal('there are more than 30 branches', 'Join branches that are addressed alike.'),
  );
