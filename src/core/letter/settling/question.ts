import { isFullDate } from '../date.ts';
import { URGENCIES } from '../letter.ts';
import { canonicalLetterNumber } from '../number.ts';
import { DOUBT_TEXT } from '../reading/doubt-text.ts';
import type { Field, FieldDoubt } from '../reading/field.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import { printedPart, type Reference } from '../reading/reference-field.ts';

/** What the answer to a question has to be. */
export type QuestionKind = 'number' | 'date' | 'text' | 'office' | 'urgency';

/** A field of a letter that was read, as a person compares it with the original. */
export interface Question {
  /** Path of the field in the reading: `number`, `references.0.date`, `signatory.name`. */
  readonly path: string;
  readonly kind: QuestionKind;
  /** What was read; null where nothing that the field may hold was. */
  readonly value: string | null;
  /** The text it was read from, and its line in the file (from 1). */
  readonly read: string | null;
  readonly line: number | null;
  /** Why it is to be compared with the original, in Thai. */
  readonly doubts: readonly string[];
  /** Values that it may have, its own first. */
  readonly choices: readonly string[];
  /** The name by which the place of a field on a page is known: `letter.number`. */
  readonly place: string;
}

/** Whether a person has to compare a field with the original. */
export const isOpen = ({ value, doubts }: Pick<Question, 'value' | 'doubts'>): boolean =>
  value === null || doubts.length > 0;

/** What a field on which the identity of a letter rests comes before, from the weightiest. */
const WEIGHT: readonly string[] = [
  'number',
  'date',
  'issuer',
  'to',
  'subject',
  'cancels',
  'references',
  'attachments',
  'signatory',
  'urgency',
];

const rankOf = ({ path }: Question): number => {
  const at = WEIGHT.indexOf(path.split('.')[0] as string);
  return at < 0 ? WEIGHT.length : at;
};

const valuesFor = (kind: QuestionKind, value: string): string | null => {
  // What a scan reads as one line has the label of the field in it.
  const line = value
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:เรื่อง|เรียน)\s+/, '');
  if (kind === 'number') return canonicalLetterNumber(line);
  if (kind === 'date') return isFullDate(line) ? line : null;
  if (kind === 'urgency') return URGENCIES.find((one) => one === line) ?? null;
  // A whole line of a scan, with the label of a list before it, is no value of one item.
  return line === '' || /^(?:สิ่งที่ส่งมาด้วย|อ้างถึง)/.test(line) ? null : line;
};

interface Asked {
  readonly path: string;
  readonly kind: QuestionKind;
  readonly place: string;
  readonly value: string | null;
  readonly read?: string | null;
  readonly doubts?: readonly FieldDoubt[];
}

const questionOf = (
  field: Field<unknown>,
  { path, kind, place, value, read = field.read, doubts = field.doubts }: Asked,
): Question => {
  const offered = doubts.flatMap(({ readings }) => readings.map((one) => one.value ?? one.read));
  const choices = [value, ...offered].flatMap((one) => valuesFor(kind, one ?? '') ?? []);
  return {
    path,
    kind,
    place,
    value,
    read,
    line: field.line,
    doubts: [...new Set(doubts.map(({ code }) => DOUBT_TEXT[code].th))],
    choices: [...new Set(choices)],
  };
};

const ofPart = (doubts: readonly FieldDoubt[], part: string): FieldDoubt[] =>
  doubts.filter((one) => one.part === part || one.part === undefined);

/** The parts by which a reference is known: number and date of a letter, else a title and the date that is named with it. */
export const partsOfReference = ({
  value,
  doubts,
}: Field<Reference>): readonly ('title' | 'number' | 'date')[] => {
  if (!value || value.title === null) return ['number', 'date'];
  const isDated = value.date !== null || doubts.some(({ part }) => part === 'date');
  return isDated ? ['title', 'date'] : ['title'];
};

const ofReference = (
  name: 'references' | 'cancels',
  place: string,
  field: Field<Reference>,
  at: number,
): Question[] =>
  partsOfReference(field).map((part) =>
    questionOf(field, {
      path: `${name}.${at}.${part}`,
      kind: part === 'title' ? 'text' : part,
      place: `${place}.${at}`,
      value: field.value?.[part] ?? null,
      read: printedPart(field, part),
      doubts: ofPart(field.doubts, part),
    }),
  );

const ofSignatory = ({ signatory }: LetterReading): Question[] =>
  signatory.value === null
    ? []
    : (['name', 'post', 'onBehalfOf'] as const)
        .map((part) =>
          questionOf(signatory, {
            path: `signatory.${part}`,
            kind: 'text',
            place: 'letter.signatory',
            value: signatory.value?.[part] ?? null,
            read: signatory.value?.[part] ?? null,
            doubts: part === 'post' ? [] : ofPart(signatory.doubts, part),
          }),
        )
        .filter(({ path, value }) => path !== 'signatory.onBehalfOf' || value !== null);

/** The fields of a letter: those to be compared with the original first, the weightiest of them before others. */
export const questionsOf = (letter: LetterReading): Question[] => {
  const plain = (path: string, field: Field<string>, kind: QuestionKind): Question =>
    questionOf(field, { path, kind, place: `letter.${path}`, value: field.value });
  const list = (name: string, place: string, fields: readonly Field<string>[]): Question[] =>
    fields.map((field, at) =>
      questionOf(field, {
        path: `${name}.${at}`,
        kind: 'text',
        place: `${place}.${at}`,
        value: field.value,
      }),
    );
  const { urgency } = letter;
  const all = [
    plain('issuer', letter.issuer, 'office'),
    plain('number', letter.number, 'number'),
    plain('date', letter.date, 'date'),
    plain('subject', letter.subject, 'text'),
    ...list('to', 'letter.to', letter.to),
    // No mark of urgency is what most letters have, and nothing to ask about.
    ...(urgency.read === null && urgency.doubts.length === 0
      ? []
      : [plain('urgency', urgency, 'urgency')]),
    ...letter.references.flatMap((one, at) =>
      ofReference('references', 'letter.references', one, at),
    ),
    ...letter.cancels.flatMap((one, at) => ofReference('cancels', 'cancels', one, at)),
    ...list(
      'attachments',
      'attachments',
      letter.attachments.map(({ field }) => field),
    ),
    ...ofSignatory(letter),
  ];
  const byRank = (a: Question, b: Question): number => rankOf(a) - rankOf(b);
  return [...all.filter(isOpen).sort(byRank), ...all.filter((one) => !isOpen(one))];
};

/** What an answer says as the field holds it; null where the field cannot hold it. */
export const answerValue = (kind: QuestionKind, answer: string): string | null =>
  valuesFor(kind, answer);
