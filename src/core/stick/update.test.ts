import { describe, expect, it } from 'vitest';
import { type FormerStick, goneFrom, isOurs, stepFor } from './update.ts';

const former = (files: Record<string, string>, begun: string[] = []): FormerStick => ({
  files: new Map(Object.entries(files)),
  begun: new Set(begun),
});
const NEXT = { size: 3, sha256: 'new' };
const THERE = { size: 3, isNewer: false };

describe('what is done with a file', () => {
  it.each([
    ['is not there', former({}), null, 'write'],
    ['was lost', former({ a: 'new' }), null, 'write'],
    ['is the same', former({ a: 'new' }), THERE, 'keep'],
    ['has changed', former({ a: 'old' }), THERE, 'write'],
    ['has another size', former({ a: 'new' }), { size: 2, isNewer: false }, 'write'],
    ['was written after the list', former({ a: 'new' }), { size: 3, isNewer: true }, 'read'],
    ['may be half written', former({ a: 'new' }, ['a']), THERE, 'read'],
    ['has no digest', former({}), THERE, 'read'],
  ] as const)('that %s', (_what, before, lying, step) =>
    expect(stepFor(before, 'a', NEXT, lying)).toBe(step),
  );
});

it.each([
  ['a', former({ a: '' }), true],
  ['a', former({}, ['a']), true],
  ['b', former({ a: '' }), false],
  ['stick/js/x.js', former({ a: '' }), true],
  ['stick/js/x.js', former({}), false],
])('%s of %j is ours: %s', (path, before, ours) => expect(isOurs(before, path)).toBe(ours));

it('names what is gone, with the scripts of a run that broke off', () => {
  const before = { b: '', a: '', c: '' };
  const lying = ['stick/js/old.js', 'mine.txt'];
  expect(goneFrom(former(before), new Set(['c']), lying)).toEqual(['a', 'b']);
  expect(goneFrom(former(before, ['d']), new Set(['c']), lying)).toEqual([
    'a',
    'b',
    'd',
    'stick/js/old.js',
  ]);
});
