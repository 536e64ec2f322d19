import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import { possibleValues } from '#core/letter/fact.ts';
import type { Movement } from './movement.ts';
import { isMeant, isOfYear, type NumberReading, type TraceQuery } from './trace-query.ts';

/** One circular with all that is known of its way. */
export interface TrackedCircular {
  /** `2568/dla-x-wx-0325`. */
  readonly id: string;
  readonly circular: Circular;
  readonly coveringLetters: readonly CoveringLetter[];
  /** Those that stand (see `effectiveMovements`). */
  readonly movements: readonly Movement[];
}

/**
 * What a number is in the chain of a circular: of the letter itself, of a covering letter, as a covering letter cites
 * the letter that it passes on, of a letter sent that is known from a register only, or in a register of letters received.
 */
export const TRACE_KINDS = ['letter', 'covering-letter', 'citation', 'sent', 'register'] as const;

/** Where a number is in the chain of a circular. */
export interface Trace {
  readonly circular: string;
  readonly as: (typeof TRACE_KINDS)[number];
  readonly office: string;
  /** Canonical for a letter; as it was written in a register. */
  readonly number: string;
  readonly date: string | null;
  /** Key of the covering letter that has or cites it. */
  readonly letter: string | null;
  /** The number or the date is one of several readings, or known only from a citation. */
  readonly doubtful: boolean;
}

type NumberedLetter = Pick<CoveringLetter, 'issuer' | 'number'>;

/**
 * The letter of a chain that a movement tells was sent: of the same office and number, or of that office at all where
 * the number is not known. Undefined where only a register mentions it.
 */
export const letterSentBy = <Letter extends NumberedLetter>(
  { office, number }: Pick<Movement, 'office' | 'number'>,
  letters: readonly Letter[],
): Letter | undefined =>
  letters.find(
    (letter) =>
      letter.issuer === office &&
      (number === undefined || possibleValues(letter.number).includes(number)),
  );

/** Letters sent that only a register mentions. */
export const sentBesides = (
  movements: readonly Movement[],
  letters: readonly NumberedLetter[],
): Movement[] =>
  movements.filter((one) => one.kind === 'sent' && letterSentBy(one, letters) === undefined);

/** Every place where a number is in the chain of a circular. */
export const tracesOf = (tracked: TrackedCircular): Trace[] => {
  const { id, circular, coveringLetters, movements } = tracked;
  const found: Trace[] = [];
  const add = (
    as: Trace['as'],
    office: string,
    source: Pick<CoveringLetter, 'number' | 'date'>,
    letter: string | null,
  ): void => {
    const doubtful = source.number.doubt !== undefined || source.date.doubt !== undefined;
    for (const number of possibleValues(source.number)) {
      found.push({ circular: id, as, office, number, date: source.date.value, letter, doubtful });
    }
  };
  const addMovement = (as: Trace['as'], { office, number, date, doubt }: Movement): void => {
    if (number === undefined) return;
    const doubtful = doubt.number !== undefined || doubt.date !== undefined;
    found.push({ circular: id, as, office, number, date: date ?? null, letter: null, doubtful });
  };
  add('letter', circular.letter.issuer, circular.letter, null);
  for (const letter of coveringLetters) {
    add('covering-letter', letter.issuer, letter, letter.key);
    if (letter.cites) add('citation', letter.issuer, letter.cites, letter.key);
  }
  for (const one of sentBesides(movements, [circular.letter, ...coveringLetters])) {
    addMovement('sent', one);
  }
  for (const one of movements) if (one.kind === 'received') addMovement('register', one);
  return found;
};

const registerOrLetter = ({ as }: Pick<Trace, 'as'>): NumberReading['source'] =>
  as === 'register' ? 'register' : 'letter';

/** What was found, and how the number had to be read for it. */
export interface FoundTraces<T> {
  readonly found: readonly T[];
  /** The number is found only if its first digit is taken for a ว. */
  readonly corrected: boolean;
  /** The number is in other years than the one that was typed. */
  readonly otherYear: boolean;
}

/**
 * The places that a typed number means, of those given. A reading that has to fix what was typed counts only where no
 * other finds anything, and so does another year.
 */
export const matchTraces = <T extends Pick<Trace, 'as' | 'number' | 'date'>>(
  traces: readonly T[],
  { readings, year }: TraceQuery,
): FoundTraces<T> => {
  for (const wantedYear of year === null ? [null] : [year, null]) {
    for (const corrected of [false, true]) {
      const tried = readings.filter((reading) => reading.corrected === corrected);
      const found = traces.filter(
        (trace) =>
          isOfYear(wantedYear, trace.date) &&
          tried.some((reading) => isMeant(reading, registerOrLetter(trace), trace.number)),
      );
      if (found.length > 0) return { found, corrected, otherYear: wantedYear !== year };
    }
  }
  return { found: [], corrected: false, otherYear: false };
};

/** What the running number of a trace is sought by. */
export const kindOfNumber = registerOrLetter;
