import type { Circular, Claim, CoveringLetter } from '#core/letter/circular.ts';
import { formatThaiDate, type IsoDate } from '#core/letter/date.ts';
import { type Fact, possibleValues } from '#core/letter/fact.ts';

/** Where a covering letter says something else than the letter that it passes on. */
export interface Drift {
  /** Key of the covering letter. */
  readonly letter: string;
  readonly issuer: string;
  readonly kind: 'claim' | 'number' | 'date' | 'subject' | 'wording';
  /** Thai name of what differs, as the record has it; for numbers, dates and subjects there is none. */
  readonly label: string | null;
  readonly here: string;
  readonly original: string;
  /** One of the two is doubtful, so that the difference may be the scan's. */
  readonly doubtful: boolean;
}

const periodText = ({ value: { from, to } }: Claim): string =>
  [from, to]
    .map((day) => (day ? formatThaiDate(day) : ''))
    .join(' – ')
    .trim();

const textOf = (fact: Fact<string>): string => possibleValues(fact).join(' / ');

const factDrift = (
  here: Fact<string>,
  original: Fact<string>,
): Omit<Drift, 'letter' | 'issuer' | 'kind' | 'label'> | null => {
  const [left, right] = [possibleValues(here), possibleValues(original)];
  if (left.length === 0 || right.length === 0) return null;
  if (here.value !== null && here.value === original.value) return null;
  const isDoubtful = here.doubt !== undefined || original.doubt !== undefined;
  // Readings that only share a month agree as far as they go.
  const agrees = left.some((one) =>
    right.some((two) => one.startsWith(two) || two.startsWith(one)),
  );
  const isSettled = left.length === 1 && right.length === 1;
  if (agrees && (isSettled || !isDoubtful)) return null;
  return { here: textOf(here), original: textOf(original), doubtful: isDoubtful };
};

const claimDrift = (here: readonly Claim[], original: readonly Claim[]) =>
  here.flatMap((claim) => {
    const first = original.find(({ key }) => key === claim.key);
    if (!first || periodText(first) === periodText(claim)) return [];
    const [said, meant] = [periodText(claim), periodText(first)];
    return [
      { kind: 'claim' as const, label: claim.label, here: said, original: meant, doubtful: false },
    ];
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
    const above = byKey.get(letter.passesOn);
    const passedOn = above ?? circular.letter;
    const number = letter.cites && factDrift(letter.cites.number, passedOn.number);
    const date = letter.cites && factDrift(letter.cites.date, passedOn.date);
    const subject = factDrift(letter.subject, passedOn.subject);
    const found = [
      ...(number ? [{ kind: 'number' as const, label: null, ...number }] : []),
      ...(date ? [{ kind: 'date' as const, label: null, ...date }] : []),
      ...(subject ? [{ kind: 'subject' as const, label: null, ...subject }] : []),
      ...claimDrift(letter.claims, circular.claims),
      ...letter.differences.map(({ what, here, original }) => {
        return { kind: 'wording' as const, label: what, here, original, doubtful: false };
      }),
    ];
    return found.map((one) => ({ letter: letter.key, issuer: letter.issuer, ...one }));
  });
};
