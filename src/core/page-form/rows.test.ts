import { expect, it } from 'vitest';
import { afterRowAct, readRowAct } from './rows.ts';

const TEXTS = new Map([
  ['f.changes#', '4'],
  ['f.changes[0].note', 'a'],
  ['f.changes[1].note', 'b'],
  ['f.changes[1].readings#', '1'],
  ['f.changes[1].readings[0].read', 'b0'],
  ['f.changes[2].note', 'c'],
  ['f.title', 't'],
]);
const notesAfter = (act: string): string[] => {
  const read = readRowAct(act);
  const text = read && afterRowAct((name) => TEXTS.get(name) ?? '', read);
  const count = Number(text?.('f.changes#'));
  return Array.from({ length: count }, (_, at) => text?.(`f.changes[${at}].note`) ?? '');
};

it.each([
  ['up:f.changes[1]', ['b', 'a', 'c', '']],
  ['up:f.changes[2]', ['a', 'c', 'b', '']],
  ['up:f.changes[0]', ['a', 'b', 'c', '']],
  ['up:f.changes[9]', ['a', 'b', 'c', '']],
  ['remove:f.changes[0]', ['b', 'c', '', '']],
  ['remove:f.changes[2]', ['a', 'b', '', '']],
  ['remove:f.changes[9]', ['a', 'b', 'c', '']],
  ['add:f.changes', ['a', 'b', 'c', '', '']],
])('%s changes the rows of a list', (act, notes) => {
  expect(notesAfter(act)).toEqual(notes);
});

it('takes along all that is in a row, and nothing beside the list', () => {
  const text = afterRowAct((name) => TEXTS.get(name) ?? '', {
    does: 'up',
    list: 'f.changes',
    at: 1,
  });
  expect(text('f.changes[0].readings[0].read')).toBe('b0');
  expect(text('f.changes[1].readings[0].read')).toBe('');
  expect(text('f.title')).toBe('t');
});

it('works on a list within a row', () => {
  expect(readRowAct('add:f.changes[1].readings')).toEqual({
    does: 'add',
    list: 'f.changes[1].readings',
  });
  expect(readRowAct('remove:f.changes[1].readings[0]')).toEqual({
    does: 'remove',
    list: 'f.changes[1].readings',
    at: 0,
  });
});

it.each(['', 'up', 'up:', 'up:f.changes', 'down:f.changes[1]', 'up:f.changes[x]'])(
  'knows no act "%s"',
  (act) => {
    expect(readRowAct(act)).toBeNull();
  },
);
