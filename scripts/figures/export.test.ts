import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatBaht } from '#core/figures/amount.ts';
import { CATEGORIES, SIDES } from '#core/figures/classification.ts';
import { reportingDelays } from '#core/figures/delays.ts';
import type { Figures } from '#core/figures/figures.ts';
import { compareWithLastYear, reportingByMonth, sumFinance } from '#core/figures/finance-sums.ts';
import { groupTransfers } from '#core/figures/transfer-sums.ts';
import { provinceOf, type Registry } from '#core/office/registry.ts';
import { readFigures } from '#store/figures/read-figures.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { exportFigures } from './export.ts';
import { sample } from './sample.ts';

const PROVINCES = ['p50', 'p57'];
const OFFICES = [
  'id,type,name,name_en,province,districts,prefix,from,until,successor,source',
  'dla,department,กรมส่งเสริมการปกครองท้องถิ่น,,,,มท,,,,made-up',
  'p50,province,จังหวัดเชียงใหม่,,,,ชม,,,,made-up',
  'p57,province,จังหวัดเชียงราย,,,,ชร,,,,made-up',
  ...PROVINCES.flatMap((province, at) =>
    Array.from(
      { length: 9 },
      (_, no) =>
        `a${at + 5}0000${no + 1},town,เทศบาลเมืองตัวอย่าง ${at}${no},,${province},,,,,,made-up`,
    ),
  ),
  '',
].join('\n');

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../docs/parquet.md'), 'utf8');

/** A statement of the document by the word behind "sql". */
const statement = (name: string): string => {
  const found = new RegExp(`\`\`\`sql ${name}\\n([\\s\\S]*?)\`\`\``).exec(DOCUMENT);
  if (!found) throw new RangeError(`docs/parquet.md has no statement "${name}"`);
  return found[1] as string;
};

let root = '';
let registry: Registry;
let figures: Figures;
let duckdb: DuckDBConnection;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'parquet-'));
  mkdirSync(join(root, 'content/registry'), { recursive: true });
  writeFileSync(join(root, 'content/registry/offices.csv'), OFFICES);
  writeFileSync(
    join(root, 'content/registry/coverage.csv'),
    'area,type,total,as_of,source\nth,province,77,2022-07,made-up\n',
  );
  await recordedRun(sample, ['--until', '2026-10'], { cwd: root });
  registry = await readRegistry(root);
  figures = readFigures(root, registry);
  const { code } = await recordedRun(exportFigures, ['--parquet', 'out'], { cwd: root });
  expect(code).toBe(0);
  duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  await duckdb.run(statement('setup').replaceAll('DIR', join(root, 'out')));
});
afterAll(() => {
  duckdb.closeSync();
  rmSync(root, { recursive: true });
});

const rowsOf = async (name: string): Promise<string[]> =>
  (await duckdb.runAndReadAll(statement(name))).getRowsJson().map((row) => row.join(' '));

const officesOf = (province: string): string[] =>
  (registry.within.get(province) ?? []).map(({ id }) => id);

/** Every province with every month that somebody reported, in order. */
const everywhere = <Row>(make: (province: string, month: string) => Row[]): Row[] => {
  const cube = figures.finance;
  const reported = cube.months.filter((month) =>
    reportingByMonth(cube, cube.offices, [month]).some((one) => one.reported > 0),
  );
  return PROVINCES.flatMap((province) => reported.flatMap((month) => make(province, month)));
};

describe('the SQL of docs/parquet.md gives what the portal says', () => {
  it('coverage', async () => {
    const own = everywhere((province, month) => {
      const offices = officesOf(province);
      const [{ reported } = { reported: 0 }] = reportingByMonth(figures.finance, offices, [month]);
      return [`${province} ${month}-01 ${reported} ${offices.length}`];
    });
    expect(own.length).toBeGreaterThan(30);
    expect(await rowsOf('coverage')).toEqual(own);
  });

  it('medians', async () => {
    const own = everywhere((province, month) => {
      const { reports, median } = reportingDelays(figures.finance, officesOf(province), month);
      return reports === 0 ? [] : [`${province} ${month}-01 ${reports} ${median}`];
    });
    expect(await rowsOf('medians')).toEqual(own);
  });

  it('sums', async () => {
    const categories = CATEGORIES.map(({ code }) => code).sort();
    const own = everywhere((province, month) =>
      categories.flatMap((category) => {
        const selection = { offices: officesOf(province), months: [month], categories: [category] };
        const { amount } = sumFinance(figures.finance, selection);
        return amount === null ? [] : [`${province} ${month}-01 ${category} ${formatBaht(amount)}`];
      }),
    );
    expect(own.length).toBeGreaterThan(300);
    expect(await rowsOf('sums')).toEqual(own);
  });

  it('years', async () => {
    const own = everywhere((province, month) =>
      SIDES.toSorted().flatMap((side) => {
        const categories = CATEGORIES.filter((one) => one.side === side).map(({ code }) => code);
        const selection = { offices: officesOf(province), months: [month], categories };
        const { comparable } = compareWithLastYear(figures.finance, selection);
        const { current, previous, pairs } = comparable;
        return current === null || previous === null
          ? []
          : [
              `${province} ${month}-01 ${side} ${formatBaht(current)} ${formatBaht(previous)} ${pairs}`,
            ];
      }),
    );
    expect(own.length).toBeGreaterThan(10);
    expect(await rowsOf('years')).toEqual(own);
  });

  it('transfers', async () => {
    const own = groupTransfers(figures.transfers, ({ office, fiscalYear, grantType }) =>
      [provinceOf(registry, office), fiscalYear, grantType].join(' '),
    ).map(({ key, amount, transfers }) => `${key} ${formatBaht(amount)} ${transfers.length}`);
    expect(own.length).toBeGreaterThan(10);
    expect((await rowsOf('transfers')).sort()).toEqual(own.sort());
  });
});

describe('figures -- export', () => {
  const run = (...args: string[]) => recordedRun(exportFigures, args, { cwd: root });

  it('replaces an export, and nothing of somebody else', async () => {
    expect((await run('--parquet', 'out')).code).toBe(0);
    mkdirSync(join(root, 'mine'));
    writeFileSync(join(root, 'mine/letter.txt'), 'x');
    const { code, err } = await run('--parquet', 'mine');
    expect([code, err.join()]).toEqual([
      1,
      expect.stringContaining('the folder holds other files'),
    ]);
    expect(readFileSync(join(root, 'mine/letter.txt'), 'utf8')).toBe('x');
  });

  it('writes nothing on a dry run, and refuses to be called without a folder', async () => {
    const { out } = await run('--parquet', 'dry', '--dry-run', '--json');
    expect(JSON.parse(out.join(''))).toMatchObject({ folder: 'dry', written: false });
    expect((await run('--parquet', 'dry', '--dry-run')).out[0]).toContain('would be');
    expect((await run()).code).toBe(2);
  });
});
