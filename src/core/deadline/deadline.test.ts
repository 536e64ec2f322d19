import { describe, expect, it } from 'vitest';
import type { Action, Circular } from '#core/letter/circular.ts';
import { deadlineOf, deadlinesAhead, recurringDuties } from './deadline.ts';

const action = (fields: Partial<Action> = {}): Action => ({
  role: 'local-authority',
  what: 'ยืนยันตัวตน',
  source: 'letter',
  revision: 0,
  cancelled: false,
  ...fields,
});

const source = (
  id: string,
  actions: Action[],
  status: Circular['force']['status'] = 'in-force',
) => ({
  circular: { id, actions, force: { status, by: 'laws/x' } } as unknown as Circular,
});

describe('deadlineOf', () => {
  it.each([
    ['none', action(), null],
    ['a withdrawn action', action({ deadline: { value: '2025-04-30' }, cancelled: true }), null],
    ['a recurring duty', action({ every: 'P6M' }), null],
    ['an open window', action({ window: { from: '2025-04-04' } }), null],
    [
      'the end of a window',
      action({ window: { from: '2025-04-05', to: '2025-04-21' } }),
      { date: '2025-04-21', needsCheck: false },
    ],
    [
      'a certain day',
      action({ deadline: { value: '2025-04-30' } }),
      { date: '2025-04-30', needsCheck: false },
    ],
    [
      'the earlier of two readings',
      action({
        deadline: {
          value: null,
          doubt: {
            kind: 'conflict',
            readings: [
              { read: '๓๐', value: '2025-04-30', source: 'letter' },
              { read: '๒๐', value: '2025-04-20', source: 'fang' },
            ],
          },
        },
      }),
      { date: '2025-04-20', needsCheck: true },
    ],
    [
      'a month without a day',
      action({ deadline: { value: '2025-04', doubt: { kind: 'unreadable', readings: [] } } }),
      null,
    ],
  ])('%s', (_, given, expected) => {
    expect(deadlineOf(given)).toEqual(expected);
  });
});

describe('deadlinesAhead', () => {
  const due = (date: string) => action({ deadline: { value: date } });

  it('keeps the last day, drops the day before, puts the soonest first', () => {
    const sources = [
      source('a', [due('2025-05-01'), due('2025-04-09')]),
      source('b', [due('2025-04-10')]),
    ];
    expect(
      deadlinesAhead(sources, '2025-04-10').map((one) => [one.source.circular.id, one.daysLeft]),
    ).toEqual([
      ['b', 0],
      ['a', 21],
    ]);
  });

  it('asks nothing by a cancelled circular', () => {
    expect(deadlinesAhead([source('a', [due('2025-05-01')], 'cancelled')], '2025-04-10')).toEqual(
      [],
    );
  });
});

it('lists recurring duties of standing circulars only', () => {
  const review = action({ every: 'P6M' });
  const sources = [
    source('a', [review, action()]),
    source('b', [review], 'superseded'),
    source('c', [action({ every: 'P6M', cancelled: true })]),
  ];
  expect(recurringDuties(sources).map((duty) => duty.source.circular.id)).toEqual(['a']);
});
