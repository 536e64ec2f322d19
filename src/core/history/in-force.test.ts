import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORCE_STATUSES, type LegalForce } from '#core/force/force.ts';
import { dateOfDayNumber, dayNumber, type IsoDate } from '#core/letter/date.ts';
import { certain, type Fact } from '#core/letter/fact.ts';
import { type ForceRecord, forceFacts, inForceOn, spanOfFact } from './in-force.ts';

const by = 'circulars/2568/later';
const record = (given: Partial<ForceRecord> = {}): ForceRecord => ({
  force: { status: 'unknown' },
  date: certain('2024-09-17'),
  byDate: certain('2025-03-25'),
  marked: '2026-11-21',
  cancelledByAnother: false,
  ...given,
});

/** What the records say on a day: the state, or `? doubt`. */
const said = (given: ForceRecord, day: IsoDate): string => {
  const found = inForceOn([{ facts: forceFacts(given) }], day);
  const [one] = found.inForce;
  if (one) return one.retroactive ? 'in force, before its date' : 'in force';
  if (found.doubtful[0]) return `? ${found.doubtful[0].doubt}`;
  return found.ended.length > 0 ? 'ended' : 'not yet';
};

const conflict: Fact<IsoDate> = {
  value: '2024-09',
  doubt: {
    kind: 'conflict',
    readings: [
      { read: '๑๗ กันยายน ๒๕๖๗', value: '2024-09-17', source: 'letter' },
      { read: '๑๙ กันยายน ๒๕๖๗', value: '2024-09-19', source: 'p50' },
    ],
  },
};
const unreadable: Fact<IsoDate> = {
  value: null,
  doubt: { kind: 'unreadable', readings: [{ read: '๗๐ เม.ย.', value: null, source: 'letter' }] },
};

const force = (given: LegalForce): Partial<ForceRecord> => ({ force: given });
const CANCELLED = { status: 'cancelled', by } as const;
const HELD = { ...CANCELLED, from: '2024-10-01', since: '2025-04-01' } as const;
const IN_FORCE = { status: 'in-force', by } as const;

describe.each<[what: string, given: Partial<ForceRecord>, days: readonly [IsoDate, string][]]>([
  [
    'a letter of which nothing is on record',
    {},
    [
      ['1900-01-01', 'not yet'],
      ['2024-09-16', 'not yet'],
      ['2024-09-17', '? status'],
      ['2026-11-28', '? status'],
    ],
  ],
  [
    'one that a later letter cancelled, both days known',
    force(HELD),
    [
      ['2024-09-30', 'not yet'],
      ['2024-10-01', 'in force'],
      ['2025-03-31', 'in force'],
      ['2025-04-01', 'ended'],
    ],
  ],
  [
    'one that was replaced, of which no record says from when it held',
    force({ status: 'superseded', by, since: '2025-04-01' }),
    [
      ['2024-09-16', 'not yet'],
      ['2024-09-17', '? start'],
      ['2025-03-31', '? start'],
      ['2025-04-01', 'ended'],
    ],
  ],
  [
    'one that was cancelled, of which no record says since when',
    force({ ...CANCELLED, from: '2024-10-01' }),
    [
      ['2024-09-30', 'not yet'],
      ['2024-10-01', '? end'],
      ['2026-11-20', '? end'],
      ['2026-11-21', 'ended'],
    ],
  ],
  [
    'one that was cancelled, with neither day on record',
    force(CANCELLED),
    [
      ['2024-09-16', 'not yet'],
      ['2024-09-17', '? start'],
      ['2026-11-21', 'ended'],
    ],
  ],
  [
    'one that was cancelled in a month of which the day is not known',
    force({ ...HELD, since: '2025-04' }),
    [
      ['2025-03-31', 'in force'],
      ['2025-04-01', '? date'],
      ['2025-04-29', '? date'],
      ['2025-04-30', 'ended'],
    ],
  ],
  [
    'one that a later letter confirms',
    force(IN_FORCE),
    [
      ['2024-09-16', 'not yet'],
      ['2024-09-17', '? start'],
      ['2025-03-24', '? start'],
      ['2025-03-25', 'in force'],
      ['2030-01-01', 'in force'],
    ],
  ],
  [
    'one that was amended, and held before',
    force({ ...IN_FORCE, from: '2024-10-01', since: '2025-04-01', note: 'แก้ไขข้อ 3' }),
    [
      ['2024-09-30', 'not yet'],
      ['2024-10-01', 'in force'],
      ['2025-04-01', 'in force'],
    ],
  ],
  [
    'one that was replaced in part, with a note, and whose other parts hold',
    force({ ...IN_FORCE, since: '2024-10-01', note: 'เว้นแต่ข้อ 2 ที่ถูกแทน' }),
    [
      ['2024-09-30', 'not yet'],
      ['2024-10-01', 'in force'],
    ],
  ],
  [
    'one that holds from a day before its own',
    force({ ...IN_FORCE, since: '2024-08-01' }),
    [
      ['2024-07-31', 'not yet'],
      ['2024-08-01', 'in force, before its date'],
      ['2024-09-16', 'in force, before its date'],
      ['2024-09-17', 'in force'],
    ],
  ],
  [
    'one that holds from a year',
    force({ ...IN_FORCE, from: '2025' }),
    [
      ['2024-12-31', 'not yet'],
      ['2025-01-01', '? date'],
      ['2025-12-31', 'in force'],
    ],
  ],
  [
    'one that ended by itself',
    force({ status: 'expired', by, from: '2024-10-01', since: '2025-10-01' }),
    [
      ['2025-09-30', 'in force'],
      ['2025-10-01', 'ended'],
    ],
  ],
  [
    'one that loses its force on a day to come',
    force({ ...HELD, since: '2027-01-01' }),
    [
      ['2026-12-31', 'in force'],
      ['2027-01-01', 'ended'],
    ],
  ],
  [
    'one on whose date copies disagree',
    { date: conflict },
    [
      ['2024-08-31', 'not yet'],
      ['2024-09-01', '? date'],
      ['2024-09-17', '? date'],
      ['2024-09-30', '? status'],
    ],
  ],
  [
    'one whose date nobody can read',
    { date: unreadable },
    [
      ['1900-01-01', '? date'],
      ['2026-11-28', '? date'],
    ],
  ],
  ['one without a date', { date: undefined }, [['2026-11-28', '? date']]],
  [
    'one whose date nobody can read, and whose days of force are on record',
    { date: unreadable, ...force(HELD) },
    [
      ['2024-09-30', 'not yet'],
      ['2024-10-01', 'in force'],
      ['2025-04-01', 'ended'],
    ],
  ],
  [
    'one that is confirmed by a letter whose date nobody can read',
    { byDate: unreadable, ...force(IN_FORCE) },
    [['2026-11-28', '? start']],
  ],
  [
    'one that is confirmed by a letter on whose date copies disagree',
    { byDate: conflict, ...force(IN_FORCE) },
    [
      ['2024-09-18', '? start'],
      ['2024-09-30', 'in force'],
    ],
  ],
  [
    'one that is said to hold and that another letter cancels',
    { ...force(IN_FORCE), cancelledByAnother: true },
    [['2026-11-28', '? contradiction']],
  ],
  [
    'one that was cancelled before its own date',
    force({ ...CANCELLED, since: '2024-01-01' }),
    [
      ['2023-12-31', '? contradiction'],
      ['2026-11-28', '? contradiction'],
    ],
  ],
])('%s', (_, given, days) => {
  it.each(days)('on %s: %s', (day, expected) => {
    expect(said(record(given), day)).toBe(expected);
  });
});

