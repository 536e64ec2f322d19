import { expect, it } from 'vitest';
import { byNumber, numberIn } from './cell-order.ts';

it.each([
  ['1,234.50', 1234.5],
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

it('sorts the largest first, and what has no number last', () => {
  expect(['ไม่มีข้อมูล', '2', '-1', '10', '0.00'].sort(byNumber)).toEqual([
    '10',
    '2',
    '0.00',
    '-1',
    'ไม่มีข้อมูล',
  ]);
});
