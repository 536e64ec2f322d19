import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { NodeSqliteDialect } from '@better-auth/kysely-adapter/node-sqlite-dialect';
import { type Dialect, Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { ProblemError } from '#core/problem.ts';
import type { DatabaseKind } from './board-tables.ts';
import { deskMigrations } from './migrations.ts';
import { KeepingClient } from './postgres-client.ts';
import type { DeskTables } from './tables.ts';

/** Where the data of the desk lies: a file of SQLite, or a database of PostgreSQL by its address. */
export type DatabasePlace =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** An open database, with all its tables. */
export interface DeskDatabase {
  readonly kind: DatabaseKind;
  readonly db: Kysely<DeskTables>;
  readonly close: () => Promise<void>;
}

/** Milliseconds that a writer waits for another process, and a start for the server. */
const WAIT_MS = 10_000;

/** Statements that are kept, of which the desk has some hundred, and the characters of the longest: long ones differ in their rows. */
const MOST_STATEMENTS = 300;
const LONGEST_STATEMENT = 2000;

/** The statement by which the driver gives a transaction up, and one that does nothing. */
const ROLL_BACK = 'rollback';
const NOTHING = 'SELECT 1 WHERE 0';

/** The database with statements that are prepared once: the driver prepares each query anew, which takes as long as a short one. */
const withKeptStatements = (database: DatabaseSync): DatabaseSync => {
  const kept = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    // A full disk has ended the transaction: to roll it back would fail, and hide why.
    if (text === ROLL_BACK && !database.isTransaction) return prepare(NOTHING);
    const known = kept.get(text);
    if (known) return known;
    const statement = database.prepare(text);
    if (text.length > LONGEST_STATEMENT) return statement;
    if (kept.size >= MOST_STATEMENTS) kept.delete(kept.keys().next().value as string);
    kept.set(text, statement);
    return statement;
  };
  const close = () => {
    kept.clear();
    database.close();
  };
  return { prepare, close } as unknown as DatabaseSync;
};

const openSqlite = (file: string): Dialect => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(file, { timeout: WAIT_MS });
  // Addresses of members lie in it.
  chmodSync(file, 0o600);
  // What was confirmed to a member is on the disk, also where the power fails.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  return new NodeSqliteDialect({ database: withKeptStatements(database) });
};

const openPostgres = (url: string): Dialect => {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: WAIT_MS,
    max: 10,
    Client: KeepingClient,
  });
  // A connection that breaks while nobody uses it; the next query opens another, or fails and says so.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
};

/** How Kysely speaks to a database; a file of SQLite is made where there is none. */
export const deskDialect = (place: DatabasePlace): Dialect =>
  place.kind === 'sqlite' ? openSqlite(place.file) : openPostgres(place.url);

const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  return [code, message].filter(Boolean).join(': ') || String(error);
};

/** That a database cannot be used, and why, without its address. */
export const unusable = (place: DatabasePlace, error: unknown): ProblemError =>
  new ProblemError([
    place.kind === 'sqlite'
      ? {
          file: place.file,
          what: `the desk cannot use this database (${reasonOf(error)})`,
          why: 'Members live in it. Nothing was changed.',
          fix: 'Check that the file is a database of the desk and may be written, or put a backup in its place.',
        }
      : {
          file: null,
          field: 'DATABASE_URL',
          // Never the address itself: it holds a password.
          what: `the desk cannot use this database (${reasonOf(error)})`,
          why: 'Members live in it. Nothing was changed.',
          fix: 'Check that the server runs, that the database exists, and that the user may create tables in it.',
        },
  ]);

/**
 * Opens the database, makes it where there is none, and brings its tables to the present version (Kysely's Migrator,
 * which locks them meanwhile). Throws a ProblemError where that cannot be done.
 */
export const openDeskDatabase = async (place: DatabasePlace): Promise<DeskDatabase> => {
  let db: Kysely<DeskTables> | undefined;
  try {
    db = new Kysely<DeskTables>({ dialect: deskDialect(place) });
    const migrator = new Migrator({ db, provider: deskMigrations(place.kind) });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  } catch (error) {
    await db?.destroy();
    throw unusable(place, error);
  }
  const open = db;
  return { kind: place.kind, db: open, close: () => open.destroy() };
};
