import { expect, it } from 'vitest';
import { byNewestLetter } from './order.ts';

const dated = (id: string, date: string | null, published = '2026-01-01') =>
  ({ id, published, letter: { date: { value: date } } }) as never as Parameters<
    typeof byNewestLetter
  >[0];

it('puts the newest letter first, and letters of one day by id', () => {
  const sorted = [
    dated('b', '2024-09-17'),
    dated('unreadable', null),
    dated('c', '2025-04-02'),
    dated('a', '2024-09-17'),
    dated('month', '2025-04'),
  ].sort(byNewestLetter);
  expect(sorted.map(({ id }) => id)).toEqual(['unreadable', 'c', 'month', 'a', 'b']);
});
