import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { type DatabasePlace, type DeskDatabase, openDeskDatabase } from '#store/desk/database.ts';
import { sharedPostgres } from './shared-postgres.ts';

/** A way to get empty databases of one kind. */
export interface DatabaseSource {
  readonly newPlace: () => Promise<DatabasePlace>;
  /** Opens an empty one, which is closed after the tests. */
  readonly open: () => Promise<DeskDatabase>;
}

/** Puts a member into the database who has confirmed an address. */
export const addMember = async ({ db, kind }: DeskDatabase, id: string): Promise<void> => {
  const now = new Date('2026-11-29T03:00:00Z');
  const time = kind === 'sqlite' ? now.toISOString() : now;
  const row = { id, name: 'สมาชิกสมมติ', email: `${id}@office.example`, createdAt: time };
  const values = { ...row, emailVerified: kind === 'sqlite' ? 1 : true, consentedAt: time };
  await db
    .insertInto('user')
    .values({ ...values, updatedAt: time } as typeof values)
    .execute();
};

const sourceOf = (newPlace: () => Promise<DatabasePlace>, opened: DeskDatabase[]) => ({
  newPlace,
  open: async () => {
    const database = await openDeskDatabase(await newPlace());
    opened.push(database);
    return database;
  },
});

/**
 * Runs the same tests on SQLite and on PostgreSQL. Where no PostgreSQL runs, a line says so that nobody overlooks: those
 * tests did not run, which is not that they passed.
 */
export const onBothDatabases = async (
  name: string,
  tests: (source: DatabaseSource) => void,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'wian-desk-'));
  const postgres = await sharedPostgres();
  const opened: DeskDatabase[] = [];
  const urls: string[] = [];
  let made = 0;
  afterAll(async () => {
    for (const database of opened) await database.close();
    if ('dropDatabases' in postgres) await postgres.dropDatabases(urls);
    rmSync(folder, { recursive: true, force: true });
  });
  describe(`${name} on SQLite`, () => {
    const file = () => {
      made += 1;
      return join(folder, `${made}/desk.sqlite`);
    };
    tests(sourceOf(async () => ({ kind: 'sqlite', file: file() }), opened));
  });
  if ('why' in postgres) {
    console.error(`!!! ${name}: NOT TESTED ON POSTGRESQL (${postgres.why})`);
    return;
  }
  describe(`${name} on PostgreSQL ${postgres.version}`, () => {
    const place = async () => {
      const url = await postgres.newDatabase();
      urls.push(url);
      return { kind: 'postgres', url } as const;
    };
    tests(sourceOf(place, opened));
  });
};
