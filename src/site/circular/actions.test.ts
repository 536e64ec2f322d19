import { describe, expect, it } from 'vitest';
import type { CalendarSource } from '#core/calendar/event.ts';
import type { Action } from '#core/letter/circular.ts';
import { intervalText, viewActions } from './actions.ts';

const action = (given: Partial<Action> = {}): Action => ({
  key: 'identify',
  role: 'user',
  what: 'ยืนยันตัวตน',
  revision: 0,
  cancelled: false,
  source: 'letter',
  ...given,
});

const circular = (
  actions: readonly Action[],
  given: Partial<CalendarSource> = {},
): CalendarSource => ({
  path: '/circulars/2568/a/',
  title: 'วิธีเข้าใช้งาน',
  letterDate: '2025-04-02',
  actions,
  withdrawn: false,
  sample: false,
  published: '2026-11-21',
  changes: [],
  ...given,
});

const nameSource = (key: string): string => `[${key}]`;
const only = (given: Partial<Action>, rest?: Partial<CalendarSource>) => {
  const [role] = viewActions(circular([action(given)], rest), nameSource);
  const [view] = role?.actions ?? [];
  if (!view) throw new Error('no action');
  return view;
};

describe('the times of an action', () => {
  it('are none, nor a calendar, where the letter states none', () => {
    expect(only({})).toMatchObject({ deadline: null, window: null, every: null, calendar: null });
  });

  it('are the deadline that the letter sets, with a calendar file of it', () => {
    const view = only({ deadline: { value: '2026-12-01' } });
    expect(view.deadline).toEqual({ text: '1 ธันวาคม 2569', doubt: null });
    expect(view.calendar).toBe('/calendar/circulars/2568/a/identify.ics');
  });

  it('are every reading of a deadline on which copies disagree, without a calendar', () => {
    const readings = [
      { read: '๑ ธ.ค.', value: '2026-12-01', source: 'letter' },
      { read: '๗ ธ.ค.', value: '2026-12-07', source: 'fang' },
    ];
    const view = only({ deadline: { value: null, doubt: { kind: 'conflict', readings } } });
    expect(view.deadline?.text).toBe(null);
    expect(view.deadline?.doubt?.readings.map(({ read, where }) => [read, where])).toEqual([
      ['๑ ธ.ค.', '[letter]'],
      ['๗ ธ.ค.', '[fang]'],
    ]);
    expect(view.calendar).toBe(null);
  });

  it.each([
    [{ from: '2025-04-05', to: '2025-04-21' }, '5 เมษายน 2568 ถึง 21 เมษายน 2568'],
    [{ from: '2025-04-05' }, 'ตั้งแต่ 5 เมษายน 2568'],
    [{ to: '2025-04-21' }, 'ถึง 21 เมษายน 2568'],
  ])('are the window %j', (window, text) => {
    expect(only({ window }).window).toBe(text);
  });
});

it.each<[Pick<Action, 'every' | 'due'>, string | null]>([
  [{}, null],
  [{ every: 'P1M' }, 'ทุกเดือน'],
  [{ every: 'P6M' }, 'ทุก 6 เดือน'],
  [{ every: 'P1M', due: { day: 5 } as Action['due'] }, 'วันที่ 5 ของทุกเดือน'],
])('says of a duty that comes round %j: %j', (given, text) => {
  expect(intervalText(given)).toBe(text);
});

it('names who asks for it only where that is not the letter itself', () => {
  expect(only({}).askedBy).toBe(null);
  expect(only({ source: 'fang' }).askedBy).toBe('[fang]');
});

it.each<[string, Partial<Action>, Partial<CalendarSource>, boolean]>([
  ['an action that a later letter took back', { cancelled: true }, {}, true],
  ['an action of a letter that no longer holds', {}, { withdrawn: true }, false],
])('offers no calendar of %s', (_, given, rest, marked) => {
  const view = only({ deadline: { value: '2026-12-01' }, ...given }, rest);
  expect(view.calendar).toBe(null);
  expect(view.withdrawn).toBe(marked);
});

it('is in groups of roles, in the order in which the letter names them', () => {
  const views = viewActions(
    circular([
      action({ role: 'executive', what: 'ก' }),
      action({ role: 'user', what: 'ข' }),
      action({ role: 'executive', what: 'ค' }),
    ]),
    nameSource,
  );
  expect(views.map(({ role, actions }) => [role, actions.map(({ what }) => what)])).toEqual([
    ['ผู้บริหารท้องถิ่น', ['ก', 'ค']],
    ['ผู้ใช้งานทุกคน', ['ข']],
  ]);
});

it.each<[string, Partial<Action>, boolean]>([
  ['its text', { what: 'ยืนยันตัวตนใหม่' }, true],
  ['its deadline', { deadline: { value: '2026-12-02' } }, true],
  ['its round', { every: 'P6M' }, true],
  ['the copy that asks for it', { source: 'fang' }, false],
])('is another thing to tick after a change of %s: %s', (_, given, changes) => {
  const before = only({ deadline: { value: '2026-12-01' } });
  expect(only({ deadline: { value: '2026-12-01' }, ...given }).tick !== before.tick).toBe(changes);
});

it('has a tick of its own for each of two that say the same', () => {
  const [role] = viewActions(circular([action(), action()]), nameSource);
  const ticks = role?.actions.map(({ tick }) => tick) ?? [];
  expect(new Set(ticks).size).toBe(2);
});
