import { z } from 'zod';
import { FORCE_STATUSES } from '#core/force/force.ts';
import { ACTION_ROLES, type Circular, type CoveringLetter } from '#core/letter/circular.ts';
import { roundsOf } from '#core/letter/recurrence.ts';
import { SYSTEMS } from '#core/system.ts';
import { dueDay } from './due-day.ts';
import { fact, isoDate, isoDay } from './fact.ts';
import {
  attachment,
  citation,
  letter,
  letterFields,
  letterFile,
  letterReference,
  line,
  recordPath,
} from './letter.ts';
import { matching, refusal } from './refusal.ts';

const HYPHENATED = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const period = z
  .strictObject({ from: isoDay.optional(), to: isoDay.optional() })
  .refine(
    ({ from, to }) => from !== undefined || to !== undefined,
    refusal('a period needs "from" or "to"', 'Add the first day, the last day, or both.'),
  )
  .refine(
    ({ from, to }) => from === undefined || to === undefined || from <= to,
    refusal('a period ends on or after the day it begins', 'Compare both days with the letter.'),
  );

export const legalForce = z
  .strictObject({
    status: z.enum(FORCE_STATUSES),
    by: recordPath.optional(),
    from: isoDate.optional(),
    since: isoDate.optional(),
    recorded: isoDay.optional(),
    note: line.optional(),
  })
  .refine(({ status, by }) => status === 'unknown' || by !== undefined, {
    ...refusal(
      'a legal force other than "unknown" needs the letter that says so',
      'Add "by: <path of the record of that letter>", or write "status: unknown".',
      'Legal force is never inferred.',
    ),
    path: ['by'],
  })
  .refine(
    ({ from, since }) =>
      from === undefined || since === undefined || from.slice(0, since.length) <= since,
    {
      ...refusal(
        'a letter that holds from a day cannot have lost its force before it',
        'Compare "from" and "since" with both letters.',
      ),
      path: ['from'],
    },
  );

const key = matching(/^[a-z]+(?:-[a-z]+)*$/, {
  is: 'is not a key',
  fix: 'Write a short English name in lower case: opened, identify.',
});

const action = z
  .strictObject({
    key: key.optional(),
    role: z.enum(ACTION_ROLES),
    what: line,
    deadline: fact(isoDay).optional(),
    window: period.optional(),
    every: matching(/^P[1-9]\d*[YMWD]$/, {
      is: 'is not a length of time',
      fix: 'Write an ISO 8601 duration: P6M for every six months, P1Y for every year.',
    }).optional(),
    due: dueDay.optional(),
    revision: z.int().nonnegative().default(0),
    cancelled: z.boolean().default(false),
    source: line,
  })
  .refine((one) => one.key !== undefined || !(one.deadline || one.window || one.every), {
    ...refusal(
      'an action with a date has no key',
      'Give it a short English name in lower case that stays the same: identify, change-password.',
      'Calendars know the date by its key, also after it has been changed.',
    ),
    path: ['key'],
  })
  .superRefine(({ every, due }, context) => {
    if (due === undefined) return;
    const rounds = roundsOf(due);
    if (every !== undefined && rounds.includes(every)) return;
    context.addIssue({
      code: 'custom',
      path: ['every'],
      ...refusal(
        `such a day does not fall due every ${every ?? '(nothing)'}`,
        `Write "every: ${rounds.join('" or "every: ')}" beside "due", or leave out "due".`,
        'The day of a round needs the round that it belongs to.',
      ),
    });
  });

const actions = z.array(action).refine(
  (all) => {
    const keys = all.flatMap((one) => one.key ?? []);
    return new Set(keys).size === keys.length;
  },
  refusal('two actions have the same key', 'Give each action with a date a key of its own.'),
);

const claim = z.strictObject({
  key,
  label: line,
  value: period,
});

export const change = z.strictObject({
  date: isoDay,
  note: line,
  major: z.boolean().default(false),
});

/** Key of an information system of the list in src/core/system.ts: each has feeds of its own. */
export const systemKey = z.enum(SYSTEMS);

/** Front matter of content/circulars/<B.E. year>/<id>/index.mdx. */
export const circular: z.ZodType<Circular> = z.strictObject({
  id: matching(HYPHENATED, {
    is: 'is not a permanent id',
    fix: 'Write the name of the folder: lower-case letters, digits and hyphens.',
  }),
  draft: z.boolean().default(false),
  sample: z.boolean().default(false),
  title: line,
  summary: line,
  system: systemKey.optional(),
  letter,
  letterFile: letterFile.optional(),
  attachments: z.array(attachment).default([]),
  attachmentsBy: line.optional(),
  force: legalForce,
  cancels: z.array(letterReference).default([]),
  actions: actions.default([]),
  claims: z.array(claim).default([]),
  source: line,
  published: isoDay,
  changes: z.array(change).default([]),
});

const difference = z.strictObject({ what: line, here: line, original: line });

const coveringLetter: z.ZodType<CoveringLetter> = z.strictObject({
  key: matching(HYPHENATED, {
    is: 'is not a key',
    fix: 'Write lower-case letters, digits and hyphens: chiang-mai, fang.',
  }),
  passesOn: line.default('letter'),
  ...letterFields,
  cites: citation.optional(),
  claims: z.array(claim).default([]),
  attachments: z.array(attachment).default([]),
  download: line.optional(),
  differences: z.array(difference).default([]),
});

/** covering-letters.yaml beside a circular: the letters under which offices passed it on, in no fixed order. */
export const coveringLetters = z.array(coveringLetter).superRefine((letters, context) => {
  const seen = new Set<string>();
  for (const [index, { key }] of letters.entries()) {
    if (seen.has(key)) {
      context.addIssue({
        code: 'custom',
        path: [index, 'key'],
        ...refusal(
          `two covering letters have the key "${key}"`,
          'Give each a key of its own.',
          'The chain names covering letters by their keys.',
        ),
      });
    }
    seen.add(key);
  }
});
