import { describe, expect, it } from 'vitest';
import type { StatedDeadline } from '#core/letter/reading/deadlines.ts';
import { doubt, type Field } from '#core/letter/reading/field.ts';
import { ON_ONE_DAY } from '#core/letter/reading/stated-deadline.ts';
import { scoreDeadlines } from './score-deadlines.ts';
import { newScore, sharesOf, sumOf } from './tally.ts';
import { byDay, type TrueDeadline } from './truth.ts';

const read = (value: Partial<StatedDeadline>, isSure = true): Field<StatedDeadline> => ({
  value: {
    kind: 'by',
    from: null,
    to: null,
    time: null,
    ...ON_ONE_DAY,
    ...value,
  },
  read: '',
  line: 1,
  doubts: isSure ? [] : [doubt('unclear', 'noise')],
});

const within: TrueDeadline = { ...byDay(''), kind: 'within', to: null, within: 'P15D' };

describe('scoring of time limits', () => {
  it.each<[string, Field<StatedDeadline>[], TrueDeadline[], string]>([
    ['found', [read({ to: '2025-07-31' })], [byDay('2025-07-31')], 'deadline right'],
    ['in doubt', [read({ to: '2025-07-31' }, false)], [byDay('2025-07-31')], 'deadline doubtful'],
    ['missed', [], [byDay('2025-07-31')], 'deadline missed'],
    ['another day', [read({ to: '2025-07-30' })], [byDay('2025-07-31')], 'no deadline wrong'],
    ['one too many', [read({ to: '2025-07-31' })], [], 'no deadline wrong'],
    ['one too many, in doubt', [read({ to: '2025-07-31' }, false)], [], 'no deadline doubtful'],
    ['none', [], [], 'no deadline right'],
    ['a duration', [read({ kind: 'within', within: 'P15D' })], [within], 'deadline right'],
    ['another duration', [read({ kind: 'within', within: 'P5D' })], [within], 'deadline missed'],
    [
      'a duration of working days',
      [read({ kind: 'within', within: 'P15D' })],
      [{ ...within, workdays: true }],
      'deadline missed',
    ],
    [
      'a duration counted from another day',
      [read({ kind: 'within', within: 'P15D', countedFrom: 'receipt' })],
      [{ ...within, countedFrom: 'letter' }],
      'counted from wrong',
    ],
    [
      'another kind',
      [read({ kind: 'before', to: '2025-07-31' })],
      [byDay('2025-07-31')],
      'deadline kind wrong',
    ],
    [
      'another time',
      [read({ to: '2025-07-31', time: '16:30' })],
      [byDay('2025-07-31', { time: '12:00' })],
      'deadline time wrong',
    ],
    [
      'in another order',
      [read({ to: '2025-08-31' }), read({ to: '2025-07-31' })],
      [byDay('2025-07-31'), byDay('2025-08-31')],
      'no deadline right',
    ],
  ])('tells a time limit that is %s', (_, fields, truths, expected) => {
    const score = newScore();
    scoreDeadlines(score, fields, truths, 'here');
    const outcomes = [...score.tallies].flatMap(([name, tally]) =>
      Object.entries(tally).flatMap(([outcome, times]) =>
        times > 0 ? [`${name} ${outcome}`] : [],
      ),
    );
    expect(outcomes).toContain(expected);
    expect(score.wrong).toHaveLength(sumOf(score).wrong);
  });

  it('counts precision and recall with and without those in doubt', () => {
    const score = newScore();
    const truths = [byDay('2025-07-31'), byDay('2025-08-29'), byDay('2025-09-30')];
    const fields = [
      read({ to: '2025-07-31' }),
      read({ to: '2025-08-29' }, false),
      read({ to: '2025-12-31' }),
      read({ to: '2025-12-30' }, false),
    ];
    scoreDeadlines(score, fields, truths, 'here');
    expect(sharesOf(score.deadlines)).toEqual({
      precision: 1 / 2,
      recall: 2 / 3,
      surePrecision: 1 / 2,
      sureRecall: 1 / 3,
    });
  });

  it('has no shares of nothing', () => {
    expect(sharesOf(newScore().deadlines).precision).toBeNull();
  });
});
