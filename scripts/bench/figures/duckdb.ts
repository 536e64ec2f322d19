import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { FINANCE } from '#store/figures/figure-files.ts';
import { authoritiesOf, categoriesOf, type Size } from './made-up.ts';
import type { Sums } from './sums.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const valuesOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `(${row.map(quote).join(',')})`).join(',');

/** Every check of the portal as SQL over a table `finance`; each gives a number of rows that break it. */
const CHECKS: readonly string[] = [
  'SELECT count(*) FROM finance ANTI JOIN offices ON finance.office = offices.id',
  `SELECT count(*) FROM (SELECT 1 FROM finance WHERE category <> 'total'
     GROUP BY office, month, side, category HAVING count(*) > 1)`,
  `SELECT count(*) FROM finance ANTI JOIN categories
     ON finance.category = categories.code AND finance.side = categories.side WHERE category <> 'total'`,
  "SELECT count(*) FROM finance WHERE NOT regexp_full_match(month, '(19|20)[0-9]{2}-(0[1-9]|1[0-2])')",
  `SELECT count(*) FROM finance WHERE
     CAST(month[1:4] AS INTEGER) + 543 + CAST(month[6:7] >= '10' AS INTEGER) <> year`,
  "SELECT count(*) FROM finance WHERE as_of < CAST(month || '-01' AS DATE)",
  "SELECT count(*) FROM finance WHERE source IS NULL OR source = 'sample'",
  'SELECT count(*) FROM finance WHERE abs(amount) > 100000000000',
  `SELECT count(*) FROM (SELECT sum(amount) OVER (PARTITION BY office, year, category ORDER BY month) AS total, amount
     FROM finance WHERE category <> 'total' AND (office, year, category) IN
       (SELECT (office, year, category) FROM finance WHERE amount < 0)) WHERE amount < 0 AND total < 0`,
  `SELECT count(*) FROM finance AS stated JOIN
     (SELECT office, month, side, sum(amount) AS total FROM finance WHERE category <> 'total' GROUP BY ALL) AS summed
     USING (office, month, side) WHERE stated.category = 'total' AND stated.amount <> summed.total`,
];

/** Reads, checks and sums the files by DuckDB, with as many threads as it takes by itself. */
export const sumByDuckDb = async (folder: string, size: Size): Promise<Sums> => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const run = (sql: string) => connection.runAndReadAll(sql);
  await run('SET preserve_insertion_order = false');
  const offices = authoritiesOf(size).map(({ id, province = '' }) => [id, province]);
  await run(
    `CREATE TABLE offices AS SELECT * FROM (VALUES ${valuesOf(offices)}) AS t(id, province)`,
  );
  const categories = categoriesOf(size).map(({ code, side }) => [code, side]);
  await run(
    `CREATE TABLE categories AS SELECT * FROM (VALUES ${valuesOf(categories)}) AS t(code, side)`,
  );
  await run(`CREATE TABLE finance AS
    SELECT * EXCLUDE (filename), CAST(regexp_extract(filename, '/([0-9]{4})/[^/]+$', 1) AS INTEGER) AS year
    FROM read_csv(${quote(join(folder, FINANCE, '*/*.csv'))}, header = true, filename = true, auto_detect = false,
      delim = ',', quote = '"', columns = {office: 'VARCHAR', month: 'VARCHAR', side: 'VARCHAR', category: 'VARCHAR',
      amount: 'DECIMAL(18,2)', source: 'VARCHAR', as_of: 'DATE'})`);
  let problems = 0;
  for (const check of CHECKS) {
    const [[count]] = (await run(check)).getRows() as [[bigint]];
    problems += Number(count);
  }
  const summed =
    await run(`SELECT province || ' ' || month || ' ' || category, CAST(sum(amount) * 100 AS HUGEINT)::VARCHAR
    FROM finance JOIN offices ON finance.office = offices.id WHERE category <> 'total' GROUP BY province, month, category`);
  const sums = Object.fromEntries(summed.getRows() as [string, string][]);
  connection.closeSync();
  return { problems, sums };
};
