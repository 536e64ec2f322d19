import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatBaht } from '#core/figures/amount.ts';
import { emptyCube } from '#core/figures/finance.ts';
import { dayNumber } from '#core/letter/date.ts';
import * as file from './finance-text.ts';
import { countReports, digestOfPart } from './finance-text.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const financeJson = (...given: Parameters<typeof file.financeJson>) =>
  decoder.decode(file.financeJson(...given));
const financeCsv = (...given: Parameters<typeof file.financeCsv>) =>
  decoder.decode(file.financeCsv(...given));

const FACTS = { licence: 'https://licence.example/', asOf: '2026-01-31' };
const CATEGORIES = ['taxes', 'fees', 'central'];

/** Two offices, three months; the second office reported only the last month, which is of another fiscal year. */
const cubeWith = (amount: number) => {
  const cube = emptyCube(['a1', 'a2'], ['2025-08', '2025-09', '2025-10'], CATEGORIES);
  cube.sources.push('e-LAAS, "ปิดบัญชี"', 'sample');
  cube.asOf[0] = dayNumber('2025-09-10');
  cube.amounts.set([amount, Number.NaN, 0], 0);
  cube.asOf[5] = dayNumber('2025-11-02');
  cube.source[5] = 1;
  cube.amounts.set([Number.NaN, -5, Number.NaN], 15);
  return cube;
};
const partOf = (amount = 12_345) => ({
  cube: cubeWith(amount),
  offices: ['a1', 'a2', 'a3'],
  from: 0,
  to: 2,
});
const later = () => ({ ...partOf(), from: 2, to: 3 });

it('gives the reports of a part as JSON, nothing for what was not reported', () => {
  expect(JSON.parse(financeJson(partOf(), FACTS))).toEqual({
    ...FACTS,
    items: [
      {
        office: 'a1',
        month: '2025-08',
        asOf: '2025-09-10',
        source: 'e-LAAS, "ปิดบัญชี"',
        sample: false,
        amounts: [
          { side: 'revenue', category: 'taxes', amount: '123.45' },
          { side: 'expenditure', category: 'central', amount: '0.00' },
        ],
      },
    ],
  });
  expect(JSON.parse(financeJson(later(), FACTS)).items).toEqual([
    expect.objectContaining({
      office: 'a2',
      source: 'ข้อมูลตัวอย่าง',
      sample: true,
      amounts: [{ side: 'revenue', category: 'fees', amount: '-0.05' }],
    }),
  ]);
});

it('gives them as CSV, one row an amount', () => {
  const behind = '"e-LAAS, ""ปิดบัญชี""",false,2025-09-10,https://licence.example/,2026-01-31';
  expect(financeCsv(partOf(), FACTS).split('\r\n')).toEqual([
    '\uFEFFoffice,month,side,category,amount,source,sample,reportedAsOf,licence,asOf',
    `a1,2025-08,revenue,taxes,123.45,${behind}`,
    `a1,2025-08,expenditure,central,0.00,${behind}`,
    '',
  ]);
  expect(countReports(partOf())).toEqual({ total: 1, sample: false });
  expect(countReports(later())).toEqual({ total: 1, sample: true });
});

it('writes every amount as the records do', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 }), (satang) => {
      const [report] = JSON.parse(financeJson(partOf(satang), FACTS)).items;
      expect(report.amounts[0].amount).toBe(formatBaht(BigInt(satang)));
    }),
  );
});

it('has another digest as soon as anything of the part is another', () => {
  const digest = digestOfPart(partOf());
  expect(digestOfPart(partOf())).toBe(digest);
  expect(digestOfPart(partOf(12_346))).not.toBe(digest);
  expect(digestOfPart(later())).not.toBe(digest);
  const moved = partOf();
  moved.cube.asOf[0] = dayNumber('2025-09-11');
  expect(digestOfPart(moved)).not.toBe(digest);
  const other = partOf();
  other.cube.amounts[15] = 1;
  expect(digestOfPart(other)).toBe(digest);
});
