import type { FieldPath } from '#core/field-path.ts';
import { didYouMean } from '#core/nearest.ts';
import type { Problem } from '#core/problem.ts';
import { isGroup } from '#core/tracking/movement.ts';
import {
  type ContentRecord,
  type LetterFields,
  problemAt,
  type Rule,
  type SourceFile,
} from '../content.ts';

const WHY = 'What the portal says of an office stands on its row in the registry.';
const FIX = 'Fix the id, or add the office to content/registry/offices.csv.';

const fixFor = (office: string, known: ReadonlyMap<string, unknown>): string =>
  `${didYouMean(office, known.keys())}${FIX}`;

interface Named {
  readonly source: SourceFile;
  readonly field: FieldPath;
  readonly office: string;
}

const inLetter = (
  source: SourceFile,
  path: FieldPath,
  { issuer, to }: LetterFields,
): readonly Named[] => [
  ...(issuer === undefined ? [] : [{ source, field: [...path, 'issuer'], office: issuer }]),
  ...(to ?? []).flatMap((addressee, index) =>
    addressee?.office === undefined
      ? []
      : [{ source, field: [...path, 'to', index, 'office'], office: addressee.office }],
  ),
];

const namedBy = ({ source, fields, coveringLetters }: ContentRecord): readonly Named[] => [
  ...inLetter(source, ['letter'], fields.letter ?? {}),
  ...(fields.issuer === undefined ? [] : [{ source, field: ['issuer'], office: fields.issuer }]),
  ...(coveringLetters?.letters ?? []).flatMap((letter, index) =>
    inLetter((coveringLetters as { source: SourceFile }).source, [index], letter ?? {}),
  ),
];

function* inMovements(
  { movements }: ContentRecord,
  known: ReadonlyMap<string, unknown>,
): Iterable<Problem> {
  for (const { line, movement } of movements?.rows ?? []) {
    const named = [
      ['office', movement.office] as const,
      ...movement.to.filter((one) => !isGroup(one)).map((one) => ['to', one] as const),
    ];
    for (const [field, office] of named) {
      if (known.has(office)) continue;
      const what = `the registry has no office "${office}"`;
      yield {
        file: movements?.file as string,
        line,
        field,
        what,
        why: WHY,
        fix: fixFor(office, known),
      };
    }
  }
}

/** Every office that a letter or a movement names is in the registry. */
export const offices: Rule = function* ({ records, offices: known }) {
  if (!known) return;
  for (const record of records) {
    for (const { source, field, office } of namedBy(record)) {
      if (known.has(office)) continue;
      const what = `the registry has no office "${office}"`;
      yield problemAt(source, field, { what, why: WHY, fix: fixFor(office, known) });
    }
    yield* inMovements(record, known);
  }
};
