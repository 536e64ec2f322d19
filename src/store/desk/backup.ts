import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  linkSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { isPictureId } from '#core/board/picture.ts';
import { ProblemError } from '#core/problem.ts';
import { saveToDisk } from '#store/files/replace-file.ts';
import type { DatabaseKind } from './board-tables.ts';
import type { DeskDatabase } from './database.ts';
import { pictureFile, putPictureFile } from './pictures.ts';
import type { DeskTables } from './tables.ts';

/** Tables in an order in which each refers to former ones only, with the columns by which their rows are sorted. */
const TABLES: readonly (readonly [table: string, key: readonly string[]])[] = [
  ['user', ['id']],
  ['session', ['id']],
  ['account', ['id']],
  ['verification', ['id']],
  ['passkey', ['id']],
  ['member_role', ['member', 'role', 'office']],
  ['throttle', ['key']],
  ['audit', ['id']],
  ['thread', ['id']],
  ['thread_word', ['word', 'thread']],
  ['post', ['id']],
  ['post_version', ['id']],
  ['picture', ['id']],
  ['report', ['id']],
  ['office_code', ['digest']],
  ['subscription', ['member', 'kind', 'target']],
  ['announcement', ['post']],
  ['notice', ['id']],
  ['digest_day', ['member', 'day']],
  ['content_change', ['id']],
  ['slip', ['id']],
  ['page_change', ['id']],
  ['portal_build', ['id']],
];
/** Tables whose ids the database counts. */
const COUNTED = [
  'audit',
  'thread',
  'post',
  'post_version',
  'report',
  'notice',
  'content_change',
  'slip',
  'page_change',
  'portal_build',
];
/** Columns that are boolean in PostgreSQL. */
const FLAGS = ['emailVerified', 'backedUp'];
const BATCH = 1000;
const FORMAT = 'wian-desk-backup';

type Row = Readonly<Record<string, unknown>>;
type AnyDb = Kysely<Record<string, Row>>;
const anyDb = (db: Kysely<DeskTables>): AnyDb => db as unknown as AnyDb;

/** What stands at the head of a backup. */
export interface BackupHead {
  readonly format: typeof FORMAT;
  /** Newest step of the migrations, to which the rows belong. */
  readonly schema: string;
  readonly secret: string;
}

