import { formatEnglishDuration } from '#core/letter/duration.ts';
import type { JoinedLetters } from '#core/letter/joining/join.ts';
import { DOUBT_TEXT } from '#core/letter/reading/doubt-text.ts';
import { CHECK_BELOW, confidenceOf, type Field } from '#core/letter/reading/field.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import { SECRECY_WORDS, URGENCY_WORDS } from '#core/letter/reading/urgency.ts';
import { formatDueDay } from '#i18n/en/due-day.ts';
import type { IngestReading } from './read.ts';

interface Row {
  readonly name: string;
  readonly field: Field<unknown>;
  readonly text: string | null;
}

const shorten = (text: string, most = 88): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

const referenceText = (field: LetterReading['references'][number]): string | null => {
  const { value } = field;
  if (!value) return null;
  if (value.title !== null) return [value.title, value.date].filter(Boolean).join(' · ');
  const urgency = value.urgency === null ? null : URGENCY_WORDS[value.urgency];
  const number = value.number ?? (value.issuer === null ? value.subject : null) ?? '(number ?)';
  return [value.issuer, urgency, number, value.date ?? '(date ?)'].filter(Boolean).join(' · ');
};

const COUNTED_FROM = {
  receipt: 'from receipt',
  letter: 'from the date of the letter',
  other: 'from what the letter names',
} as const;

const deadlineText = (field: LetterReading['deadlines'][number]): string | null => {
  const { value, read } = field;
  if (!value) return read;
  const { kind, from, to, time, within, workdays, countedFrom, every, due } = value;
  if (every !== null && due !== null) {
    const span = (from ?? to) ? `${from ?? '?'} to ${to ?? '?'}` : null;
    return [kind, formatDueDay(every, due), span, time].filter(Boolean).join(' ');
  }
  if (within !== null) {
    const counted = countedFrom === null ? 'from when is not stated' : COUNTED_FROM[countedFrom];
    return `${kind} ${formatEnglishDuration(within, workdays)}, ${counted}`;
  }
  const days = from === null ? to : `${from} to ${to}`;
  return [kind, days, time].filter(Boolean).join(' ');
};

/** A degree in words; of one that is not printed, which by the Regulation is the lowest, that it is not. */
const degree = <Degree extends string>(
  name: string,
  field: Field<Degree>,
  words: Readonly<Record<Degree, string>>,
): Row => {
  const { value, read } = field;
  const text = value && (read === null ? `${words[value]} (none is printed)` : words[value]);
  return { name, field, text };
};

const isUnderSeal = ({ value, doubts }: LetterReading['signatory']): boolean =>
  value === null && doubts.length === 0;

const rowsOf = (letter: LetterReading): Row[] => {
  const plain = (name: string, field: Field<string>): Row => ({ name, field, text: field.value });
  const list = <T>(
    name: string,
    fields: readonly Field<T>[],
    text: (field: Field<T>) => string | null,
  ): Row[] => fields.map((field) => ({ name, field, text: text(field) }));
  const { signatory } = letter;
  const signed = [signatory.value?.name, signatory.value?.post, signatory.value?.onBehalfOf];
  return [
    plain('issuer', letter.issuer),
    plain('number', letter.number),
    plain('date', letter.date),
    plain('subject', letter.subject),
    ...list('to', letter.to, ({ value }) => value),
    ...list('reference', letter.references, referenceText),
    ...list('cancels', letter.cancels, referenceText),
    ...list(
      'attachment',
      letter.attachments.map(({ field }) => field),
      ({ value }) => value,
    ),
    degree('urgency', letter.urgency, URGENCY_WORDS),
    degree('secrecy', letter.secrecy, SECRECY_WORDS),
    {
      name: 'signed',
      field: signatory,
      text: isUnderSeal(signatory) ? 'under seal' : signed.filter(Boolean).join(' · ') || null,
    },
    ...list(
      'stamp',
      letter.stamps,
      ({ value }) =>
        value &&
        [
          value.office ?? '(office ?)',
          value.number ?? '(number ?)',
          value.date ?? '(date ?)',
          value.time,
        ]
          .filter(Boolean)
          .join(' · '),
    ),
    ...list('deadline', letter.deadlines, deadlineText),
    {
      name: 'circular',
      field: letter.circular,
      text: letter.circular.value === null ? null : String(letter.circular.value),
    },
  ];
};

