import pg from 'pg';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { takePostgres } from '#store/desk/postgres-lock.ts';
import { startDesk } from './running-desk.ts';
import { sharedPostgres } from './shared-postgres.ts';

const postgres = await sharedPostgres();
if ('why' in postgres) console.error(`!!! one desk alone: NOT TESTED (${postgres.why})`);
const urls: string[] = [];
afterAll(async () => {
  if ('dropDatabases' in postgres) await postgres.dropDatabases(urls);
});

const newDatabase = async (): Promise<string> => {
  if ('why' in postgres) throw new Error(postgres.why);
  const url = await postgres.newDatabase();
  urls.push(url);
  return url;
};

const HOLDERS = `SELECT pid FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
  WHERE locktype = 'advisory' AND granted AND datname = current_database()`;

it.skipIf('why' in postgres)('runs on a database of PostgreSQL, until it ends', async () => {
  const env = { DATABASE_URL: await newDatabase() };
  const first = await startDesk(env);
  await expect(startDesk(env)).rejects.toThrow(/another desk runs on this database/);
  expect((await first.visitor().get('/members/')).status).toBe(200);
  await first.close();
  const next = await startDesk(env);
  await next.close();
  expect([first.faults, next.faults]).toEqual([[], []]);
});

it.skipIf('why' in postgres)('takes it anew where the server ended its connection', async () => {
  const url = await newDatabase();
  const lines: string[] = [];
  const giveBack = await takePostgres(url, (line) => lines.push(line));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await giveBack();
  });
  const holders = async (): Promise<number[]> =>
    (await client.query<{ pid: number }>(HOLDERS)).rows.map(({ pid }) => pid);
  const [before] = await holders();
  expect(before).toBeGreaterThan(0);
  await client.query('SELECT pg_terminate_backend($1)', [before]);
  const others = async () => (await holders()).filter((pid) => pid !== before);
  await expect.poll(others, { interval: 200 }).toHaveLength(1);
  await expect(takePostgres(url, () => {})).rejects.toThrow(/another desk runs/);
  expect(lines).toEqual([]);
});

it('says of a server that is not there what to do, and never the password', async () => {
  const taken = takePostgres('postgres://desk:hidden@127.0.0.1:9/desk', () => {});
  await expect(taken).rejects.toMatchObject({
    problems: [{ field: 'DATABASE_URL', what: expect.stringContaining('ECONNREFUSED') }],
  });
  await expect(taken).rejects.not.toThrow(/hidden/);
});
