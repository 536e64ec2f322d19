import type { Field } from '#core/letter/reading/field.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import { URGENCY_WORDS } from '#core/letter/reading/urgency.ts';
import { scoreDeadlines } from './score-deadlines.ts';
import { addOutcome, type Score, squeezed } from './tally.ts';
import type { Truth } from './truth.ts';

/** Counts one field. `value` is the reading as text, compared with the truth without regard to white space and digits. */
export const count = (
  score: Score,
  name: string,
  field: Pick<Field<unknown>, 'doubts'> | null,
  value: string | null,
  truth: string,
  where: string,
): void => {
  const isMissing = field === null || field.doubts.some(({ code }) => code === 'missing');
  const outcome =
    field === null || (value === null && isMissing)
      ? 'missed'
      : field.doubts.length > 0
        ? 'doubtful'
        : value !== null && squeezed(value) === squeezed(truth)
          ? 'right'
          : 'wrong';
  const codes = field?.doubts.map(({ code }) => code).join(' ');
  addOutcome(
    score,
    name,
    outcome,
    () => `${where} ${name}: read ${value}${codes ? ` (${codes})` : ''}, truly ${truth}`,
  );
};

const referenceOf = (value: { number: string | null; date: string | null } | null): string =>
  `${value?.number ?? '?'} ${value?.date ?? '?'}`;

/** Fields of a list beside the truths, in order; what is too much is wrong, what is missing is missed. */
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

/** Who wrote a cited letter and what about, where both letters name it. */
const countCited = (
  score: Score,
  reading: LetterReading | undefined,
  { references }: Truth,
  where: string,
): void => {
  references.forEach(({ issuer, subject }, at) => {
    const field = reading?.references[at];
    if (!field?.value) return;
    // What is in doubt about number or date says nothing about these.
    const doubts = field.doubts.filter(({ part }) => part !== 'number' && part !== 'date');
    const own = { doubts };
    if (issuer !== undefined) count(score, 'ref. issuer', own, field.value.issuer, issuer, where);
    if (subject && field.value.subject === null) {
      addOutcome(score, 'ref. subject', 'missed', () => `${where} ref. subject: truly ${subject}`);
    } else if (subject) {
      count(score, 'ref. subject', own, field.value.subject, subject, where);
    }
    if (subject === null && field.value.subject !== null) {
      count(score, 'ref. subject', own, field.value.subject, '(nothing)', where);
    }
  });
};

const countSignatory = (
  score: Score,
  reading: LetterReading | undefined,
  { signatory, rank }: Truth,
  where: string,
): void => {
  const field = reading?.signatory ?? null;
  const name = field?.value?.name ?? null;
  const bare = rank === undefined ? signatory : signatory.slice(rank.length).trim();
  const isBare = name !== null && squeezed(name) === squeezed(bare);
  count(score, 'signatory', field, name, isBare ? bare : signatory, where);
};

/** What a letter under seal does not have: a reading may find neither, and says of the subject why. */
const countUnsaid = (score: Score, reading: LetterReading | undefined, where: string): void => {
  const { subject, signatory } = reading ?? {};
  const isNone = subject?.doubts.some(({ code }) => code === 'no-subject') ?? false;
  const shown = subject === undefined ? null : isNone ? '(none)' : subject.value;
  count(score, 'subject', subject ? { doubts: [] } : null, shown, '(none)', where);
  const signed = signatory?.value ? (signatory.value.name ?? '(a post)') : '(none)';
  count(score, 'signatory', signatory ?? null, signed, '(none)', where);
};

/** Scores one reading against the truth of a made-up letter; undefined where no letter was read. */
export const scoreLetter = (
  score: Score,
  reading: LetterReading | undefined,
  truth: Truth,
  where: string,
): void => {
  const plain = (name: string, field: Field<string> | undefined, expected: string) =>
    count(score, name, field ?? null, field?.value ?? null, expected, where);
  if (truth.level !== null) plain('level', reading?.level, truth.level);
  plain('issuer', reading?.issuer, truth.issuer);
  plain('number', reading?.number, truth.number);
  plain('date', reading?.date, truth.date);
  if (truth.isSealed) countUnsaid(score, reading, where);
  else plain('subject', reading?.subject, truth.subject);
  countList(score, 'to', reading?.to ?? [], (value) => value, truth.to, where);
  for (const [name, fields, truths] of [
    ['reference', reading?.references, truth.references],
    ['cancels', reading?.cancels, truth.cancels],
  ] as const) {
    countList(score, name, fields ?? [], referenceOf, truths.map(referenceOf), where);
  }
  countCited(score, reading, truth, where);
  const attachments = (reading?.attachments ?? []).map(({ field }) => field);
  countList(score, 'attachment', attachments, (value) => value, truth.attachments, where);
  if (truth.urgency !== null) {
    const urgency = reading?.urgency ?? null;
    const word = urgency?.value ? URGENCY_WORDS[urgency.value] : null;
    count(score, 'urgency', urgency, word, truth.urgency, where);
  }
  if (!truth.isSealed) countSignatory(score, reading, truth, where);
  countList(
    score,
    'stamp',
    reading?.stamps ?? [],
    ({ number, date }) => `${number} ${date}`,
    truth.stamps.map(({ number, date }) => `${number} ${date}`),
    where,
  );
  scoreDeadlines(score, reading?.deadlines ?? [], truth.deadlines, where);
  if (truth.circular !== null) {
    const circular = reading?.circular ?? null;
    const value = circular?.value == null ? null : String(circular.value);
    count(score, 'circular', circular, value, String(truth.circular), where);
  }
};
