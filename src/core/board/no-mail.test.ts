import { expect, it } from 'vitest';
import { isMailAddress, noMailAddress } from './no-mail.ts';

it.each([
  ['somchai@office.example', true],
  ['somchai@no-mail.invalid.example', true],
  [noMailAddress('0a1b'), false],
  ['X@NO-MAIL.INVALID', false],
])('%s is an address to which mail can go: %s', (address, expected) => {
  expect(isMailAddress(address)).toBe(expected);
});
