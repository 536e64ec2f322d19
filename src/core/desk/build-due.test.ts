import { expect, it } from 'vitest';
import { type Behind, buildDueAt } from './build-due.ts';

const at = (time: string): number => Date.parse(`2026-11-30T${time}Z`);
const BEHIND: Behind = { changes: 3, began: null, isOpen: false };
const ONCE = { first: at('10:00:00'), last: at('10:00:00') };

it.each([
  ['nothing was recorded', { ...BEHIND, changes: 0 }, ONCE, 10, null],
  ['something was recorded for the first time', BEHIND, ONCE, 10, at('10:00:05')],
  ['a build was long ago', { ...BEHIND, began: at('08:00:00') }, ONCE, 10, at('10:00:05')],
  ['a build was just now', { ...BEHIND, began: at('09:55:00') }, ONCE, 10, at('10:05:00')],
  ['more is recorded', BEHIND, { ...ONCE, last: at('10:03:00') }, 10, at('10:03:05')],
  ['more is recorded all the time', BEHIND, { ...ONCE, last: at('10:09:58') }, 10, at('10:10:00')],
  ['a build waits or runs', { ...BEHIND, isOpen: true }, ONCE, 10, null],
  ['there is to be none by itself', BEHIND, ONCE, 0, null],
])('where %s it is due when it should be', (_, behind, waiting, pause, due) => {
  expect(buildDueAt(behind, waiting, pause)).toBe(due);
});
