import type { FieldPath } from '#core/field-path.ts';
import type { Problem } from '#core/problem.ts';
import { officeFaults, unknownOffice } from '#core/tracking/row-rules.ts';
import {
  type ContentRecord,
  type LetterFields,
  problemAt,
  type Rule,
  type SourceFile,
} from '../content.ts';

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
    for (const fault of officeFaults(movement, known)) {
      yield { file: movements?.file as string, line, ...fault };
    }
  }
}

/** Every office that a letter or a movement names is in the registry. */
export const offices: Rule = function* ({ records, offices: known }) {
  if (!known) return;
  for (const record of records) {
    for (const { source, field, office } of namedBy(record)) {
      if (known.has(office)) continue;
      yield problemAt(source, field, unknownOffice(office, known));
    }
    yield* inMovements(record, known);
  }
};
