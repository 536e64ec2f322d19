import { expect, it } from 'vitest';
import { importAgain } from './import-again.ts';

const failing = (times: number) => {
  let asked = 0;
  return async () => {
    asked++;
    if (asked <= times) throw new TypeError(`failed ${asked}`);
    return asked;
  };
};

it.each([
  [0, 1],
  [1, 2],
  [2, 3],
])('asks again for a module that could not be had %i times', async (times, asked) => {
  expect(await importAgain(failing(times), [0, 0])).toBe(asked);
});

it('rejects with the last failure where it cannot be had', async () => {
  await expect(importAgain(failing(9), [0, 0])).rejects.toThrow('failed 3');
});
