import { expect, it } from 'vitest';
import { leftUntil } from './days-left.ts';

const TEXTS = { past: 'past', few: ['the last day', '1 day left'], many: '{days} days left' };

it.each([
  ['2026-11-20', 'past'],
  ['2026-11-21', 'the last day'],
  ['2026-11-22', '1 day left'],
  ['2026-12-01', '10 days left'],
])('until %s is on 2026-11-21: %s', (due, text) => {
  expect(leftUntil(due, '2026-11-21', TEXTS)).toBe(text);
});
