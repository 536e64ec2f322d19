import { describe, expect, it } from 'vitest';
import type { Action, Circular } from '#core/letter/circular.ts';
import { nearestDeadline, unclearDeadline } from './nearest-deadline.ts';

const action = (fields: Partial<Action>): Action => ({
  role: 'user',
  what: 'ส่งรายชื่อ',
  source: 'letter',
  revision: 0,
  cancelled: false,
  ...fields,
});
const by = (value: string): Action => action({ deadline: { value } });
const circular = (
  actions: Action[],
  status: Circular['force']['status'] = 'unknown',
): Pick<Circular, 'actions' | 'force'> => ({ actions, force: { status } });
const AS_OF = '2026-11-28';

describe('nearestDeadline', () => {
  it.each([
    ['nothing to do', [], null],
    ['no day stated', [action({ every: 'P6M' })], null],
    ['a day withdrawn', [action({ deadline: { value: '2026-12-01' }, cancelled: true })], null],
    ['one to come', [by('2026-12-01')], ['2026-12-01', 3, false]],
    ['today', [by('2026-11-28')], ['2026-11-28', 0, false]],
    ['one past', [by('2026-11-20')], ['2026-11-20', -8, false]],
    ['the same day twice', [by('2026-12-01'), by('2026-12-01')], ['2026-12-01', 3, false]],
    ['past and to come', [by('2026-12-31'), by('2026-11-01')], ['2026-12-31', 33, true]],
    ['two to come', [by('2026-12-31'), by('2026-12-01')], ['2026-12-01', 3, true]],
    ['two past', [by('2026-01-31'), by('2026-02-01')], ['2026-02-01', -300, true]],
    ['a window', [action({ window: { to: '2026-11-30' } })], ['2026-11-30', 2, false]],
  ] as const)('%s', (_, actions, expected) => {
    const found = nearestDeadline(circular([...actions]), AS_OF);
    expect(found && [found.date, found.daysLeft, found.hasOthers]).toEqual(expected);
  });

  it.each(['cancelled', 'superseded', 'expired'] as const)('is none where it is %s', (status) => {
    expect(nearestDeadline(circular([by('2026-12-01')], status), AS_OF)).toBeNull();
  });

  it('says that a day has to be checked', () => {
    const deadline = {
      value: '2026-12-01',
      doubt: { kind: 'unclear' as const, readings: [] },
    };
    expect(nearestDeadline(circular([action({ deadline })]), AS_OF)?.needsCheck).toBe(true);
  });
});

describe('unclearDeadline', () => {
  const unread = { value: null, doubt: { kind: 'unreadable' as const, readings: [] } };

  it.each([
    ['a day', by('2026-12-01'), null],
    ['no deadline', action({}), null],
    ['a day that cannot be read', action({ deadline: unread }), unread],
    ['a month', by('2026-12'), { value: '2026-12' }],
    ['one withdrawn', action({ deadline: unread, cancelled: true }), null],
  ])('%s', (_, one, expected) => {
    expect(unclearDeadline(circular([one]))).toEqual(expected);
  });

  it('is none where the circular is cancelled', () => {
    expect(unclearDeadline(circular([action({ deadline: unread })], 'cancelled'))).toBeNull();
  });
});
