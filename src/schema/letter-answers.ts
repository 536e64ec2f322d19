import { z } from 'zod';
import { ACTION_ROLES } from '#core/letter/circular.ts';
import { LETTER_LEVELS } from '#core/letter/letter.ts';
import type { PageAnswers } from '#core/letter/settling/page.ts';
import type { LetterAnswers } from '#core/letter/settling/settle.ts';
import { dueDay } from './due-day.ts';
import { isoDay } from './fact.ts';
import { fileName, line } from './letter.ts';
import { matching, refusal } from './refusal.ts';

/** What was answered of one letter, and written for its page where it is the original of a circular. */
export interface AnsweredLetter {
  readonly fields: LetterAnswers;
  readonly page: PageAnswers;
}

/** A file of answers: of each letter by the file that it was read from and the line that it begins on (`scan.pdf:1`). */
export interface AnswersFile {
  readonly letters: Readonly<Record<string, AnsweredLetter>>;
  /** Names of fields in which a circular that is there already takes the new reading. */
  readonly take: readonly string[];
}

const action = z
  .strictObject({
    role: z.enum(ACTION_ROLES),
    what: line,
    deadline: isoDay.optional(),
    every: matching(/^P[1-9]\d*[YMWD]$/, {
      is: 'is not a length of time',
      fix: 'Write an ISO 8601 duration: P1M for every month.',
    }).optional(),
    due: dueDay.optional(),
    doubtful: line.optional(),
  })
  .refine(
    ({ deadline, every }) => deadline === undefined || every === undefined,
    refusal(
      'something to be done has a last day and recurs',
      'Leave out "deadline", or "every" and "due".',
      'The day of a duty that recurs is that of each round.',
    ),
  );

const attached = z.strictObject({
  title: line,
  at: z.int().nonnegative().optional(),
  file: fileName,
});

const page: z.ZodType<PageAnswers> = z.strictObject({
  title: line.optional(),
  summary: line.optional(),
  sample: z.boolean().optional(),
  actions: z.array(action).max(50).optional(),
  attachments: z.array(attached).max(50).optional(),
});

const answered = z.strictObject({
  fields: z.record(z.string(), line).default({}),
  page: page.default({}),
});

/** The file that `npm run ingest -- --answers` reads, and that the desk keeps of each letter. */
export const lettersAnswers: z.ZodType<AnswersFile> = z.strictObject({
  letters: z
    .record(
      z.string(),
      answered.refine(
        ({ fields }) =>
          fields.level === undefined || LETTER_LEVELS.some((one) => one === fields.level),
        { error: 'the level is none of the chain', path: ['fields', 'level'] },
      ),
    )
    .default({}),
  take: z.array(line).default([]),
});
