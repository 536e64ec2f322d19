import { expect, it } from 'vitest';
import { ratiosOf, summaryOf } from './summary.ts';
import { KINDS, type Visit } from './visits.ts';

const visitsOf = (seconds: number) => {
  const visit: Visit = {
    painted: seconds,
    readable: seconds,
    result: null,
    requests: 3,
    bytes: 0,
  };
  return Object.fromEntries(
    KINDS.map((kind) => [kind, { cold: visit, warm: visit, installed: visit }]),
  ) as never;
};

it('tells the median and the worst of all runs, and nothing of what was not sought', () => {
  const { visits } = summaryOf({ name: 'a', runs: [3, 1, 9].map(visitsOf) });
  expect(visits.circular.cold.painted).toEqual({ median: 3, worst: 9 });
  expect(visits.circular.cold.result).toBeUndefined();
});

it('compares two portals, where there is something to compare with', () => {
  const of = (seconds: number) => summaryOf({ name: 'a', runs: [visitsOf(seconds)] });
  expect(ratiosOf([of(3), of(4)])?.search.warm).toEqual({
    painted: 0.75,
    readable: 0.75,
    requests: 1,
  });
  expect(ratiosOf([of(3)])).toBeNull();
});
