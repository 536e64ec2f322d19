import type { Field } from '#core/letter/reading/field.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import { URGENCY_WORDS } from '#core/letter/reading/urgency.ts';
import type { Truth } from './generate.ts';

/** right: the true value, no doubt. doubtful: marked for checking. wrong: another value, no doubt. missed: not found at all. */
export type Outcome = 'right' | 'doubtful' | 'wrong' | 'missed';

/** Counts of outcomes for one kind of field. */
export type Tally = Record<Outcome, number>;

export interface Score {
  readonly tallies: Map<string, Tally>;
  /** What was wrong without doubt, told so that it can be looked up. */
  readonly wrong: string[];
}

export const newScore = (): Score => ({ tallies: new Map(), wrong: [] });

const squeezed = (text: string): string => text.replace(/\s+/g, '').replace(/[–—]/g, '-');

/** Counts one field. `value` is the reading as text, compared with the truth without regard to white space. */
export const count = (
  score: Score,
  name: string,
  field: Pick<Field<unknown>, 'doubts'> | null,
  value: string | null,
  truth: string,
  where: string,
): void => {
  const tally = score.tallies.get(name) ?? { right: 0, doubtful: 0, wrong: 0, missed: 0 };
  score.tallies.set(name, tally);
  const isMissing = field === null || field.doubts.some(({ code }) => code === 'missing');
  if (field === null || (value === null && isMissing)) tally.missed++;
  else if (field.doubts.length > 0) tally.doubtful++;
  else if (value !== null && squeezed(value) === squeezed(truth)) tally.right++;
  else {
    tally.wrong++;
    score.wrong.push(`${where} ${name}: read ${value}, truly ${truth}`);
  }
};

const referenceOf = (value: { number: string | null; date: string | null } | null): string =>
  `${value?.number ?? '?'} ${value?.date ?? '?'}`;

/** Fields of a list beside the truths, in order; what is too much is wrong, what is lacking is missed. */
const countList = <T>(
  score: Score,
  name: string,
  fields: readonly Field<T>[],
  text: (value: T) => string | null,
  truths: readonly string[],
  where: string,
): void => {
  truths.forEach((truth, index) => {
    const field = fields[index] ?? null;
    count(score, name, field, field?.value == null ? null : text(field.value), truth, where);
  });
  for (const extra of fields.slice(truths.length)) {
    count(score, name, extra, extra.value === null ? null : text(extra.value), '(nothing)', where);
  }
};

/** Scores one reading against the truth of a made-up letter. */
export const scoreLetter = (
  score: Score,
  reading: LetterReading | undefined,
  truth: Truth,
  where: string,
): void => {
  const plain = (name: string, field: Field<string> | undefined, expected: string) =>
    count(score, name, field ?? null, field?.value ?? null, expected, where);
  plain('level', reading?.level, truth.level);
  plain('issuer', reading?.issuer, truth.issuer);
  plain('number', reading?.number, truth.number);
  plain('date', reading?.date, truth.date);
  plain('subject', reading?.subject, truth.subject);
  countList(score, 'to', reading?.to ?? [], (value) => value, truth.to, where);
  const references = truth.references.map(referenceOf);
  countList(score, 'reference', reading?.references ?? [], referenceOf, references, where);
  countList(
    score,
    'cancels',
    reading?.cancels ?? [],
    referenceOf,
    truth.cancels.map(referenceOf),
    where,
  );
  const attachments = (reading?.attachments ?? []).map(({ field }) => field);
  countList(score, 'attachment', attachments, (value) => value, truth.attachments, where);
  const urgency = reading?.urgency ?? null;
  count(
    score,
    'urgency',
    urgency,
    urgency?.value ? URGENCY_WORDS[urgency.value] : null,
    truth.urgency,
    where,
  );
  const signatory = reading?.signatory ?? null;
  count(score, 'signatory', signatory, signatory?.value?.name ?? null, truth.signatory, where);
  countList(
    score,
    'stamp',
    reading?.stamps ?? [],
    ({ number, date }) => `${number} ${date}`,
    truth.stamps.map(({ number, date }) => `${number} ${date}`),
    where,
  );
  countList(score, 'deadline', reading?.deadlines ?? [], ({ to }) => to, truth.deadlines, where);
  const circular = reading?.circular ?? null;
  count(
    score,
    'circular',
    circular,
    circular?.value === undefined || circular.value === null ? null : String(circular.value),
    String(truth.circular),
    where,
  );
};

/** A table of outcomes, one field a line, for a terminal. */
export const scoreTable = ({ tallies }: Score): string[] => {
  const row = (name: string, cells: readonly (string | number)[]) =>
    `${name.padEnd(12)}${cells.map((cell) => String(cell).padStart(10)).join('')}`;
  const sum: Tally = { right: 0, doubtful: 0, wrong: 0, missed: 0 };
  const outcomes = Object.keys(sum) as Outcome[];
  const rows = [...tallies].map(([name, tally]) => {
    for (const outcome of outcomes) sum[outcome] += tally[outcome];
    return row(
      name,
      outcomes.map((outcome) => tally[outcome]),
    );
  });
  return [
    row('field', outcomes),
    ...rows,
    row(
      'all',
      outcomes.map((outcome) => sum[outcome]),
    ),
  ];
};
