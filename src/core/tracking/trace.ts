import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import { toArabicDigits } from '#core/letter/digits.ts';
import { possibleValues } from '#core/letter/fact.ts';
import { canonicalLetterNumber } from '#core/letter/number.ts';
import type { Movement } from './movement.ts';

/** One circular with all that is known of its way. */
export interface TrackedCircular {
  /** `2568/dla-x-wx-0325`. */
  readonly id: string;
  readonly circular: Circular;
  readonly coveringLetters: readonly CoveringLetter[];
  readonly movements: readonly Movement[];
}

/** Where a number stands in the chain of a circular. */
export interface Trace {
  readonly circular: string;
  readonly as: 'letter' | 'covering-letter' | 'citation' | 'sent' | 'register';
  readonly office: string;
  readonly number: string;
  readonly date: string | null;
  /** Key of the covering letter that bears or cites it. */
  readonly letter: string | null;
  /** The number or the date is one of several readings, or known only from a citation. */
  readonly doubtful: boolean;
}

const same = (a: string, b: string): boolean =>
  a === b || a.replace('/ว ', '/') === b.replace('/ว ', '/');

/**
 * The number that a person typed, as letters store it: canonical for a letter number in any spelling, Arabic digits
 * for a number of a register; null where it is neither.
 */
export const readTypedNumber = (text: string): string | null => {
  const trimmed = toArabicDigits(text).trim();
  return (
    canonicalLetterNumber(trimmed) ?? (/^\d{1,9}(?:\/\d{2,4})?$/.test(trimmed) ? trimmed : null)
  );
};

/** Every place where a number stands in the chain of one circular; `wanted` as {@link readTypedNumber} gives it. */
export const traceIn = (tracked: TrackedCircular, wanted: string): Trace[] => {
  const { id, circular, coveringLetters, movements } = tracked;
  const found: Trace[] = [];
  const isRegister = /^\d/.test(wanted);
  const add = (
    as: Trace['as'],
    office: string,
    source: Pick<CoveringLetter, 'number' | 'date'>,
    letter: string | null,
  ): void => {
    for (const number of possibleValues(source.number)) {
      if (!same(number, wanted)) continue;
      const doubtful = source.number.doubt !== undefined || source.date.doubt !== undefined;
      found.push({ circular: id, as, office, number, date: source.date.value, letter, doubtful });
    }
  };
  if (!isRegister) {
    add('letter', circular.letter.issuer, circular.letter, null);
    for (const letter of coveringLetters) {
      add('covering-letter', letter.issuer, letter, letter.key);
      if (letter.cites) add('citation', letter.issuer, letter.cites, letter.key);
    }
  }
  for (const { kind, office, number, date, doubt } of movements) {
    if (number === undefined || (kind === 'sent') === isRegister || !same(number, wanted)) continue;
    if (kind === 'sent' && found.some((one) => one.office === office && same(one.number, number)))
      continue;
    const doubtful = doubt.number !== undefined || doubt.date !== undefined;
    found.push({
      circular: id,
      as: kind === 'sent' ? 'sent' : 'register',
      office,
      number,
      date: date ?? null,
      letter: null,
      doubtful,
    });
  }
  return found;
};
