import { describe, expect, it } from 'vitest';
import {
  addMonths,
  fiscalYearOfMonth,
  isIsoMonth,
  monthsBetween,
  monthsOfFiscalYear,
  sameMonthLastYear,
} from './fiscal-year.ts';

describe('fiscal years', () => {
  it.each([
    ['2024-09', 2567],
    ['2024-10', 2568],
    ['2024-12', 2568],
    ['2025-01', 2568],
    ['2025-09', 2568],
    ['2025-10', 2569],
  ])('%s lies in %i', (month, year) => {
    expect(fiscalYearOfMonth(month)).toBe(year);
    expect(monthsOfFiscalYear(year)).toContain(month);
  });

  it('run from October to September', () => {
    const months = monthsOfFiscalYear(2568);
    expect([months[0], months.at(-1), months.length]).toEqual(['2024-10', '2025-09', 12]);
    expect(months).toEqual(monthsBetween('2024-10', '2025-09'));
  });

  it('count months over the turn of the year', () => {
    expect(addMonths('2025-01', -1)).toBe('2024-12');
    expect(sameMonthLastYear('2024-02')).toBe('2023-02');
    expect(monthsBetween('2025-02', '2025-01')).toEqual([]);
  });

  it.each(['2568-1', '2025-13', '2025-00', '2025', '25-01', '2025-10-01'])(
    'know that "%s" is no month',
    (text) => {
      expect(isIsoMonth(text)).toBe(false);
      expect(() => addMonths(text, 1)).toThrow(RangeError);
    },
  );
});
