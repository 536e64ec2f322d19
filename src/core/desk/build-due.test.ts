import { expect, it } from 'vitest';
import { buildDueAt } from './build-due.ts';

const NOW = Date.parse('2026-11-30T10:00:00Z');
const at = (time: string): number => Date.parse(`2026-11-30T${time}Z`);

it.each([
  ['nothing was recorded', { changes: 0, began: null, isOpen: false }, 10, null],
  ['the first change there ever was', { changes: 1, began: null, isOpen: false }, 10, NOW],
  ['a build long ago', { changes: 1, began: at('08:00:00'), isOpen: false }, 10, NOW],
  ['a build just now', { changes: 3, began: at('09:55:00'), isOpen: false }, 10, at('10:05:00')],
  ['a build that waits or runs', { changes: 3, began: at('09:00:00'), isOpen: true }, 10, null],
  ['no build by itself', { changes: 3, began: null, isOpen: false }, 0, null],
])('after %s it is due when it should be', (_, behind, pause, due) => {
  expect(buildDueAt(behind, pause, NOW)).toBe(due);
});
