/** One way in which a fact was read: the text as it stands, what it would mean, and in which copy. */
export interface Reading<T> {
  /** The text exactly as it was read, digits and errors included. */
  readonly read: string;
  /** What the text would mean; null where it means nothing possible (a 79th of April). */
  readonly value: T | null;
  /** The copy that says so: `letter` for the letter itself, the key of a covering letter, or the path of another record. */
  readonly source: string;
}

/** Why a fact needs checking against the original letter. */
export type DoubtKind = 'unclear' | 'conflict' | 'unreadable' | 'cited';

/**
 * What is not certain about a fact. `unclear`: the scan is poor; `conflict`: copies disagree;
 * `unreadable`: nothing possible can be read; `cited`: known only from a letter that cites it.
 */
export interface Doubt<T> {
  readonly kind: DoubtKind;
  readonly readings: readonly Reading<T>[];
  /** Thai text for the reader of the page, where the readings do not speak for themselves. */
  readonly note?: string | undefined;
}

/**
 * A fact taken from a letter. Without `doubt` it is certain. With `doubt` the value is what all
 * readings share (perhaps the month of a date), or null where that is nothing: a conflict is shown, never settled.
 */
export interface Fact<T> {
  readonly value: T | null;
  readonly doubt?: Doubt<T> | undefined;
}

/** A fact about which nothing is in doubt. */
export const certain = <T>(value: T): Fact<T> => ({ value });

/** Whether a person has to compare this fact with the original letter before relying on it. */
export const needsCheck = <T>(fact: Fact<T>): boolean =>
  fact.doubt !== undefined || fact.value === null;

/** Every value that a fact may have: its own first, then those of its readings, without repeats. */
export const possibleValues = <T>(fact: Fact<T>): T[] => {
  const values = [fact.value, ...(fact.doubt?.readings.map((reading) => reading.value) ?? [])];
  return [...new Set(values.filter((value) => value !== null))];
};
