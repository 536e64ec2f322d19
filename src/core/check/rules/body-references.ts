import { didYouMean } from '#core/nearest.ts';
import type { Problem } from '#core/problem.ts';
import type { BodyReference, Content, ContentRecord, Rule } from '../content.ts';

const WHY = 'What it names is looked up when the page is made, and readers are led there.';

const at = (
  { source }: ContentRecord,
  { line, column }: BodyReference,
  said: Pick<Problem, 'what' | 'fix'>,
): Problem => ({ file: source.file, line, column, why: WHY, ...said });

const recordFault = (
  record: ContentRecord,
  reference: BodyReference,
  known: ReadonlyMap<string, ContentRecord>,
): Problem | null => {
  const { component, id } = reference;
  const named = known.get(id);
  if (named === undefined) {
    const alike = [...known.keys()].filter((path) => path.split('/')[0] === id.split('/')[0]);
    return at(record, reference, {
      what: `<${component}> names "${id}", and there is no such record`,
      fix: `${didYouMean(id, alike)}Write the path of a record of the portal, or name it in plain words.`,
    });
  }
  if (named.fields.draft && !record.fields.draft) {
    return at(record, reference, {
      what: `<${component}> names "${id}", which is a draft`,
      fix: 'Publish both pages together, or take the component out.',
    });
  }
  return null;
};

const officeFault = (
  record: ContentRecord,
  reference: BodyReference,
  offices: NonNullable<Content['offices']>,
): Problem | null =>
  offices.has(reference.id)
    ? null
    : at(record, reference, {
        what: `<${reference.component}> names "${reference.id}", and the registry has no such office`,
        fix: `${didYouMean(reference.id, offices.keys())}Write the id of an office of content/registry, as p50 or d5009.`,
      });

/** Every letter, form and office that a component names is there. */
export const bodyReferences: Rule = function* ({ records, offices }) {
  const known = new Map(records.map((record) => [record.path, record]));
  for (const record of records) {
    // What its schema refuses is reported already.
    if ((record.body?.problems.length ?? 0) > 0) continue;
    for (const reference of record.body?.references ?? []) {
      const fault =
        reference.component === 'Contact'
          ? offices && officeFault(record, reference, offices)
          : recordFault(record, reference, known);
      if (fault) yield fault;
    }
  }
};
