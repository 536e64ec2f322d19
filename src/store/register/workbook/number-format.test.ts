import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDayNumber, dayNumber } from '#core/letter/date.ts';
import { kindOfFormat, numberCell } from './number-format.ts';

describe('kindOfFormat', () => {
  it.each([
    'd/m/yyyy',
    'mm/dd/yy',
    '[$-41E]d mmm bb',
    '[$-41E]d\\ mmmm\\ bbbb',
    '[$-D07041E]d/m/b',
    '[$-107041E]d mmm yyyy;@',
    '[$-D000000]d/mm/yyyy h:mm "น."',
    'ว/ด/ปปปป',
    'ว ดดด ปป',
    'mmm-yy',
    '"วันที่" d/m/bb',
    '[Red]d/m/yyyy',
    'yyyy-mm-dd"T"hh:mm:ss',
  ])('takes %j for a day', (code) => expect(kindOfFormat(code)).toBe('date'));
  it.each(['h:mm', 'hh:mm:ss', '[h]:mm', 'h:mm AM/PM', 'mm:ss.0', 'h.mm "น."', 'ชช:นน'])(
    'takes %j for a time',
    (code) => expect(kindOfFormat(code)).toBe('time'),
  );
  it.each([
    'General',
    '0',
    '0.00',
    '#,##0',
    '@',
    '0000',
    '0.00E+00',
    '#,##0 "บาท"',
    '[Red]0.0',
    '0 "วัน"',
    't0',
    '',
  ])('takes %j for a number', (code) => expect(kindOfFormat(code)).toBe('number'));
  it.each<[number, string]>([
    [0, 'number'],
    [14, 'date'],
    [20, 'time'],
    [22, 'date'],
    [49, 'number'],
    [71, 'date'],
    [78, 'time'],
  ])('knows format %d without a code', (id, kind) =>
    expect(kindOfFormat(undefined, id)).toBe(kind),
  );
});

it.each<[number: number, code: string, text: string, type: string | undefined]>([
  [1541, '"มท 0899.9/ว "0', 'มท 0899.9/ว 1541', undefined],
  [7, '[$-41E]"ทล 0023.9/"000;@', 'ทล 0023.9/007', undefined],
  [12, '"เลขรับ "General', 'เลขรับ 12', undefined],
  [1, '"ลับ";;"ปกติ"', 'ลับ', undefined],
  [0, '"ลับ";;"ปกติ"', 'ปกติ', undefined],
  [2, '[=1]"ปกติ";[=2]"ลับ";"ลับมาก"', 'ลับ', undefined],
  [3, '[=1]"ปกติ";[=2]"ลับ";"ลับมาก"', 'ลับมาก', undefined],
  [12, '0', '12', 'number'],
  [1200, '#,##0 "บาท"', '1200', 'number'],
  [9.5, '0.0 "ก"', '9.5', 'number'],
])('shows %d by the format %s as %s', (value, code, text, type) => {
  expect(numberCell(String(value), 'number', code, false)).toEqual({ text, type });
});

it('gives any day and minute that a spreadsheet stores', () => {
  const day = fc.integer({ min: dayNumber('1901-01-01'), max: dayNumber('2699-12-31') });
  fc.assert(
    fc.property(day, fc.nat(1439), fc.boolean(), (days, minute, is1904) => {
      const date = dateOfDayNumber(days);
      const serial = days + 25_569 - (is1904 ? 1462 : 0);
      fc.pre(serial > 0);
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const cell = numberCell(String(serial + minute / 1440), 'date', undefined, is1904);
      expect(cell.text).toBe(minute === 0 ? date : `${date}T${time}`);
      expect(numberCell(String(minute / 1440), 'time', undefined, is1904).text).toBe(time);
    }),
  );
});
