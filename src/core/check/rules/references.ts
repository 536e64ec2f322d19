import type { FieldPath } from '#core/field-path.ts';
import { didYouMean } from '#core/nearest.ts';
import type { Problem } from '#core/problem.ts';
import {
  type Content,
  type ContentRecord,
  problemAt,
  type ReferenceFields,
  type Rule,
  type SourceFile,
} from '../content.ts';

/** A field that names another record. */
interface Pointer {
  readonly source: SourceFile;
  readonly field: FieldPath;
  readonly target: string;
}

type Fields = readonly (ReferenceFields | undefined)[] | undefined;

const inReferences = (source: SourceFile, list: FieldPath, references: Fields): Pointer[] =>
  (references ?? []).flatMap((reference, index) =>
    reference?.record === undefined
      ? []
      : [{ source, field: [...list, index, 'record'], target: reference.record }],
  );

const inList = (
  source: SourceFile,
  list: 'sources' | 'related' | 'answeredBy',
  targets: readonly (string | undefined)[] | undefined,
): Pointer[] =>
  (targets ?? []).flatMap((target, index) =>
    target === undefined ? [] : [{ source, field: [list, index], target }],
  );

const pointersOf = ({ source, fields, coveringLetters }: ContentRecord): Pointer[] => [
  ...inReferences(source, ['letter', 'references'], fields.letter?.references),
  ...inReferences(source, ['references'], fields.references),
  ...inReferences(source, ['cancels'], fields.cancels),
  ...(fields.force?.by ? [{ source, field: ['force', 'by'], target: fields.force.by }] : []),
  ...inList(source, 'sources', fields.sources),
  ...inList(source, 'related', fields.related),
  ...inList(source, 'answeredBy', fields.answeredBy),
  ...(coveringLetters?.letters ?? []).flatMap((letter, index) =>
    inReferences(
      (coveringLetters as { source: SourceFile }).source,
      [index, 'references'],
      letter?.references,
    ),
  ),
];

const notThere = ({ source, field, target }: Pointer, paths: Iterable<string>): Problem => {
  const fix =
    field.at(-1) === 'record'
      ? 'Fix the path, or write "external: true" instead where the portal does not have the letter.'
      : 'Fix the path, or add the record.';
  return problemAt(source, field, {
    what: `there is no record "${target}"`,
    why: 'A reference leads readers to a page, which must be there.',
    fix: `${didYouMean(target, paths)}${fix}`,
  });
};

const toDraft = ({ source, field, target }: Pointer): Problem =>
  problemAt(source, field, {
    what: `the record "${target}" is a draft`,
    why: 'A published page cannot lead to one that is not published.',
    fix: 'Publish both together: remove "draft: true" there, or set it here.',
  });

/** A field that names a record names one that is there, and that is published if the page itself is. */
export const references: Rule = function* ({ records }: Content) {
  const byPath = new Map(records.map((record) => [record.path, record]));
  for (const record of records) {
    for (const pointer of pointersOf(record)) {
      const target = byPath.get(pointer.target);
      if (!target) yield notThere(pointer, byPath.keys());
      else if (target.fields.draft && !record.fields.draft) yield toDraft(pointer);
    }
  }
};
