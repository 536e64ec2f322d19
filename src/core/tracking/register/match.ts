import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import { certain, type Fact, possibleValues } from '#core/letter/fact.ts';
import type { Letter } from '#core/letter/letter.ts';
import { parseLetterNumber } from '#core/letter/number.ts';
import type { SecrecyMark } from '#core/letter/secrecy.ts';
import type { Registry } from '#core/office/registry.ts';
import type { Movement } from '../movement.ts';
import { readRegisterAddressees } from './addressees.ts';
import { type ResolvedDates, resolveDates } from './dates.ts';
import type { RegisterEntry } from './entry.ts';
import { mayBeFrom, type OtherNames } from './sender.ts';

/** A circular with its letters, for finding what a register names. */
export interface KnownCircular {
  readonly id: string;
  readonly circular: Pick<Circular, 'letter'>;
  readonly coveringLetters: readonly CoveringLetter[];
  /** Letters sent that only registers mention, as movements that stand. */
  readonly sent: readonly Movement[];
}

/** A movement before it has a number in a ledger. */
export type UnnumberedMovement = Omit<Movement, 'no'>;

/** Shorter subjects are of too many letters to hint at one. */
const SUBJECT_LENGTH = 10;

export type Verdict = 'matched' | 'doubtful' | 'unknown' | 'refused';

/** What became of one entry. `movement` is there where it is recorded: only of one that is matched. */
export interface MatchedEntry {
  readonly verdict: Verdict;
  readonly circular: string | null;
  /** Why it is not simply matched; empty where it is. */
  readonly reasons: readonly string[];
  readonly movement: UnnumberedMovement | null;
  /** What a person may have recorded of a doubtful entry after looking at it; null where too much is missing. */
  readonly takeable: UnnumberedMovement | null;
}

interface KnownLetter {
  readonly circular: KnownCircular;
  readonly letter: Pick<Letter, 'issuer' | 'number' | 'date'>;
}

/** Finds circulars by the numbers of their letters, and by their subjects. */
export interface LetterFinder {
  readonly byNumber: ReadonlyMap<string, readonly KnownLetter[]>;
  /** By unit and running number alone, for numbers without their prefix. */
  readonly byDigits: ReadonlyMap<string, readonly KnownLetter[]>;
  /** By running number alone. */
  readonly byRunning: ReadonlyMap<string, readonly KnownLetter[]>;
  readonly bySubject: ReadonlyMap<string, readonly KnownCircular[]>;
}

const digitsOf = (unit: string, running: string): string =>
  `${unit.replace(/\D/g, '').replace(/^0+/, '')}/${running}`;

