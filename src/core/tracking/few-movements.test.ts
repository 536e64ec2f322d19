import { expect, it } from 'vitest';
import { hasFewMovements } from './few-movements.ts';

it.each([
  [0, 0, true],
  [6, 2, true],
  [24, 0, true],
  [20, 5, false],
  [7849, 954, false],
])('%i movements and %i covering letters are few: %s', (movements, letters, is) => {
  const record = { movements: Array(movements).fill(0), coveringLetters: Array(letters).fill(0) };
  expect(hasFewMovements(record)).toBe(is);
});
