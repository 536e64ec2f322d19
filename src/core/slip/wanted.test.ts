import { expect, it } from 'vitest';
import { slipsToMake } from './wanted.ts';

const LIVE = [
  { id: 3, office: 'd8801' },
  { id: 4, office: 'p50' },
  { id: 5, office: 'd8801' },
];

it.each([
  ['no slip is good', ['p88', 'd8801'], [], false, ['p88', 'd8801'], []],
  ['one has a good slip', ['p88', 'd8801'], LIVE, false, ['p88'], []],
  ['one has, and gets another', ['p88', 'd8801'], LIVE, true, ['p88', 'd8801'], [3, 5]],
  ['all have', ['d8801'], LIVE, false, [], []],
  ['nobody is asked for', [], LIVE, true, [], []],
])('where %s', (_, offices, live, renew, made, replaced) => {
  expect(slipsToMake(offices, live, renew)).toEqual({ offices: made, replaced });
});
