import { expect, it } from 'vitest';
import type { Stop } from './chain.ts';
import { type DrawnStop, trimChain } from './trim.ts';

const stop = (office: string, letters: number, ...next: Stop[]): Stop => ({
  office,
  receipts: [],
  letters: Array.from({ length: letters }, () => ({}) as never),
  next,
});
const chain = stop(
  'dla',
  1,
  stop('p81', 0, stop('d8101', 0), stop('d8102', 0, stop('a8101', 0))),
  stop('p82', 1, stop('d8201', 1)),
  stop('p83', 0),
);
const inWords = ({ office, next, leftOut }: DrawnStop): string =>
  `${office}${leftOut ? `+${leftOut}` : ''}${next.length > 0 ? `(${next.map(inWords).join(' ')})` : ''}`;

it.each([
  [99, 'dla(p81(d8101 d8102(a8101)) p82(d8201) p83)'],
  [5, 'dla(p81+2(d8101) p82(d8201) p83)'],
  [2, 'dla+1(p81+3 p82+1)'],
  [1, 'dla+5(p82+1)'],
  [0, 'dla+7'],
])('draws %i stops, those with letters first, and counts the rest', (limit, words) => {
  expect(inWords(trimChain(chain, limit))).toBe(words);
});