const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2027-12-31') });
const date = day.map(dateOfDayNumber);
const optionalDate = fc.option(
  fc.oneof(
    date,
    date.map((one) => one.slice(0, 7)),
    date.map((one) => one.slice(0, 4)),
  ),
  { nil: undefined },
);
const records = fc.record({
  force: fc.record({
    status: fc.constantFrom(...FORCE_STATUSES),
    from: optionalDate,
    since: optionalDate,
  }),
  date: fc.option(fc.oneof(date.map(certain), fc.constantFrom(conflict, unreadable)), {
    nil: undefined,
  }),
  byDate: fc.option(date.map(certain), { nil: undefined }),
  marked: date,
  cancelledByAnother: fc.boolean(),
});

it('never counts a letter of unknown status as in force, nor one that has ended as in force later', () => {
  fc.assert(
    fc.property(records, date, fc.nat({ max: 4000 }), (given, first, later) => {
      const now = said(given, first);
      const then = said(given, dateOfDayNumber(dayNumber(first) + later));
      if (given.force.status === 'unknown') expect(now).not.toMatch(/^in force|ended/);
      if (now === 'ended') expect(then).toBe('ended');
      if (now === 'in force' && given.force.status === 'in-force') expect(then).toBe('in force');
    }),
  );
});

it('puts every letter in one group, and keeps their order', () => {
  fc.assert(
    fc.property(fc.array(records), date, (all, on) => {
      const items = all.map((given, id) => ({ id, facts: forceFacts(given) }));
      const found = inForceOn(items, on);
      const groups = [
        found.inForce.map(({ item }) => item.id),
        found.doubtful.map(({ item }) => item.id),
        found.ended.map(({ id }) => id),
        found.notYet.map(({ id }) => id),
      ];
      expect(groups.flat().sort((a, b) => a - b)).toEqual(items.map(({ id }) => id));
      for (const group of groups) expect(group).toEqual([...group].sort((a, b) => a - b));
    }),
  );
});

it('takes a fact of which one reading means nothing for unknown', () => {
  expect(spanOfFact(conflict)).toEqual([dayNumber('2024-09-01'), dayNumber('2024-09-30')]);
  expect(spanOfFact(unreadable)).toBeNull();
});
