import type { Random } from '../lib/random.ts';

/**
 * A text in which one digit has become what its neighbour is. Readers that see few doubled digits lose one of two, and
 * chance alone gives too few. A text without two digits in a row is left as it is.
 */
export const doubled = (text: string, random: Random): string => {
  const pairs = [...text.matchAll(/[0-9๐-๙](?=[0-9๐-๙])/g)].map(({ index }) => index);
  if (pairs.length === 0) return text;
  const at = random.pick(pairs);
  return `${text.slice(0, at + 1)}${text[at]}${text.slice(at + 2)}`;
};
