import type { LetterLevel, Urgency } from '../letter.ts';
import type { Field, FieldDoubt } from '../reading/field.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import type { Reference } from '../reading/reference-field.ts';
import { answerValue, partsOfReference, questionsOf } from './question.ts';

/** What a person who compared a letter with its original says of its fields, by the paths of their questions. */
export type LetterAnswers = Readonly<Record<string, string>>;

/** An answer that cannot be taken: no such field, or a value that it cannot hold. */
export interface AnswerFault {
  readonly path: string;
  readonly answer: string;
  readonly reason: 'unknown' | 'value';
}

const certain = <T>(field: Field<T>, value: T): Field<T> => ({ ...field, value, doubts: [] });

const without = (doubts: readonly FieldDoubt[], part: string, others: boolean): FieldDoubt[] =>
  doubts.filter((one) => one.part !== part && (one.part !== undefined || !others));

const NO_REFERENCE: Reference = {
  title: null,
  issuer: null,
  urgency: null,
  number: null,
  date: null,
  subject: null,
};

const PARTS = ['title', 'number', 'date'] as const;

/** A reference with the parts that were answered; what is in doubt as a whole stays so for a part that nobody answered. */
const reference = (
  field: Field<Reference>,
  said: Partial<Record<(typeof PARTS)[number], string>>,
): Field<Reference> => {
  if (PARTS.every((part) => said[part] === undefined)) return field;
  const asked = partsOfReference(field);
  const open = asked.filter((part) => said[part] === undefined);
  const isAnswered = (part: string) =>
    asked.some((one) => one === part) && !open.some((one) => one === part);
  return {
    ...field,
    value: { ...(field.value ?? NO_REFERENCE), ...said },
    doubts: field.doubts.flatMap((one) => {
      if (one.part === undefined) return open.map((part) => ({ ...one, part }));
      return isAnswered(one.part) ? [] : [one];
    }),
  };
};

/** Answers that the letter has no field for, or that the field cannot hold. */
export const answerFaults = (letter: LetterReading, answers: LetterAnswers): AnswerFault[] => {
  const kinds = new Map(questionsOf(letter).map(({ path, kind }) => [path, kind]));
  return Object.entries(answers).flatMap(([path, answer]): AnswerFault[] => {
    if (path === 'level') return [];
    const kind = kinds.get(path);
    if (kind === undefined) return [{ path, answer, reason: 'unknown' }];
    return answerValue(kind, answer) === null ? [{ path, answer, reason: 'value' }] : [];
  });
};

/**
 * A letter with the fields that a person has compared with its original, or corrected: these are certain then. Fields without an
 * answer are as they were read, doubts included. Throws a RangeError where an answer has a fault.
 */
export const settledLetter = (letter: LetterReading, answers: LetterAnswers): LetterReading => {
  const [fault] = answerFaults(letter, answers);
  if (fault) throw new RangeError(`no answer to ${fault.path}: ${fault.answer}`);
  const kinds = new Map(questionsOf(letter).map(({ path, kind }) => [path, kind]));
  const said = (path: string): string | undefined => {
    const answer = answers[path];
    const kind = kinds.get(path);
    return answer === undefined || kind === undefined
      ? undefined
      : (answerValue(kind, answer) as string);
  };
  const one = <T extends string>(path: string, field: Field<T>): Field<T> => {
    const value = said(path);
    return value === undefined ? field : certain(field, value as T);
  };
  const partsOf = (path: string) =>
    Object.fromEntries(
      PARTS.flatMap((part) => {
        const value = said(`${path}.${part}`);
        return value === undefined ? [] : [[part, value]];
      }),
    );
  const { signatory } = letter;
  const parts = ['name', 'post', 'onBehalfOf'] as const;
  const signed = Object.fromEntries(
    parts.flatMap((part) => {
      const value = said(`signatory.${part}`);
      return value === undefined ? [] : [[part, value]];
    }),
  );
  const level = answers.level as LetterLevel | undefined;
  return {
    ...letter,
    level: level === undefined ? letter.level : certain(letter.level, level),
    issuer: one('issuer', letter.issuer),
    number: one('number', letter.number),
    date: one('date', letter.date),
    subject: one('subject', letter.subject),
    to: letter.to.map((field, at) => one(`to.${at}`, field)),
    urgency: one<Urgency>('urgency', letter.urgency),
    references: letter.references.map((field, at) => reference(field, partsOf(`references.${at}`))),
    cancels: letter.cancels.map((field, at) => reference(field, partsOf(`cancels.${at}`))),
    attachments: letter.attachments.map((item, at) => ({
      ...item,
      field: one(`attachments.${at}`, item.field),
    })),
    signatory:
      signatory.value === null || Object.keys(signed).length === 0
        ? signatory
        : {
            ...signatory,
            value: { ...signatory.value, ...signed },
            doubts: Object.keys(signed).reduce(
              (doubts, part) => without(doubts, part, part === 'name'),
              signatory.doubts as FieldDoubt[],
            ),
          },
  };
};
