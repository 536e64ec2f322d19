import type { LetterReading } from '../reading/letter-reading.ts';
import { type Chain, chainsOf } from './chain.ts';
import { type Conflict, compareCopies } from './compare.ts';
import { type CopyDifference, copyDifferencesOf } from './drift.ts';
import { type Copies, copiesAmong } from './same-letter.ts';
import { uniteCopies } from './unite.ts';

/** Letters that were read together, and what they say of each other. */
export interface JoinedLetters {
  /** In the order in which they were read. */
  readonly letters: readonly LetterReading[];
  readonly chains: readonly Chain[];
  /** Letters that were read more than once; only the first of each stands in a chain, with what all of them say. */
  readonly copies: Copies;
  readonly conflicts: readonly Conflict[];
  readonly drift: readonly CopyDifference[];
}

/** Places of the letters of a chain, the original first. */
export const membersOf = ({ original, links }: Chain): number[] => [
  original,
  ...links.map(({ covering }) => covering),
];

/** Places of the letters that were read, of all the files that a chain rests on: its members, then their copies. */
export const placesOf = (chain: Chain, copies: Copies): number[] => {
  const members = membersOf(chain);
  return [...members, ...[...copies].flatMap(([from, at]) => (members.includes(at) ? [from] : []))];
};

/**
 * Joins letters into chains and compares what they repeat; a letter that is there more than once is one. `known` are copies
 * that stay so, though an answer gave one of them another number.
 */
export const joinLetters = (
  read: readonly LetterReading[],
  known: Copies = new Map(),
): JoinedLetters => {
  const found = copiesAmong(read);
  const firstOf = (at: number): number => {
    const first = known.get(at) ?? found.get(at);
    return first === undefined ? at : firstOf(first);
  };
  const copies = new Map(
    [...read.keys()].map((at) => [at, firstOf(at)] as const).filter(([at, first]) => at !== first),
  );
  const united = uniteCopies(read, copies);
  const places = [...read.keys()].filter((at) => !copies.has(at));
  const place = (at: number): number => places[at] as number;
  const chains = chainsOf(places.map((at) => united.letters[at] as LetterReading)).map(
    ({ original, links }) => ({
      original: place(original),
      links: links.map((link) => ({
        ...link,
        covering: place(link.covering),
        passesOn: place(link.passesOn),
      })),
    }),
  );
  const { letters, conflicts } = compareCopies(united.letters, chains);
  return {
    letters,
    chains,
    copies,
    conflicts: [...united.conflicts, ...conflicts],
    drift: copyDifferencesOf(letters, chains),
  };
};
