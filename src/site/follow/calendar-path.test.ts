import { describe, expect, it } from 'vitest';
import type { CalendarSource } from '#core/calendar/event.ts';
import type { Action } from '#core/letter/circular.ts';
import { PAGE, replaced } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getCirculars } from '../content.ts';
import { calendarOfAction, calendarPath, datedActions } from './calendar-path.ts';

const ACTION: Action = {
  key: 'identify-again',
  role: 'user',
  what: 'ยืนยันตัวตน',
  revision: 0,
  cancelled: false,
  source: 'letter',
};
const CIRCULAR: CalendarSource = {
  path: '/circulars/2568/a/',
  title: 'ก',
  letterDate: '2025-04-02',
  actions: [],
  withdrawn: false,
  sample: false,
  published: '2026-11-21',
  changes: [],
};

describe('the calendar file of an action', () => {
  it.each<[string, Partial<Action>]>([
    ['deadline', { deadline: { value: '2026-12-01' } }],
    ['window', { window: { from: '2026-12-01', to: '2026-12-05' } }],
    ['duty that comes round', { every: 'P1M' }],
  ])('is one for a %s, named by the key of the action', (_, given) => {
    expect(calendarOfAction({ ...ACTION, ...given }, CIRCULAR)).toBe(
      '/calendar/circulars/2568/a/identify-again.ics',
    );
  });

  it('is the same for an action with two dates', () => {
    const both = { ...ACTION, deadline: { value: '2026-12-01' }, every: 'P1M' };
    expect(calendarOfAction(both, CIRCULAR)).toBe('/calendar/circulars/2568/a/identify-again.ics');
  });

  it.each<[string, Partial<Action>, Partial<CalendarSource>]>([
    ['without a date', {}, {}],
    ['whose month alone is known', { deadline: { value: '2026-12' } }, {}],
    ['that was taken back', { deadline: { value: '2026-12-01' }, cancelled: true }, {}],
    [
      'of a letter that no longer holds',
      { deadline: { value: '2026-12-01' } },
      { withdrawn: true },
    ],
    ['that comes round from a day that cannot be read', { every: 'P1M' }, { letterDate: null }],
  ])('is none for one %s', (_, given, rest) => {
    expect(calendarOfAction({ ...ACTION, ...given }, { ...CIRCULAR, ...rest })).toBe(null);
  });
});

it('takes the kind of the date off the key of an event, and no more', () => {
  expect(calendarPath({ key: '/circulars/2568/a/#identify-again-deadline' })).toBe(
    '/calendar/circulars/2568/a/identify-again.ics',
  );
});

it.each([
  ['  status: unknown', false],
  [
    '  status: expired\n  by: laws/old-letter\n  since: "2026-01-01"\n  recorded: "2026-11-21"',
    true,
  ],
])('tells calendars of a circular with %s that it was withdrawn: %s', async (force, withdrawn) => {
  openPortal(replaced(SITE_FILES, PAGE, '  status: unknown', force));
  const [entry] = await getCirculars();
  if (!entry) throw new Error('no circular');
  expect(datedActions(entry)).toMatchObject({
    path: '/circulars/2568/dla-0808-4-w15-0402/',
    letterDate: '2025-04-02',
    withdrawn,
    sample: false,
  });
});
