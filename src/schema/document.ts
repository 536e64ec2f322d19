import { z } from 'zod';
import { ACTION_ROLES } from '#core/letter/circular.ts';
import { LETTER_LEVELS, URGENCIES } from '#core/letter/letter.ts';
import { change, legalForce, systemKey } from './circular.ts';
import { fact, isoDate, isoDay, letterNumber } from './fact.ts';
import { attachment, line, officeId, recordPath, reference, webAddress } from './letter.ts';
import { refusal } from './refusal.ts';
import { threadFaults, threadFields } from './thread.ts';

/** Fields that every page written by an editor has, whatever its kind. */
const common = {
  title: line,
  /** One sentence of plain Thai for lists and search results. */
  summary: line,
  draft: z.boolean().default(false),
  /** Made up, for trying things out; the page says so. */
  sample: z.boolean().default(false),
  system: systemKey.optional(),
  published: isoDay,
  changes: z.array(change).default([]),
  /** Records that the facts of this page come from. */
  sources: z.array(recordPath).default([]),
  /** Records worth reading next. */
  related: z.array(recordPath).default([]),
};

const order = z.int().nonnegative();

const written = {
  ...common,
  /** When and why the page was taken off the portal: its address then says so. */
  withdrawal: z.strictObject({ date: isoDay, reason: line }).optional(),
};

/** A page that readers still see cannot say that it was taken off. */
const withdrawnAsDraft = (
  { draft, withdrawal }: { readonly draft: boolean; readonly withdrawal?: object | undefined },
  context: z.RefinementCtx,
): void => {
  if (draft || withdrawal === undefined) return;
  const fix = 'Write "draft: true", or remove "withdrawal" to put the page back.';
  context.addIssue({
    code: 'custom',
    path: ['withdrawal'],
    ...refusal('the page was withdrawn, but is no draft', fix),
  });
};

/** content/manuals/<slug>.mdx */
export const manual = z
  .strictObject({
    ...written,
    /** Whose work it describes. */
    roles: z.array(z.enum(ACTION_ROLES)).min(1),
    /** Place in the list of manuals; lower comes first. */
    order,
  })
  .superRefine(withdrawnAsDraft);

/** content/faq/<slug>.mdx: `title` is the question, `summary` the answer in one sentence. */
export const faq = z
  .strictObject({
    ...written,
    topic: line,
    order,
    /** Forms and manuals with which the question is answered: buttons on top of its page and beside it in lists and search. */
    answeredBy: z.array(recordPath).max(3).default([]),
  })
  .superRefine(withdrawnAsDraft);

/** content/changelog/<slug>.mdx: one change of an information system. */
export const changelog = z
  .strictObject({
    ...written,
    system: systemKey,
    /** Day, month or year from which the change holds, as the letter states it. */
    effective: fact(isoDate),
    /** B.E. fiscal year, where the letter states that instead of a day. */
    fiscalYear: z.int().min(2500).max(2699).optional(),
  })
  .superRefine(withdrawnAsDraft);

/** content/news/<slug>.mdx */
export const news = z
  .strictObject({
    ...written,
    /** A dated notice about a service: shown as past, present or coming by the "as of" date. */
    notice: z
      .strictObject({
        kind: z.enum(['closed', 'open', 'window', 'information']),
        service: line,
        from: isoDay,
        /** Last day, included; left out where no letter states an end. */
        until: isoDay.optional(),
      })
      .optional(),
  })
  .superRefine(withdrawnAsDraft);

/** content/laws/<slug>.mdx: a law, a regulation, or a directive letter that others cite, with what is known of it. */
export const law = z
  .strictObject({
    ...written,
    kind: z.enum(['act', 'regulation', 'directive-letter']),
    level: z.enum(LETTER_LEVELS).optional(),
    issuer: officeId.optional(),
    number: fact(letterNumber).optional(),
    date: fact(isoDate).optional(),
    urgency: fact(z.enum(URGENCIES)).optional(),
    subject: line.optional(),
    force: legalForce,
    references: z.array(reference).default([]),
    /** Address of the official text. */
    officialText: webAddress.optional(),
  })
  .superRefine(withdrawnAsDraft);

/** content/forms/<slug>/index.mdx, its files beside it. */
export const form = z
  .strictObject({
    ...written,
    /** Who fills it in. */
    filledBy: z.array(z.enum(ACTION_ROLES)).min(1),
    /** Office or person in charge to whom it goes. */
    sentTo: line,
    attachments: z.array(attachment).min(1),
  })
  .superRefine(withdrawnAsDraft);

/** content/board/<number>.mdx: a thread of the board, written by npm run desk -- export. */
export const thread = z.strictObject({ ...common, ...threadFields }).superRefine(threadFaults);

/** The kinds of page besides circulars, each with the schema of its front matter. */
export const DOCUMENT_SCHEMAS = {
  manuals: manual,
  faq,
  changelog,
  news,
  laws: law,
  forms: form,
  board: thread,
} as const;
export type DocumentKind = keyof typeof DOCUMENT_SCHEMAS;
