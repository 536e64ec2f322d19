import { expect, it } from 'vitest';
import type { Figures } from '#core/figures/figures.ts';
import { peopleIn, perHead } from './per-head.ts';

const figures = {
  populations: new Map([
    ['a', { people: 1000 }],
    ['b', { people: 500 }],
  ]),
} as unknown as Figures;

it.each([
  [['a', 'b'], 1500n],
  [['a', 'c'], null],
  [[], null],
])('knows of the people in %j: %s', (offices, people) => {
  expect(peopleIn(figures, offices)).toBe(people);
});

it.each([
  [
    'a whole sum',
    { amount: 100_000n, reported: 12, expected: 12 },
    300n,
    { text: '3.33', order: '3.33' },
  ],
  [
    'half a satang, up',
    { amount: 150n, reported: 12, expected: 12 },
    100n,
    { text: '0.02', order: '0.02' },
  ],
  ['nothing on record', { amount: null, reported: 0, expected: 12 }, 300n, null],
  ['a population that is not known', { amount: 100n, reported: 12, expected: 12 }, null, null],
  ['nobody', { amount: 100n, reported: 12, expected: 12 }, 0n, null],
] as const)('shares out %s', (_, sum, people, cell) => {
  expect(perHead(sum, people)).toEqual(cell);
});

it('says of a sum of which reports are missing that it is not whole', () => {
  expect(perHead({ amount: 100_000n, reported: 11, expected: 12 }, 1000n)).toEqual({
    text: '1.00 (ข้อมูลยังไม่ครบ)',
    order: '1.00',
  });
});
