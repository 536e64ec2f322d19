import type { DoubtCode, Field, FieldDoubt } from '#core/letter/reading/field.ts';
import { doubt, offer, withDoubts } from '#core/letter/reading/field.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import type { Reference } from '#core/letter/reading/reference-field.ts';
import { type SeenLine, seenLines } from './field-places.ts';
import type { ScanDocument } from './scan-document.ts';
import type { ScanDoubt, ScannedLine } from './scanned-page.ts';

const ofReadings = ({ rule }: ScanDoubt): boolean => rule === undefined;

/** What a line would say by the reading at a place of the list; the first is what was taken. */
const asRead = ({ text, doubts: all }: ScannedLine, reader: number): string => {
  const doubts = all.filter(ofReadings);
  const whole = doubts.find(({ from, to }) => from === 0 && to === text.length);
  if (whole) return (whole.readings[reader] ?? text).trim();
  let result = text;
  for (const { from, to, readings } of doubts.toSorted((a, b) => b.from - a.from)) {
    const other = readings[reader];
    if (other !== undefined) result = result.slice(0, from) + other + result.slice(to);
  }
  return result.trim();
};

/** The lines as each reading has them, without repeats. */
const alternatives = (seen: readonly SeenLine[]): string[] => {
  const readers = Math.max(
    1,
    ...seen.flatMap(({ line }) =>
      line.doubts.filter(ofReadings).map(({ readings }) => readings.length),
    ),
  );
  const texts = Array.from({ length: readers }, (_, reader) =>
    seen.map(({ line }) => asRead(line, reader)).join(' '),
  );
  return [...new Set(texts)];
};

/** What is at stake in a field: digits alone, as in numbers and dates, or every letter. */
type Stake = 'digits' | 'all';

const NOT_DIGITS = /[ก-ฮเ-ไ]{2,}/;
/** Marks above and below letters, or nothing: no digit, and no letter of a number. */
const MARKS = /^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*$/;

const matters =
  (stake: Stake) =>
  ({ isDigit, readings, rule }: ScanDoubt): boolean =>
    rule === undefined &&
    // In a number or a date words are checked by rules of their own; one letter may be the mark ว or a digit.
    (stake === 'all' ||
      isDigit ||
      !(readings.every((one) => NOT_DIGITS.test(one)) || readings.every((one) => MARKS.test(one))));

const doubtsOf = (seen: readonly SeenLine[], stake: Stake): FieldDoubt[] => [
  ...(seen.some(({ line }) => line.runsOut) ? [doubt('unclear', 'cut-off')] : []),
  ...differencesOf(seen, stake),
  ...(stake === 'all'
    ? breachesOf(seen, 'word', 'misspelled')
    : breachesOf(seen, 'prefix', 'unknown-prefix')),
];

/** Doubts of lines that break a rule, with the line as it may have been meant. Missing dots change no field. */
const breachesOf = (
  seen: readonly SeenLine[],
  rule: NonNullable<ScanDoubt['rule']>,
  code: DoubtCode,
): FieldDoubt[] =>
  seen.flatMap(({ line: { text, doubts } }) =>
    doubts
      .filter((one) => one.rule === rule)
      .map(({ from, to, readings }) =>
        doubt(
          'unclear',
          code,
          readings
            .slice(1)
            .map((meant) => offer(text.slice(0, from) + meant + text.slice(to), null)),
        ),
      ),
  );

const differencesOf = (seen: readonly SeenLine[], stake: Stake): FieldDoubt[] => {
  const found = seen.filter(({ line }) => line.doubts.some(matters(stake)));
  if (found.length === 0) return [];
  const differs = found.some(({ line }) =>
    line.doubts.some(({ readings }) => new Set(readings).size > 1),
  );
  const code = differs ? 'readings-differ' : 'faint';
  return [
    doubt(
      'unclear',
      code,
      alternatives(seen).map((text) => offer(text, null)),
    ),
  ];
};

/** A field with more doubts; those of rules that the reader of letters keeps as well are said once. */
const withScan = <T>(field: Field<T>, more: readonly FieldDoubt[]): Field<T> =>
  withDoubts(
    field,
    more.filter(
      ({ code }) =>
        (code !== 'unknown-prefix' && code !== 'misspelled') ||
        !field.doubts.some((one) => one.code === code),
    ),
  );

/**
 * A field without the doubt of a text that is poor as a whole: on a scan the lines above the running text are read by several
 * readers, and what these agree on is as sure on a copy whose running text lost marks.
 */
const withoutPoorText = <T>(field: Field<T>, document: ScanDocument): Field<T> =>
  seenLines(field, document).length === 0
    ? field
    : { ...field, doubts: field.doubts.filter(({ code }) => code !== 'damaged-scan') };

/** One field with what its scan leaves in doubt, of which every letter matters. */
export const fieldWithScanDoubts = <T>(field: Field<T>, document: ScanDocument): Field<T> =>
  withScan(field, doubtsOf(seenLines(field, document), 'all'));

/**
 * A letter with what its scan leaves in doubt: every field that was read from a part of a line on which readings don't agree,
 * or of which the reader was not sure, has that doubt, with each of the readings. Nothing is decided between them.
 */
export const withScanDoubts = (letter: LetterReading, document: ScanDocument): LetterReading => {
  const doubted =
    (stake: Stake) =>
    <T>(field: Field<T>): Field<T> =>
      withScan(field, doubtsOf(seenLines(field, document), stake));
  const [digits, all] = [doubted('digits'), doubted('all')];
  const ofHead = <T>(field: Field<T>): Field<T> => withoutPoorText(field, document);
  // Of a letter its digits matter, by which it is found; of what is none its title is all there is.
  const reference = (field: Field<Reference>): Field<Reference> =>
    field.value?.title ? all(field) : digits(field);
  return {
    ...letter,
    issuer: all(letter.issuer),
    number: digits(ofHead(letter.number)),
    date: digits(ofHead(letter.date)),
    subject: all(ofHead(letter.subject)),
    to: letter.to.map((one) => all(ofHead(one))),
    references: letter.references.map(reference),
    cancels: letter.cancels.map(digits),
    attachments: letter.attachments.map((one) => ({ ...one, field: all(one.field) })),
    urgency: all(letter.urgency),
    signatory: all(letter.signatory),
    stamps: letter.stamps.map(all),
    deadlines: letter.deadlines.map(digits),
  };
};
