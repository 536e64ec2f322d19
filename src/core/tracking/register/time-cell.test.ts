import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toThaiDigits } from '#core/letter/digits.ts';
import { readTimeCell } from './time-cell.ts';

it.each([
  ['๐๙.๓๐ น.', '09:30'],
  ['9:05', '09:05'],
  ['09.30น.', '09:30'],
  ['เวลา 09.30 น.', '09:30'],
  ['09:30:15', '09:30'],
  ['9:30:00 AM', '09:30'],
  ['1:05 pm', '13:05'],
  ['12:00 AM', '00:00'],
  ['9.3', '09:30'],
  ['0930', '09:30'],
  ['930', '09:30'],
  ['9 น.', '09:00'],
  ['0.395833333333333', '09:30'],
  ['2025-04-03T09:30', '09:30'],
  ['30/12/1899 9:30:00', '09:30'],
])('reads the time %j as %s', (text, time) => {
  expect(readTimeCell(text)).toEqual({ value: time, doubt: null });
});

it.each(['25.00', '9.7', '9:3', '0.5', 'เช้า', '09.30-10.00', '24:00', '9', '0:00:00', '00.00 น.'])(
  'leaves the time %j in doubt',
  (text) => {
    const found = readTimeCell(text);
    expect(found.value).toBeNull();
    expect(found.doubt).toContain(JSON.stringify(text));
  },
);

it.each(['', '-', ' น.'])('finds nothing in %j, and no fault', (text) => {
  expect(readTimeCell(text)).toEqual({ value: null, doubt: null });
});

it.each([
  ['9', '09:00'],
  ['9.3', '09:30'],
  ['13.5', '13:50'],
  ['0.3', null],
  ['0.05', null],
])('reads the number %j of a spreadsheet as %s', (text, time) => {
  expect(readTimeCell(text, 'number').value).toBe(time);
});

it('reads any time again from how people and spreadsheets write it', () => {
  fc.assert(
    fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
      // Midnight is what a spreadsheet makes of nothing.
      fc.pre(hour + minute > 0);
      const [hh, mm] = [String(hour).padStart(2, '0'), String(minute).padStart(2, '0')];
      for (const text of [
        `${hh}.${mm} น.`,
        `${hour}:${mm}`,
        toThaiDigits(`${hh}.${mm}`),
        `${hh}${mm}`,
      ])
        expect(readTimeCell(text).value).toBe(`${hh}:${mm}`);
      // As a number it has lost its zeros, and means the same time or none.
      if (hour > 0)
        expect(readTimeCell(String(Number(`${hour}.${mm}`)), 'number').value).toBe(`${hh}:${mm}`);
      const part = String((hour * 60 + minute) / 1440);
      expect([`${hh}:${mm}`, null]).toContain(readTimeCell(part, 'number').value);
    }),
  );
});
