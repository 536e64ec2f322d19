import { describe, expect, it } from 'vitest';
import type { Action } from '#core/letter/circular.ts';
import {
  addEvery,
  type CalendarEvent,
  type CalendarSource,
  eventsOf,
  occurrences,
  parseEvery,
  withoutLongPast,
} from './event.ts';

const action = (given: Partial<Action>): Action => ({
  key: 'identify',
  role: 'local-authority',
  what: 'ยืนยันตัวตน',
  revision: 0,
  cancelled: false,
  source: 'letter',
  ...given,
});

const source = (given: Partial<CalendarSource>): CalendarSource => ({
  path: '/circulars/2568/x/',
  title: 'เปิดระบบอีกครั้ง',
  letterDate: '2025-04-02',
  actions: [],
  withdrawn: false,
  sample: false,
  published: '2026-11-21',
  changes: [],
  ...given,
});

describe('addEvery', () => {
  it.each([
    ['2025-03-25', 'P6M', 1, '2025-09-25'],
    ['2025-03-25', 'P6M', 2, '2026-03-25'],
    ['2025-08-31', 'P6M', 1, '2026-02-28'],
    ['2025-08-31', 'P6M', 2, '2026-08-31'],
    ['2024-02-29', 'P1Y', 1, '2025-02-28'],
    ['2025-12-31', 'P1M', 2, '2026-02-28'],
    ['2025-12-31', 'P2W', 1, '2026-01-14'],
    ['2025-12-31', 'P1D', 1, '2026-01-01'],
  ])('%s + %s × %i = %s', (date, every, times, result) => {
    expect(addEvery(date, parseEvery(every), times)).toBe(result);
  });
});

describe('eventsOf', () => {
  const datesOf = (given: Partial<Action>, more: Partial<CalendarSource> = {}) =>
    eventsOf(source({ actions: [action(given)], ...more })).map((event) => [
      event.key.split('#')[1],
      event.from,
      event.to,
      event.needsCheck,
    ]);

  it.each<[string, Partial<Action>, unknown[]]>([
    ['no date', {}, []],
    [
      'a window',
      { window: { from: '2025-04-05', to: '2025-04-21' } },
      [['identify-window', '2025-04-05', '2025-04-21', false]],
    ],
    [
      'a beginning',
      { window: { from: '2025-04-04' } },
      [['identify-begins', '2025-04-04', '2025-04-04', false]],
    ],
    [
      'a deadline',
      { deadline: { value: '2025-04-30' } },
      [['identify-deadline', '2025-04-30', '2025-04-30', false]],
    ],
    [
      'a deadline in doubt',
      { deadline: { value: '2025-04-30', doubt: { kind: 'unclear', readings: [] } } },
      [['identify-deadline', '2025-04-30', '2025-04-30', true]],
    ],
    ['a deadline in conflict', { deadline: { value: null } }, []],
    ['a duty', { every: 'P6M' }, [['identify-recurring', '2025-10-02', '2025-10-02', false]]],
    [
      'a duty due on a day of each month',
      { every: 'P1M', due: { day: 2 } },
      [['identify-recurring', '2025-05-02', '2025-05-02', false]],
    ],
    [
      'a duty from a stated day on',
      { every: 'P1M', due: { day: 2 }, window: { from: '2025-07-02' } },
      [
        ['identify-begins', '2025-07-02', '2025-07-02', false],
        ['identify-recurring', '2025-07-02', '2025-07-02', false],
      ],
    ],
    ['a duty due on working days', { every: 'P1M', due: { workday: 1 } }, []],
  ])('%s', (_, given, dates) => {
    expect(datesOf(given)).toEqual(dates);
  });

  it('counts a duty from the 28th at the latest, so that no month goes without it', () => {
    expect(datesOf({ every: 'P6M' }, { letterDate: '2025-08-31' })).toEqual([
      ['identify-recurring', '2026-02-28', '2026-02-28', false],
    ]);
  });

  it('counts no duty from a letter whose day is not known', () => {
    expect(datesOf({ every: 'P6M' }, { letterDate: '2025-04' })).toEqual([]);
    expect(datesOf({ every: 'P6M' }, { letterDate: null })).toEqual([]);
  });

  it.each<[string, Partial<Action>, boolean]>([
    ['rounds counted from it', { every: 'P6M' }, true],
    ['rounds on days that the letter states', { every: 'P1M', due: { day: 5 } }, true],
    ['rounds counted from another day', { every: 'P6M', window: { from: '2025-05-01' } }, false],
    ['a deadline, which has doubts of its own', { deadline: { value: '2025-12-01' } }, false],
  ])('where the date of the letter is in doubt: %s', (_, given, doubtful) => {
    const [certain, checked] = [false, true].map((isLetterDateDoubtful) =>
      datesOf(given, { isLetterDateDoubtful }).at(-1)?.at(-1),
    );
    expect([certain, checked]).toEqual([false, doubtful]);
  });

  it('cancels the events of a withdrawn circular, and tells calendars so by a higher revision', () => {
    const [event] = eventsOf(
      source({ withdrawn: true, actions: [action({ every: 'P6M', revision: 2 })] }),
    );
    expect(event).toMatchObject({ cancelled: true, revision: 3 });
  });

  it('is dated by the last word of the portal on it', () => {
    const changes = [{ date: '2026-12-05' }, { date: '2026-11-30' }];
    const [event] = eventsOf(source({ changes, actions: [action({ every: 'P6M' })] }));
    expect(event?.stated).toBe('2026-12-05');
  });
});

it('lists the days of a duty within a period', () => {
  const duty = { from: '2025-09-25', every: parseEvery('P6M') };
  expect(occurrences(duty, { from: '2026-01-01', to: '2027-03-25' })).toEqual([
    '2026-03-25',
    '2026-09-25',
    '2027-03-25',
  ]);
  expect(occurrences({ from: '2025-09-25' }, { from: '2026-01-01', to: '2027-01-01' })).toEqual([]);
});

describe('withoutLongPast', () => {
  const every = parseEvery('P6M');
  it.each<[string, Partial<CalendarEvent>, boolean]>([
    ['what ended a year ago', { to: '2025-11-28' }, true],
    ['what ended a year and a day ago', { to: '2025-11-27' }, false],
    ['what began long ago and is not over', { from: '2020-01-01', to: '2026-12-01' }, true],
    ['a duty that recurs, however old', { to: '2015-01-01', every }, true],
    ['a duty cancelled lately', { to: '2015-01-01', every, cancelled: true }, true],
    [
      'a duty cancelled long ago',
      { to: '2015-01-01', every, cancelled: true, stated: '2025-11-01' },
      false,
    ],
  ])('on 28 November 2026, of %s', (_, given, stays) => {
    const event = { from: '2015-01-01', stated: '2026-11-21', ...given } as CalendarEvent;
    expect(withoutLongPast([event], '2026-11-28')).toHaveLength(stays ? 1 : 0);
  });

  it('counts a year from the 29th of February', () => {
    const event = { from: '2023-02-28', to: '2023-02-28' } as CalendarEvent;
    expect(withoutLongPast([event], '2024-02-29')).toHaveLength(1);
  });
});
