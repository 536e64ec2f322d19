import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportOf } from '#core/figures/finance-sums.ts';
import { dayNumber } from '#core/letter/date.ts';
import { readFigures } from '#store/figures/read-figures.ts';
import { type MadeSheet, makeXlsx } from '#store/register/testing/workbooks.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { importFigures } from './import.ts';
import { sample } from './sample.ts';

const OFFICES = `id,type,name,name_en,province,districts,prefix,from,until,successor,source
dla,department,กรมส่งเสริมการปกครองท้องถิ่น,,,,มท,,,,made-up
p50,province,จังหวัดเชียงใหม่,,,,ชม,,,,made-up
d5009,district,อำเภอฝาง,,p50,,,,,,made-up
a500001,pao,องค์การบริหารส่วนจังหวัดเชียงใหม่,,p50,,,,,,made-up
a500002,sao,องค์การบริหารส่วนตำบลแม่งอน,,p50,d5009,,,,,made-up
a500003,subdistrict-municipality,เทศบาลตำบลแม่ข่า,,p50,d5009,,,,,made-up
`;

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'import-'));
  mkdirSync(join(root, 'content/registry'), { recursive: true });
  writeFileSync(join(root, 'content/registry/offices.csv'), OFFICES);
  writeFileSync(
    join(root, 'content/registry/coverage.csv'),
    'area,type,total,as_of,source\nth,province,77,2022-07,made-up\n',
  );
});
afterEach(() => rmSync(root, { recursive: true }));

const run = async (file: string, ...args: string[]) => {
  const { out, err, code } = await recordedRun(importFigures, [file, '--json', ...args], {
    cwd: root,
    today: '2026-11-28',
  });
  return { code, err, report: code === 0 ? JSON.parse(out.join('')) : null };
};

const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(root, name), content);
  return name;
};

const month = (name: string, materials: number, grants: string): MadeSheet => ({
  name,
  rows: [
    ['รายงานรายจ่ายขององค์กรปกครองส่วนท้องถิ่น จังหวัดเชียงใหม่', null, null, null, null],
    ['ลำดับ', 'อปท.', 'งบดำเนินงาน', null, 'รวม'],
    [null, null, 'ค่าวัสดุ', 'เงินอุดหนุน', null],
    ['1', 'อบต.แม่งอน', { v: materials, s: 7 }, grants, null],
    ['2', 'ทต.แม่ข่า', '๑,๒๓๔.๐๕', '-', '1234.05'],
    ['3', 'เทศบาลที่ไม่มี', { v: 1 }, null, { v: 1 }],
    [null, 'รวมทั้งสิ้น', { v: 1245.05 }, grants, null],
  ],
  merged: ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3'],
});

const BOOK = () => makeXlsx([month('ต.ค. 68', 10, '1.50'), month('พ.ย. 68', 10, '(1.50)')]);

