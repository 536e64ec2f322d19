import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOARD_SECTIONS } from './post.ts';
import {
  digestDue,
  endingText,
  readEnding,
  retrySeconds,
  subscriptionHeaders,
} from './subscription.ts';

describe('what an address ends', () => {
  it('is read as it was written', () => {
    const thread = fc.integer({ min: 1, max: 999_999_999 }).map(String);
    const ending = fc.oneof(
      fc.constant('daily' as const),
      thread.map((target) => ({ kind: 'thread' as const, target })),
      fc.constantFrom(...BOARD_SECTIONS).map((target) => ({ kind: 'section' as const, target })),
    );
    fc.assert(
      fc.property(ending, (one) => {
        expect(readEnding(endingText(one))).toEqual(one);
      }),
    );
  });

  it.each(['', 'daily:', 'thread:', 'thread:0', 'thread:x', 'thread:1:2', 'user:1', 'section:ก'])(
    'is nothing where it says %j',
    (text) => expect(readEnding(text)).toBeNull(),
  );
});

describe('a letter that failed', () => {
  it.each([
    [0, 60],
    [1, 60],
    [2, 120],
    [6, 1920],
    [7, 3600],
    [5000, 3600],
  ])('%i times is tried again after %i seconds', (tries, seconds) => {
    expect(retrySeconds(tries)).toBe(seconds);
  });
});

describe('the letters of a day', () => {
  it.each([
    ['2026-11-29', 7, '2026-11-28T23:59:59Z', null],
    ['2026-11-29', 7, '2026-11-29T00:00:00Z', '2026-11-29T00:00:00.000Z'],
    ['2026-11-29', 7, '2026-11-29T16:59:59Z', '2026-11-29T00:00:00.000Z'],
    ['2026-11-30', 7, '2026-11-29T17:00:00Z', null],
    ['2026-11-29', 0, '2026-11-28T17:00:00Z', '2026-11-28T17:00:00.000Z'],
    ['2026-11-29', 23, '2026-11-29T15:59:59Z', null],
    ['2026-11-29', 23, '2026-11-29T16:00:00Z', '2026-11-29T16:00:00.000Z'],
  ])('of %s from %i o’clock at %s are of what came before %s', (day, hour, now, before) => {
    expect(digestDue(day, hour, new Date(now))?.before.toISOString() ?? null).toBe(before);
  });
});

it('letters name their list, and the address that one press posts to', () => {
  const headers = subscriptionHeaders(
    { kind: 'thread', target: '12' },
    'wian.example',
    'https://a/?b',
  );
  expect(headers).toEqual({
    'List-Id': '<thread-12.board.wian.example>',
    'List-Unsubscribe': '<https://a/?b>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
    Precedence: 'bulk',
  });
});
