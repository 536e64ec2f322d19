import type { DoubtKind, Reading } from '../fact.ts';

/** Why a field needs checking. What each means for a person stands in doubt-text.ts. */
export type DoubtCode =
  | 'missing'
  | 'noise'
  | 'unknown-prefix'
  | 'prefix-of-other-office'
  | 'mark-misread'
  | 'mark-missing'
  | 'shape'
  | 'mixed-digits'
  | 'impossible-day'
  | 'impossible-year'
  | 'no-day'
  | 'no-year'
  | 'weekday-of-other-day'
  | 'several-dates'
  | 'several-days'
  | 'impossible-time'
  | 'month-misspelled'
  | 'stray-characters'
  | 'weekend'
  | 'after-letter'
  | 'after-today'
  | 'before-letter'
  | 'far-from-letter'
  | 'misspelled'
  | 'differs-from-body'
  | 'no-title'
  | 'no-subject'
  | 'unknown-post'
  | 'damaged-scan'
  | 'sources-disagree'
  | 'copies-disagree'
  | 'cited'
  | 'other-than-letter'
  | 'far-from-sisters'
  | 'unknown-urgency'
  | 'mark-may-be-lost'
  | 'past-tense'
  | 'several-references'
  | 'page-order'
  | 'not-asked'
  | 'may-recur'
  | 'readings-differ'
  | 'faint'
  | 'cut-off'
  | 'runs-on'
  | 'not-understood'
  | 'of-event'
  | 'under-heading'
  | 'unreadable';

/** One reason to compare a field with the original; readings are what it might say instead, and in which copy. */
export interface FieldDoubt {
  readonly kind: DoubtKind;
  readonly code: DoubtCode;
  /** Part of the field that it concerns (`number`, `date`), where the field has parts. */
  readonly part?: string | undefined;
  readonly readings: readonly Reading<string>[];
}

/** A field as it was read: nothing in `value` is repaired or guessed; what it might be instead stands among the doubts. */
export interface Field<T> {
  readonly value: T | null;
  /** The text it was read from, digits and errors included; null where nothing was found. */
  readonly read: string | null;
  /** Line of the file, from 1; null where nothing was found. */
  readonly line: number | null;
  readonly doubts: readonly FieldDoubt[];
}

const WEIGHT: Readonly<Record<DoubtKind, number>> = {
  unclear: 0.5,
  cited: 0.5,
  conflict: 0.4,
  unreadable: 0.1,
};

/** How far a field can be relied on, from 0 to 1: 0.95 without doubts, less with each. Below {@link CHECK_BELOW} a person checks. */
export const confidenceOf = ({ value, read, doubts }: Field<unknown>): number => {
  if (value === null && doubts.length === 0 && read === null) return 0;
  const sum = doubts.reduce((product, { kind }) => product * WEIGHT[kind], 0.95);
  return Math.round(sum * 100) / 100;
};

/** Fields with less confidence than this are marked as needing a check. */
export const CHECK_BELOW = 0.9;

export const doubt = (
  kind: DoubtKind,
  code: DoubtCode,
  readings: readonly Reading<string>[] = [],
  part?: string,
): FieldDoubt => ({ kind, code, readings, ...(part === undefined ? {} : { part }) });

/** A reading that the reader offers for a damaged text; its source is the letter itself. */
export const offer = (read: string, value: string | null): Reading<string> => ({
  read,
  value,
  source: 'letter',
});

/** A field of which the letter shows nothing. */
export const missing = <T>(): Field<T> => ({
  value: null,
  read: null,
  line: null,
  doubts: [doubt('unreadable', 'missing')],
});

export const withDoubts = <T>(field: Field<T>, more: readonly FieldDoubt[]): Field<T> =>
  more.length === 0 ? field : { ...field, doubts: [...field.doubts, ...more] };
