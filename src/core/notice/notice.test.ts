import { describe, expect, it } from 'vitest';
import { type Notice, noticeState, sortNotices } from './notice.ts';

const identify: Notice = {
  kind: 'window',
  service: 'New e-LAAS',
  from: '2025-04-05',
  until: '2025-04-21',
};
const closed: Notice = { kind: 'closed', service: 'New e-LAAS', from: '2025-03-27' };

describe('noticeState', () => {
  it.each([
    [identify, '2025-04-04', 'coming'],
    [identify, '2025-04-05', 'present'],
    [identify, '2025-04-21', 'present'],
    [identify, '2025-04-22', 'past'],
    [closed, '2025-03-26', 'coming'],
    [closed, '2025-03-27', 'begun'],
    [closed, '2026-11-21', 'begun'],
  ] as const)('%o on %s is %s', (notice, asOf, state) => {
    expect(noticeState(notice, asOf)).toBe(state);
  });

  it('takes no month for a day', () => {
    expect(() => noticeState(closed, '2025-04')).toThrow(RangeError);
  });
});

it('puts what holds first, what comes soonest next, then the latest of the rest', () => {
  const named = (id: string, from: string, until?: string) => ({
    id,
    notice: { ...closed, from, until },
  });
  const items = [
    named('over', '2025-01-01', '2025-01-02'),
    named('over later', '2025-02-01', '2025-02-02'),
    named('far', '2026-01-01', '2026-02-01'),
    named('near', '2025-06-01', '2025-07-01'),
    named('begun', '2025-03-27'),
    named('now', '2025-04-05', '2025-04-21'),
  ];
  expect(sortNotices(items, '2025-04-10').map(({ id, state }) => [id, state])).toEqual([
    ['now', 'present'],
    ['near', 'coming'],
    ['far', 'coming'],
    ['begun', 'begun'],
    ['over later', 'past'],
    ['over', 'past'],
  ]);
});
