import type { ReadingDoubt } from '#core/scan/agreement.ts';
import { bare } from './judge.ts';

/** A doubt of a line that was read right, how many readings the line has, and whether a net read it as well. */
export interface FalseDoubt {
  readonly doubt: ReadingDoubt;
  readonly readings: number;
  readonly hasNet: boolean;
}

/** Whose the readings of a doubt are behind the one that was taken; with a net the first reader comes last, and then the net. */
const namesOf = ({ readings, hasNet }: FalseDoubt): readonly string[] => {
  if (!hasNet) return ['second', 'third'];
  return readings > 3 ? ['second', 'third', 'first', 'net'] : ['second', 'first', 'net'];
};

/** Why one doubt was raised: its reason, who reads otherwise, and what. */
const causeOf = (one: FalseDoubt): string => {
  const { reason, readings } = one.doubt;
  if (reason !== 'differs' && reason !== 'unclear') return reason;
  const [taken = '', ...others] = readings;
  const names = namesOf(one);
  const otherwise = others.flatMap((other, at) =>
    bare(other) === bare(taken) ? [] : [`${names[at] ?? 'another'} "${other}"`],
  );
  return `${reason}: "${taken}", ${otherwise.length === 0 ? 'not sure' : otherwise.join(', ')}`;
};

/** Causes of doubts with how often each was there, the commonest first. */
export const causesOf = (
  doubts: readonly FalseDoubt[],
): (readonly [cause: string, count: number])[] => {
  const counts = new Map<string, number>();
  for (const one of doubts) {
    const cause = causeOf(one);
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
};
