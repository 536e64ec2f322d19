import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, occurrences, parseEvery } from '#core/calendar/event.ts';
import { type CalendarHead, calendarPrinter, type EventWords, eventUid } from './ics.ts';

const HEAD: CalendarHead = { name: 'กำหนดเวลา', description: 'ตามที่หนังสือระบุ' };
const WORDS: EventWords = {
  title: ({ what, needsCheck }) => (needsCheck ? `ต้องตรวจสอบ: ${what}` : what),
  details: ({ circularTitle }) => `หนังสือ; "${circularTitle}", บรรทัดแรก\nบรรทัดที่สอง`,
};

const event = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  key: '/circulars/2568/x/#identify-window',
  path: '/circulars/2568/x/',
  circularTitle: 'เปิดระบบ',
  role: 'local-authority',
  what: 'ยืนยันตัวตน '.repeat(12).trim(),
  kind: 'window',
  from: '2025-04-05',
  to: '2025-04-21',
  needsCheck: false,
  revision: 0,
  cancelled: false,
  sample: false,
  stated: '2026-11-21',
  ...given,
});

const text = (...events: CalendarEvent[]): string =>
  calendarPrinter(new URL('https://wian.example/'), WORDS)(events, HEAD);

const parsed = (...events: CalendarEvent[]) =>
  new ICAL.Component(ICAL.parse(text(...events)))
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

it('says of an event the same in every calendar, and of each calendar its own name', () => {
  const print = calendarPrinter(new URL('https://wian.example/'), WORDS);
  const [one, other] = [event(), event({ key: '/circulars/2568/y/#report', what: 'รายงานผล' })];
  const eventsIn = (calendar: string) =>
    calendar.slice(calendar.indexOf('BEGIN:VEVENT'), calendar.lastIndexOf('END:VCALENDAR'));
  const all = print([one, other], HEAD);
  const own = print([other], { ...HEAD, name: 'ของ อปท.' });
  expect(eventsIn(all)).toBe(eventsIn(print([one], HEAD)) + eventsIn(own));
  expect(
    [all, own].map((text) =>
      new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue('x-wr-calname'),
    ),
  ).toEqual(['กำหนดเวลา', 'ของ อปท.']);
  expect(print([], HEAD)).not.toContain('VEVENT');
});

describe('a calendar, read by a parser that did not write it', () => {
  it('holds an all-day window whose last day is included', () => {
    const [read] = parsed(event());
    expect(read?.startDate.toString()).toBe('2025-04-05');
    expect(read?.startDate.isDate).toBe(true);
    expect(read?.endDate.toString()).toBe('2025-04-22');
    expect(read?.summary).toBe(event().what);
    expect(read?.description).toBe('หนังสือ; "เปิดระบบ", บรรทัดแรก\nบรรทัดที่สอง');
    expect(read?.component.getAllSubcomponents('valarm')).toHaveLength(2);
  });

  it('keeps lines within 75 octets', () => {
    const longest = text(event())
      .split('\r\n')
      .map((line) => Buffer.byteLength(line));
    expect(Math.max(...longest)).toBeLessThanOrEqual(75);
  });

  it('repeats a duty on the days that people would count', () => {
    const days = ['2025-09-25', '2026-03-25', '2026-09-25', '2027-03-25'];
    const every = parseEvery('P6M');
    const first = days[0] as string;
    const duty = event({ kind: 'recurring', from: first, to: first, every });
    const iterator = (parsed(duty)[0] as ICAL.Event).iterator();
    expect(days.map(() => iterator.next()?.toString())).toEqual(days);
    expect(occurrences(duty, { from: first, to: days.at(-1) as string })).toEqual(days);
  });

  it('repeats a duty on the days of its rule', () => {
    const days = ['2025-06-30', '2025-09-30', '2025-12-31', '2026-03-31'];
    const [first = ''] = days;
    const rule = 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1';
    const duty = event({
      kind: 'recurring',
      from: first,
      to: first,
      every: parseEvery('P3M'),
      rule,
    });
    const iterator = (parsed(duty)[0] as ICAL.Event).iterator();
    expect(days.map(() => iterator.next()?.toString())).toEqual(days);
  });

  it('keeps the UID through every change, and raises the sequence', () => {
    const before = parsed(event())[0];
    const after = parsed(event({ from: '2025-04-04', what: 'อื่น', revision: 1 }))[0];
    expect(after?.uid).toBe(before?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([0, 1]);
    expect(before?.uid).toBe(eventUid('/circulars/2568/x/#identify-window'));
  });

  it('strikes out what was cancelled, without alarms', () => {
    const [read] = parsed(event({ cancelled: true }));
    expect(read?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(read?.component.getAllSubcomponents('valarm')).toHaveLength(0);
  });

  it.each([
    ['a Thursday', {}, '2026-11-26', ['-P6DT15H', '-PT15H']],
    // The day before is a Sunday: two days earlier, nine o'clock of Friday.
    ['a Monday', {}, '2026-11-30', ['-P6DT15H', '-P2DT15H']],
    // The week before is a Sunday too.
    ['a Sunday', {}, '2026-11-29', ['-P8DT15H', '-P1DT15H']],
    ['a duty that recurs', { every: parseEvery('P1M') }, '2026-11-30', ['-P6DT15H', '-PT15H']],
  ])('rings in office hours before %s', (_, given, day, triggers) => {
    const [read] = parsed(event({ kind: 'deadline', from: day, to: day, ...given }));
    const alarms = read?.component.getAllSubcomponents('valarm') ?? [];
    expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual(triggers);
  });

  it('keeps the order of RFC 5545, 3.6: properties of the calendar, then components only', () => {
    const lines = text(event(), event({ key: 'x#y' }), event({ key: 'x#z', cancelled: true }))
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .slice(0, -1);
    const open: string[] = [];
    let hasComponent = false;
    const misplaced = lines.filter((line) => {
      const [, mark, name = ''] = /^(BEGIN|END):(.+)$/.exec(line) ?? [];
      if (mark === 'END') return open.pop() !== name;
      if (mark === 'BEGIN') {
        hasComponent ||= open.length > 0;
        open.push(name);
        return false;
      }
      return open.length === 0 || (open.length === 1 && hasComponent);
    });
    expect(misplaced).toEqual([]);
    expect(open).toEqual([]);
    for (const name of ['X-WR-TIMEZONE', 'VERSION', 'PRODID', 'METHOD', 'X-WR-CALNAME']) {
      expect(
        lines.filter((line) => line.startsWith(`${name}:`)),
        name,
      ).toHaveLength(1);
    }
  });

  it('says the same whenever it is built', () => {
    expect(text(event())).toBe(text(event()));
    expect(text(event())).toContain('DTSTAMP:20261120T170000Z');
  });
});
