import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buddhistYear,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  fiscalYear,
  formatThaiDate,
  parseIsoDate,
  readThaiDate,
} from './date.ts';

describe('readThaiDate', () => {
  it.each([
    ['๒๒ เมษายน ๒๕๖๘', '2025-04-22', null],
    ['22 เมษายน 2568', '2025-04-22', null],
    ['ลงวันที่ ๘ เมษาฯ ๒๕๖๘', '2025-04-08', null],
    ['ลว 31 พ.ค.2544', '2001-05-31', null],
    ['ลว. ๑ ม.ค. ๖๘', '2025-01-01', null],
    ['๑๔ กรกฎาคม พ.ศ. ๒๕๕๑', '2008-07-14', null],
    ['เม.ย. 68', '2025-04', null],
    ['29 กค 2562', '2019-07-29', null],
    ['๒๙ กุมภาพันธ์ ๒๕๖๗', '2024-02-29', null],
    ['๒๙ กุมภาพันธ์ ๒๕๖๘', '2025-02', 'impossible-day'],
    ['๗๙ เมษาฯ ๒๕๖๘', '2025-04', 'impossible-day'],
    ['๗๐ เมษายน ๒๕๖๘', '2025-04', 'impossible-day'],
    ['๐ เมษายน ๒๕๖๘', '2025-04', 'impossible-day'],
    ['๑ เมษายน ๒๐๒๕', null, 'impossible-year'],
    ['๑ เมษายน', null, 'unreadable'],
    ['๒๖ กี.ก.๖๔', null, 'unreadable'],
    ['', null, 'unreadable'],
    ['มิถุนายน 20, 2568', '2025-06-20', null],
    ['มิ.ย. ๒๐, ๒๕๖๘', '2025-06-20', null],
    ['มิถุนายน ๒๐ ๒๕๖๘', '2025-06-20', null],
    ['มิ.ย. 20, 68', '2025-06-20', null],
    ['มิ.ย. 20', null, 'unreadable'],
    ['มิ.ย. 20 68', null, 'unreadable'],
    ['June 20, 2025', '2025-06-20', null],
    ['20 Jun 2568', '2025-06-20', null],
    ['20 June 25', null, 'unreadable'],
    ['20 เมษายน ค.ศ. 2025', '2025-04-20', null],
    ['ลงวันที่ 20 เดือน มิถุนายน พ.ศ. 2568', '2025-06-20', null],
    ['วันที่ ๒๐ มิถุนายน พุทธศักราช ๒๕๖๘', '2025-06-20', null],
    ['วันศุกร์ที่ ๒๐ มิถุนายน ๒๕๖๘', '2025-06-20', null],
    ['วันพฤหัสที่ ๒๐ มิถุนายน ๒๕๖๘', '2025-06-20', 'weekday-of-other-day'],
    ['20-มิ.ย.-68', '2025-06-20', null],
    ['๑๐ กรกฏาคม ๒๕๖๘', '2025-07-10', null],
    ['๑๐ มิถุนาคม ๒๕๖๘', '2025-06-10', 'month-misspelled'],
    ['31 มิถุนาคม 2568', '2025-06', 'impossible-day'],
    ['7 ตุลาการ 2568', null, 'unreadable'],
    ['โครงการ 2568', null, 'unreadable'],
  ])('reads %s', (text, value, doubt) => {
    expect(readThaiDate(text)).toEqual({ value, doubt });
  });

  it('reads back every date that it prints, in every style', () => {
    const days = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2100-12-31') });
    const style = fc.record({
      month: fc.constantFrom('long', 'short'),
      digits: fc.constantFrom('arabic', 'thai'),
    });
    fc.assert(
      fc.property(days, style, (day, options) => {
        const date = dateOfDayNumber(day);
        expect(readThaiDate(formatThaiDate(date, options))).toEqual({ value: date, doubt: null });
      }),
    );
  });
});

describe('calendar arithmetic', () => {
  it('agrees with the platform on every day number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const date = dateOfDayNumber(day);
        expect(date).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(date)).toBe(day);
      }),
    );
  });

  it.each([
    ['2025-04-31', null],
    ['2025-13', null],
    ['2025-4-1', null],
    ['68-04-01', null],
    ['2025', { year: 2025 }],
    ['2025-04', { year: 2025, month: 4 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
  ])('parses %s', (text, parts) => {
    expect(parseIsoDate(text)).toEqual(parts);
  });

  it('refuses to count from a date without its day', () => {
    expect(() => daysBetween('2025-04', '2025-05-01')).toThrow(
      '"2025-04" is not a full calendar date',
    );
  });

  it.each([
    ['2024-09-30', 2567, 2567],
    ['2024-10-01', 2567, 2568],
    ['2025-04', 2568, 2568],
  ])('%s lies in B.E. %i and fiscal year %i', (date, year, fiscal) => {
    expect([buddhistYear(date), fiscalYear(date)]).toEqual([year, fiscal]);
  });
});
