import { expect, it } from 'vitest';
import { newestUpTo } from './record-day.ts';

it.each<[what: string, days: string[], day: string]>([
  ['the newest', ['2026-01-05', '2026-03-01', '2025-12-31'], '2026-03-01'],
  ['today itself', ['2026-11-28', '2026-01-05'], '2026-11-28'],
  ['none that is still to come', ['2026-01-05', '2026-12-01'], '2026-01-05'],
  ['no month without a day', ['2026-01-05', '2026-11'], '2026-01-05'],
  ['today where all is to come', ['2027-01-01'], '2026-11-28'],
  ['today where there is none', [], '2026-11-28'],
])('takes %s', (_, days, day) => {
  expect(newestUpTo(days, '2026-11-28')).toBe(day);
});
