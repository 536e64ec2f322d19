import type { Field } from '../reading/field.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import { similarity, squeeze } from '../reading/spelling.ts';

/** What a letter is known by: its issuer, and every number and date that it may bear. */
export interface LetterMarks {
  readonly issuer: unknown;
  readonly numbers: readonly string[];
  readonly dates: readonly string[];
}

const mayAgree = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => b.some((other) => one.startsWith(other) || other.startsWith(one)));

/** Whether two letters may be one: same issuer, and number and date that can agree. */
export const mayBeSame = (a: LetterMarks, b: LetterMarks): boolean =>
  a.issuer === b.issuer &&
  a.numbers.some((one) => b.numbers.includes(one)) &&
  (a.dates.length === 0 || b.dates.length === 0 || mayAgree(a.dates, b.dates));

const valuesOf = ({ value, doubts }: Field<string>): string[] =>
  [value, ...doubts.flatMap(({ readings }) => readings.map((one) => one.value))].filter(
    (one) => one !== null,
  );

const marksOf = ({ issuer, number, date }: LetterReading): LetterMarks => ({
  issuer: issuer.value,
  numbers: valuesOf(number),
  dates: valuesOf(date),
});

/** All that a letter says, without the places where it says it. */
const contentOf = ({ firstLine, lastLine, ...letter }: LetterReading): string =>
  squeeze(JSON.stringify(letter, (name, value) => (name === 'line' ? undefined : value)));

/** From this likeness of their subjects on two letters of one number are one, though the date of one cannot be read. */
const SAME_SUBJECT = 0.8;

/** Numbers begin anew each year: without both dates the subject has to tell. */
const isCopy = (
  letters: readonly LetterReading[],
  marks: readonly LetterMarks[],
  at: number,
  other: number,
): boolean => {
  const [own, first] = [marks[at] as LetterMarks, marks[other] as LetterMarks];
  if (!mayBeSame(own, first)) return false;
  if (own.dates.length > 0 && first.dates.length > 0) return true;
  const [a, b] = [letters[at]?.subject.value, letters[other]?.subject.value];
  return Boolean(a && b && similarity(a, b) > SAME_SUBJECT);
};

/** By place of each further copy of a letter in a set, the place of the first one. */
export type Copies = ReadonlyMap<number, number>;

/**
 * Finds letters that a set has more than once, by issuer, number and date; of a letter without a number, copies that say the
 * same throughout.
 */
export const copiesAmong = (letters: readonly LetterReading[]): Map<number, number> => {
  const marks = letters.map(marksOf);
  const copies = new Map<number, number>();
  const unnumbered = new Map<string, number>();
  const byNumber = new Map<string, number[]>();
  for (const [at, own] of marks.entries()) {
    const near = own.numbers.flatMap((number) => byNumber.get(number) ?? []);
    const content = own.numbers.length === 0 ? contentOf(letters[at] as LetterReading) : null;
    const first =
      content === null
        ? near.sort((a, b) => a - b).find((other) => isCopy(letters, marks, at, other))
        : unnumbered.get(content);
    if (first !== undefined) copies.set(at, first);
    else if (content !== null) unnumbered.set(content, at);
    else
      for (const number of own.numbers) byNumber.set(number, [...(byNumber.get(number) ?? []), at]);
  }
  return copies;
};
