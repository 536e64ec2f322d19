import type { LetterReading } from '../reading/letter-reading.ts';
import { type Chain, chainsOf } from './chain.ts';
import { type Conflict, compareCopies } from './compare.ts';
import { type CopyDifference, copyDifferencesOf } from './drift.ts';

/** Letters that were read together, and what they say of each other. */
export interface JoinedLetters {
  /** In the order in which they were read. */
  readonly letters: readonly LetterReading[];
  readonly chains: readonly Chain[];
  readonly conflicts: readonly Conflict[];
  readonly drift: readonly CopyDifference[];
}

/** Joins letters into chains and compares what they repeat. */
export const joinLetters = (read: readonly LetterReading[]): JoinedLetters => {
  const chains = chainsOf(read);
  const { letters, conflicts } = compareCopies(read, chains);
  return { letters, chains, conflicts, drift: copyDifferencesOf(letters, chains) };
};
