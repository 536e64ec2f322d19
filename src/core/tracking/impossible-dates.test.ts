import { describe, expect, it } from 'vitest';
import { afterRecording, beforeIssue, beforeSending } from './impossible-dates.ts';
import type { Movement } from './movement.ts';

const row = (
  no: number,
  kind: Movement['kind'],
  office: string,
  date?: string,
  given: Partial<Movement> = {},
): Movement => ({
  no,
  kind,
  office,
  date,
  to: [],
  doubt: {},
  source: 'letter',
  ...given,
});

describe('beforeIssue', () => {
  it.each([
    ['months before', '2025-04-02', '2025-01-15', 1],
    ['a day before', '2025-04-02', '2025-04-01', 1],
    ['on the day', '2025-04-02', '2025-04-02', 0],
    ['in the month that is all that is known', '2025-04', '2025-04-01', 0],
    ['before that month', '2025-04', '2025-03-31', 1],
    ['in that year', '2025', '2025-01-01', 0],
  ])('of a receipt %s (letter %s, receipt %s): %i', (_, letter, date, count) => {
    expect(beforeIssue([row(1, 'received', 'p50', date)], { value: letter })).toHaveLength(count);
  });

  it('goes by the earliest of the readings, and claims nothing of an unread date', () => {
    const conflict = {
      value: null,
      doubt: {
        kind: 'conflict' as const,
        readings: ['2025-04-02', '2025-03-02'].map((value) => ({
          read: value,
          value,
          source: 'x',
        })),
      },
    };
    expect(beforeIssue([row(1, 'received', 'p50', '2025-03-05')], conflict)).toEqual([]);
    expect(beforeIssue([row(1, 'received', 'p50', '2025-03-01')], conflict)).toHaveLength(1);
    expect(beforeIssue([row(1, 'done', 'p50', '1999-01-01')], { value: null })).toEqual([]);
  });

  it('passes over what is unclear, and names the row', () => {
    const unclear = row(2, 'received', 'p50', '2025-01-01', { doubt: { date: 'unclear' } });
    const [found, ...more] = beforeIssue([unclear, row(3, 'sent', 'p50', '2025-01-01')], {
      value: '2025-04-02',
    });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ no: 3, kind: 'before-issue' });
    expect(found?.what).toBe(
      'sent before the letter was issued: 2025-01-01, and the letter is of 2025-04-02',
    );
  });
});

describe('beforeSending', () => {
  const sent = (to: string[], date: string | undefined = '2025-04-10', office = 'p50') =>
    row(1, 'sent', office, date, { to });
  it.each<[string, Movement, string, number]>([
    ['by id', sent(['a500104']), 'a500104', 1],
    ['by the group of provinces', sent(['provinces'], '2025-04-10', 'dla'), 'p50', 1],
    ['by the districts of a province', sent(['districts']), 'd5009', 1],
    ['to the districts of another province', sent(['districts']), 'd5109', 0],
    ['by a group that ids do not tell', sent(['saos'], '2025-04-10', 'd5009'), 'a500104', 0],
    ['on a day that is not known', sent(['a500104'], '2025-04'), 'a500104', 0],
  ])('an office written to %s', (_, letter, office, count) => {
    expect(beforeSending([letter, row(2, 'received', office, '2025-04-09')])).toHaveLength(count);
    expect(beforeSending([letter, row(2, 'received', office, '2025-04-10')])).toEqual([]);
  });

  it('goes by the first of several letters', () => {
    const letters = [
      sent(['p50'], '2025-04-10', 'dla'),
      { ...sent(['p50'], '2025-04-01', 'dla'), no: 2 },
    ];
    expect(beforeSending([...letters, row(3, 'received', 'p50', '2025-04-05')])).toEqual([]);
    expect(beforeSending([...letters, row(3, 'received', 'p50', '2025-03-31')])[0]).toMatchObject({
      no: 3,
      against: 2,
    });
  });
});

it.each([
  ['2025-05-02', 1],
  ['2025-05-01', 0],
  ['2025-05', 0],
  ['2025-06', 1],
])('afterRecording on 1 May 2025: %s, %i', (date, count) => {
  expect(afterRecording([row(1, 'received', 'p50', date)], '2025-05-01')).toHaveLength(count);
});
