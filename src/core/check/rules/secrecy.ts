import type { FieldPath } from '#core/field-path.ts';
import { type Fact, possibleValues } from '#core/letter/fact.ts';
import { findSecrecyMark, hasSecrecyLine, isSecrecyLine } from '#core/letter/secrecy.ts';
import type { Problem } from '#core/problem.ts';
import { secretColumns } from '#core/tracking/row-rules.ts';
import {
  type ContentFile,
  type ContentRecord,
  type CoveringLetterFields,
  problemAt,
  type RecordFields,
  type Rule,
} from '../content.ts';

// As with personal data, the check names the place and never repeats what is there.
const SAID = {
  what: 'it is marked as secret, or may be',
  why: 'Only letters without a class of secrecy may be on the portal or in its repository.',
  fix: 'Take the letter out, from the history of the repository too; put it in other words where no mark is meant.',
};
const DOCUMENT = {
  what: 'a line of this document is a mark of secrecy',
  why: SAID.why,
  fix: 'Take the file out, from the history of the repository too; if it only speaks of such marks, name where its office publishes it instead.',
};

type Texts = readonly (readonly [field: FieldPath, text: string | undefined])[];

const ofFact = (field: FieldPath, fact: Fact<string> | undefined): Texts =>
  fact === undefined ? [] : possibleValues(fact).map((text) => [field, text]);

const ofAttachments = ({ attachments }: Pick<RecordFields, 'attachments'>): Texts =>
  (attachments ?? []).map((one, at) => [['attachments', at, 'title'], one?.title]);

const textsOfPage = (fields: RecordFields): Texts => [
  [['title'], fields.title],
  [['summary'], fields.summary],
  ...ofFact(['letter', 'subject'], fields.letter?.subject),
  ...ofAttachments(fields),
];

const textsOfLetter = (letter: CoveringLetterFields | undefined, at: number): Texts =>
  letter === undefined
    ? []
    : [
        ...ofFact([at, 'subject'], letter.subject),
        ...ofAttachments(letter).map(([field, text]) => [[at, ...field], text] as const),
      ];

const marked = (texts: Texts): FieldPath[] =>
  texts
    .filter(([, text]) => text !== undefined && findSecrecyMark(text) !== null)
    .map(([field]) => field);

function* inRecord({
  source,
  fields,
  coveringLetters,
  movements,
}: ContentRecord): Iterable<Problem> {
  for (const field of marked(textsOfPage(fields))) yield problemAt(source, field, SAID);
  const letters = coveringLetters?.letters.flatMap(textsOfLetter) ?? [];
  for (const field of marked(letters)) {
    if (coveringLetters) yield problemAt(coveringLetters.source, field, SAID);
  }
  for (const { line, movement } of movements?.rows ?? []) {
    for (const field of secretColumns(movement)) {
      yield { file: movements?.file ?? null, line, field, ...SAID };
    }
  }
}

function* inFile({ path, text, parts = [], isDocument, isClean }: ContentFile): Iterable<Problem> {
  if (text === null || isClean) return;
  const within = parts.find((part) => part.isWhole && hasSecrecyLine(part.text));
  if (within) {
    yield { file: path, ...DOCUMENT, what: `${DOCUMENT.what} (${within.place})` };
    return;
  }
  const line = text.split('\n').findIndex(isSecrecyLine) + 1;
  if (line === 0) return;
  if (isDocument) yield { file: path, ...DOCUMENT };
  else if (path.startsWith('content/circulars/')) yield { file: path, line, ...SAID };
}

/**
 * No letter of the content, nor what is recorded of it, is marked as secret; no document, and no file
 * within another, has such a mark on a line of its own, as secret papers do on each page. Pages may speak of secrecy.
 */
export const secrecy: Rule = function* ({ records, files }) {
  for (const record of records) {
    if (record.kind === 'circulars') yield* inRecord(record);
  }
  for (const file of files) yield* inFile(file);
};
