import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toThaiDigits } from '#core/letter/digits.ts';
import { isMeant, LONGEST_TRACE_QUERY, readTraceQuery } from './trace-query.ts';

const means = (typed: string, number: string): boolean =>
  readTraceQuery(typed)?.readings.some((reading) => isMeant(reading, 'letter', number)) ?? false;

describe('readTraceQuery', () => {
  it.each([
    'ชช 0099.9/ว 98765',
    'ชช ๐๐๙๙.๙/ว ๙๘๗๖๕',
    'ที่ ชช ๐๐๙๙.๙/ว๙๘๗๖๕',
    'ชช0099.9/ว.98765',
    'ช.ช. 0099.9 / ว. 98765',
    'ชช 00999/ว 98765',
    'ชช 99.9/ว 98765',
    'ชช 0099.9/98765',
    'ชช 0099.9//98765',
    'ชช 0099.9/ร 98765',
    'ชช 0099.9/๒๙๘๗๖๕',
    'ชช 0099.9/๙ ๙๘๗๖๕',
    'ชช 0099.9 ว 98765',
    'ชช 0099.9ว98765',
    'ชช 0099.9 98765',
    '0099.9/ว 98765',
    'ว 98765',
    'ว.98765',
    '98765',
    '/ว 98765',
    '298765',
    'หนังสือที่ ชช 0099.9/ว 98765 ลงวันที่ ๑๗ กันยายน ๒๕๖๗',
    'ว 98765 ลว. 17 ก.ย. 67',
    'ว 98765/2567',
    'ว 98765/67',
    'ว98765/๖๗',
    '98765/67',
    'ชช 0099.9/ว 98765/67',
    '98765 ปี 2567',
    'ด่วนที่สุด ที่ ชช 0099.9/ว 98765',
    'ด่วนมาก ชช ๐๐๙๙.๙/ว ๙๘๗๖๕ ลว. ๑๗ ก.ย. ๖๗',
    'ชช 0099.9/ว 98765 (ด่วนที่สุด)',
    'ด่วนที่สุด ว 98765',
    'ชช. 0099.9/(ว) 98765.',
    '\u200bชช\u00a00099.9/ว\t98765\u0000',
  ])('takes %j for the number that it is', (typed) => {
    expect(means(typed, 'ชช 0099.9/ว 98765')).toBe(true);
  });

  it.each([
    ['ซซ 0099.9/ว 98765', 'another prefix'],
    ['ชช 0098.9/ว 98765', 'another unit'],
    ['ชช 0099.9/ว 98756', 'another running number'],
    ['ว 8765', 'the end of a running number'],
  ])('does not take %j (%s) for it', (typed) => {
    expect(means(typed, 'ชช 0099.9/ว 98765')).toBe(false);
  });

  it('leaves a committee open that was not typed', () => {
    expect(means('ชช 0099.9/ว 11', 'ชช (กกก) 0099.9/ว 11')).toBe(true);
    expect(means('ชช (กกก) 0099.9/ว 11', 'ชช (กกก) 0099.9/ว 11')).toBe(true);
    expect(means('ชช (ขขข) 0099.9/ว 11', 'ชช (กกก) 0099.9/ว 11')).toBe(false);
  });

  it.each<[string, number | null]>([
    ['ว 11', null],
    ['ว 11/2567', 2567],
    ['ว 11/67', 2567],
    ['ว.11 / ๖๗', 2567],
    ['98765/67', 2567],
    ['98765 ปี 67', 2567],
    ['ว 11 พ.ศ. 67', 2567],
    ['0099/67', null],
    ['11 2567', 2567],
    ['ว 11 พ.ศ. 2567', 2567],
    ['ว 11 ปี พ.ศ.2567', 2567],
    ['ว 11 เม.ย. 2567', 2567],
    ['ชช 0099.9/ว 11 ลงวันที่ 31 มกราคม 2567', 2567],
    ['ชช 0099.9/2567', null],
    ['ด่วนที่สุด ที่ ชช 0099.9/ว 11 ลว. 31 ม.ค. 67', 2567],
    ['ชช 0099.9/ว 11/2567', 2567],
  ])('of %j the year is %s', (typed, year) => {
    expect(readTraceQuery(typed)?.year).toBe(year);
  });

  it.each<[string, string, boolean]>([
    ['98765', '98765', true],
    ['๐๐๙๙', '00099', true],
    ['99', '00099', true],
    ['เลขรับ 99', '99/2567', true],
    ['99/2567', '99', true],
    ['ว 99', '99', false],
    ['ชช 0099.9/99', '99', false],
  ])('as a number of a register %j means %j: %s', (typed, number, expected) => {
    const readings = readTraceQuery(typed)?.readings ?? [];
    expect(readings.some((reading) => isMeant(reading, 'register', number))).toBe(expected);
  });

  it.each([
    '',
    ' \u0000\n',
    'ว',
    'มท',
    'สวัสดี',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '1'.repeat(8),
    'ว 1'.repeat(40_000),
    ' '.repeat(LONGEST_TRACE_QUERY + 1),
  ])('reads no number in %.20j', (typed) => {
    expect(readTraceQuery(typed)).toBeNull();
  });

  it('never throws, and names only digits as what to look up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: LONGEST_TRACE_QUERY }), (typed) => {
        for (const { running } of readTraceQuery(typed)?.readings ?? [])
          expect(running).toMatch(/^\d{1,7}$/);
      }),
    );
  });

  it('finds any number again from its canonical and its printed form', () => {
    const number = fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 999_999 }), fc.boolean())
      .map(([unit, running, circular]) => `ชช 0${unit + 100}.9/${circular ? 'ว ' : ''}${running}`);
    fc.assert(fc.property(number, (one) => means(one, one) && means(toThaiDigits(one), one)));
  });
});
