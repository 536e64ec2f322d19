import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateOfDayNumber } from '#core/letter/date.ts';
import { readChosen, readDay, writeChosen } from './address.ts';

it('reads back the day and the filters that it writes', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: -20000, max: 40000 }), text, text, (number, section, topic) => {
      const day = dateOfDayNumber(number);
      const read = readChosen(writeChosen(day, { section, topic }));
      expect(read).toMatchObject({ section, topic });
      expect(readDay(read.day)).toBe(day);
    }),
  );
});

it.each([
  ['2568-10-01', '2025-10-01'],
  ['1/10/2568', '2025-10-01'],
  ['๑ ตุลาคม ๒๕๖๘', '2025-10-01'],
  [' 1 ต.ค. 68 ', '2025-10-01'],
  ['2025-10-01', '2025-10-01'],
  ['31/2/2568', null],
  ['1/13/2568', null],
  ['2568', null],
  ['', null],
  ['<script>', null],
])('reads %j as %s', (text, expected) => {
  expect(readDay(text)).toBe(expected);
});
