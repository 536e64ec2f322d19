import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toThaiDigits } from '../digits.ts';
import { readNumberText } from './number-text.ts';

// Unit 0899 and the prefix ชช are of no office.
it.each([
  ['ด่วนที่สุด ที่ มท 0899.9/ว 1541', 'most-urgent', null],
  ['ด่วนมาก มท 0899.9/ว1541', 'very-urgent', null],
  ['(ด่วน) มท 0899.9/ว 1541', 'urgent', null],
  ['ด่วนที่สุดที่มท0899.9/ว1541', 'most-urgent', null],
  ['ด่วนที่สุด\nที่ มท ๐๘๙๙.๙/ว ๑๕๔๑\nลงวันที่ ๒ เมษายน ๒๕๖๘', 'most-urgent', '2025-04-02'],
  ['มท 0899.9/ว 1541 ลว. 2 เม.ย. 68', null, '2025-04-02'],
  ['มท 0899.9/ว 1541 ลว 2/4/2568', null, '2025-04-02'],
  ['มท 0899.9/ว 1541 (2 เม.ย. 2568)', null, '2025-04-02'],
  ['มท.0899.9/ว.1541', null, null],
  ['ม.ท. 0899.9 / ว. 1541', null, null],
  ['มท 0899.9 ว 1541', null, null],
  ['มท0899.9ว1541', null, null],
  ['ที่ ที่ มท 0899.9/ว 1541', null, null],
  ['มท 0899.9/ว 1541.', null, null],
  ['มท 0899.9/ว 1541.0', null, null],
  ['มท 0899.9/ว 01541', null, null],
  ['มท 0899.9/(ว)1541', null, null],
  ['มท 0899.9//ว 1541', null, null],
  ['มท 0899.9-ว 1541', null, null],
  ['หนังสือที่ มท 0899.9/ว 1541', null, null],
  ['เลขที่ มท 0899.9/ว 1541', null, null],
  ['มท\u00a00899.9/ว\u200b1541', null, null],
  ['"มท 0899.9/ว 1541"', null, null],
  ['มท 0899.9/ว 1541 เวียน', null, null],
])('reads %j as one number', (text, urgency, date) => {
  expect(readNumberText(text)).toMatchObject({
    number: 'มท 0899.9/ว 1541',
    urgency,
    date,
    rest: '',
  });
});

it.each([
  ['มท 0899.9/ว 1541-1545', '1545'],
  ['มท 0899.9/ว 1541 และ 1542', 'และ 1542'],
  ['มท 0899.9/1541 (ว)', 'ว'],
  ['มท 0899.9/ว 1541 สำเนาส่ง', 'สำเนาส่ง'],
  ['มท 0899.9/ว 1541 ลว. 31 ก.พ. 68', '31 ก พ 68'],
])('leaves what it cannot account for in %j', (text, rest) => {
  expect(readNumberText(text).rest).toBe(rest);
});

it.each([
  '',
  '-',
  '808.4',
  '2568-01-01',
  'ไม่มีเลข',
  'มท 0899.9/ว 1541, ว 1542',
  'มท 0899.9/ว 1 ลว. 2 เม.ย. 68 และ มท 0899.9/ว 2 ลว. 3 เม.ย. 68',
])('reads no single number in %j', (text) => {
  expect(readNumberText(text)).toMatchObject({ written: null, number: null });
});

it('keeps the parts of a number that is not whole', () => {
  expect(readNumberText('0899.9/ว 1541')).toMatchObject({
    number: null,
    written: { prefix: null, unit: '0899.9', running: '1541' },
    rest: '',
  });
});

it('finds the year beside a number', () => {
  expect(readNumberText('มท 0899.9/ว 1541/2568')).toMatchObject({
    number: 'มท 0899.9/ว 1541',
    year: 2025,
    rest: '',
  });
});

it('reads any number again, with anything usual around it', () => {
  const number = fc
    .tuple(
      fc.integer({ min: 100, max: 999 }),
      fc.option(fc.integer({ min: 1, max: 99 })),
      fc.integer({ min: 1, max: 999_999 }),
      fc.boolean(),
    )
    .map(
      ([unit, part, running, circular]) =>
        `มท 0${unit}${part === null ? '' : `.${part}`}/${circular ? 'ว ' : ''}${running}`,
    );
  const before = fc.constantFrom('', 'ที่ ', 'ด่วนที่สุด ที่ ', 'ด่วนมาก ', '(ด่วน) ', 'หนังสือที่ ', ' ');
  const behind = fc.constantFrom(
    '',
    '.',
    ' ลว. 2 เม.ย. 68',
    '\nลงวันที่ ๒ เมษายน ๒๕๖๘',
    ' (ด่วนที่สุด)',
    ' ',
  );
  fc.assert(
    fc.property(before, number, behind, fc.boolean(), (left, one, right, isThai) => {
      const found = readNumberText(left + (isThai ? toThaiDigits(one) : one) + right);
      expect([found.number, found.rest]).toEqual([one, '']);
    }),
  );
});
