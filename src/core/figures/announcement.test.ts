import { expect, it } from 'vitest';
import { printBaht } from './amount.ts';
import { announcementsOf } from './announcement.ts';
import type { Transfer } from './transfer.ts';

const transfer = (given: Partial<Transfer>): Transfer => ({
  fiscalYear: 2569,
  transfer: 'ครั้งที่ 1',
  grantType: 'เบี้ยความพิการ',
  period: '',
  office: 'a1',
  amount: 100n,
  date: '2025-10-20',
  letterNumber: '',
  source: 'สถ.',
  ...given,
});

it('gathers what was announced together, newest first', () => {
  const all = announcementsOf([
    transfer({}),
    transfer({ office: 'a2', amount: 5n }),
    transfer({ date: '2025-10-21', source: 'sample' }),
    transfer({ grantType: 'เบี้ย' }),
  ]);
  expect(
    all.map(({ date, grantType, amount, isSample }) => [date, grantType, amount, isSample]),
  ).toEqual([
    ['2025-10-21', 'เบี้ยความพิการ', 100n, true],
    ['2025-10-20', 'เบี้ย', 100n, false],
    ['2025-10-20', 'เบี้ยความพิการ', 105n, false],
  ]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(3);
  expect(all.every(({ id }) => /^t2569-[0-9a-z]{14}$/.test(id))).toBe(true);
});

it('keeps its id when another office is added', () => {
  const [one] = announcementsOf([transfer({})]);
  const [two] = announcementsOf([transfer({ office: 'a0' }), transfer({})]);
  expect(two?.id).toBe(one?.id);
});

it.each([
  [0n, '0.00'],
  [123_450n, '1,234.50'],
  [-100_000_000_005n, '-1,000,000,000.05'],
  [99_999n, '999.99'],
])('prints %s satang as %s', (satang, text) => {
  expect(printBaht(satang)).toBe(text);
});
