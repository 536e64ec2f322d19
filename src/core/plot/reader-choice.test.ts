import { expect, it } from 'vitest';
import {
  amountInUnit,
  DIGIT_CHOICES,
  inDigits,
  readChoice,
  UNIT_CHOICES,
  writeChoice,
} from './reader-choice.ts';

it.each(UNIT_CHOICES.flatMap((unit) => DIGIT_CHOICES.map((digits) => ({ unit, digits }))))(
  'reads back %j',
  (choice) => {
    expect(readChoice(writeChoice(choice))).toEqual(choice);
  },
);

it.each([null, '', 'x', '<b> thai2', '{}'])('takes %j for no choice', (text) => {
  expect(readChoice(text)).toEqual({ unit: 'written', digits: 'written' });
});

it.each([
  ['มท ๐๘๐๘.๔/ว 12 ต.ค. 2569', 'written', 'มท ๐๘๐๘.๔/ว 12 ต.ค. 2569'],
  ['มท ๐๘๐๘.๔/ว 12 ต.ค. 2569', 'arabic', 'มท 0808.4/ว 12 ต.ค. 2569'],
  ['มท ๐๘๐๘.๔/ว 12 ต.ค. 2569', 'thai', 'มท ๐๘๐๘.๔/ว ๑๒ ต.ค. ๒๕๖๙'],
] as const)('writes %s in digits that are %s', (text, digits, expected) => {
  expect(inDigits(text, digits)).toBe(expected);
});

it.each([
  ['1234567.89', 'written', '1.23'],
  ['1234567.89', 'baht', '1,234,567.89'],
  ['1234567.89', 'thousands', '1,235'],
  ['1234567.89', 'millions', '1.23'],
  ['-0.25', 'baht', '-0.25'],
  ['1e6', 'baht', '1.23'],
  ['', 'baht', '1.23'],
] as const)('writes %s baht in %s', (baht, unit, expected) => {
  expect(amountInUnit(baht, '1.23', unit)).toBe(expected);
});

it('keeps the decimals of a tick', () => {
  expect(amountInUnit('200.00', '200', 'thousands', true)).toBe('0.2');
});
