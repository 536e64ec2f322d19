import { z } from 'zod';
import type { PortalChange } from '#core/portal-changes/changes.ts';

const place = {
  step: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  path: z.string().min(1),
};

/** One line of the list that `npm run build -- --changes FILE` writes. */
export const portalChange: z.ZodType<PortalChange> = z.union([
  z.strictObject({
    ...place,
    action: z.enum(['add', 'change']),
    size: z.int().nonnegative(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  z.strictObject({ ...place, action: z.literal('remove') }),
]);
