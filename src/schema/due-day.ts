import { z } from 'zod';
import { type DueDay, SPANS, WEEKDAYS } from '#core/letter/recurrence.ts';
import { matching } from './refusal.ts';

const MONTHS_OF_YEAR = 12;
const LONGEST_MONTH = 31;
const WEEKS_OF_MONTH = 4;
const WORKDAYS_OF_QUARTER = 66;

const last = z.literal('last');
const dayOfMonth = z.union([z.int().min(1).max(LONGEST_MONTH), last]);
const before = z.literal(true).optional();

/**
 * The day of each round on which a recurring duty is due: `{ day: 5 }` and `{ day: last }` of each month,
 * `{ month: 4, day: 30 }` of each year, `{ weekday: friday }`, `{ weekday: friday, nth: last }`, `{ workday: 1 }`,
 * `{ after: P7D, end: month }`.
 */
export const dueDay: z.ZodType<DueDay> = z.union([
  z.strictObject({ day: dayOfMonth, before }),
  z.strictObject({ month: z.int().min(1).max(MONTHS_OF_YEAR), day: dayOfMonth.optional(), before }),
  z.strictObject({
    weekday: z.enum(WEEKDAYS),
    nth: z.union([z.int().min(1).max(WEEKS_OF_MONTH), last]).optional(),
  }),
  z.strictObject({ workday: z.union([z.int().min(1).max(WORKDAYS_OF_QUARTER), last]) }),
  z.strictObject({
    after: matching(/^P[1-9]\d*[YMWD]$/, {
      is: 'is not a length of time',
      fix: 'Write an ISO 8601 duration: P7D for seven days.',
    }),
    end: z.enum(SPANS),
    workdays: z.literal(true).optional(),
  }),
]);

/** The same in the open data, every part in its place; -1 counts from the end. */
export const openDueDay = z
  .strictObject({
    weekday: z.enum(WEEKDAYS).nullable(),
    nth: z.int().nullable(),
    month: z.int().nullable(),
    day: z.int().nullable(),
    before: z.boolean(),
    workday: z.int().nullable(),
    after: z.string().nullable(),
    end: z.enum(SPANS).nullable(),
    workdays: z.boolean(),
  })
  .meta({ title: 'dueDay' });
