import type { StatedDate } from '../reading/body-dates.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import { editDistance, sharedPieces, trigrams } from '../reading/spelling.ts';
import type { Chain } from './chain.ts';

/** Something that a covering letter repeats otherwise than the letter it passes on. Both are shown; neither is right. */
export interface CopyDifference {
  readonly kind: 'date' | 'name';
  /** Places of the covering letter and of the letter it passes on. */
  readonly letter: number;
  readonly original: number;
  /** The words before it, by which people find it. */
  readonly about: string;
  readonly here: { readonly read: string; readonly value: string; readonly line: number | null };
  readonly there: { readonly read: string; readonly value: string; readonly line: number | null };
}

const ALIKE = 0.45;

const spanOf = ({ from, to }: StatedDate): string => (from === null ? (to ?? '') : `${from}/${to}`);

interface Pieces {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

const piecesOf = ({ before, after }: StatedDate): Pieces => ({
  before: trigrams(before),
  after: trigrams(after),
});

const likeness = (a: Pieces, b: Pieces): number =>
  Math.max(
    sharedPieces(a.before, b.before),
    (sharedPieces(a.before, b.before) + sharedPieces(a.after, b.after)) / 2,
  );

/** Pairs of days that two letters state about the same thing: each is the other's best match by the words around. */
const pairs = (
  here: readonly StatedDate[],
  there: readonly StatedDate[],
): [StatedDate, StatedDate][] => {
  const left = here.map(piecesOf);
  const right = there.map(piecesOf);
  const scores = left.map((one) => right.map((other) => likeness(one, other)));
  const best = (values: readonly number[]): number => values.indexOf(Math.max(...values));
  return here.flatMap((date, row): [StatedDate, StatedDate][] => {
    const column = best(scores[row] ?? []);
    const score = scores[row]?.[column] ?? 0;
    const isMutual = best(scores.map((line) => line[column] ?? 0)) === row;
    return score >= ALIKE && isMutual ? [[date, there[column] as StatedDate]] : [];
  });
};

const MOST = 60;

const dateDrift = (
  here: LetterReading,
  there: LetterReading,
  at: number,
  original: number,
): CopyDifference[] =>
  pairs(here.dates.slice(0, MOST), there.dates.slice(0, MOST)).flatMap(([mine, theirs]) => {
    const [value, other] = [spanOf(mine), spanOf(theirs)];
    if (value === other) return [];
    return [
      {
        kind: 'date' as const,
        letter: at,
        original,
        about: mine.before.trim().slice(-40),
        here: { read: mine.read, value, line: mine.line },
        there: { read: theirs.read, value: other, line: theirs.line },
      },
    ];
  });

const nameDrift = (
  here: LetterReading,
  there: LetterReading,
  at: number,
  original: number,
): CopyDifference[] => {
  const known = new Set(there.names);
  const strange = [...new Set(here.names)]
    .filter((name) => name.length > 4 && !known.has(name))
    .slice(0, MOST);
  return strange.flatMap((name) => {
    const near = [...known].slice(0, 200).find((other) => {
      const edits = editDistance(name, other, 2);
      return (
        edits > 0 && edits <= 2 && other.length > 4 && other.toLowerCase() !== name.toLowerCase()
      );
    });
    if (near === undefined) return [];
    return [
      {
        kind: 'name' as const,
        letter: at,
        original,
        about: '',
        here: { read: name, value: name, line: null },
        there: { read: near, value: near, line: null },
      },
    ];
  });
};

/** What the covering letters of chains say otherwise than the letters that they pass on: days, spans, names. */
export const copyDifferencesOf = (
  letters: readonly LetterReading[],
  chains: readonly Chain[],
): CopyDifference[] =>
  chains.flatMap(({ links }) =>
    links.flatMap(({ covering, passesOn }) => {
      const [here, there] = [
        letters[covering] as LetterReading,
        letters[passesOn] as LetterReading,
      ];
      return [
        ...dateDrift(here, there, covering, passesOn),
        ...nameDrift(here, there, covering, passesOn),
      ];
    }),
  );
