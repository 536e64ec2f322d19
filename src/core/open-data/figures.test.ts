import { expect, it } from 'vitest';
import { emptyCube } from '#core/figures/finance.ts';
import { dayNumber } from '#core/letter/date.ts';
import { openReport, openTransfer, reportRows } from './figures.ts';

const transfer = {
  fiscalYear: 2569,
  transfer: 'ครั้งที่ 1',
  grantType: 'เบี้ย',
  period: '',
  office: 'a1',
  amount: 5n,
  date: '2025-10-20',
  letterNumber: '',
  source: 'sample',
};

it('gives amounts as text, null for what is not recorded, and says what is made up', () => {
  expect(openTransfer(transfer)).toMatchObject({
    amount: '0.05',
    period: null,
    letterNumber: null,
    source: 'ข้อมูลตัวอย่าง',
    sample: true,
  });
});

it('gives a report by category, and none where there is none', () => {
  const cube = emptyCube(['a1'], ['2025-10', '2025-11'], ['taxes', 'fees', 'central']);
  cube.sources.push('e-LAAS');
  cube.asOf[0] = dayNumber('2025-11-10');
  cube.amounts[0] = 12_345;
  cube.amounts[2] = 0;
  const report = openReport(cube, 'a1', '2025-10');
  expect(openReport(cube, 'a1', '2025-11')).toBeNull();
  expect(reportRows(report ? [report] : [])).toEqual([
    expect.objectContaining({ side: 'revenue', category: 'taxes', amount: '123.45' }),
    expect.objectContaining({ side: 'expenditure', category: 'central', amount: '0.00' }),
  ]);
});
