import type { FieldPath } from '#core/field-path.ts';
import { type Fact, possibleValues } from '#core/letter/fact.ts';
import type { Problem } from '#core/problem.ts';
import { type ContentRecord, problemAt, type Rule, type SourceFile } from '../content.ts';

/** A letter that is in content, wherever its fields are written. */
interface StoredLetter {
  readonly source: SourceFile;
  /** Where its number is written. */
  readonly field: FieldPath;
  /** How a message names it. */
  readonly name: string;
  readonly issuer: string;
  readonly numbers: readonly string[];
  readonly dates: readonly string[];
  readonly subject: string | null;
  readonly isCertain: boolean;
}

interface Key {
  readonly issuer?: string | undefined;
  readonly number?: Fact<string> | undefined;
  readonly date?: Fact<string> | undefined;
}

const stored = (
  source: SourceFile,
  field: FieldPath,
  name: string,
  { issuer, number, date }: Key,
  subject: string | null | undefined,
): StoredLetter[] => {
  if (issuer === undefined || number === undefined || date === undefined) return [];
  const isCertain =
    number.value !== null && date.value !== null && !number.doubt && date.value.length === 10;
  const dates = possibleValues(date);
  const numbers = possibleValues(number);
  const stated = subject ?? null;
  return [{ source, field, name, issuer, numbers, dates, subject: stated, isCertain }];
};

const letterOf = ({ source, fields, path }: ContentRecord): StoredLetter[] => {
  const { letter } = fields;
  return letter
    ? stored(source, ['letter', 'number'], path, letter, letter.subject?.value)
    : stored(source, ['number'], path, fields, fields.subject);
};

const isSameDay = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/**
 * Whether two letters contradict each other. Issuer, number and date together are the key of a letter, so two that are
 * certain and share them are one. A doubtful reading alone proves nothing - it may be the other letter's number
 * misread, and must be kept as it was read - so where either is in doubt, only the same subject as well settles it.
 */
const areOne = (a: StoredLetter, b: StoredLetter): boolean =>
  a.issuer === b.issuer &&
  a.numbers.some((number) => b.numbers.includes(number)) &&
  a.dates.some((date) => b.dates.some((other) => isSameDay(date, other))) &&
  ((a.isCertain && b.isCertain) || (a.subject !== null && a.subject === b.subject));

const twice = (later: StoredLetter, first: StoredLetter): Problem =>
  problemAt(later.source, later.field, {
    what: `the same letter is in ${first.name}: issuer "${first.issuer}", number and date agree`,
    why: 'Issuer, number and date together are the key of a letter; one letter has one record.',
    fix: 'Compare both with the letters; fix the number or date that is wrong, or merge the two.',
  });

function* clashes(letters: readonly StoredLetter[]): Iterable<Problem> {
  const byNumber = new Map<string, StoredLetter[]>();
  for (const letter of letters) {
    const neighbours = new Set(letter.numbers.flatMap((number) => byNumber.get(number) ?? []));
    const first = [...neighbours].find((other) => areOne(letter, other));
    if (first) yield twice(letter, first);
    for (const number of letter.numbers) {
      byNumber.set(number, [...(byNumber.get(number) ?? []), letter]);
    }
  }
}

/** No letter has two records, and no chain names one covering letter twice. */
export const duplicates: Rule = function* ({ records }) {
  yield* clashes(records.flatMap(letterOf));
  for (const { coveringLetters } of records) {
    const letters = coveringLetters?.letters ?? [];
    yield* clashes(
      letters.flatMap((letter, index) =>
        stored(
          (coveringLetters as { source: SourceFile }).source,
          [index, 'number'],
          `the covering letter "${letter?.key}"`,
          letter ?? {},
          letter?.subject?.value,
        ),
      ),
    );
  }
};
