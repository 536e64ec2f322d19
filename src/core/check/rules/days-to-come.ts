import type { FieldPath } from '#core/field-path.ts';
import { needsCheck } from '#core/letter/fact.ts';
import type { Problem } from '#core/problem.ts';
import {
  type ContentRecord,
  type LetterFields,
  problemAt,
  type Rule,
  type SourceFile,
} from '../content.ts';

const hasNotCome = (date: string, today: string): boolean => date > today.slice(0, date.length);

/** A letter that is here was issued: where its date is certain, that day was. */
const issuedLater = (
  source: SourceFile,
  path: FieldPath,
  { date }: Pick<LetterFields, 'date'>,
  today: string,
): Problem[] =>
  date && !needsCheck(date) && date.value !== null && hasNotCome(date.value, today)
    ? [
        problemAt(source, path, {
          what: `${date.value} has not come yet (as of ${today})`,
          why: 'A letter that is here was issued before: two digits may have changed places, or its era.',
          fix: 'Compare with the letter; mark the date as doubtful where the letter itself has it.',
        }),
      ]
    : [];

const publishedLater = ({ source, fields }: ContentRecord, today: string): Problem[] => {
  if (fields.draft) return [];
  const days: (readonly [FieldPath, string | undefined])[] = [
    [['published'], fields.published],
    ...(fields.changes ?? []).map((change, at) => [['changes', at, 'date'], change?.date] as const),
  ];
  return days.flatMap(([path, day]) =>
    day !== undefined && day > today
      ? [
          problemAt(source, path, {
            what: `${day} has not come yet (as of ${today})`,
            why: 'The page is public as soon as it is built: feeds and lists would date it by a day to come.',
            fix: `Write the day on which it comes into the portal ("${today}" is today), or keep the page a draft until then.`,
          }),
        ]
      : [],
  );
};

const problemsOf = (record: ContentRecord, today: string): Problem[] => {
  const { source, fields, coveringLetters, kind } = record;
  return [
    ...publishedLater(record, today),
    ...issuedLater(source, ['letter', 'date'], fields.letter ?? {}, today),
    ...(kind === 'laws' ? issuedLater(source, ['date'], fields, today) : []),
    ...(coveringLetters?.letters ?? []).flatMap((letter, at) =>
      coveringLetters ? issuedLater(coveringLetters.source, [at, 'date'], letter ?? {}, today) : [],
    ),
  ];
};

/** No page is dated by a day to come, and no letter was issued on one. */
export const daysToCome: Rule = ({ records }, today) =>
  records.flatMap((record) => problemsOf(record, today));