const doubtLines = ({ doubts }: Field<unknown>): string[] =>
  doubts.map(({ code, part, readings }) => {
    const offered = readings
      .map(
        ({ read, value, source }) =>
          `${shorten(read, 44)}${value === null ? '' : ` = ${shorten(value, 44)}`}${source === 'letter' ? '' : ` (${source})`}`,
      )
      .join('; ');
    return `             ${part ? `${part}: ` : ''}${DOUBT_TEXT[code].en}${offered ? `: ${offered}` : ''}`;
  });

/** Whether a person has to look at a field; a seal in place of a signature leaves nothing open. */
const isUnsure = (field: Field<unknown>): boolean =>
  confidenceOf(field) < CHECK_BELOW || (field.value === null && field.doubts.length > 0);

const rowLines = ({ name, field, text }: Row): string[] => {
  const mark = isUnsure(field) ? '?' : ' ';
  const line = field.line === null ? '' : `  line ${field.line}`;
  return [
    `${mark} ${name.padEnd(10)} ${text === null ? '-' : shorten(text.replace(/\s+/g, ' '))}${line}`,
    ...doubtLines(field),
  ];
};

const letterTitle = ({ joined, files }: IngestReading, at: number): string => {
  const letter = joined.letters[at] as LetterReading;
  const link = joined.chains.flatMap(({ links }) => links).find(({ covering }) => covering === at);
  const first = joined.copies.get(at);
  const role =
    first !== undefined
      ? `another copy of letters[${first}]`
      : link
        ? `passes on letters[${link.passesOn}]`
        : 'original';
  return `letters[${at}]  ${files[at]} lines ${letter.firstLine}-${letter.lastLine}  ${letter.level.value ?? 'level unknown'}, ${role}`;
};

const comparisons = ({ conflicts, drift }: JoinedLetters): string[] => [
  ...conflicts.map(
    ({ field, letter, readings }) =>
      `conflict: letters[${letter}] ${field}\n${readings.map(({ read, source }) => `             ${source}: ${shorten(read)}`).join('\n')}`,
  ),
  ...drift.map(
    ({ letter, original, here, there, about }) =>
      `drift: letters[${letter}] has ${here.read}${here.line === null ? '' : ` (line ${here.line})`}, letters[${original}] has ${there.read}${there.line === null ? '' : ` (line ${there.line})`}${about ? `\n             …${about}` : ''}`,
  ),
];

/** What an editor looks at first: the fields on which the identity of a letter rests, then all others in doubt. */
const checkFirst = ({ letters }: JoinedLetters): string[] => {
  const weight = ['number', 'date', 'issuer', 'to', 'subject', 'deadline', 'cancels', 'secrecy'];
  const doubtful = letters.flatMap((letter, at) =>
    rowsOf(letter)
      .filter(({ field }) => field.doubts.length > 0)
      .map(({ name, field }) => ({ at, name, line: field.line, rank: weight.indexOf(name) })),
  );
  return doubtful
    .sort((a, b) => (a.rank < 0 ? 99 : a.rank) - (b.rank < 0 ? 99 : b.rank) || a.at - b.at)
    .slice(0, 8)
    .map(
      ({ at, name, line }, index) =>
        `  ${index + 1}. letters[${at}] ${name}${line === null ? '' : ` (line ${line})`}`,
    );
};

/** What was done about personal data in texts that could be read; of others nothing is known. */
const personalData = ({ redactions }: IngestReading): string =>
  redactions === 0
    ? 'No personal data was found in the text.'
    : `Personal data taken out: ${redactions}.`;

/** The reading as a person wants it in a terminal: a table of fields with their doubts, then what to check first. */
export const reportReading = (reading: IngestReading): string[] => {
  const { joined } = reading;
  const tables = joined.letters.flatMap((letter, at) => [
    '',
    letterTitle(reading, at),
    ...rowsOf(letter).flatMap(rowLines),
  ]);
  const compared = comparisons(joined);
  const first = checkFirst(joined);
  const notes = reading.notes.map(({ file, note }) => `note: ${file}: ${note}`);
  return [
    ...tables,
    ...(notes.length > 0 ? ['', ...notes] : []),
    ...(compared.length > 0 ? ['', ...compared] : []),
    ...(first.length > 0 ? ['', 'Check first against the original:', ...first] : []),
    ...(joined.letters.length > 0 ? ['', personalData(reading)] : []),
  ];
};
