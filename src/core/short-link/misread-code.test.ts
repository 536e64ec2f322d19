import { expect, it } from 'vitest';
import { isMisreadCode } from './misread-code.ts';

it.each([
  ['another character', '6NJ8FX'],
  ['two that are exchanged', '6NJ8YF'],
  ['a character that no code has', '6NJ8F0'],
  ['one of a code with a single digit', 'MPNHW4'],
  ['one too few', '6NJ8F'],
  ['one too many', '6NJ8FYY'],
  ['small letters and a hyphen', '6nj-8fx'],
])('takes %s for a slip in a code: %s', (_, text) => {
  expect(isMisreadCode(text)).toBe(true);
});

it.each([
  '6NJ8FY',
  '2WXFHK',
  '',
  '1541',
  'w1541',
  'w15412',
  'W2007',
  'covid19',
  'laas',
  'ว 1541',
  '154168',
  'form 2568',
  '2025-04-02',
  '6N',
])('takes %j for none', (text) => {
  expect(isMisreadCode(text)).toBe(false);
});
