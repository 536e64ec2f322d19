import { describe, expect, it } from 'vitest';
import type { OfficeType } from '#core/office/office.ts';
import {
  afterRecording,
  beforeIssue,
  beforeSending,
  type KnownOffices,
} from './impossible-dates.ts';
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
  const office = (type: OfficeType, province?: string, ...districts: string[]) => ({
    type,
    province,
    districts,
  });
  const OFFICES: KnownOffices = new Map([
    ['dla', office('department')],
    ['p50', office('province')],
    ['d5009', office('district', 'p50')],
    ['d5109', office('district', 'p51')],
    ['a500104', office('sao', 'p50', 'd5001', 'd5009')],
    ['a500001', office('pao', 'p50')],
  ]);
  const sent = (to: string[], date: string | undefined = '2025-04-10', office = 'p50') =>
    row(1, 'sent', office, date, { to });
  it.each<[string, Movement, string, number]>([
    ['by id', sent(['a500104']), 'a500104', 1],
    ['by the group of provinces', sent(['provinces'], '2025-04-10', 'dla'), 'p50', 1],
    ['by the districts of a province', sent(['districts']), 'd5009', 1],
    ['to the districts of another province', sent(['districts']), 'd5109', 0],
    ['by a group of a district', sent(['saos'], '2025-04-10', 'd5009'), 'a500104', 1],
    ['by a group of another district', sent(['saos'], '2025-04-10', 'd5002'), 'a500104', 0],
    ['by a group of another kind', sent(['towns'], '2025-04-10', 'd5009'), 'a500104', 0],
    ['by a group of a province', sent(['paos']), 'a500001', 1],
    ['by a group, and not known', sent(['saos'], '2025-04-10', 'd5009'), 'a999999', 0],
    ['on a day that is not known', sent(['a500104'], '2025-04'), 'a500104', 0],
  ])('an office written to %s', (_, letter, office, count) => {
    const found = (day: string) =>
      beforeSending([letter, row(2, 'received', office, day)], OFFICES);
    expect(found('2025-04-09')).toHaveLength(count);
    expect(found('2025-04-10')).toEqual([]);
  });

  it('goes by the first of several letters', () => {
    const letters = [
      sent(['p50'], '2025-04-10', 'dla'),
      { ...sent(['p50'], '2025-04-01', 'dla'), no: 2 },
    ];
    const found = (day: string) =>
      beforeSending([...letters, row(3, 'received', 'p50', day)], OFFICES);
    expect(found('2025-04-05')).toEqual([]);
    expect(found('2025-03-31')[0]).toMatchObject({ no: 3, against: 2 });
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
