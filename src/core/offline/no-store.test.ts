import { expect, it } from 'vitest';
import { isNotToBeStored } from './no-store.ts';

it.each([
  [null, false],
  ['', false],
  ['no-cache', false],
  ['public, max-age=31536000, immutable', false],
  ['no-store', true],
  ['private, No-Store', true],
  ['no-store,max-age=0', true],
  ['x="no-store"', false],
])('%j: %j', (header, kept) => {
  expect(isNotToBeStored(header)).toBe(kept);
});
