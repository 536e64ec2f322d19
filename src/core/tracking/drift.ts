import type { Circular, Claim, CoveringLetter } from '#core/letter/circular.ts';
import { formatThaiDate, type IsoDate } from '#core/letter/date.ts';
import { type Fact, possibleValues, type Reading } from '#core/letter/fact.ts';

interface Sides<Said> {
  /** What the covering letter says. */
  readonly here: Said;
  /** What the letter says that it passes on; of claims and wordings the original letter. */
  readonly original: Said;
}

/** Where a covering letter says something else than the letter that it passes on. */
export type Drift = {
  /** Key of the covering letter. */
  readonly letter: string;
  readonly issuer: string;
  /** One of the two is doubtful, so that the difference may be the scan's. */
  readonly doubtful: boolean;
} & (
  | ({ readonly kind: 'number' | 'date' | 'subject'; readonly label: null } & Sides<
      /** Every value that may be meant. */
      readonly string[]
    >)
  /** `label`: Thai name of what differs, as the record has it. */
  | ({ readonly kind: 'claim'; readonly label: string } & Sides<Claim['value']>)
  | ({ readonly kind: 'wording'; readonly label: string } & Sides<string>)
);

const periodText = ({ from, to }: Claim['value']): string =>
  [from, to]
    .map((day) => (day ? formatThaiDate(day) : ''))
    .join(' – ')
    .trim();

/** Both sides of a difference as one line of text each. */
export const driftTexts = (one: Drift): Sides<string> => {
  switch (one.kind) {
    case 'claim':
      return { here: periodText(one.here), original: periodText(one.original) };
    case 'wording':
      return one;
    default:
      return { here: one.here.join(' / '), original: one.original.join(' / ') };
  }
};

const valuesIn = (readings: readonly Reading<string>[] = []): string[] => [
  ...new Set(readings.flatMap(({ value }) => value ?? [])),
];

/** The value of a doubtful fact is only what its readings share: the readings say more. */
const saidHere = ({ value, doubt }: Fact<string>): string[] => {
  const read = valuesIn(doubt?.readings);
  return read.length > 0 || value === null ? read : [value];
};

/**
 * What a letter says of itself, by its own copy; where nothing can be read there, by all others but the covering letter
 * `by`, which is no second witness.
 */
const saidOf = ({ value, doubt }: Fact<string>, own: string, by: string): string[] => {
  if (!doubt || doubt.readings.length === 0) return value === null ? [] : [value];
  const read = valuesIn(doubt.readings.filter(({ source }) => source === own));
  return read.length > 0 ? read : valuesIn(doubt.readings.filter(({ source }) => source !== by));
};

const factDrift = (
  kind: 'number' | 'date' | 'subject',
  here: Fact<string>,
  original: Fact<string>,
  [by, own]: readonly [by: string, own: string],
) => {
  if (here.value !== null && here.value === original.value) return [];
  const [left, right] = [saidHere(here), saidOf(original, own, by)];
  if (left.length === 0 || right.length === 0) return [];
  const doubtful = here.doubt !== undefined || original.doubt !== undefined;
  // Readings that only share a month agree as far as they go.
  const agrees = left.some((one) =>
    right.some((two) => one.startsWith(two) || two.startsWith(one)),
  );
  const isSettled = left.length === 1 && right.length === 1;
  if (agrees && (isSettled || !doubtful)) return [];
  return [{ kind, label: null, here: left, original: right, doubtful }];
};

const claimDrift = (here: readonly Claim[], original: readonly Claim[]) =>
  here.flatMap(({ key, label, value }) => {
    const first = original.find((one) => one.key === key);
    if (!first || periodText(first.value) === periodText(value)) return [];
    return [{ kind: 'claim' as const, label, here: value, original: first.value, doubtful: false }];
  });

/** The letters that were written by a day, as far as known: only one that is certainly later is left out. */
export const lettersBy = <Some extends Pick<CoveringLetter, 'date'>>(
  letters: readonly Some[],
  day: IsoDate,
): Some[] =>
  letters.filter(({ date }) => {
    const possible = possibleValues(date);
    return possible.length === 0 || possible.some((one) => one <= day);
  });

/** What the covering letters of a circular changed of dates, numbers and names, letter by letter, side by side. */
export const driftOf = (
  circular: Circular,
  coveringLetters: readonly CoveringLetter[],
): Drift[] => {
  const byKey = new Map(coveringLetters.map((letter) => [letter.key, letter]));
  return coveringLetters.flatMap((letter) => {
    const { key, issuer, cites } = letter;
    const above = byKey.get(letter.passesOn);
    const passedOn = above ?? circular.letter;
    const copies = [key, above?.key ?? 'letter'] as const;
    const found = [
      ...(cites ? factDrift('number', cites.number, passedOn.number, copies) : []),
      ...(cites ? factDrift('date', cites.date, passedOn.date, copies) : []),
      ...factDrift('subject', letter.subject, passedOn.subject, copies),
      ...claimDrift(letter.claims, circular.claims),
      ...letter.differences.map(({ what, here, original }) => {
        return { kind: 'wording' as const, label: what, here, original, doubtful: false };
      }),
    ];
    return found.map((one) => ({ letter: key, issuer, ...one }));
  });
};
