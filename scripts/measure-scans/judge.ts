import { toArabicDigits } from '#core/letter/digits.ts';
import { editDistance } from '#core/nearest.ts';
import type { AgreedLine } from '#core/scan/agreement.ts';
import { guardedLine } from '#core/scan/guarded-line.ts';
import type { LineReading } from '#core/scan/line.ts';
import type { NetReading } from '#core/scan/net-reading.ts';

/** What became of one line. A line that is right and has a doubt is a false alarm. */
export const OUTCOMES = ['right', 'false-alarm', 'doubtful', 'wrong', 'missed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A text as it is compared: without spaces, digits by their value, dashes and quotation marks of one kind. */
export const bare = (text: string): string =>
  toArabicDigits(text.normalize('NFC'))
    .replace(/\s+/g, '')
    .replace(/[–—]/g, '-')
    .replace(/[“”"]/g, '"')
    .replace(/[‘’]/g, "'");

const digitsOf = (text: string): string => text.replace(/[^0-9]/g, '');

/** How well one line was read. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly doubts: AgreedLine['doubts'];
  /** Characters of the truth, and changes that would make the reading of it; the same of its digits. */
  readonly characters: number;
  readonly characterErrors: number;
  readonly digits: number;
  readonly digitErrors: number;
}

const outcomeOf = (said: string, { text, doubts }: AgreedLine): Outcome => {
  if (text.trim() === '') return 'missed';
  const isRight = bare(text) === bare(said);
  if (doubts.length === 0) return isRight ? 'right' : 'wrong';
  return isRight ? 'false-alarm' : 'doubtful';
};

/** Judges the readings of one line by what it says; a single reading has no guard, and is right or wrong. */
export const judge = (
  said: string,
  readings: readonly LineReading[],
  net: NetReading | null = null,
): Judgement => {
  const [first, ...rest] = readings;
  if (!first) throw new Error('A judgement takes a reading.');
  const agreed =
    rest.length === 0 && net === null
      ? { text: first.text, doubts: [] }
      : guardedLine(readings, net);
  const [truth, read] = [bare(said), bare(first.text)];
  return {
    outcome: outcomeOf(said, agreed),
    doubts: agreed.doubts,
    characters: truth.length,
    characterErrors: editDistance(truth, read),
    digits: digitsOf(truth).length,
    digitErrors: editDistance(digitsOf(truth), digitsOf(read)),
  };
};

/** Sums of judgements. */
export interface Tally extends Omit<Judgement, 'outcome' | 'doubts'> {
  readonly lines: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

export const tally = (judgements: readonly Judgement[]): Tally => {
  const sum = (of: (judgement: Judgement) => number): number =>
    judgements.reduce((all, judgement) => all + of(judgement), 0);
  return {
    lines: judgements.length,
    outcomes: Object.fromEntries(
      OUTCOMES.map((outcome) => [
        outcome,
        sum((judgement) => (judgement.outcome === outcome ? 1 : 0)),
      ]),
    ) as Record<Outcome, number>,
    characters: sum(({ characters }) => characters),
    characterErrors: sum(({ characterErrors }) => characterErrors),
    digits: sum(({ digits }) => digits),
    digitErrors: sum(({ digitErrors }) => digitErrors),
  };
};
