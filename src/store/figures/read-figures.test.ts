import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LIMITS } from '#core/check/limits.ts';
import type { Figures } from '#core/figures/figures.ts';
import { reportOf } from '#core/figures/finance-sums.ts';
import { buildRegistry } from '#core/office/registry.ts';
import { office } from '#core/office/testing/made-up-office.ts';
import { formatProblem } from '#core/problem.ts';
import { readFigures } from './read-figures.ts';

const registry = buildRegistry([
  office('p50', 'province'),
  office('a500001', 'pao', 'p50'),
  office('a500002', 'city', 'p50'),
]);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const read = (files: Readonly<Record<string, string>>): Figures => {
  const root = mkdtempSync(join(tmpdir(), 'figures-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
    writeFileSync(join(root, 'content', path), text);
  }
  return readFigures(root, registry);
};

const F = 'office,month,side,category,amount,source,as_of\n';
const G = 'transfer,grant_type,period,office,amount,date,letter_number,source\n';
const finance = (rows: string, file = 'finance/2569/p50.csv') => read({ [file]: F + rows });
const grants = (rows: string, file = 'grants/2569/all.csv') => read({ [file]: G + rows });
const said = ({ problems }: Figures) => problems.map(formatProblem);

describe('readFigures', () => {
  it('reads nothing where there is nothing', () => {
    const figures = read({});
    expect(figures.transfers).toEqual([]);
    expect(figures.finance.months).toEqual([]);
    expect(figures.problems).toEqual([]);
  });

  it('takes as many fiscal years as docs/limits.md states, and no more', () => {
    const given = (last: number) =>
      said(read({ 'finance/2560/p50.csv': F, [`finance/${last}/p50.csv`]: F }));
    expect(given(2560 + LIMITS.fiscalYears - 1)).toEqual([]);
    expect(given(2560 + LIMITS.fiscalYears)).toEqual([
      expect.stringMatching(/^content\/finance\/2560: .* 2560 to 2585, which are 26 fiscal years/),
    ]);
  });

  it('keeps apart however many sources', () => {
    const rows = Array.from(
      { length: 65_600 },
      (_, at) => `a500001,2025-10,revenue,taxes,1,source ${at},2025-11-10\n`,
    );
    const figures = finance(
      `${rows.join('')}a500002,2025-10,revenue,taxes,1,the last,2025-11-10\n`,
    );
    expect(reportOf(figures.finance, 'a500002', '2025-10')).toMatchObject({ source: 'the last' });
  });

  it('reads finance to the satang, quoted or not, whatever ends the lines', () => {
    const figures = finance(
      'a500001,2025-10,revenue,taxes,1234.05,e-LAAS,2025-11-10\r\n' +
        '"a500001",2025-10,revenue,fees,-0.5,"e-LAAS",2025-11-12\n' +
        '\n' +
        'a500001,2025-11,expenditure,central,7,"a, b",2025-12-01',
    );
    expect(said(figures)).toEqual([
      expect.stringContaining(
        'fees of a500001 2025-10 makes the sum since the fiscal year 2569 began negative',
      ),
    ]);
    expect(reportOf(figures.finance, 'a500001', '2025-10')).toEqual({
      asOf: '2025-11-12',
      source: 'e-LAAS',
      amounts: new Map([
        ['taxes', 123_405n],
        ['fees', -50n],
      ]),
    });
    expect(reportOf(figures.finance, 'a500001', '2025-11')?.source).toBe('a, b');
    expect(reportOf(figures.finance, 'a500002', '2025-10')).toBeNull();
    expect(figures.finance.months).toHaveLength(12);
  });

  it('reads a file that a spreadsheet saved with a byte-order mark', () => {
    const figures = read({
      'finance/2569/p50.csv': `\uFEFF${F}a500001,2025-10,revenue,taxes,1,x,2025-11-10\n`,
    });
    expect(said(figures)).toEqual([]);
  });

  it('reads once what has not changed, and anew what has', () => {
    const root = mkdtempSync(join(tmpdir(), 'figures-'));
    folders.push(root);
    const file = join(root, 'content/finance/2569/p50.csv');
    mkdirSync(dirname(file), { recursive: true });
    const row = 'a500001,2025-10,revenue,taxes,1,x,2025-11-10\n';
    writeFileSync(file, F + row);
    const before = readFigures(root, registry);
    expect(readFigures(`${root}/`, registry)).toBe(before);
    writeFileSync(file, F + row.replace(',1,', ',20,'));
    const { finance: after } = readFigures(root, registry);
    expect(reportOf(after, 'a500001', '2025-10')?.amounts.get('taxes')).toBe(2000n);
    writeFileSync(join(root, 'content/finance/stray.csv'), 'x\n');
    expect(readFigures(root, registry).problems).toHaveLength(1);
    const other = buildRegistry([office('p50', 'province')]);
    expect(said(readFigures(root, other)).join()).toContain('a500001 is no authority');
  });

  it.each<[string, string, string]>([
    ['an unknown office', 'a999999,1.00', 'no authority'],
    ['the same office again', 'a500001,1.00', 'second time|twice|already'],
    ['a negative amount', 'a500002,-1.00', 'negative'],
    ['a part of a satang', 'a500002,1.005', 'satang|amount'],
    ['grouping', 'a500002,"1,000.00"', 'amount'],
  ])('finds in a row that is like the one before: %s', (_, cells, expected) => {
    const rows = ['a500001,2.50', cells]
      .map((own) => `ครั้งที่ 1,เบี้ย,,${own},2025-10-20,,สถ.\n`)
      .join('');
    const figures = grants(rows);
    expect(said(figures).join()).toMatch(new RegExp(`grants/2569/all.csv:3.*(?:${expected})`, 's'));
  });

  it('reads transfers and populations', () => {
    const figures = read({
      'grants/2569/all.csv': `${G}ครั้งที่ 1,เงินอุดหนุนทั่วไป,ไตรมาสที่ 1,a500001,10.10,2025-10-20,มท 0808.2/ว 15,สถ.\nครั้งที่ 1,เงินอุดหนุนทั่วไป,ไตรมาสที่ 1,p50,10.10,2025-10-20,,สถ.\n`,
      'finance/population.csv':
        'office,people,as_of,source\na500001,1700000,2024-12-31,กรมการปกครอง\n',
    });
    expect(said(figures)).toEqual([]);
    expect(figures.doubts).toEqual([]);
    expect(figures.transfers).toEqual([
      {
        fiscalYear: 2569,
        transfer: 'ครั้งที่ 1',
        grantType: 'เงินอุดหนุนทั่วไป',
        period: 'ไตรมาสที่ 1',
        office: 'a500001',
        amount: 1010n,
        date: '2025-10-20',
        letterNumber: 'มท 0808.2/ว 15',
        source: 'สถ.',
      },
    ]);
    expect(figures.populations.get('a500001')?.people).toBe(1_700_000);
  });

  it.each([
    ['an unknown office', 'a999999,2025-10,revenue,taxes,1,x,2025-11-10'],
    ['a province', 'p50,2025-10,revenue,taxes,1,x,2025-11-10'],
    ['a month outside the year', 'a500001,2025-09,revenue,taxes,1,x,2025-11-10'],
    ['a month of the Buddhist era', 'a500001,2568-10,revenue,taxes,1,x,2025-11-10'],
    ['a year of two digits', 'a500001,68-10,revenue,taxes,1,x,2025-11-10'],
    ['a day of the Buddhist era', 'a500001,2025-10,revenue,taxes,1,x,2568-11-10'],
    ['a day before the month', 'a500001,2025-10,revenue,taxes,1,x,2025-09-30'],
    ['an unknown category', 'a500001,2025-10,revenue,sundry,1,x,2025-11-10'],
    ['the other side', 'a500001,2025-10,expenditure,taxes,1,x,2025-11-10'],
    ['grouping', 'a500001,2025-10,revenue,taxes,"1,234.50",x,2025-11-10'],
    ['a part of a satang', 'a500001,2025-10,revenue,taxes,1.005,x,2025-11-10'],
    ['more than anybody has', 'a500001,2025-10,revenue,taxes,100000000000.01,x,2025-11-10'],
    ['no source', 'a500001,2025-10,revenue,taxes,1,,2025-11-10'],
    ['a made-up row in a real file', 'a500001,2025-10,revenue,taxes,1,sample,2025-11-10'],
    ['a cell too few', 'a500001,2025-10,revenue,taxes,1,x'],
    ['a total alone', 'a500001,2025-10,revenue,total,1,x,2025-11-10'],
  ])('tells of finance: %s', (_, row) => {
    const figures = finance(`a500002,2025-10,revenue,taxes,1,x,2025-11-10\n${row}\n`);
    expect(said(figures)).toMatchSnapshot();
    expect(figures.problems).toHaveLength(1);
    expect(figures.problems[0]).toMatchObject({ file: 'content/finance/2569/p50.csv', line: 3 });
    expect(reportOf(figures.finance, 'a500001', '2025-10')).toBeNull();
  });

  it('keeps the first of two amounts for one thing, in whatever files', () => {
    const row = 'a500001,2025-10,revenue,taxes,5,x,2025-11-10\n';
    const figures = read({
      'finance/2569/a.csv': F + row,
      'finance/2569/b.csv': F + row.replace(',5,', ',6,'),
    });
    expect(said(figures)).toMatchSnapshot();
    expect(reportOf(figures.finance, 'a500001', '2025-10')?.amounts.get('taxes')).toBe(500n);
  });

  it('doubts a stated total of finance that is not the sum', () => {
    const rows = (total: string) =>
      finance(
        `a500001,2025-10,revenue,total,${total},x,2025-11-10\n` +
          'a500001,2025-10,revenue,taxes,0.10,x,2025-11-10\n' +
          'a500001,2025-10,revenue,fees,0.20,x,2025-11-10\n' +
          'a500001,2025-10,expenditure,central,9,x,2025-11-10\n',
      );
    expect(rows('0.30').doubts).toEqual([]);
    expect(rows('0.31').problems).toEqual([]);
    expect(rows('0.31').doubts).toEqual([
      {
        file: 'content/finance/2569/p50.csv',
        line: 2,
        column: 25,
        subject: 'a500001 2025-10 revenue',
        stated: 31n,
        summed: 30n,
      },
    ]);
  });

  it('takes a negative that earlier months make up for, or may', () => {
    const earlier = 'a500001,2025-10,revenue,taxes,5,x,2025-11-10\n';
    const later = 'a500001,2025-11,revenue,taxes,-6,x,2025-12-10\n';
    expect(said(finance(earlier + later.replace('-6', '-5')))).toEqual([]);
    expect(said(finance(later))).toEqual([]);
    expect(said(finance(earlier + later))).toMatchSnapshot();
  });

  it.each([
    ['an unknown office', 'ครั้งที่ 1,ก,,a999999,1,2025-10-20,,x'],
    ['a negative amount', 'ครั้งที่ 1,ก,,a500001,-1,2025-10-20,,x'],
    ['a day of another year', 'ครั้งที่ 1,ก,,a500001,1,2025-09-20,,x'],
    ['a day of the Buddhist era', 'ครั้งที่ 1,ก,,a500001,1,2568-10-20,,x'],
    ['a number that is none', 'ครั้งที่ 1,ก,,a500001,1,2025-10-20,ว15,x'],
    ['no name', ',ก,,a500001,1,2025-10-20,,x'],
    ['the same transfer twice', 'ครั้งที่ 1,ก,,a500002,2,2025-10-20,,x'],
    ['a made-up row in a real file', 'ครั้งที่ 1,ก,,a500001,1,2025-10-20,,sample'],
    ['a total alone', 'ครั้งที่ 2,ก,,th,1,2025-10-20,,x'],
    ['a quote that is not closed', 'ครั้งที่ 1,"ก,,a500001,1,2025-10-20,,x'],
  ])('tells of grants: %s', (_, row) => {
    const figures = grants(`ครั้งที่ 1,ก,,a500002,1,2025-10-20,,x\n${row}\n`);
    expect(said(figures)).toMatchSnapshot();
    expect(figures.problems).toHaveLength(1);
    expect(figures.problems[0]?.line).toBe(3);
  });

  it('doubts a stated total of a transfer that is not the sum', () => {
    const { doubts, problems } = grants(
      'ครั้งที่ 1,ก,,a500001,1.01,2025-10-20,,x\n' +
        'ครั้งที่ 1,ก,,a500002,1.02,2025-10-20,,x\n' +
        'ครั้งที่ 1,ก,,th,2.03,2025-10-20,,x\n' +
        'ครั้งที่ 1,ก,,p50,2.04,2025-10-20,,x\n',
    );
    expect(problems).toEqual([]);
    expect(doubts).toEqual([
      {
        file: 'content/grants/2569/all.csv',
        line: 5,
        column: 15,
        subject: 'ครั้งที่ 1 ก p50',
        stated: 204n,
        summed: 203n,
      },
    ]);
  });

  it.each([
    ['finance/2026/a.csv', F],
    ['finance/69/a.csv', F],
    ['finance/a.csv', F],
    ['finance/2569/a.txt', F],
    ['finance/2569/a.csv', 'office,month,amount\n'],
    ['finance/2569/a.csv', ''],
    ['grants/2569/a.csv', F],
    ['finance/population.csv', 'office,people,as_of,source\na500001,"1,000",2025-01-01,x\n'],
  ])('tells of a file: %s %j', (file, text) => {
    const figures = read({ [file]: text });
    expect(said(figures)).toMatchSnapshot();
    expect(figures.problems).toHaveLength(1);
  });

  it('says what is made up, and leaves it unread once a real file is there', () => {
    const files = {
      'finance/2568/sample-p50.csv': `${F}a500001,2025-09,revenue,taxes,1,sample,2025-10-10\n`,
      'grants/2569/sample-all.csv': `${G}ครั้งที่ 1,ก,,a500001,1,2025-10-20,,sample\n`,
    };
    expect(read(files).sample).toEqual({ grants: true, finance: true, populations: false });
    const figures = read({
      ...files,
      'finance/2569/p50.csv': `${F}a500001,2025-10,revenue,taxes,1,x,2025-11-10\n`,
    });
    expect(figures.sample).toEqual({ grants: true, finance: false, populations: false });
    expect(figures.finance.months[0]).toBe('2025-10');
    expect(said(figures)).toEqual([]);
  });

  it('tells at most a hundred problems of one file', () => {
    expect(finance('a,b\n'.repeat(500)).problems).toHaveLength(100);
  });
});
