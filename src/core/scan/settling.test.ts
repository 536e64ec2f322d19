import { expect, it } from 'vitest';
import { lookAt } from './settling.ts';

const marks = (files: Readonly<Record<string, string>>) => new Map(Object.entries(files));

it.each([
  ['a file that just came', {}, { a: '1' }, {}, [], []],
  ['one that is as it was', { a: '1' }, { a: '1' }, {}, ['a'], []],
  ['one that is still written', { a: '1' }, { a: '2' }, {}, [], []],
  ['one that was read', { a: '1' }, { a: '1' }, { a: '1' }, [], []],
  ['one that was read and is written again', { a: '1' }, { a: '2' }, { a: '1' }, [], []],
  ['one that has changed since', { a: '2' }, { a: '2' }, { a: '1' }, ['a'], []],
  ['one that is gone', { a: '1' }, {}, { a: '1' }, [], ['a']],
  ['several in their order', { b: '1', a: '1' }, { a: '1', b: '1', c: '1' }, {}, ['a', 'b'], []],
] as const)('%s', (_, before, now, read, toRead, gone) => {
  expect(lookAt(marks(before), marks(now), marks(read))).toEqual({ toRead, gone });
});
