import { DOUBT_TEXT } from '../reading/doubt-text.ts';
import { confidenceOf, type Field } from '../reading/field.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import { SECRECY_WORDS, URGENCY_WORDS } from '../reading/urgency.ts';
import type { JoinedLetters } from './join.ts';

/** One field as `npm run ingest -- --json` prints it. Values of several parts are objects; unreadable parts are null. */
export interface JsonField {
  readonly value: unknown;
  readonly read: string | null;
  readonly line: number | null;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly doubts: readonly {
    readonly kind: string;
    readonly code: string;
    readonly why: string;
    readonly part?: string | undefined;
    readonly readings: readonly { read: string; value: string | null; source: string }[];
  }[];
}

const jsonField = (field: Field<unknown>, value: unknown = field.value): JsonField => ({
  value,
  read: field.read,
  line: field.line,
  confidence: confidenceOf(field),
  doubts: field.doubts.map(({ kind, code, part, readings }) => ({
    kind,
    code,
    why: DOUBT_TEXT[code].en,
    ...(part === undefined ? {} : { part }),
    readings: [...readings],
  })),
});

const inWords = <Key extends string>(
  field: Field<Key>,
  words: Readonly<Record<Key, string>>,
): JsonField => jsonField(field, field.value === null ? null : words[field.value]);

const jsonReference = (field: LetterReading['references'][number]): JsonField =>
  jsonField(
    field,
    field.value && {
      ...field.value,
      urgency: field.value.urgency === null ? null : URGENCY_WORDS[field.value.urgency],
    },
  );

const jsonLetter = (letter: LetterReading) => ({
  level: jsonField(letter.level),
  issuer: jsonField(letter.issuer),
  number: jsonField(letter.number),
  date: jsonField(letter.date),
  subject: jsonField(letter.subject),
  to: letter.to.map((field) => jsonField(field)),
  references: letter.references.map(jsonReference),
  cancels: letter.cancels.map(jsonReference),
  attachments: letter.attachments.map(({ field }) => jsonField(field)),
  urgency: inWords(letter.urgency, URGENCY_WORDS),
  secrecy: inWords(letter.secrecy, SECRECY_WORDS),
  signatory: jsonField(letter.signatory),
  stamps: letter.stamps.map((field) => jsonField(field)),
  deadlines: letter.deadlines.map((field) => jsonField(field)),
  circular: jsonField(letter.circular),
});

/** The reading of a set of letters as one JSON object; `redactions` counts the personal data taken out. */
export const readingToJson = (
  { letters, conflicts, drift }: JoinedLetters,
  redactions: number,
) => ({
  letters: letters.map(jsonLetter),
  conflicts,
  drift,
  redactions,
});
