import { sameData } from '../draft/same-data.ts';
import type { Reading } from '../fact.ts';
import { doubt, type Field, type FieldDoubt, withDoubts } from '../reading/field.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import { printedPart, type Reference } from '../reading/reference-field.ts';
import type { Signature } from '../reading/signature-field.ts';
import { squeeze } from '../reading/spelling.ts';
import { type Compared, type Conflict, sourceOf } from './compare.ts';
import type { Copies } from './same-letter.ts';

type Report = (field: string, readings: readonly Reading<string>[]) => void;

/** Two copies of one letter: the one that stands for both, and another; places are those in the set. */
interface Pair {
  readonly own: LetterReading;
  readonly at: number;
  readonly other: LetterReading;
  readonly from: number;
  readonly report: Report;
}

const keyOf = (value: unknown): string => squeeze(JSON.stringify(value) ?? '');

const readingOf = (field: Field<unknown>, at: number): Reading<string> => ({
  read: field.read ?? '',
  value: typeof field.value === 'string' ? field.value : null,
  source: sourceOf(at),
});

// Letters are joined anew after answers: a doubt that a field has from the first time is not added again.
const doubted = <T>(field: Field<T>, added: FieldDoubt): Field<T> =>
  field.doubts.some((one) => sameData(one, added)) ? field : withDoubts(field, [added]);

/** A fact of both copies: the one reading where only one has it, the fuller one of a date, else a conflict. */
const oneFact = <T extends string>(
  name: string,
  [own, other]: readonly [Field<T>, Field<T>],
  { at, from, report }: Pair,
): Field<T> => {
  if (other.value === null || keyOf(own.value) === keyOf(other.value)) return own;
  const readings = [readingOf(own, at), readingOf(other, from)];
  const isPart = name === 'date' && own.value !== null && other.value.startsWith(own.value);
  if (own.value === null || isPart) {
    const unclear = doubt('unclear', 'copies-disagree', readings);
    return { ...doubted(other, unclear), line: own.line };
  }
  if (name === 'date' && own.value.startsWith(other.value)) return own;
  report(name, readings);
  return doubted(own, doubt('conflict', 'copies-disagree', readings));
};

/** A list of both copies: what only one of them has is in doubt, and nothing is left out. */
const oneList = <T>(
  name: string,
  [own, other]: readonly [readonly Field<T>[], readonly Field<T>[]],
  { at, from, report }: Pair,
  isSame: (a: Field<T>, b: Field<T>) => boolean = (a, b) =>
    a.value === null ? keyOf(a.read) === keyOf(b.read) : keyOf(a.value) === keyOf(b.value),
): Field<T>[] => {
  const lone = (field: Field<T>, place: number, index: number): Field<T> => {
    const readings = [readingOf(field, place)];
    report(`${name}[${index}]`, readings);
    return doubted(field, doubt('unclear', 'copies-disagree', readings));
  };
  const kept = own.map((field, index) =>
    other.some((one) => isSame(field, one)) ? field : lone(field, at, index),
  );
  const added = other
    .filter((field) => !own.some((one) => isSame(one, field)))
    .map((field, index) => ({ ...lone(field, from, own.length + index), line: null }));
  return [...kept, ...added];
};

const PARTS = ['number', 'date'] as const;

const isNear = (a: Reference | null, b: Reference | null): boolean =>
  a !== null &&
  b !== null &&
  a.issuer === b.issuer &&
  keyOf(a.title) === keyOf(b.title) &&
  PARTS.some((part) => a[part] !== null && a[part] === b[part]);

