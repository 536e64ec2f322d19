import { describe, expect, it } from 'vitest';
import { afterTry, type ThrottleRule, type Tries, waitSeconds } from './throttle.ts';

const rule: ThrottleRule = { free: 3, firstWait: 60, longestWait: 3600 };
const START = Date.UTC(2026, 10, 29);

describe('waitSeconds', () => {
  it.each([
    [0, 0, 0],
    [2, 0, 0],
    [3, 0, 60],
    [3, 59, 1],
    [3, 60, 0],
    [4, 0, 120],
    [9, 0, 3600],
    [2000, 0, 3600],
    [9, 3600, 0],
    [9, 7200, 0],
  ])('%i tries, the last %i seconds ago: %i', (count, ago, wait) => {
    expect(waitSeconds(rule, { count, last: START }, START + ago * 1000)).toBe(wait);
  });

  it('is 0 without a try', () => {
    expect(waitSeconds(rule, null, START)).toBe(0);
  });
});

describe('afterTry', () => {
  it.each<[Tries | null, number]>([
    [null, 1],
    [{ count: 3, last: START - 1000 }, 4],
    [{ count: 3, last: START - 7_200_000 }, 1],
  ])('makes of %j a count of %i', (tries, count) => {
    expect(afterTry(rule, tries, START)).toEqual({ count, last: START });
  });
});
