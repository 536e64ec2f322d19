import { describe, expect, it } from 'vitest';
import { dueDay } from './due-day.ts';

describe('dueDay', () => {
  it.each([
    { day: 5 },
    { day: 'last' },
    { day: 10, before: true },
    { month: 4, day: 30 },
    { month: 10 },
    { weekday: 'friday' },
    { weekday: 'friday', nth: 'last' },
    { workday: 1 },
    { after: 'P7D', end: 'month' },
    { after: 'P5D', end: 'quarter', workdays: true },
  ])('takes %o', (due) => {
    expect(dueDay.parse(due)).toEqual(due);
  });

  it.each([
    {},
    { day: 32 },
    { day: 5, weekday: 'friday' },
    { month: 13 },
    { weekday: 'fri' },
    { weekday: 'friday', nth: 5 },
    { after: '7', end: 'month' },
    { after: 'P7D' },
    { workday: 0 },
  ])('refuses %o', (due) => {
    expect(dueDay.safeParse(due).success).toBe(false);
  });
});
