import { expect, it } from 'vitest';
import { fileOf, type PlotView, shownAmount, shownPlot, withUnit } from './plot-view.ts';

const PLOT: PlotView = {
  name: 'th-months',
  title: 'รายรับ <รวม> 1.00 ล้านบาท',
  amount: null,
  unit: 'ล้านบาท',
  caption: ['หน่วย: ล้านบาท', 'ที่มา: ก'],
  legend: ['ปีนี้'],
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><path d="M0 0h1"/></svg>',
  columns: ['เดือน', 'จำนวน'],
  rows: [],
  exact: [
    { month: '2026-09', amount: null },
    { month: '2026-10', amount: '3000000.00' },
  ],
  files: { svg: '/a.svg', csv: '/a.csv' },
};

it('writes an amount with its unit, and keeps the exact one', () => {
  const amount = shownAmount(1_234_567_89n, 'thousands');
  expect(amount).toEqual({ text: '1,235', baht: '1234567.89' });
  expect(withUnit(amount, 'thousands')).toBe('1,235 พันบาท');
});

it('keeps exact rows off the page', () => {
  expect(shownPlot(PLOT)).not.toHaveProperty('exact');
  expect(shownPlot(PLOT).title).toBe(PLOT.title);
});

it('leaves the cell of a month without a record empty in the file, and never 0', () => {
  const [head, september, october] = fileOf(PLOT, 'csv', false).split('\r\n');
  expect(head).toContain('month,amount,sample');
  expect(september).toBe('2026-09,,');
  expect(october).toBe('2026-10,3000000.00,');
});

it('says in each row of a file that it is made up', () => {
  const [, ...rows] = fileOf(PLOT, 'csv', true).trim().split('\r\n');
  for (const row of rows) expect(row).toMatch(/,ข้อมูลตัวอย่าง$/);
});

it('has a head of columns where there is no row', () => {
  expect(fileOf({ ...PLOT, exact: [] }, 'csv', false)).toContain('sample');
});

it('has title, unit and source within the drawing, as text', () => {
  const drawing = fileOf(PLOT, 'svg', false);
  expect(drawing).toContain('&lt;รวม&gt;');
  for (const text of ['หน่วย: ล้านบาท', 'ที่มา: ก', 'ปีนี้']) expect(drawing).toContain(text);
});
