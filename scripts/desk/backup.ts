import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { ProblemError } from '#core/problem.ts';
import { checkBackup, fillFromBackup, isEmptyDesk, writeBackup } from '#store/desk/backup.ts';
import { deskDialect, openDeskDatabase } from '#store/desk/database.ts';
import { deskMigrations } from '#store/desk/migrations.ts';
import type { DeskTables } from '#store/desk/tables.ts';
import { saveToDisk } from '#store/files/replace-file.ts';
import type { CommandIo } from '../lib/command.ts';
import { keepSecret, readSecret } from './secret.ts';
import { type DeskSettings, readDeskSettings } from './settings.ts';

const noDatabase = (file: string): ProblemError =>
  new ProblemError([
    {
      file,
      what: 'there is no database of a desk yet',
      why: 'There is nothing that a backup could hold.',
      fix: 'Start the desk by npm run desk, or set DATABASE_URL.',
    },
  ]);

const notThere = (file: string, what: string, fix: string): ProblemError =>
  new ProblemError([{ file, what, fix }]);

const GIVE_BACKUP = 'Give the path of a file that npm run desk -- backup FILE wrote.';

/** `backup FILE`: all that the desk holds, in one file. */
export const backUp = async (file: string, io: CommandIo, dryRun: boolean): Promise<void> => {
  const { place, data } = readDeskSettings(io.cwd, io.env, io.today);
  if (place.kind === 'sqlite' && !existsSync(place.file)) throw noDatabase(place.file);
  const path = resolve(io.cwd, file);
  const folder = dirname(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw notThere(
      folder,
      'there is no such folder here',
      'Make the folder, or give another path.',
    );
  const secret = join(data, 'secret');
  if (!existsSync(secret)) throw noDatabase(secret);
  if (dryRun) {
    io.out(`${file} would hold the database and .data/secret. Nothing was written.`);
    return;
  }
  const database = await openDeskDatabase(place);
  try {
    await writeBackup(database, { secret: readSecret(secret), data }, path);
  } finally {
    await database.close();
  }
  const { rows } = await checkBackup(path);
  io.out(
    `${file}: ${rows.get('user') ?? 0} members, ${rows.get('post') ?? 0} posts. Keep it where nobody else can read it.`,
  );
};

const notEmpty = (place: DeskSettings['place']): ProblemError =>
  new ProblemError([
    {
      file: place.kind === 'sqlite' ? place.file : null,
      ...(place.kind === 'sqlite' ? {} : { field: 'DATABASE_URL' }),
      what: 'this database holds a desk already',
      why: 'A backup is never put over members and posts. Nothing was written.',
      fix: 'Move it away, or give an empty database by DATABASE_URL.',
    },
  ]);

const putSecret = (file: string, secret: string): void => {
  if (!existsSync(file)) keepSecret(file, secret);
  if (readSecret(file) === secret) return;
  throw new ProblemError([
    {
      file,
      what: 'there is another secret than that of the backup',
      why: 'Codes and counts of the backup are known by its own secret. Nothing was written.',
      fix: 'Move the file away: the backup brings its own.',
    },
  ]);
};

/** Brings empty tables to the schema of the backup, fills them, and brings all to the present schema. */
const restoreInto = async (
  place: DeskSettings['place'],
  data: string,
  file: string,
  schema: string,
) => {
  const db = new Kysely<DeskTables>({ dialect: deskDialect(place) });
  try {
    const migrator = new Migrator({ db, provider: deskMigrations(place.kind) });
    const known = (await migrator.getMigrations()).find(({ name }) => name === schema);
    if (!known) {
      throw new ProblemError([
        {
          file,
          what: `this backup has the schema "${schema}", which this version does not know`,
          fix: 'Restore it by the version of Wian that made it, or a newer one.',
        },
      ]);
    }
    // A database that has newer tables already is left as it is: they are empty, or restoring is refused.
    const { error } = known.executedAt ? {} : await migrator.migrateTo(schema);
    if (error) throw error;
    if (!(await isEmptyDesk(db))) throw notEmpty(place);
    await fillFromBackup({ db, kind: place.kind }, file, data);
    const last = await migrator.migrateToLatest();
    if (last.error) throw last.error;
  } finally {
    await db.destroy();
  }
};

/** `restore FILE`: a backup into an empty desk. Killed in the midst, it is run again. */
export const restore = async (file: string, io: CommandIo, dryRun: boolean): Promise<void> => {
  const { place, data } = readDeskSettings(io.cwd, io.env, io.today);
  const path = resolve(io.cwd, file);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw notThere(file, 'there is no such file', GIVE_BACKUP);
  if (found.isDirectory()) throw notThere(file, 'it is a folder', GIVE_BACKUP);
  const { head, rows } = await checkBackup(path);
  if (place.kind === 'sqlite' && existsSync(place.file)) throw notEmpty(place);
  const what = `${rows.get('user') ?? 0} members, ${rows.get('post') ?? 0} posts`;
  if (dryRun) {
    io.out(`${what} would be restored. Nothing was written.`);
    return;
  }
  putSecret(join(data, 'secret'), head.secret);
  if (place.kind === 'postgres') await restoreInto(place, data, path, head.schema);
  else {
    // The file takes its name when all is in it.
    const unfinished = `${place.file}.restoring`;
    for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
    await restoreInto({ kind: 'sqlite', file: unfinished }, data, path, head.schema);
    renameSync(unfinished, place.file);
    saveToDisk(dirname(place.file));
  }
  io.out(`${what} were restored.`);
};
