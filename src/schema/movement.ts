import { z } from 'zod';
import { canonicalLetterNumber } from '#core/letter/number.ts';
import {
  DOUBTFUL_COLUMNS,
  type DoubtfulColumn,
  isGroup,
  MOVEMENT_DOUBTS,
  MOVEMENT_KINDS,
  type Movement,
  type MovementDoubt,
} from '#core/tracking/movement.ts';
import { isoDate } from './fact.ts';
import { line, officeId } from './letter.ts';
import { matching, refusal } from './refusal.ts';

const optional = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((cell) => (cell === '' ? undefined : cell), value.optional());

const listOf = (separator: string) => (cell: unknown) =>
  typeof cell === 'string' ? cell.split(separator).filter(Boolean) : cell;

const positive = matching(/^[1-9]\d{0,8}$/, {
  is: 'is not a whole number from 1',
  fix: 'Write Arabic digits without leading zeros.',
}).transform(Number);

const addressee = z.string().superRefine((text, context) => {
  if (isGroup(text) || officeId.safeParse(text).success) return;
  context.addIssue({
    code: 'custom',
    message: `"${text}" is neither an office nor a group`,
    params: {
      fix: 'Write office ids or groups (provinces, districts, paos, cities, towns, subdistrict-municipalities, saos), parted by ";".',
    },
  });
});

type Doubts = Partial<Record<DoubtfulColumn, MovementDoubt>>;

/** `number date:cited`: doubtful columns, each with how it is doubtful where it is not merely unclear. */
const doubts = z.string().transform((cell, context): Doubts => {
  const found: Doubts = {};
  for (const token of cell.split(' ').filter(Boolean)) {
    const [column, kind = 'unclear'] = token.split(':');
    if (
      !DOUBTFUL_COLUMNS.includes(column as DoubtfulColumn) ||
      !MOVEMENT_DOUBTS.includes(kind as MovementDoubt)
    ) {
      context.addIssue({
        code: 'custom',
        message: `"${token}" is not a doubt`,
        params: {
          fix: `Write names of columns (${DOUBTFUL_COLUMNS.join(', ')}) parted by spaces; date:cited for one that is known only from a later letter.`,
        },
      });
      return z.NEVER;
    }
    found[column as DoubtfulColumn] = kind as MovementDoubt;
  }
  return found;
});

/** A row of movements.csv, cells as text; see `MOVEMENT_COLUMNS` and {@link Movement} for what each means. */
export const movement: z.ZodType<Movement> = z
  .strictObject({
    no: positive,
    kind: z.enum(MOVEMENT_KINDS),
    office: officeId,
    date: optional(isoDate),
    time: optional(
      matching(/^(?:[01]\d|2[0-3]):[0-5]\d$/, {
        is: 'is not a time',
        fix: 'Write hours and minutes of the 24-hour clock: 09:30.',
      }),
    ),
    number: optional(line),
    desk: optional(line),
    to: z.preprocess(listOf(';'), z.array(addressee)),
    read: optional(line),
    doubt: doubts,
    source: line,
    corrects: optional(positive),
    note: optional(line),
  })
  .superRefine((row, context) => {
    const fault = (path: string, what: string, fix: string, why?: string) =>
      context.addIssue({ code: 'custom', path: [path], ...refusal(what, fix, why) });
    const corrects = row.kind === 'corrected';
    if (corrects !== (row.corrects !== undefined)) {
      fault(
        'corrects',
        'only a correction names the movement that it corrects, and it always does',
        'Give the no of an earlier row with kind corrected; leave it empty with any other kind.',
      );
    }
    if (row.corrects !== undefined && row.corrects >= row.no) {
      fault(
        'corrects',
        `row ${row.corrects} does not stand before this one`,
        'Name an earlier row.',
      );
    }
    if (row.kind === 'sent' && row.to.length === 0) {
      fault('to', 'a sent letter has no addressee', 'Give the offices or groups it was sent to.');
    }
    if (!corrects && row.kind !== 'sent' && row.to.length > 0) {
      fault('to', 'only a sent letter has addressees', 'Leave the column empty.');
    }
    if (!corrects && row.doubt.date === undefined && (row.date?.length ?? 0) < 10) {
      fault(
        'date',
        'the date is not known to the day, and not marked as doubtful',
        'Write YYYY-MM-DD; for an unreadable date name "date" under doubt and what was read under read.',
        'A date that nobody doubts enters sums.',
      );
    }
    const isLetterNumber = row.kind === 'sent' && row.number !== undefined;
    if (isLetterNumber && canonicalLetterNumber(row.number as string) !== row.number) {
      const canonical = canonicalLetterNumber(row.number as string);
      fault(
        'number',
        `"${row.number}" is not a letter number in canonical form`,
        canonical
          ? `Write "${canonical}".`
          : 'Write it as "มท 0808.4/ว 2007"; leave an unreadable one empty and name "number" under doubt.',
      );
    }
    if (row.kind === 'sent' && row.number === undefined && row.doubt.number === undefined) {
      fault(
        'number',
        'a sent letter has no number, and its number is not marked as doubtful',
        'Give the letter number, or name "number" under doubt.',
      );
    }
  });
