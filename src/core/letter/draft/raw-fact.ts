import { parseIsoDate } from '../date.ts';
import type { DoubtKind, Reading } from '../fact.ts';
import { canonicalLetterNumber } from '../number.ts';
import { DOUBT_TEXT } from '../reading/doubt-text.ts';
import type { Field, FieldDoubt } from '../reading/field.ts';

/** A fact as front matter writes it: plain where nothing is in doubt. */
export type RawFact =
  | string
  | {
      readonly value?: string;
      readonly doubt: DoubtKind;
      readonly readings: readonly { read: string; value?: string; source: string }[];
      readonly note?: string;
    };

/** What a kind of fact may hold: numbers only in canonical form, dates only of the calendar. */
export const ALLOWED = {
  number: (value: string): boolean => canonicalLetterNumber(value) === value,
  date: (value: string): boolean => parseIsoDate(value) !== null,
  text: (value: string): boolean => value.trim() !== '',
} as const;
export type FactKind = keyof typeof ALLOWED;

/** Characters that a line of front matter may have (docs/limits.md). */
const LONGEST_LINE = 2000;

/**
 * A text on one line, as every field of front matter is; null where nothing is left of it. One that is too long, because the letter ran
 * into a field, is cut, and ends with "…".
 */
export const oneLine = (text: string | null | undefined): string | null => {
  const line = text?.replace(/\s+/g, ' ').trim() || null;
  return line !== null && line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;
};

const GRAVEST: readonly DoubtKind[] = ['conflict', 'cited', 'unreadable', 'unclear'];
const NOT_THERE = '(ไม่ปรากฏในข้อความที่อ่านได้)';

const distinctValues = (readings: readonly { value?: string }[]): string[] => [
  ...new Set(readings.flatMap(({ value }) => (value === undefined ? [] : [value]))),
];

/** What all values of a conflict share: the month of dates that differ only in their day; undefined where nothing. */
const commonPart = (values: readonly string[], kind: FactKind): string | undefined => {
  const months = new Set(values.map((value) => value.slice(0, 7)));
  const [month] = months;
  return kind === 'date' && months.size === 1 && !values.includes(month as string)
    ? month
    : undefined;
};

const noteOf = (doubts: readonly FieldDoubt[]): string =>
  [...new Set(doubts.map(({ code }) => DOUBT_TEXT[code].th))].join(' · ');

/**
 * A field as a fact of front matter. `source` is the key of the letter that it was read from, `keyOf` turns the
 * sources of readings into keys. A conflict has no value but what all readings share.
 */
export const rawFact = (
  field: Field<string>,
  kind: FactKind,
  source: string,
  keyOf: (source: string) => string,
  doubts: readonly FieldDoubt[] = field.doubts,
): RawFact => {
  const allowed = (value: string | null): string | undefined => {
    const line = oneLine(value);
    return line !== null && ALLOWED[kind](line) ? line : undefined;
  };
  const value = allowed(field.value);
  if (doubts.length === 0 && value !== undefined) return value;
  const own = { read: oneLine(field.read) ?? NOT_THERE, value: field.value, source: 'letter' };
  const stated: Reading<string>[] = doubts.flatMap(({ readings }) => [...readings]);
  const isTold = stated.some((one) => one.value === own.value && oneLine(one.read) === own.read);
  const settledByCopies = doubts.some(({ kind }) => kind === 'conflict' || kind === 'cited');
  const withOwn = isTold || settledByCopies || field.read === null ? stated : [own, ...stated];
  const offered = withOwn.length > 0 ? withOwn : [own];
  const readings = [
    ...new Map(
      offered.map((one) => {
        const by = one.source === 'letter' ? source : keyOf(one.source);
        const read = oneLine(one.read) ?? NOT_THERE;
        const said = allowed(one.value);
        return [
          `${by} ${read} ${said}`,
          { read, ...(said === undefined ? {} : { value: said }), source: by },
        ] as const;
      }),
    ).values(),
  ];
  const gravest = GRAVEST.find((one) => doubts.some((doubt) => doubt.kind === one)) ?? 'unreadable';
  const values = distinctValues(readings);
  // A conflict needs readings that differ; where they turn out the same, what is left is that it is unclear.
  const conflict = gravest === 'conflict' && values.length > 1;
  const doubt =
    gravest === 'conflict' && !conflict
      ? 'unclear'
      : value === undefined && gravest !== 'conflict'
        ? 'unreadable'
        : gravest;
  const shown = conflict ? commonPart(values, kind) : value;
  return {
    ...(shown === undefined ? {} : { value: shown }),
    doubt,
    readings,
    ...(doubts.length === 0 ? {} : { note: noteOf(doubts) }),
  };
};
