import { describe, expect, it } from 'vitest';
import type { DueDay } from '#core/letter/recurrence.ts';
import { firstFrom, repetitionOf } from './recurrence-rule.ts';

describe('repetitionOf', () => {
  it.each<[string, DueDay, string, string]>([
    ['P1W', { weekday: 'friday' }, 'FREQ=WEEKLY;BYDAY=FR', '2025-06-27'],
    ['P1M', { weekday: 'monday', nth: 1 }, 'FREQ=MONTHLY;BYDAY=1MO', '2025-07-07'],
    ['P1M', { weekday: 'sunday', nth: 'last' }, 'FREQ=MONTHLY;BYDAY=-1SU', '2025-06-29'],
    ['P1M', { day: 5 }, 'FREQ=MONTHLY;BYMONTHDAY=5', '2025-07-05'],
    ['P1M', { day: 'last' }, 'FREQ=MONTHLY;BYMONTHDAY=-1', '2025-06-30'],
    ['P3M', { day: 'last' }, 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', '2025-06-30'],
    ['P1Y', { month: 4, day: 30 }, 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30', '2026-04-30'],
    ['P1Y', { month: 2, day: 'last' }, 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', '2026-02-28'],
  ])('repeats %s %o', (every, due, rule, first) => {
    const repetition = repetitionOf(every, due);
    expect(repetition?.rule).toBe(rule);
    expect(repetition && firstFrom(repetition, '2025-06-21')).toBe(first);
  });

  it.each<[string, DueDay]>([
    ['P1M', { day: 30 }],
    ['P1M', { day: 10, before: true }],
    ['P1M', { workday: 1 }],
    ['P3M', { workday: 'last' }],
    ['P1M', { after: 'P7D', end: 'month' }],
    ['P1Y', { month: 10 }],
    ['P1Y', { month: 2, day: 29 }],
  ])('is not certain of %s %o', (every, due) => {
    expect(repetitionOf(every, due)).toBeNull();
  });
});
