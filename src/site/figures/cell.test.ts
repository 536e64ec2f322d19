import { expect, it } from 'vitest';
import { amountCell, dayCell, shareCell } from './cell.ts';

it.each([
  [null, 'baht', null],
  [0n, 'baht', { text: '0.00', baht: '0.00' }],
  [-50n, 'baht', { text: '-0.50', baht: '-0.50' }],
  [123_456_789_00n, 'millions', { text: '123.46', baht: '123456789.00' }],
  [1n, 'millions', { text: '0.00', baht: '0.01' }],
] as const)('writes the amount %s in %s, exactly beside it', (amount, unit, cell) => {
  expect(amountCell(amount, unit)).toEqual(cell);
});

it.each([
  [undefined, null],
  ['2026-10-31', { text: '31 ต.ค. 2569', iso: '2026-10-31' }],
  ['2026-10', { text: 'ต.ค. 2569', iso: '2026-10' }],
])('writes the day %s', (iso, cell) => expect(dayCell(iso)).toEqual(cell));

it.each([
  [0, 0, '0 จาก 0', 0],
  [0, 4, '0 จาก 4', 0],
  [1, 3, '1 จาก 3', 0.3333],
  [7849, 7849, '7,849 จาก 7,849', 1],
])('writes %i of %i, sorted by the share', (some, all, text, order) => {
  expect(shareCell(some, all)).toEqual({ text, order });
});