const newestStep = async (db: AnyDb): Promise<string> => {
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name desc limit 1`.execute(db);
  return rows[0]?.name ?? '';
};

/** A line of a backup that holds the file of a picture. */
const PICTURE_FILE = 'picture file';

/** The file of a picture in base64; null where it was taken away since. */
const pictureData = (data: string, id: unknown): string | null => {
  try {
    return readFileSync(pictureFile(data, String(id))).toString('base64');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

async function* linesOf(db: AnyDb, secret: string, data: string): AsyncGenerator<string> {
  const sum = createHash('sha256');
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    sum.update(text);
    return text;
  };
  yield line({ format: FORMAT, schema: await newestStep(db), secret } satisfies BackupHead);
  for (const [table, key] of TABLES) {
    for (let from = 0; ; from += BATCH) {
      let query = db.selectFrom(table).selectAll().limit(BATCH).offset(from);
      for (const column of key) query = query.orderBy(column);
      const rows = await query.execute();
      if (rows.length > 0) yield rows.map((row) => line([table, row])).join('');
      if (table === 'picture') {
        for (const { id } of rows) {
          const file = pictureData(data, id);
          if (file !== null) yield line([PICTURE_FILE, { id, file }]);
        }
      }
      if (rows.length < BATCH) break;
    }
  }
  yield `${JSON.stringify({ sha256: sum.digest('hex') })}\n`;
}

const exists = (file: string): ProblemError =>
  new ProblemError([
    {
      file,
      what: 'there is a file of this name already',
      why: 'A backup is never written over another. Nothing was written.',
      fix: 'Give another name, or remove the file.',
    },
  ]);

/**
 * Writes all that a desk holds, with its secret and the pictures in its data folder, to a new file that only its owner may read: one moment of the database,
 * also while the desk runs. Whole or not at all.
 */
export const writeBackup = async (
  { db, kind }: DeskDatabase,
  { secret, data }: { readonly secret: string; readonly data: string },
  file: string,
): Promise<void> => {
  if (existsSync(file)) throw exists(file);
  const unfinished = `${file}.${process.pid}.new`;
  const snapshot = db.transaction();
  try {
    await (kind === 'postgres' ? snapshot.setIsolationLevel('repeatable read') : snapshot).execute(
      (tx) =>
        pipeline(
          linesOf(anyDb(tx), secret, data),
          createGzip(),
          createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }),
        ),
    );
    // Unlike a rename it never replaces what came in the meantime.
    linkSync(unfinished, file);
    saveToDisk(dirname(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw exists(file);
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
};

const damaged = (file: string, what: string): ProblemError =>
  new ProblemError([
    {
      file,
      what,
      why: 'A backup that is not whole would lose members or posts. Nothing was written.',
      fix: 'Take another backup.',
    },
  ]);

/** Lines as they were written: readline would also end them at U+2028, which posts may hold. */
async function* readLines(file: string): AsyncGenerator<string> {
  const gunzip = createGunzip().setEncoding('utf8');
  const source = createReadStream(file);
  source.on('error', (error) => gunzip.destroy(error));
  let rest = '';
  for await (const part of source.pipe(gunzip)) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() as string;
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Reads a backup whole and checks it: its head, and how many rows each table has. Throws where any of it is damaged. */
export const checkBackup = async (
  file: string,
): Promise<{ readonly head: BackupHead; readonly rows: ReadonlyMap<string, number> }> => {
  const sum = createHash('sha256');
  const rows = new Map<string, number>();
  let head: BackupHead | undefined;
  let stated: string | undefined;
  try {
    for await (const line of readLines(file)) {
      const value = JSON.parse(line);
      if (head === undefined) head = value;
      else if (Array.isArray(value)) rows.set(value[0], (rows.get(value[0]) ?? 0) + 1);
      else stated = value.sha256;
      if (stated === undefined) sum.update(`${line}\n`);
    }
  } catch (error) {
    throw damaged(file, `this backup cannot be read (${(error as Error).message})`);
  }
  if (head?.format !== FORMAT || !/^[0-9a-f]{64}$/.test(head.secret)) {
    throw damaged(file, 'this is no backup of a desk');
  }
  if (stated !== sum.digest('hex'))
    throw damaged(file, 'the end of this backup is missing or changed');
  return { head, rows };
};

/** A value as the other kind of database has it: flags are numbers in SQLite. */
const valueFor = (kind: DatabaseKind, column: string, value: unknown): unknown => {
  if (kind === 'sqlite') return typeof value === 'boolean' ? Number(value) : value;
  return FLAGS.includes(column) ? Boolean(value) : value;
};

const rowFor = (kind: DatabaseKind, row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, valueFor(kind, column, value)]),
  );

/** The id of a picture's file: nothing else becomes the name of a file. */
const pictureIdOf = ({ id }: Row): string => {
  if (typeof id === 'string' && isPictureId(id)) return id;
  throw new Error(`"${String(id)}" is no id of a picture`);
};

/** Whether nobody has signed up and nothing was done yet. */
export const isEmptyDesk = async (db: Kysely<DeskTables>): Promise<boolean> => {
  for (const table of ['user', 'audit', 'thread']) {
    if (await anyDb(db).selectFrom(table).selectAll().limit(1).executeTakeFirst()) return false;
  }
  return true;
};

/**
 * Puts the rows of a backup, which was checked, into an empty database of the same schema: all of them or none, from either
 * kind of database into either.
 */
export const fillFromBackup = (
  { db, kind }: Pick<DeskDatabase, 'db' | 'kind'>,
  file: string,
  data: string,
): Promise<void> =>
  anyDb(db)
    .transaction()
    .execute(async (tx) => {
      const merged: { id: unknown; into: unknown }[] = [];
      let batch: Row[] = [];
      let of = '';
      const flush = async () => {
        if (batch.length > 0) await tx.insertInto(of).values(batch).execute();
        batch = [];
      };
      for await (const line of readLines(file)) {
        const value = JSON.parse(line);
        if (!Array.isArray(value)) continue;
        const [table, found] = value as [string, Row];
        if (table === PICTURE_FILE) {
          putPictureFile(data, pictureIdOf(found), Buffer.from(String(found.file), 'base64'));
          continue;
        }
        if (table !== of || batch.length === 100) await flush();
        of = table;
        const row = rowFor(kind, found);
        const { id, merged_into: into } = row;
        // It may lead to a thread that comes later.
        if (table === 'thread' && into !== null) merged.push({ id, into });
        batch.push(table === 'thread' ? { ...row, merged_into: null } : row);
      }
      await flush();
      for (const { id, into } of merged) {
        await tx.updateTable('thread').set({ merged_into: into }).where('id', '=', id).execute();
      }
      if (kind === 'sqlite') return;
      for (const table of COUNTED) {
        await sql`select setval(pg_get_serial_sequence(${table}, 'id'), max(id)) from ${sql.table(table)}
          having max(id) is not null`.execute(tx);
      }
    });
