import type { FieldPath } from '#core/field-path.ts';
import { DRAFT_MARK, type LeftOver, leftOversIn } from '#core/letter/draft/skeleton.ts';
import type { Problem } from '#core/problem.ts';
import { type ContentRecord, problemAt, type Rule } from '../content.ts';

const WHAT: Readonly<Record<LeftOver['kind'], string>> = {
  ask: 'a line of the draft still asks for text to be written',
  question: 'something of the draft is still to be compared with the original letter',
  place: 'a note of the draft still says on which line of the file a day was read',
  empty: 'a part of the draft has a heading and no text',
};

const FIX: Readonly<Record<LeftOver['kind'], string>> = {
  ask: 'Write the text and remove the line, or put back "draft: true".',
  question:
    'Compare with the letter, fix the field or give it a doubt, and remove this; or put back "draft: true".',
  place: 'Compare with the letter, write the day in your own words, or put back "draft: true".',
  empty: 'Write the part, or remove its heading.',
};

const WHY = 'Readers would take the notes of the machine that read the letter for advice.';

const leftIn = (file: string, text: string): Problem[] =>
  leftOversIn(text).map(({ line, kind, text: found }) => ({
    file,
    line: line + 1,
    what: `${WHAT[kind]}: "${found}"`,
    why: WHY,
    fix: FIX[kind],
  }));

function* inFields({ source, fields }: ContentRecord): Iterable<Problem> {
  const texts: readonly (readonly [FieldPath, string | undefined])[] = [
    [['title'], fields.title],
    [['summary'], fields.summary],
    [['force', 'note'], fields.force?.note],
  ];
  for (const [field, text] of texts) {
    if (!text?.startsWith(DRAFT_MARK)) continue;
    yield problemAt(source, field, {
      what: `"${field.join('.')}" is still that of the draft: "${text}"`,
      why: WHY,
      fix: 'Write it, or remove the field where it may be left out; or put back "draft: true".',
    });
  }
}

/** Front matter that says "draft: true": where it cannot be parsed, its fields do not say so. */
const SAYS_DRAFT = /^---\n(?:(?!---\n).*\n)*?draft: *true *\n/;

/** A page that is no draft holds nothing of the skeleton that a draft is made with. */
export const unfinished: Rule = function* ({ records, files }) {
  const textOf = new Map(files.map(({ path, text }) => [path, text]));
  for (const record of records) {
    const text = textOf.get(record.source.file) ?? '';
    if (record.fields.draft ?? SAYS_DRAFT.test(text)) continue;
    yield* inFields(record);
    yield* leftIn(record.source.file, text);
  }
};
