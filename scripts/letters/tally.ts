import { toArabicDigits } from '#core/letter/digits.ts';

/** What precision and recall of time limits are counted from; `sure` are those without a doubt. */
export interface DeadlineCounts {
  true: number;
  read: number;
  readSure: number;
  found: number;
  foundSure: number;
}

export const NO_DEADLINES: DeadlineCounts = {
  true: 0,
  read: 0,
  readSure: 0,
  found: 0,
  foundSure: 0,
};

/** Precision and recall, of all time limits read and of those without a doubt; null where there were none. */
export interface DeadlineShares {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly surePrecision: number | null;
  readonly sureRecall: number | null;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Precision and recall of the counts. */
export const sharesOf = (counts: DeadlineCounts): DeadlineShares => ({
  precision: share(counts.found, counts.read),
  recall: share(counts.found, counts.true),
  surePrecision: share(counts.foundSure, counts.readSure),
  sureRecall: share(counts.foundSure, counts.true),
});

/** right: the true value, no doubt. doubtful: marked for checking. wrong: another value, no doubt. missed: not found at all. */
export const OUTCOMES = ['right', 'doubtful', 'wrong', 'missed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Counts of outcomes for one kind of field. */
export type Tally = Record<Outcome, number>;

export interface Score {
  /** Tallies by name of the field. */
  readonly tallies: Map<string, Tally>;
  readonly deadlines: DeadlineCounts;
  /** What was wrong without doubt, described so that it can be looked up. */
  readonly wrong: string[];
  /** The same of what was doubtful or missed. */
  readonly lacking: string[];
}

/** A score in which nothing is counted yet. */
export const newScore = (): Score => ({
  tallies: new Map(),
  deadlines: { ...NO_DEADLINES },
  wrong: [],
  lacking: [],
});

/** A tally of zeros. */
export const newTally = (): Tally => ({ right: 0, doubtful: 0, wrong: 0, missed: 0 });

/** The outcomes of all fields together, or of the named ones. */
export const sumOf = ({ tallies }: Score, names?: readonly string[]): Tally => {
  const sum = newTally();
  for (const [name, tally] of tallies) {
    if (names && !names.includes(name)) continue;
    for (const outcome of OUTCOMES) sum[outcome] += tally[outcome];
  }
  return sum;
};

/** Adds the counts of one score to another. */
export const addScore = (to: Score, { tallies, deadlines, wrong, lacking }: Score): void => {
  for (const [name, tally] of tallies) {
    const sum = to.tallies.get(name) ?? newTally();
    to.tallies.set(name, sum);
    for (const outcome of OUTCOMES) sum[outcome] += tally[outcome];
  }
  for (const key of Object.keys(deadlines) as (keyof DeadlineCounts)[]) {
    to.deadlines[key] += deadlines[key];
  }
  for (const message of wrong) to.wrong.push(message);
  for (const message of lacking) to.lacking.push(message);
};

/** Adds one outcome of a field; `message` says what was read where it was not right. */
export const addOutcome = (
  score: Score,
  name: string,
  outcome: Outcome,
  message: () => string,
): void => {
  const tally = score.tallies.get(name) ?? newTally();
  score.tallies.set(name, tally);
  tally[outcome]++;
  if (outcome === 'wrong') score.wrong.push(message());
  else if (outcome !== 'right') score.lacking.push(`${outcome} ${message()}`);
};

/** A text without what readings are not held to: white space, kinds of digits and of dashes. */
export const squeezed = (text: string): string =>
  toArabicDigits(text).replace(/\s+/g, '').replace(/[–—]/g, '-');