/** References of both copies; one that they cite with another number or day is one reference with a conflict. */
const oneReferenceList = (
  name: string,
  [own, other]: readonly [readonly Field<Reference>[], readonly Field<Reference>[]],
  pair: Pair,
): Field<Reference>[] => {
  const { at, from, report } = pair;
  const isSame = (a: Field<Reference>, b: Field<Reference>): boolean =>
    a.value === null || b.value === null
      ? keyOf(a.read) === keyOf(b.read)
      : PARTS.every((part) => a.value?.[part] === b.value?.[part]) &&
        a.value.issuer === b.value.issuer &&
        keyOf(a.value.title) === keyOf(b.value.title);
  const compared = own.map((field, index) => {
    if (other.some((one) => isSame(field, one))) return field;
    const near = other.find(
      (one) => isNear(field.value, one.value) && !own.some((mine) => isSame(mine, one)),
    );
    if (!near) return field;
    return PARTS.reduce((changed, part) => {
      if (field.value?.[part] === near.value?.[part]) return changed;
      const readings = [
        {
          read: printedPart(field, part) ?? '',
          value: field.value?.[part] ?? null,
          source: sourceOf(at),
        },
        {
          read: printedPart(near, part) ?? '',
          value: near.value?.[part] ?? null,
          source: sourceOf(from),
        },
      ];
      report(`${name}[${index}].${part}`, readings);
      return doubted(changed, doubt('conflict', 'copies-disagree', readings, part));
    }, field);
  });
  return oneList(name, [compared, other], pair, (a, b) => isSame(a, b) || isNear(a.value, b.value));
};

const oneSignature = ({ own, at, other, from, report }: Pair): Field<Signature> => {
  const [mine, theirs] = [own.signatory, other.signatory];
  if (theirs.value === null) return mine;
  if (mine.value === null) return { ...theirs, line: mine.line };
  const [here, there] = [mine.value, theirs.value];
  return (['name', 'post', 'onBehalfOf'] as const).reduce((field, part) => {
    const [value, said] = [here[part], there[part]];
    if (said === null || keyOf(value) === keyOf(said)) return field;
    const readings = [
      { read: value ?? '', value, source: sourceOf(at) },
      { read: said, value: said, source: sourceOf(from) },
    ];
    report(`signatory.${part}`, readings);
    return doubted(
      field,
      part === 'name'
        ? doubt(value === null ? 'unclear' : 'conflict', 'copies-disagree', readings, part)
        : doubt('unclear', 'copies-disagree', readings, part),
    );
  }, mine);
};

const united = (pair: Pair): LetterReading => {
  const { own, other } = pair;
  const isSameItem = (a: Field<string>, b: Field<string>) =>
    keyOf(a.value ?? a.read) === keyOf(b.value ?? b.read);
  const countOf = new Map(
    [...other.attachments, ...own.attachments].map(({ field, copies }) => [
      keyOf(field.value ?? field.read),
      copies,
    ]),
  );
  const attachments = oneList(
    'attachments',
    [own.attachments.map(({ field }) => field), other.attachments.map(({ field }) => field)],
    pair,
    isSameItem,
  );
  // Each copy bears the stamps of the offices that it came through.
  const stamped = new Set(own.stamps.map(({ value }) => keyOf(value)));
  return {
    ...own,
    level: own.level.value === null ? { ...other.level, line: own.level.line } : own.level,
    number: oneFact('number', [own.number, other.number], pair),
    date: oneFact('date', [own.date, other.date], pair),
    subject: oneFact('subject', [own.subject, other.subject], pair),
    to: oneList('to', [own.to, other.to], pair, isSameItem),
    references: oneReferenceList('references', [own.references, other.references], pair),
    cancels: oneReferenceList('cancels', [own.cancels, other.cancels], pair),
    attachments: attachments.map((field) => ({
      field,
      copies: countOf.get(keyOf(field.value ?? field.read)) ?? null,
    })),
    urgency: oneFact('urgency', [own.urgency, other.urgency], pair),
    signatory: oneSignature(pair),
    stamps: [
      ...own.stamps,
      ...other.stamps
        .filter(({ value }) => !stamped.has(keyOf(value)))
        .map((field) => ({ ...field, line: null })),
    ],
    deadlines: oneList('deadlines', [own.deadlines, other.deadlines], pair),
    addresses: [...new Set([...own.addresses, ...other.addresses])],
  };
};

/**
 * Puts what the copies of each letter say into the first of them. What they say otherwise is a conflict, or in doubt where a
 * letter can say both; nothing is chosen. The copies themselves stay as they were read.
 */
export const uniteCopies = (letters: readonly LetterReading[], copies: Copies): Compared => {
  const all = [...letters];
  const conflicts: Conflict[] = [];
  for (const [from, at] of copies) {
    const report: Report = (field, readings) => conflicts.push({ field, letter: at, readings });
    const [own, other] = [all[at] as LetterReading, letters[from] as LetterReading];
    all[at] = united({ own, at, other, from, report });
  }
  return { letters: all, conflicts };
};