const plainSubject = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\u0e4d\u0e32/g, 'ำ')
    .replace(/[\s"'“”.()]/g, '');

const factOf = (value: string | undefined, isDoubtful: boolean): Fact<string> =>
  value !== undefined && !isDoubtful
    ? certain(value)
    : { value: value ?? null, doubt: { kind: 'unclear', readings: [] } };

const letterOf = ({ office, number, date, doubt }: Movement): KnownLetter['letter'] => ({
  issuer: office,
  number: factOf(number, doubt.number !== undefined),
  date: factOf(date, doubt.date !== undefined),
});

/** Makes the finder once for a whole register. */
export const letterFinder = (circulars: readonly KnownCircular[]): LetterFinder => {
  const byNumber = new Map<string, KnownLetter[]>();
  const byDigits = new Map<string, KnownLetter[]>();
  const byRunning = new Map<string, KnownLetter[]>();
  const bySubject = new Map<string, KnownCircular[]>();
  const add = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
    const known = map.get(key);
    if (known) known.push(value);
    else map.set(key, [value]);
  };
  for (const circular of circulars) {
    const { letter: original } = circular.circular;
    const { coveringLetters, sent } = circular;
    for (const letter of [original, ...coveringLetters, ...sent.map(letterOf)]) {
      for (const number of possibleValues(letter.number)) {
        add(byNumber, number, { circular, letter });
        const parts = parseLetterNumber(number);
        if (!parts) continue;
        add(byDigits, digitsOf(parts.unit, parts.running), { circular, letter });
        add(byRunning, parts.running, { circular, letter });
      }
    }
    for (const subject of new Set(possibleValues(original.subject).map(plainSubject))) {
      if (subject.length >= SUBJECT_LENGTH) add(bySubject, subject, circular);
    }
  }
  return { byNumber, byDigits, byRunning, bySubject };
};

/** Whose register is matched, and against what. */
export interface RegisterContext {
  readonly kind: 'received' | 'sent';
  /** Id of the office that keeps it. */
  readonly office: string;
  /** What movements name as their source: `register:<name>`. */
  readonly source: string;
  readonly finder: LetterFinder;
  readonly registry: Registry;
  /** What registers call some offices besides their names, by their ids. */
  readonly called: OtherNames;
}

const movementOf = (
  entry: RegisterEntry,
  dates: ResolvedDates,
  { kind, office, source, registry }: RegisterContext,
): { readonly movement: UnnumberedMovement | null; readonly lacks: readonly string[] } => {
  const sender = registry.byId.get(office);
  const addressees =
    kind === 'sent' && sender
      ? readRegisterAddressees(entry.to, registry, sender)
      : { to: [], unknown: [] };
  const hasOwnDay = entry.entryDate.doubt !== null || entry.entryDate.readings.length > 0;
  const date = dates.entry ?? (kind === 'sent' && !hasOwnDay ? dates.letter : null);
  const number = kind === 'sent' ? entry.letterNumber : entry.registerNumber;
  const why = entry.entryDate.doubt === null ? '' : ` (${entry.entryDate.doubt})`;
  const lacks = [
    ...(date === null && hasOwnDay ? [`the day on which it was ${kind} cannot be read${why}`] : []),
    ...(date === null && !hasOwnDay ? [`the day on which it was ${kind} is missing`] : []),
    ...(number === null ? ['it has no number in the register'] : []),
    ...(kind === 'sent' && addressees.to.length === 0 ? ['whom it was sent to is not clear'] : []),
    ...addressees.unknown.map((one) => `the addressee "${one}" is not known`),
  ];
  // What a person may take after looking at it: a day that is read in one way only, if with a doubt.
  const [likeliest, ...others] = entry.entryDate.readings;
  const day = date ?? (others.length === 0 ? (likeliest ?? null) : null);
  if (day === null || number === null || (kind === 'sent' && addressees.to.length === 0))
    return { movement: null, lacks };
  const movement = {
    kind,
    office,
    date: day,
    number,
    to: addressees.to,
    doubt: {},
    source,
    ...(entry.time === null ? {} : { time: entry.time }),
    ...(entry.desk === '' ? {} : { desk: entry.desk }),
  };
  return { movement, lacks };
};

/** Circulars whose subject an entry repeats and that are not later than it: a hint for people, never a match. */
const sameSubject = (entry: RegisterEntry, { bySubject }: LetterFinder): KnownCircular[] => {
  const day = entry.entryDate.readings[0] ?? entry.letterDate.readings[0] ?? null;
  return (bySubject.get(plainSubject(entry.subject)) ?? []).filter(
    ({ circular }) =>
      day === null || possibleValues(circular.letter.date).some((one) => one <= day),
  );
};

/**
 * Letters of the very day that the register gives, with the same prefix, unit and running number, where ว was forgotten or
 * is one too many: another number by the rules, so what it finds is in doubt.
 */
const withOtherMark = (
  { letterNumber, letterDate: { value } }: RegisterEntry,
  { byDigits }: LetterFinder,
): readonly KnownLetter[] => {
  const written = letterNumber === null ? null : parseLetterNumber(letterNumber);
  if (written === null || value === null) return [];
  const { prefix, unit, running, circular } = written;
  return (byDigits.get(digitsOf(unit, running)) ?? []).filter(
    ({ letter }) =>
      possibleValues(letter.date).includes(value) &&
      possibleValues(letter.number).some((number) => {
        const parts = parseLetterNumber(number);
        return parts?.prefix === prefix && parts.unit === unit && parts.circular !== circular;
      }),
  );
};

/** Letters of the very day that the register gives, where of the number it has the last part alone ("ว 1541"). */
const withRunningAlone = (
  { partOfNumber: part, letterDate: { value } }: RegisterEntry,
  { byRunning }: LetterFinder,
): readonly KnownLetter[] => {
  if (!part?.running || part.unit !== null || value === null) return [];
  return (byRunning.get(part.running) ?? []).filter(({ letter }) =>
    possibleValues(letter.date).includes(value),
  );
};

const SECRET: Readonly<Record<SecrecyMark, string>> = {
  secret: 'the letter is secret; nothing of it was copied',
  'may-be-secret': 'the letter may be secret; nothing of it was copied',
};

/** Matches one entry of an office's register to a known circular, by number, date and issuer. Nothing is guessed. */
export const matchEntry = (entry: RegisterEntry, context: RegisterContext): MatchedEntry => {
  const { kind, office, finder, registry, called } = context;
  const none = (verdict: Verdict, reason: string): MatchedEntry => {
    return { verdict, circular: null, reasons: [reason], movement: null, takeable: null };
  };
  const unknown = (reason: string): MatchedEntry => {
    const [known, ...more] = sameSubject(entry, finder);
    if (!known || more.length > 0) return none('unknown', reason);
    const reasons = [reason, 'its subject is that of this circular'];
    const { movement } = movementOf(entry, resolveDates(entry, null), context);
    return { verdict: 'doubtful', circular: known.id, reasons, movement: null, takeable: movement };
  };
  if (entry.secrecy !== null) return none('refused', SECRET[entry.secrecy]);
  const { partOfNumber: part } = entry;
  const isPart = entry.letterNumber === null && part?.unit != null && part.running !== null;
  const asWritten = isPart
    ? (finder.byDigits.get(digitsOf(part.unit as string, part.running as string)) ?? [])
    : (finder.byNumber.get(entry.letterNumber ?? '') ?? []);
  const ofThatDay = entry.letterNumber === null ? withRunningAlone : withOtherMark;
  const all = asWritten.length > 0 ? asWritten : ofThatDay(entry, finder);
  if (all.length === 0) {
    const isRead = entry.letterNumber !== null || isPart;
    return unknown(
      isRead ? 'no circular has a letter of this number' : 'the letter number cannot be read',
    );
  }
  const years = entry.letterDate.readings.map((one) => one.slice(0, 4));
  const candidates = all
    .filter(({ letter }) => {
      const dates = possibleValues(letter.date);
      return (
        years.length === 0 ||
        dates.length === 0 ||
        dates.some((date) => years.some((year) => date.startsWith(year)))
      );
    })
    .filter(({ letter }) => (letter.issuer === office) === (kind === 'sent'));
  const [first] = candidates;
  if (!first) return unknown('letters of this number are of another year or office');
  const circulars = new Set(candidates.map(({ circular }) => circular.id));
  if (circulars.size > 1) {
    const ids = [...circulars].join(', ');
    return none('doubtful', `several circulars have a letter of this number: ${ids}`);
  }
  const { letter, circular } = first;
  const dates = resolveDates(entry, letter.date);
  const { movement, lacks } = movementOf(entry, dates, context);
  const isEarly = movement?.date && dates.letter && movement.date < dates.letter;
  const reasons = [
    ...(letter.number.doubt && letter.number.value === null
      ? ['the number is one of several readings']
      : []),
    ...(isPart ? ['the letter number has no prefix'] : []),
    ...(asWritten.length === 0
      ? [`the letter of this day has the number ${possibleValues(letter.number).join(' or ')}`]
      : []),
    ...(dates.doubt === null ? [] : [dates.doubt]),
    ...entry.doubts,
    ...(kind === 'received' && !mayBeFrom(registry, called, entry.from, letter.issuer)
      ? [`the register says it came from "${entry.from}"`]
      : []),
    ...(isEarly ? ['it was entered before the date of the letter'] : []),
    ...lacks,
  ];
  const isMatched = reasons.length === 0;
  return {
    verdict: isMatched ? 'matched' : 'doubtful',
    circular: circular.id,
    reasons,
    movement: isMatched ? movement : null,
    takeable: isMatched ? null : movement,
  };
};
