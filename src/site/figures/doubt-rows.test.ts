import { expect, it } from 'vitest';
import type { TotalDoubt } from '#core/figures/figures.ts';
import { doubtsOf, subjectText } from './doubt-rows.ts';

const doubt = (file: string, subject: string): TotalDoubt => ({
  file,
  line: 2,
  column: 5,
  subject,
  stated: 31n,
  summed: 30n,
});
const transfer = doubt('content/grants/2569/a.csv', 'ครั้งที่ 1 อาหารกลางวัน p50');
const month = doubt('content/finance/2569/a.csv', 'a500001 2025-10 revenue');
const country = doubt('content/grants/2569/a.csv', 'ครั้งที่ 1 อาหารกลางวัน th');

it.each([
  ['grants', ['p50'], [transfer]],
  ['grants', ['th', 'p50', 'a500001'], [transfer, country]],
  ['finance', ['p50', 'a500001'], [month]],
  ['finance', ['p51', 'a510001'], []],
] as const)('finds the totals of %s that concern %j', (folder, ids, found) => {
  expect(doubtsOf([transfer, month, country], folder, new Set(ids))).toEqual(found);
});

it('says what a total is of in words', () => {
  const words = new Map([
    ['a500001', 'อบต.ตัวอย่าง'],
    ['2025-10', 'ต.ค. 2568'],
    ['revenue', 'รายรับ'],
  ]);
  expect(subjectText(month, (word) => words.get(word))).toBe('อบต.ตัวอย่าง ต.ค. 2568 รายรับ');
  expect(subjectText(transfer, () => undefined)).toBe(transfer.subject);
});
