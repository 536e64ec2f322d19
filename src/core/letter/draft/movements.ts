import { MOVEMENT_COLUMNS, type MovementColumn } from '../../tracking/movement.ts';
import type { Chain } from '../joining/chain.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import { ALLOWED, oneLine } from './raw-fact.ts';
import { issuerId, type Known, rawAddressee, UNKNOWN_OFFICE } from './raw-letter.ts';

/** One row of movements.csv, cells as text. */
export type MovementRow = Readonly<Record<MovementColumn, string>>;

const empty = Object.fromEntries(MOVEMENT_COLUMNS.map((name) => [name, ''])) as MovementRow;

const sentRow = (
  letter: LetterReading,
  key: string,
  known: Known,
): Omit<MovementRow, 'no'> | null => {
  const office = issuerId(letter, known);
  const to = letter.to.flatMap(({ value }) => {
    const addressee = value === null ? null : rawAddressee(value, known, office);
    return addressee?.group ?? addressee?.office ?? [];
  });
  // A movement needs an office that sent it and somebody it went to: what is not known is not recorded.
  if (office === UNKNOWN_OFFICE || to.length === 0) return null;
  const mark = (part: 'number' | 'date', isWhole: boolean): string | null => {
    const { doubts } = letter[part];
    if (doubts.length === 0 && isWhole) return null;
    const isCited =
      isWhole &&
      doubts.some(({ kind }) => kind === 'cited') &&
      doubts.every(({ kind }) => kind !== 'conflict');
    return isCited ? `${part}:cited` : part;
  };
  const conflicting = letter.number.doubts.some(({ kind }) => kind === 'conflict');
  const number =
    !conflicting && letter.number.value !== null && ALLOWED.number(letter.number.value)
      ? letter.number.value
      : '';
  const dateConflict = letter.date.doubts.some(({ kind }) => kind === 'conflict');
  // Nothing was sent on a day that has not come yet.
  const isToCome = letter.date.doubts.some(({ code }) => code === 'after-today');
  const date =
    (isToCome ? null : dateConflict ? letter.date.value?.slice(0, 7) : letter.date.value) ?? '';
  const doubt = [mark('number', number !== ''), mark('date', date.length === 10)].filter(
    (one) => one !== null,
  );
  const read = [letter.number, letter.date]
    .filter(({ doubts }) => doubts.length > 0)
    .map((field) => oneLine(field.read));
  return {
    ...empty,
    kind: 'sent',
    office,
    date,
    number,
    to: [...new Set(to)].join(';'),
    read: doubt.length === 0 ? '' : read.filter(Boolean).join('; '),
    doubt: doubt.join(' '),
    source: key,
  };
};

const officeInStamp = (name: string | null, known: Known): string | undefined => {
  const match =
    /(?:ศาลากลาง|ที่ทำการ\S*|สำนักงาน\S*)?(จังหวัด\s?[ก-\u0E4E]+)|ที่ว่าการ(อำเภอ[ก-\u0E4E]+(?:\s+จังหวัด[ก-\u0E4E]+)?)/.exec(
      name ?? '',
    );
  const office = match?.[1] ?? match?.[2];
  return office === undefined ? undefined : known.officeOf(office.replace(/\s+(?!จังหวัด)/g, ''));
};

/** Rows for the receipt stamps of a letter: by the office that a stamp names, else by the one that passed the letter on. */
const receivedRows = (
  letter: LetterReading,
  key: string,
  passedOnBy: readonly string[],
  known: Known,
): Omit<MovementRow, 'no'>[] =>
  letter.stamps.flatMap(({ value, doubts, read }) => {
    const named = officeInStamp(value?.office ?? null, known);
    const [only, ...others] = [...new Set(passedOnBy)];
    const office = named ?? (others.length === 0 ? only : undefined);
    if (!value || office === undefined || office === UNKNOWN_OFFICE) return [];
    const doubted = new Set(
      doubts.flatMap(({ part }) =>
        part === 'date' || part === 'time' || part === 'number' ? [part] : [],
      ),
    );
    const isVague = doubts.some(({ part }) => part === undefined);
    if (named === undefined) doubted.add('office');
    if (value.date === null || value.date.length < 10 || isVague) doubted.add('date');
    if (value.number === null || isVague) doubted.add('number');
    if (value.time !== null && isVague) doubted.add('time');
    // A day before the letter's own, or one to come, is no day on which it came in.
    const isNone = doubts.some(({ code }) => code === 'before-letter' || code === 'after-today');
    return [
      {
        ...empty,
        kind: 'received',
        office,
        date: isNone ? '' : (value.date ?? ''),
        time: value.time ?? '',
        number: value.number ?? '',
        desk: oneLine(value.office) ?? '',
        read: doubted.size === 0 ? '' : (oneLine(read) ?? ''),
        doubt: ['office', 'date', 'time', 'number'].filter((name) => doubted.has(name)).join(' '),
        source: key,
      },
    ];
  });

/** The movements that the letters of a chain mention, in the order in which it runs: each sent, then where it was stamped. */
export const movementRows = (
  letters: readonly LetterReading[],
  chain: Chain,
  keys: ReadonlyMap<number, string>,
  known: Known,
): MovementRow[] => {
  const members = [chain.original, ...chain.links.map(({ covering }) => covering)];
  const rows = members.flatMap((at) => {
    const letter = letters[at] as LetterReading;
    const key = keys.get(at) as string;
    const passedOnBy = chain.links
      .filter(({ passesOn }) => passesOn === at)
      .map(({ covering }) => issuerId(letters[covering] as LetterReading, known));
    return [sentRow(letter, key, known), ...receivedRows(letter, key, passedOnBy, known)];
  });
  return rows
    .filter((row) => row !== null)
    .map((row, index) => ({ ...row, no: String(index + 1) }));
};
