import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { filesBelow, isThere, jsonOf, SITE, textOf } from './files.ts';

const FILES = filesBelow('/calendar', '.ics');

const eventsOf = (path: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(textOf(path)))
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

const uidsOf = (path: string): string[] => eventsOf(path).map(({ uid }) => uid);

describe.each(FILES)('%s', (path) => {
  it('is a calendar of all-day events, each with a UID of its own, that lead to their circulars', () => {
    const text = textOf(path);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('\r\nX-WR-TIMEZONE:Asia/Bangkok\r\n');
    const events = eventsOf(path);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const { component, startDate, endDate, summary, sequence } of events) {
      expect([startDate.isDate, endDate.isDate]).toEqual([true, true]);
      expect(endDate.compare(startDate)).toBe(1);
      expect(summary).not.toBe('');
      expect(sequence).toBeGreaterThanOrEqual(0);
      const url = String(component.getFirstPropertyValue('url'));
      expect(url.startsWith(`${SITE}/circulars/`) && isThere(url), url).toBe(true);
      const cancelled = component.getFirstPropertyValue('status') === 'CANCELLED';
      expect(component.getAllSubcomponents('valarm')).toHaveLength(cancelled ? 0 : 2);
    }
  });
});

it('has every event in the calendar of one action, and in those of all and of one role unless it is long past', () => {
  const all = uidsOf('/calendar/all.ics').sort();
  expect(all.length).toBeGreaterThan(1);
  const below = (folder: string) => FILES.filter((path) => path.startsWith(folder));
  expect(below('/calendar/roles/').flatMap(uidsOf).sort()).toEqual(all);
  const each = below('/calendar/circulars/').flatMap(eventsOf);
  expect(all.filter((uid) => !each.some((event) => event.uid === uid))).toEqual([]);
  const { asOf } = jsonOf('/api/v1/index.json');
  const yearAgo = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`;
  for (const event of each.filter(({ uid }) => !all.includes(uid))) {
    expect([event.isRecurring(), event.endDate.toString() <= yearAgo]).toEqual([false, true]);
  }
  expect(textOf('/calendar/all.ics').replaceAll('\r\n ', '')).toContain('เกินหนึ่งปี');
});

it('repeats the six-monthly duties on the days counted by hand', () => {
  const days = (path: string) => {
    const iterator = (eventsOf(path)[0] as ICAL.Event).iterator();
    return Array.from({ length: 4 }, () => iterator.next()?.toString());
  };
  // The letter is of 25 March 2025 and asks for both every six months.
  const byHand = ['2025-09-25', '2026-03-25', '2026-09-25', '2027-03-25'];
  expect(days('/calendar/circulars/2568/dla-x-wx-0325/change-password.ics')).toEqual(byHand);
  expect(days('/calendar/circulars/2568/dla-x-wx-0325/review-users.ics')).toEqual(byHand);
});

it('gives the window that a letter states with both its ends', () => {
  const [event] = eventsOf('/calendar/circulars/2568/dla-0808-4-w1541-0402/identify.ics');
  // The end of an all-day event is the day after (RFC 5545, 3.6.1).
  expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual([
    '2025-04-05',
    '2025-04-22',
  ]);
});
