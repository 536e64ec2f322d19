import { expect, it } from 'vitest';
import {
  type CellKey,
  compareCells,
  type Direction,
  filterText,
  firstDirection,
  numberIn,
} from './cell-order.ts';

it.each([
  ['1,234.50', 1234.5],
  ['๑,๒๓๔.๕๐', 1234.5],
  ['-5', -5],
  [' 11 จาก 12 ', 11],
  ['1,664.06 (ข้อมูลยังไม่ครบ)', 1664.06],
  ['0.00', 0],
  ['ไม่มีข้อมูล', null],
  ['ต.ค. 2569', null],
  ['', null],
])('reads %j as %s', (text, number) => {
  expect(numberIn(text)).toBe(number);
});

it.each<[Direction, CellKey[], CellKey[]]>([
  ['falling', [null, 2, -1, 10, 0], [10, 2, 0, -1, null]],
  ['rising', [null, 2, -1, 10, 0], [-1, 0, 2, 10, null]],
  [
    'falling',
    ['2025-10', null, '2026-09-01', '2026-09-30'],
    ['2026-09-30', '2026-09-01', '2025-10', null],
  ],
  [
    'rising',
    ['อบต.เขา', null, 'อบต.กลาง', 'อบต.แก', 'เทศบาล'],
    ['เทศบาล', 'อบต.กลาง', 'อบต.แก', 'อบต.เขา', null],
  ],
  [
    'rising',
    ['มท ๐๘๙๙.๙/ว ๔๐๙', 'มท ๐๘๙๙.๙/ว ๙๑', null],
    ['มท ๐๘๙๙.๙/ว ๙๑', 'มท ๐๘๙๙.๙/ว ๔๐๙', null],
  ],
])('sorts %s, what has no value last', (direction, keys, sorted) => {
  expect(keys.toSorted(compareCells(direction))).toEqual(sorted);
});

it.each<[CellKey[], boolean, Direction]>([
  [[null, 5], false, 'falling'],
  [['2026-01', null], true, 'falling'],
  [['ก', 'ข'], false, 'rising'],
  [[null], false, 'rising'],
])('begins with what is wanted first (%#)', (keys, isTime, direction) => {
  expect(firstDirection(keys, isTime)).toBe(direction);
});

it.each([
  ['มท ๐๘๙๙.๙/ว ๔๐๐', 'ว400'],
  ['เทศบาล เมือง', 'เทศบาลเมือง'],
  ['ABC', 'bc'],
])('finds %s by %s', (text, typed) => {
  expect(filterText(text)).toContain(filterText(typed));
});
