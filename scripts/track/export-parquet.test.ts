import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Report } from '#core/tracking/report.ts';
import { exportMovements } from './export.ts';
import { report } from './report.ts';
import { useWorld } from './testing/made-up-world.ts';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../docs/parquet.md'), 'utf8');

/** A statement of the document by the word behind "sql". */
const statement = (name: string): string => {
  const found = new RegExp(`\`\`\`sql ${name}\\n([\\s\\S]*?)\`\`\``).exec(DOCUMENT);
  if (!found) throw new RangeError(`docs/parquet.md has no statement "${name}"`);
  return found[1] as string;
};

const AS_OF = '2025-05-01';
const world = useWorld();
const run = (...args: string[]) => world().run(exportMovements, ...args);

/** Exports everything, and asks DuckDB. */
const ask = async (...statements: readonly string[]): Promise<string[][]> => {
  expect((await run('--parquet', 'out')).code).toBe(0);
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  await duckdb.run(statement('tracking-setup').replaceAll('DIR', join(world().root, 'out')));
  const all: string[][] = [];
  for (const sql of statements) {
    const read = await duckdb.runAndReadAll(sql.replaceAll('AS_OF', AS_OF));
    all.push(read.getRowsJson().map((row) => row.join(' ')));
  }
  duckdb.closeSync();
  return all;
};

const reportOf = async (): Promise<Report> => {
  const { out } = await world().run(report, '--json');
  return JSON.parse(out);
};

describe('track export --parquet', () => {
  it('writes every movement with every field', async () => {
    const columns = ['circular', 'no', 'kind', 'office', 'number', 'source'];
    const [rows] = await ask(
      `SELECT ${columns.join(', ')} FROM movements ORDER BY circular, CAST(no AS INTEGER)`,
    );
    const csv = parse((await run()).out, { columns: true }) as Record<string, string>[];
    expect(rows?.length).toBeGreaterThan(8);
    expect(rows?.toSorted()).toEqual(
      csv.map((row) => columns.map((column) => row[column]).join(' ')).sort(),
    );
  });

  it('gives by the SQL of docs/parquet.md the coverage and the medians that the report gives', async () => {
    const [coverage, medians] = await ask(
      statement('tracking-coverage'),
      statement('tracking-medians'),
    );
    const { circulars, measures } = await reportOf();
    const own = circulars.flatMap(({ circular, levels }) =>
      Object.entries(levels).flatMap(([level, { addressed, reached }]) =>
        addressed + reached === 0 ? [] : [`${circular} ${level} ${addressed} ${reached}`],
      ),
    );
    expect(own.length).toBeGreaterThan(3);
    expect(coverage?.filter((row) => !row.endsWith(' 0 0'))).toEqual(own.sort());
    const transits = ['authority', 'district', 'province'] as const;
    const ownMedians = transits.flatMap((level) => {
      const { median, p90, ended, open } = measures[`transit-${level}`];
      return ended + open === 0 ? [] : [`${level} ${median ?? ''} ${p90 ?? ''} ${ended} ${open}`];
    });
    expect(ownMedians.length).toBeGreaterThan(1);
    expect(medians).toEqual(ownMedians);
  });

  it('checks on a dry run, and leaves a folder of somebody else alone', async () => {
    const dry = await run('--parquet', 'dry', '--dry-run');
    expect([dry.code, world().has('dry')]).toEqual([0, false]);
    expect((await run('--dry-run')).code).toBe(2);
    mkdirSync(join(world().root, 'mine'));
    writeFileSync(join(world().root, 'mine/a.txt'), 'x');
    const { code, err } = await run('--parquet', 'mine');
    expect([code, err]).toEqual([1, expect.stringContaining('the folder holds other files')]);
  });
});
