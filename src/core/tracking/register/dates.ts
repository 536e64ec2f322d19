import type { IsoDate } from '#core/letter/date.ts';
import { type Fact, possibleValues } from '#core/letter/fact.ts';
import type { RegisterEntry } from './entry.ts';

/** The days of an entry, after they were compared with each other and with the letter that it names. */
export interface ResolvedDates {
  readonly letter: IsoDate | null;
  /** Day on which it was received or sent. */
  readonly entry: IsoDate | null;
  /** What is in doubt about the date of the letter, in English. */
  readonly doubt: string | null;
}

interface ResolvedLetter {
  readonly value: IsoDate | null;
  /** Which of several readings of its cell it is, where the known letter decides that; -1 where it does not. */
  readonly at: number;
  readonly doubt: string | null;
}

/** The date that the register gives the letter, beside those that the known letter may have. */
const resolveLetter = (
  { letterDate: { value, readings, doubt } }: RegisterEntry,
  date: Fact<string> | null,
): ResolvedLetter => {
  const possible = date === null ? [] : possibleValues(date);
  const fitting = readings.filter((one) => possible.includes(one));
  if (fitting.length === 1 && readings.length > 1 && doubt !== null) {
    const fits = fitting[0] as IsoDate;
    return { value: fits, at: readings.indexOf(fits), doubt: null };
  }
  const own = (text: string): ResolvedLetter => ({ value, at: -1, doubt: text });
  if (date === null) return { value, at: -1, doubt: null };
  if (readings.length === 0)
    return own(
      doubt === null
        ? 'the date of the letter is missing'
        : `the date of the letter cannot be read (${doubt})`,
    );
  if (possible.length === 0) return own('the date of the circular is not known');
  if (value === null) {
    // One reading that the letter confirms is no longer in doubt; two dates that differ are.
    const [only] = fitting;
    if (only !== undefined && readings.length === 1) return { value: only, at: 0, doubt: null };
    return own(`the date of the letter is not clear${doubt === null ? '' : ` (${doubt})`}`);
  }
  if (fitting.length > 0) return { value, at: -1, doubt: null };
  // A date known to the month only neither confirms nor contradicts the day.
  return own(
    possible.some((one) => value.startsWith(one))
      ? 'the day of the circular is not known'
      : `the register dates the letter ${value}, the circular has ${possible.join(' or ')}`,
  );
};

/**
 * The days of an entry. A cell with two readings is settled by the known letter, if that has one of the two dates; the
 * day of the entry by a letter date of the same row that is ambiguous in the same way, or as the only one of its readings
 * that is not before the letter. What none of these settles stays open.
 */
export const resolveDates = (entry: RegisterEntry, date: Fact<string> | null): ResolvedDates => {
  const letter = resolveLetter(entry, date);
  const { value, readings, by } = entry.entryDate;
  const { value: letterDay, at, doubt } = letter;
  const resolved = (day: IsoDate | null): ResolvedDates => ({
    letter: letterDay,
    entry: day,
    doubt,
  });
  if (value !== null || by === undefined || letterDay === null || doubt !== null)
    return resolved(value);
  if (by === entry.letterDate.by && at >= 0) return resolved(readings[at] ?? null);
  const later = readings.filter((one) => one >= letterDay);
  // A year that may be of either era: in the other one the day would be centuries before the letter.
  if (by === 'year' && later.length === 1) return resolved(later[0] as IsoDate);
  return resolved(readings.length > 1 && later.length === 1 ? (later[0] as IsoDate) : null);
};
