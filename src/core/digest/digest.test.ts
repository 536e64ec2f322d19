import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarSource, eventsOf } from '#core/calendar/event.ts';
import type { Action } from '#core/letter/circular.ts';
import { dateOfDayNumber, dayNumber } from '#core/letter/date.ts';
import {
  type DigestPage,
  digester,
  digestOf,
  eventfulWeeks,
  mondayOf,
  weekFrom,
} from './digest.ts';

const page = (given: Partial<DigestPage> = {}): DigestPage => ({
  path: '/circulars/2569/a/',
  title: 'ปิดระบบ',
  summary: 'ระบบปิดสองวัน',
  sample: false,
  published: '2026-11-02',
  changes: [],
  ...given,
});

const action = (given: Partial<Action>): Action => ({
  key: 'send',
  role: 'user',
  what: 'ส่งแบบ',
  revision: 0,
  cancelled: false,
  source: 'ข้อ 2',
  ...given,
});

const dated = (given: Partial<Action>, of: Partial<CalendarSource> = {}) =>
  eventsOf({
    path: '/circulars/2569/a/',
    title: 'ปิดระบบ',
    letterDate: '2026-05-30',
    actions: [action(given)],
    withdrawn: false,
    sample: false,
    published: '2026-06-01',
    changes: [],
    ...of,
  });

const WEEK = { from: '2026-11-23', to: '2026-11-29' };
const by = 'circulars/2569/b';

describe('digestOf', () => {
  const pages = [
    page({ published: '2026-11-23' }),
    page({ path: '/faq/b/', published: '2026-11-29' }),
    page({ path: '/faq/before/', published: '2026-11-22' }),
    page({ path: '/faq/after/', published: '2026-11-30' }),
    page({
      path: '/laws/c/',
      force: { status: 'cancelled', by, recorded: '2026-11-25', since: '2026-01-01' },
    }),
    page({ path: '/laws/d/', force: { status: 'expired', by, recorded: '2026-11-22' } }),
    page({
      path: '/manuals/e/',
      changes: [
        { date: '2026-11-24', note: 'แก้เบอร์', major: false },
        { date: '2026-11-24', note: 'เปลี่ยนขั้นตอน', major: true },
      ],
      withdrawnFiles: [{ number: 1, date: '2026-11-26', note: 'แบบ: ถอน' }],
    }),
  ];

  it('holds every event of the period by kind, the newest first, and no other', () => {
    const { sections } = digestOf(pages, [], WEEK);
    expect(
      sections.map(({ name, events }) => [name, ...events.map(({ page: { path } }) => path)]),
    ).toEqual([
      ['withdrawn', '/laws/c/'],
      ['files', '/manuals/e/'],
      ['major', '/manuals/e/'],
      ['published', '/faq/b/', '/circulars/2569/a/'],
      ['minor', '/manuals/e/'],
    ]);
  });

  it.each([
    ['a deadline on the first day after', { deadline: { value: '2026-11-30' } }, ['2026-11-30']],
    ['a deadline on the last day ahead', { deadline: { value: '2026-12-13' } }, ['2026-12-13']],
    ['a deadline within the period', { deadline: { value: '2026-11-29' } }, []],
    ['a deadline later', { deadline: { value: '2026-12-14' } }, []],
    ['a window that ends', { window: { from: '2026-11-01', to: '2026-12-01' } }, ['2026-12-01']],
    ['a window that begins', { window: { from: '2026-12-02', to: '2027-01-01' } }, ['2026-12-02']],
    ['a window around', { window: { from: '2026-11-01', to: '2027-01-01' } }, []],
    ['a duty that recurs', { every: 'P6M', window: { from: '2025-12-01' } }, ['2026-12-01']],
    ['a cancelled action', { deadline: { value: '2026-12-01' }, cancelled: true }, []],
  ] as [string, Partial<Action>, string[]][])('lists as coming: %s', (_, given, days) => {
    expect(digestOf([], dated(given), WEEK).due.map(({ day }) => day)).toEqual(days);
  });

  it('lists no date of a letter that no longer holds', () => {
    const events = dated({ deadline: { value: '2026-12-01' } }, { withdrawn: true });
    expect(digestOf([], events, WEEK).due).toEqual([]);
  });

  it('looks ahead as far as it is asked to', () => {
    const events = dated({ deadline: { value: '2026-12-20' } });
    expect(digestOf([], events, WEEK, 30)).toMatchObject({
      dueUntil: '2026-12-29',
      due: [{ day: '2026-12-20' }],
    });
  });
});

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

