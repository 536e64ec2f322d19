import { expect, it } from 'vitest';
import { appendAll } from './append-all.ts';

it('appends more items than a call takes arguments', () => {
  const list = [0];
  appendAll(list, Array<number>(500_000).fill(1));
  expect([list.length, list[0], list.at(-1)]).toEqual([500_001, 0, 1]);
});
