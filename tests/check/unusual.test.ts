import { expect, it } from 'vitest';
import { checked, GOOD, MOVED } from './good-content.ts';
import { UNUSUAL, UNUSUAL_MOVES } from './unusual-content.ts';

// tests/e2e/withdrawn.test.ts looks for all of it in a portal that was built.
it('takes content as unusual as the limits allow', async () => {
  const moves = `${GOOD.get(MOVED)}${UNUSUAL_MOVES}`;
  expect(await checked(new Map([...GOOD, ...UNUSUAL, [MOVED, moves]]))).toEqual([]);
});