describe('digester', () => {
  const someDay = fc.integer({ min: 20_000, max: 20_060 }).map(dateOfDayNumber);
  const somePage = fc.record({
    path: fc.constantFrom('/faq/a/', '/faq/b/', '/faq/c/'),
    published: someDay,
    changes: fc.array(
      fc.record({ date: someDay, note: fc.constantFrom('ก', 'ข'), major: fc.boolean() }),
      { maxLength: 3 },
    ),
  });
  const someAction = fc.oneof(
    someDay.map((value) => ({ deadline: { value } })),
    fc.tuple(someDay, someDay).map(([from, to]) => ({ window: { from, to } })),
    someDay.map((from) => ({ every: 'P1M', window: { from } })),
  ) as fc.Arbitrary<Partial<Action>>;

  it('gives for each period the events and dates that lie in it, however many it is asked for', () => {
    fc.assert(
      fc.property(
        fc.array(somePage, { maxLength: 8 }),
        fc.array(someAction, { maxLength: 8 }),
        fc.array(fc.tuple(someDay, fc.integer({ min: 0, max: 20 })), {
          minLength: 2,
          maxLength: 4,
        }),
        (given, actions, periods) => {
          const pages = given.map((one) => page(one));
          const dates = actions.flatMap((one) => dated(one));
          const digest = digester(pages, dates);
          for (const [from, days] of periods) {
            const to = dateOfDayNumber(dayNumber(from) + days);
            const isIn = (day: string) => day >= from && day <= to;
            const found = digest({ from, to });
            const events = found.sections.flatMap((section) => section.events);
            const expected = pages.flatMap(({ published, changes }) =>
              [published, ...changes.map(({ date }) => date)].filter(isIn),
            );
            expect(events.map(({ date }) => date).sort()).toEqual(expected.sort());
            const ahead = (day: string) => day > to && day <= found.dueUntil;
            const single = dates.filter(({ every }) => !every);
            expect(
              found.due.filter(({ event }) => !event.every).map(({ day, event }) => [event, day]),
            ).toEqual(
              single
                .filter((event) => ahead(event.from) || ahead(event.to))
                .map((event) => [event, ahead(event.from) ? event.from : event.to] as const)
                .sort(([a, x], [b, y]) => compareText(x, y) || compareText(a.key, b.key)),
            );
            expect(found).toEqual(digestOf(pages, dates, { from, to }));
          }
        },
      ),
    );
  });
});

const anyDay = fc.integer({ min: 0, max: 40_000 }).map(dateOfDayNumber);

describe('weeks', () => {
  it.each([
    ['2026-11-28', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['1969-12-31', '1969-12-29'],
  ])('%s is in the week from %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it('have seven days, and every day stands in its own', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { from, to } = weekFrom(mondayOf(day));
        expect(from <= day && day <= to).toBe(true);
        expect(dayNumber(to) - dayNumber(from)).toBe(6);
      }),
    );
  });

  it('are those in which anything happened, none after the day', () => {
    const pages = [
      page({ published: '2026-11-02' }),
      page({ published: '2026-11-26', changes: [{ date: '2026-12-05', note: 'ก', major: true }] }),
    ];
    expect(eventfulWeeks(pages, '2026-11-28')).toEqual(['2026-11-23', '2026-11-02']);
  });
});
