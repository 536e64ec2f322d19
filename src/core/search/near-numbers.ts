import { runningOfKey } from './numbers.ts';

/** Most numbers that are offered in place of one that is nowhere, and most in which digits are sought. */
const MOST_NEAREST = 5;
const MOST_WITH = 12;
/** Fewest digits that are sought as part of a number: any two are in nearly all of them. */
export const SHORTEST_PART = 3;

const withoutOne = (digits: string): string[] =>
  [...digits].map((_, at) => digits.slice(0, at) + digits.slice(at + 1));

const swapped = (digits: string): string[] =>
  [...digits].slice(1).map((next, at) => {
    const before = digits[at] as string;
    return `${digits.slice(0, at)}${next}${before}${digits.slice(at + 2)}`;
  });

/** How one running number differs from another, the least first; null where they are not near each other. */
const distance = (asked: string, other: string): number | null => {
  if (asked === other) return 0;
  if (asked.length === other.length) {
    if (swapped(asked).includes(other)) return 1;
    const different = [...asked].filter((digit, at) => digit !== other[at]).length;
    return different === 1 ? 2 : null;
  }
  if (withoutOne(other).includes(asked) || withoutOne(asked).includes(other)) return 3;
  return asked.length >= SHORTEST_PART && other.includes(asked) ? 4 : null;
};

const byValue = (a: string, b: string): number =>
  Number(runningOfKey(a)) - Number(runningOfKey(b)) || (a < b ? -1 : 1);

/**
 * The keys of the running numbers nearest to one that the index lacks: with two digits exchanged, one digit other, one
 * left out or too many, or as part of a longer number. `keys` are all that the index has.
 */
export const nearestKeys = (
  asked: string,
  circular: boolean,
  keys: readonly string[],
): string[] => {
  const near = keys.flatMap((key) => {
    const running = runningOfKey(key);
    if (running === null || key.startsWith('#ว') !== circular) return [];
    const far = distance(asked, running);
    return far === null ? [] : [{ key, far }];
  });
  return near
    .sort((a, b) => a.far - b.far || byValue(a.key, b.key))
    .slice(0, MOST_NEAREST)
    .map(({ key }) => key);
};

/** The keys of the running numbers that have some digits in them beside others, those that begin with them first. */
export const keysWith = (digits: string, keys: readonly string[]): string[] => {
  if (digits.length < SHORTEST_PART) return [];
  return keys
    .filter((key) => {
      const running = runningOfKey(key);
      return running !== null && running !== digits && running.includes(digits);
    })
    .sort((a, b) => {
      const begins = (key: string) => Number(!runningOfKey(key)?.startsWith(digits));
      return begins(a) - begins(b) || a.length - b.length || byValue(a, b);
    })
    .slice(0, MOST_WITH);
};
