import { z } from 'zod';
import { LIMITS } from '#core/check/limits.ts';
import {
  BUDDHIST_ERA_OFFSET,
  type DateParts,
  formatIsoDate,
  isFullDate,
  parseIsoDate,
  readThaiDate,
} from '#core/letter/date.ts';
import { toArabicDigits } from '#core/letter/digits.ts';
import type { Fact } from '#core/letter/fact.ts';
import { canonicalLetterNumber } from '#core/letter/number.ts';

const MORE_DAYS =
  'Write a day that the month has; a field that may be in doubt can hold one that a letter prints all the same.';

/** Quotes that word processors put in the place of straight ones, and come to stand within the text. */
const QUOTES = /^["'“”‘’«»]+|["'“”‘’«»]+$/gu;
const IN_NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

const gregorian = (year: number): number => (year > 2400 ? year - BUDDHIST_ERA_OFFSET : year);

/** A day of the calendar as it is stored; null where there is no such day. */
const storedDay = (year: number, month: number, day: number): string | null => {
  const text = formatIsoDate({ year: gregorian(year), month, day });
  return isFullDate(text) ? text : null;
};

/** What to write for a date in numbers, with the day in front as Thai writes it, or with the month. */
const remedyForNumbers = ([, first, second, year]: RegExpExecArray): string => {
  const [dayFirst, monthFirst] = [
    storedDay(Number(year), Number(second), Number(first)),
    storedDay(Number(year), Number(first), Number(second)),
  ];
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst)
    return `Write "${dayFirst}" where the day stands in front, or "${monthFirst}" where the month does.`;
  const day = dayFirst ?? monthFirst;
  return day === null ? MORE_DAYS : `Write "${day}".`;
};

/** Whether a date is one that a letter may bear, B.E. 2400-2699: a Buddhist-era year left standing is not. */
const isWithinEra = (parts: DateParts | null): boolean =>
  parts !== null && parts.year >= 1857 && parts.year <= 2156;

const remedyForDate = (written: string): string => {
  const text = toArabicDigits(written.replace(QUOTES, ''));
  if (text !== written && isWithinEra(parseIsoDate(text))) return `Write "${text}".`;
  const { value, doubt } = readThaiDate(text);
  if (value !== null && isFullDate(value) && doubt === null) return `Write "${value}".`;
  if (doubt === 'impossible-day') return MORE_DAYS;
  const inNumbers = IN_NUMBERS.exec(text);
  if (inNumbers) return remedyForNumbers(inNumbers);
  const year = Number(/^\d{4}/.exec(text)?.[0] ?? 0);
  if (year > 2400) {
    return `Subtract 543 from the Buddhist-era year: "${String(year - BUDDHIST_ERA_OFFSET) + text.slice(4)}".`;
  }
  return /^\d{2}\D/.test(text)
    ? 'Write the year with all four digits of the Gregorian calendar.'
    : MORE_DAYS;
};

/** A Gregorian date of the calendar, as precise as it is known: `2025-04-22`, `2025-04`, `2025`. */
export const isoDate = z.string().superRefine((text, context) => {
  if (isWithinEra(parseIsoDate(text))) return;
  context.addIssue({
    code: 'custom',
    continue: false,
    message: `"${text}" is not a date of the calendar`,
    params: {
      why: 'Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable.',
      fix: remedyForDate(text),
    },
  });
});

/** A Gregorian date known to the day. */
export const isoDay = isoDate.refine(isFullDate, {
  error: (issue) => `"${String(issue.input)}" is not known to the day`,
  params: { fix: 'Write YYYY-MM-DD; leave the field out where the day is not known.' },
});

/** A letter number in canonical form: `มท 0808.4/ว 2007`. */
export const letterNumber = z
  .string()
  .max(LIMITS.line, { abort: true })
  .superRefine((text, context) => {
    const canonical = canonicalLetterNumber(text);
    if (canonical === text) return;
    context.addIssue({
      code: 'custom',
      message: `"${text}" is not a letter number in canonical form`,
      params: {
        fix: canonical
          ? `Write "${canonical}".`
          : 'Write prefix, unit and running number, as in "มท 0808.4/ว 2007"; store an unreadable one as a doubt.',
      },
    });
  });

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const facts = new WeakMap<z.core.$ZodType, z.ZodType>();

/** Whether a schema is one of {@link fact}, whose parsed form is nested deeper than what is written. */
export const isFactSchema = (schema: z.ZodType): boolean => facts.has(schema);

/** The schema of the value of a fact; undefined for a schema that is none of {@link fact}. */
export const factValue = (schema: z.core.$ZodType): z.ZodType | undefined => facts.get(schema);

/** The fields of a doubtful fact, as they are written. */
export const DOUBT_FIELDS = ['value', 'doubt', 'readings', 'note'] as const;

/**
 * A fact of a letter. Certain: the plain value. In doubt: an object with `doubt` (unclear, conflict, unreadable,
 * cited), `readings` (each `read`, `value`, `source`), and `value` and `note` where there is something to say.
 */
export const fact = <Value extends z.ZodType>(value: Value): z.ZodType<Fact<z.output<Value>>> => {
  const reading = z.strictObject({
    read: z.string().min(1),
    value: value.nullish().transform((known) => known ?? null),
    source: z.string().min(1),
  });
  const doubt = z.strictObject({
    kind: z.enum(['unclear', 'conflict', 'unreadable', 'cited']),
    readings: z.array(reading).min(1),
    note: z.string().min(1).optional(),
  });
  const certainOrDoubtful = z
    .strictObject({ value: value.nullable(), doubt: doubt.optional() })
    .superRefine((parsed, context) => {
      const read = parsed as Fact<unknown>;
      const fault = (message: string, fix: string) =>
        context.addIssue({ code: 'custom', message, params: { fix } });
      if (read.value === null && !read.doubt) {
        fault(
          'there is no value, and no doubt that says why',
          'Give the value, or a doubt with what was read.',
        );
      }
      if (read.doubt?.kind !== 'conflict') return;
      const values = new Set(read.doubt.readings.map((one) => one.value));
      if (read.value !== null && values.has(read.value)) {
        fault(
          'a conflict is shown, never settled: its value is one of the readings that disagree',
          'Remove "value", or give only what all readings share (the month of a date).',
        );
      }
      if (values.size < 2) {
        fault('a conflict needs readings that differ', 'Give each reading with its source.');
      }
    });
  const schema = z.preprocess((raw) => {
    if (!isRecord(raw) || !('doubt' in raw)) return { value: raw };
    const { value: known = null, doubt: kind, readings, note, ...unknown } = raw;
    const noted = note === undefined ? {} : { note };
    return { ...unknown, value: known, doubt: { kind, readings, ...noted } };
  }, certainOrDoubtful);
  facts.set(schema, value);
  return schema as unknown as z.ZodType<Fact<z.output<Value>>>;
};
