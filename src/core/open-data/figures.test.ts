import { expect, it } from 'vitest';
import { openTransfer } from './figures.ts';

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
