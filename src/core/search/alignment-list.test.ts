import { expect, it } from 'vitest';
import { AlignmentList } from './alignment-list.ts';

const rowsOf = (list: AlignmentList) =>
  Array.from({ length: list.length }, (_, nth) => [
    list.page(nth),
    list.start(nth),
    list.weight(nth),
    list.isSeen(nth),
  ]);

it('holds more alignments than it begins with room for', () => {
  const list = new AlignmentList();
  for (let nth = 0; nth < 1000; nth++) list.add(nth, nth * 2, 1 / (nth + 1), nth % 3 > 0);
  expect(rowsOf(list)).toEqual(
    Array.from({ length: 1000 }, (_, nth) => [nth, nth * 2, 1 / (nth + 1), nth % 3 > 0]),
  );
});

it('narrows those from one on, and leaves those before alone', () => {
  const list = new AlignmentList();
  list.add(1, 5, 1, true);
  list.add(2, 5, 1, true);
  list.add(2, 6, 0.4, true);
  list.add(2, 7, 1, true);
  list.narrow(1, (start) => (start === 5 ? 0 : 0.6), 0);
  expect(rowsOf(list)).toEqual([
    [1, 5, 1, true],
    [2, 6, 0.4, true],
    [2, 7, 0.6, true],
  ]);
});

it('keeps what may be there unseen, as not checked, and never makes it checked again', () => {
  const list = new AlignmentList();
  list.add(2, 5, 1, true);
  list.add(2, 6, 0.3, true);
  list.narrow(0, () => 0, 0.5);
  list.narrow(0, () => 1, 0);
  expect(rowsOf(list)).toEqual([
    [2, 5, 0.5, false],
    [2, 6, 0.3, false],
  ]);
});
