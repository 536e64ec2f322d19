import { expect, it } from 'vitest';
import { isOperatorEmail } from './operator.ts';

it.each([
  ['wian@made-up.or.th', 'https://www.made-up.or.th/', true],
  ['wian@mail.made-up.or.th', 'https://made-up.or.th', true],
  ['Wian@Made-Up.or.th', 'https://portal.made-up.or.th/about', true],
  ['wian@made-up.or.th', 'https://another.or.th/', false],
  ['wian@made-up.or.th', 'https://not-made-up.or.th/', false],
  ['wian@or', 'https://made-up.or', false],
  ['someone@gmail.com', 'https://sites.made-up.com/gmail.com', false],
  ['wian@made-up.or.th', undefined, false],
])('isOperatorEmail(%s) with homepage %s: %s', (address, homepage, is) => {
  expect(isOperatorEmail(address, { name: 'มูลนิธิ', email: address, phones: [], homepage })).toBe(is);
});