describe('figures -- import', () => {
  it('names the rows that the spreadsheet hides, which it reads like the others', async () => {
    const sheet: MadeSheet = { ...month('ต.ค. 68', 10, '1.50'), hiddenRows: [2, 4, 7] };
    const file = write('hidden.xlsx', makeXlsx([sheet]));
    const { report } = await run(file, '--dry-run', '--as-of', '2025-12-05');
    expect(report).toMatchObject({ added: 3, hiddenRows: ['ต.ค. 68!4'] });
    const { out } = await recordedRun(importFigures, [file, '--dry-run'], {
      cwd: root,
      today: '2026-11-28',
    });
    expect(out.join('\n')).toContain('rows read that the spreadsheet hides: ต.ค. 68!4');
  });

  it('takes over a workbook with a sheet a month, once', async () => {
    const file = write('exp.xlsx', BOOK());
    const dry = await run(file, '--dry-run', '--as-of', '2025-12-05');
    expect(dry.report).toMatchObject({ kind: 'finance', added: 6, same: 0 });
    expect(existsSync(join(root, 'content/finance'))).toBe(false);
    expect(existsSync(join(root, 'exp.xlsx.rest.csv'))).toBe(false);

    const first = await run(file, '--as-of', '2025-12-05', '--source', 'รายงานทดสอบ');
    expect(first.report).toMatchObject({ added: 6, files: ['content/finance/2569/p50.csv'] });
    expect(first.report.left.map(({ line }: { line: string }) => line)).toEqual([
      'ต.ค. 68!6',
      'พ.ย. 68!6',
    ]);
    expect(readFileSync(join(root, 'exp.xlsx.rest.csv'), 'utf8')).toContain(
      'ต.ค. 68!6,"""เทศบาลที่ไม่มี"" is no authority of the registry"',
    );
    const text = readFileSync(join(root, 'content/finance/2569/p50.csv'), 'utf8');
    const figures = readFigures(root, await readRegistry(root));
    expect(figures.problems).toEqual([]);
    expect(reportOf(figures.finance, 'a500002', '2025-11')?.amounts).toEqual(
      new Map([
        ['materials', 1000n],
        ['grants-paid', -150n],
      ]),
    );

    const again = await run(file, '--as-of', '2025-12-05');
    expect(again.report).toMatchObject({ added: 0, updated: 0, same: 6, files: [] });
    const later = await run(file);
    expect(later.report).toMatchObject({ added: 0, updated: 0, same: 6, files: [] });
    expect(readFileSync(join(root, 'content/finance/2569/p50.csv'), 'utf8')).toBe(text);
  });

  it('lets figures of a newer day take the place of older ones, and no others', async () => {
    const file = (amount: string) =>
      write('a.csv', `อปท.,เดือน,หมวด,จำนวนเงิน\nอบต.แม่งอน,ต.ค. 68,งบกลาง,"${amount}"\n`);
    await run(file('1,000.00'), '--as-of', '2025-11-05');
    const other = await run(file('2,000.00'));
    expect(other.report.left).toEqual([
      { line: '2', reason: expect.stringContaining('1000.00 is on record, as of 2025-11-05') },
    ]);
    expect((await run(file('2,000.00'), '--as-of', '2025-12-05')).report).toMatchObject({
      updated: 1,
      left: [],
    });
    expect(existsSync(join(root, 'a.csv.rest.csv'))).toBe(false);
    expect((await run(file('1,000.00'), '--as-of', '2025-11-05')).report).toMatchObject({
      same: 1,
    });
  });

  it('leaves over a negative amount that no earlier month makes up for', async () => {
    const row = (month: string, amount: string) => `อบต.แม่งอน,${month},งบกลาง,${amount}\n`;
    const heading = 'อปท.,เดือน,หมวด,จำนวนเงิน\n';
    const { report } = await run(
      write('a.csv', heading + row('ต.ค. 68', '5') + row('พ.ย. 68', '(5)') + row('ธ.ค. 68', '-1')),
    );
    expect(report.added).toBe(2);
    expect(report.left).toEqual([{ line: '4', reason: expect.stringContaining('negative') }]);
  });

  it('takes none of two amounts for the same thing', async () => {
    const rows = 'อบต.แม่งอน,ต.ค. 68,งบกลาง,1\nอบต.แม่งอน,ต.ค. 68,งบกลาง,2\n';
    const { report } = await run(write('a.csv', `อปท.,เดือน,หมวด,จำนวนเงิน\n${rows}`));
    expect(report).toMatchObject({ added: 0 });
    expect(report.left).toHaveLength(2);
  });

  it('reads dates of the Buddhist era that a workbook holds, as headings and in rows', async () => {
    // The first day was typed as 1/10/2568, and the spreadsheet took its year for one of the Common Era.
    const wrongEra = dayNumber('2568-10-01') + 25_569;
    const rows = [
      ['รายการ', { v: wrongEra, s: 5 }, { v: 45_962, s: 1 }],
      ['งบกลาง', '1', { v: 2.25 }],
    ];
    const file = write('a.xlsx', makeXlsx([{ name: 'อบจ.เชียงใหม่', rows }]));
    const { report } = await run(file);
    expect(report.left).toEqual([]);
    expect(readFileSync(join(root, 'content/finance/2569/p50.csv'), 'utf8')).toMatch(
      /a500001,2025-10,expenditure,central,1\.00[\s\S]*a500001,2025-11,expenditure,central,2\.25/,
    );
  });

  it('takes over transfers, and leaves made-up ones unread from then on', async () => {
    await recordedRun(sample, ['--until', '2026-10'], { cwd: root });
    const file = write(
      'transfer.csv',
      'บัญชีโอนเงินอุดหนุนทั่วไป เบี้ยความพิการ ครั้งที่ 2 จังหวัดเชียงใหม่,\nอปท.,จำนวนเงิน\nอบต.แม่งอน,"1,000.25"\nรวม,"1,000.25"\n',
    );
    const args = ['--date', '2026-01-15', '--letter', 'มท ๐๘๐๘.๒/ว ๙๙๐๑'];
    expect((await run(file, ...args)).report).toMatchObject({ kind: 'grants', added: 1, left: [] });
    expect((await run(file, ...args)).report).toMatchObject({ added: 0, same: 1, files: [] });
    const figures = readFigures(root, await readRegistry(root));
    expect(figures.problems).toEqual([]);
    expect(figures.sample).toMatchObject({ grants: false, finance: true });
    expect(figures.transfers).toEqual([
      {
        fiscalYear: 2569,
        transfer: 'ครั้งที่ 2',
        grantType: 'เงินอุดหนุนทั่วไป เบี้ยความพิการ',
        period: '',
        office: 'a500002',
        amount: 100_025n,
        date: '2026-01-15',
        letterNumber: 'มท 0808.2/ว 9901',
        source: 'transfer.csv',
      },
    ]);
  });

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('takes over Windows-874 with %s between cells', async (_, mark) => {
    const text = [
      ['อปท.', 'เดือน', 'หมวด', 'จำนวนเงิน'],
      ['อบต.แม่งอน', 'ต.ค. ๖๘', 'ค่าวัสดุ', '๑,๒๓๔.๐๕'],
      ['ทต.แม่ข่า', 'ต.ค. ๖๘', 'ค่าวัสดุ', '0.10'],
      ['ทต.แม่งอน', 'ต.ค. ๖๘', 'ค่าวัสดุ', '1'],
      ['รวมทั้งสิ้น', '', '', '1,235.15'],
    ];
    const bytes = [...text.map((row) => row.join(mark)).join('\r\n')].map((letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - 0xe00 + 0xa0;
    });
    const file = write('old.csv', Uint8Array.from(bytes));
    const { report } = await run(file, '--as-of', '2025-12-01');
    expect(report).toMatchObject({ added: 2, same: 0 });
    expect(report.left.map(({ line }: { line: string }) => line)).toEqual(['4']);
    expect((await run(file, '--as-of', '2025-12-01')).report).toMatchObject({ added: 0, same: 2 });
    const { finance } = readFigures(root, await readRegistry(root));
    expect(reportOf(finance, 'a500002', '2025-10')?.amounts.get('materials')).toBe(123_405n);
    expect(reportOf(finance, 'a500003', '2025-10')?.amounts.get('materials')).toBe(10n);
  });

  it.each([
    [['--kind', 'other'], 'give grants or finance'],
    [['--month', '2569-10'], 'Gregorian'],
    [['--as-of', '2569-10-01'], 'Gregorian'],
    [['--office', 'p50'], 'not a local authority'],
    [['--province', 'a500001'], 'not a province'],
    [['--letter', 'ว15'], 'not a letter number'],
    [['--all'], 'There is no option'],
  ])('refuses %j', async (args, said) => {
    const { code, err } = await run(write('a.csv', 'อปท.,หมวด\n'), ...args);
    expect(code).toBe(2);
    expect(err.join()).toContain(said);
  });

  it('refuses a file with a mark of secrecy, and copies nothing of it', async () => {
    const file = write('a.csv', 'ลับมาก,\nอปท.,เดือน,หมวด,จำนวนเงิน\nกองคลัง,ต.ค. 68,งบกลาง,1\n');
    const { code, err } = await run(file);
    expect([code, err.join()]).toEqual([1, expect.stringContaining('mark of secrecy')]);
    expect(existsSync(join(root, 'a.csv.rest.csv'))).toBe(false);
  });

  it('refuses a file without a table of figures, and a rest file of somebody else', async () => {
    const none = await run(write('a.csv', 'ชื่อ,ตำแหน่ง\nก,ข\n'));
    expect(none.code).toBe(1);
    expect(none.err.join()).toContain('no row of it is the heading of grants or finance');
    write('mine.txt', 'mine');
    const file = write('b.csv', 'อปท.,เดือน,หมวด,จำนวนเงิน\nอบต.แม่งอน,ต.ค. 68,งบกลาง,1\n');
    const other = await run(file, '--rest', 'mine.txt');
    expect(other.err.join()).toContain('holds something else');
    expect(existsSync(join(root, 'content/finance'))).toBe(false);
  });
});
