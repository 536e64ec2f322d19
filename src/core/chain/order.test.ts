import { expect, it } from 'vitest';
import { orderEvents } from './order.ts';

const event = (name: string, value: string | null) => ({ name, date: { value } });

it.each([
  ['nothing', [], ''],
  [
    'by day, whatever the order of recording',
    [event('b', '2025-04-17'), event('a', '2025-04-11')],
    'a b',
  ],
  [
    'an undated one behind the one recorded before it',
    [event('b', '2025-04-17'), event('?', null), event('a', '2025-04-11')],
    'a b ?',
  ],
  ['an undated first one stays first', [event('?', null), event('a', '2025-04-11')], '? a'],
  [
    'a month alone is no day',
    [event('b', '2025-04-17'), event('?', '2025-04'), event('a', '2025-04-11')],
    'a b ?',
  ],
  ['equal days as recorded', [event('a', '2025-04-11'), event('b', '2025-04-11')], 'a b'],
])('orders %s', (_, events, expected) => {
  expect(
    orderEvents(events)
      .map(({ name }) => name)
      .join(' '),
  ).toBe(expected);
});
