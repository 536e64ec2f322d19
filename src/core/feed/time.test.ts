import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateOfDayNumber } from '#core/letter/date.ts';
import { rfc822, rfc3339 } from './time.ts';

it('writes the first moment of the day in Thailand', () => {
  expect(rfc822('2026-11-21')).toBe('Sat, 21 Nov 2026 00:00:00 +0700');
  expect(rfc3339('2026-11-21')).toBe('2026-11-21T00:00:00+07:00');
});

it('names the same moment, with the right weekday, in both forms', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
      const date = dateOfDayNumber(day);
      const moment = new Date(rfc3339(date));
      expect(new Date(rfc822(date))).toEqual(moment);
      const inThailand = new Date(moment.getTime() + 7 * 3_600_000);
      expect(rfc822(date).slice(0, 16)).toBe(inThailand.toUTCString().slice(0, 16));
    }),
  );
});
