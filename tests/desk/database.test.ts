import { existsSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noMailAddress } from '#core/board/no-mail.ts';
import { listThreads } from '#store/desk/board-reading.ts';
import { deskDialect, openDeskDatabase } from '#store/desk/database.ts';
import {
  audit,
  auditOf,
  forgetTries,
  grantRole,
  grantsOf,
  memberByEmail,
  takeTry,
  tidy,
} from '#store/desk/members.ts';
import { deskMigrations } from '#store/desk/migrations.ts';
import { assignNotices, lettersDueNow } from '#store/desk/notices.ts';
import { subscribe } from '#store/desk/subscriptions.ts';
import type { DeskTables } from '#store/desk/tables.ts';
import { addMember, onBothDatabases } from './databases.ts';

const NOW = new Date('2026-11-29T03:00:00Z');
const ALL_THREADS = { section: '', system: '', page: '', unanswered: false };
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

await onBothDatabases('the database of the desk', ({ open, newPlace }) => {
  it('finds a member by address, however it is written', async () => {
    const desk = await open();
    await addMember(desk, 'a');
    expect((await memberByEmail(desk.db, 'A@Office.Example'))?.id).toBe('a');
    expect(await memberByEmail(desk.db, 'b@office.example')).toBeUndefined();
  });

  it('has PostgreSQL plan a statement once for each connection, whatever it is asked with', async ({
    skip,
  }) => {
    const desk = await open();
    if (desk.kind !== 'postgres') skip('SQLite keeps statements by itself');
    await desk.db.connection().execute(async (connection) => {
      const { rows: before } = await sql<{ name: string }>`
        select name from pg_prepared_statements`.execute(connection);
      for (const name of ['a', 'b', 'c']) {
        await connection.selectFrom('audit').selectAll().where('actor', '=', name).execute();
      }
      const { rows } = await sql<{ name: string; plans: string }>`
        select name, generic_plans + custom_plans as plans
        from pg_prepared_statements where statement like '%"audit"%"actor" = %'`.execute(
        connection,
      );
      expect(before.map(({ name }) => name)).not.toContain(rows[0]?.name);
      expect(rows.map(({ plans }) => Number(plans))).toEqual([3]);
    });
  });

  it('grants a role once, and tells the audit log', async () => {
    const desk = await open();
    await addMember(desk, 'a');
    const officer = { role: 'officer', office: 'd5001' } as const;
    const by = { actor: 'command', now: NOW };
    expect(await grantRole(desk.db, 'a', officer, by)).toBe(true);
    expect(await grantRole(desk.db, 'a', officer, by)).toBe(false);
    expect(await grantsOf(desk.db, 'a')).toEqual([officer]);
    expect((await auditOf(desk.db, 'a')).map(({ action }) => action)).toEqual([
      'grant officer d5001',
    ]);
  });

  it('grants nothing to who is no member', async () => {
    const desk = await open();
    const by = { actor: 'command', now: NOW };
    await expect(
      grantRole(desk.db, 'nobody', { role: 'editor', office: null }, by),
    ).rejects.toThrow();
    expect(await auditOf(desk.db, 'nobody')).toEqual([]);
  });

  it('lets nobody change or remove a row of the audit log', async () => {
    const desk = await open();
    await audit(desk.db, 'a', 'sign-in', 'a', NOW);
    const change = desk.db.updateTable('audit').set({ actor: 'b' }).execute();
    await expect(change).rejects.toThrow('append-only');
    await expect(desk.db.deleteFrom('audit').execute()).rejects.toThrow('append-only');
    expect(await auditOf(desk.db, 'a')).toHaveLength(1);
  });

  it('lets an account wait after three wrong tries, and no other', async () => {
    const { db } = await open();
    const take = (who: string, now: Date) => takeTry(db, 'password-account', who, now);
    for (let tries = 0; tries < 3; tries += 1) expect(await take('a', NOW)).toBe(0);
    expect(await take('a', later(10))).toBe(50);
    expect(await take('b', later(10))).toBe(0);
    await forgetTries(db, 'password-account', 'a');
    expect(await take('a', later(10))).toBe(0);
  });

  it('lets three of thirty tries at once pass, as of thirty one after the other', async () => {
    const { db } = await open();
    const waits = await Promise.all(
      Array.from({ length: 30 }, () => takeTry(db, 'password-account', 'a', NOW)),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  });

  it('deletes who did not confirm an address within seven days, and nobody else', async () => {
    const desk = await open();
    await addMember(desk, 'confirmed');
    await addMember(desk, 'unconfirmed');
    const no = { emailVerified: desk.kind === 'sqlite' ? 0 : false };
    await desk.db.updateTable('user').set(no).where('id', '=', 'unconfirmed').execute();
    const left = () => desk.db.selectFrom('user').select('id').orderBy('id').execute();
    await tidy(desk, later(6.9 * 86_400));
    expect(await left()).toHaveLength(2);
    await tidy(desk, later(7.1 * 86_400));
    expect(await left()).toEqual([{ id: 'confirmed' }]);
  });

  it('keeps a member who has given no address, and no link that has expired', async () => {
    const desk = await open();
    await addMember(desk, 'a');
    const no = { emailVerified: desk.kind === 'sqlite' ? 0 : false, email: noMailAddress('a') };
    await desk.db.updateTable('user').set(no).execute();
    const time = (date: Date) => (desk.kind === 'sqlite' ? date.toISOString() : date);
    for (const [id, minutes] of [
      ['old', -1],
      ['new', 1],
    ] as const) {
      const times = {
        createdAt: time(NOW),
        updatedAt: time(NOW),
        expiresAt: time(later(minutes * 60)),
      };
      const row = { id, identifier: id, value: 'x', ...times };
      await desk.db.insertInto('verification').values(row).execute();
    }
    await tidy(desk, NOW);
    expect(await desk.db.selectFrom('verification').select('id').execute()).toEqual([
      { id: 'new' },
    ]);
    await tidy(desk, later(30 * 86_400));
    expect(await desk.db.selectFrom('user').select('id').execute()).toEqual([{ id: 'a' }]);
  });

  it('is brought up from the schema of members alone, with all that it held', async () => {
    const place = await newPlace();
    const db = new Kysely<DeskTables>({ dialect: deskDialect(place) });
    const migrator = new Migrator({ db, provider: deskMigrations(place.kind) });
    expect((await migrator.migrateTo('0001-members')).error).toBeUndefined();
    await addMember({ db, kind: place.kind, close: () => db.destroy() }, 'a');
    await grantRole(db, 'a', { role: 'editor', office: null }, { actor: 'command', now: NOW });
    await db.destroy();
    const desk = await openDeskDatabase(place);
    expect((await memberByEmail(desk.db, 'a@office.example'))?.id).toBe('a');
    expect(await auditOf(desk.db, 'a')).toHaveLength(1);
    expect(await listThreads(desk.db, ALL_THREADS, null)).toEqual([]);
    await desk.close();
  });

  it('is brought up from the schema before subscriptions, and tells of nothing that was posted before', async () => {
    const place = await newPlace();
    const db = new Kysely<DeskTables>({ dialect: deskDialect(place) });
    const migrator = new Migrator({ db, provider: deskMigrations(place.kind) });
    expect((await migrator.migrateTo('0003-pictures')).error).toBeUndefined();
    await addMember({ db, kind: place.kind, close: () => db.destroy() }, 'a');
    const at = NOW.toISOString();
    const what = { section: 'system', system: '', page: '', issuer: '', title: 'เดิม' };
    const times = { created_at: at, active_at: at, accepted: null, merged_into: null };
    const row = { ...what, ...times, author: 'a', answers: 0, locked: 0, state: 'shown' } as const;
    const { id } = await db
      .insertInto('thread')
      .values(row)
      .returning('id')
      .executeTakeFirstOrThrow();
    const post = { thread: id, question: 1, author: 'a', office: '', body: 'เดิม' };
    const more = { created_at: at, edited_at: null, state: 'shown', once: 'x' } as const;
    await db
      .insertInto('post')
      .values({ ...post, ...more })
      .execute();
    await db.destroy();
    const desk = await openDeskDatabase(place);
    expect(await listThreads(desk.db, ALL_THREADS, null)).toMatchObject([{ title: 'เดิม' }]);
    await addMember(desk, 'b');
    const by = { actor: 'b', now: NOW };
    await subscribe(desk.db, { kind: 'section', target: 'system' }, 'now', by);
    expect(await desk.db.transaction().execute(assignNotices)).toBe(0);
    expect(await lettersDueNow(desk, later(60))).toEqual([]);
    await desk.close();
  });

  it('keeps what it holds when it is opened again', async () => {
    const place = await newPlace();
    const first = await openDeskDatabase(place);
    await addMember(first, 'a');
    await first.close();
    const second = await openDeskDatabase(place);
    expect((await memberByEmail(second.db, 'a@office.example'))?.id).toBe('a');
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(
      second.db,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      '0001-members',
      '0002-board',
      '0003-pictures',
      '0004-subscriptions',
      '0005-accounts',
      '0006-passkeys',
      '0007-content-changes',
      '0008-slips',
      '0009-letters',
      '0010-open-changes',
      '0011-builds-of-movements',
    ]);
    await second.close();
  });
});

describe('a database that cannot be used', () => {
  it('is named by its file, and left as it is', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'wian-desk-')), 'desk.sqlite');
    const text =
      'this is a letter and no database, long enough to be read as one by SQLite\n'.repeat(20);
    writeFileSync(file, text);
    await expect(openDeskDatabase({ kind: 'sqlite', file })).rejects.toThrow(
      /desk\.sqlite.*cannot use this database.*not a database/s,
    );
    expect(statSync(file).size).toBe(text.length);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('is named without the password of its address', async () => {
    const url = 'postgres://desk:made-up-secret@127.0.0.1:1/desk';
    const refused = openDeskDatabase({ kind: 'postgres', url });
    await expect(refused).rejects.toThrow(/DATABASE_URL.*ECONNREFUSED/s);
    await expect(refused).rejects.not.toThrow('made-up-secret');
  });
});

it('tells why a transaction failed that SQLite has ended by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wian-full-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const place = { kind: 'sqlite', file: join(folder, 'desk.sqlite') } as const;
  const { db, close } = await openDeskDatabase(place);
  // A conflict that is to end the whole transaction does it as a full disk does.
  const twice = db.transaction().execute(async (tx) => {
    await sql`CREATE TABLE filling (only TEXT UNIQUE)`.execute(tx);
    for (const way of ['', 'OR ROLLBACK'])
      await sql`INSERT ${sql.raw(way)} INTO filling VALUES ('a')`.execute(tx);
  });
  await expect(twice).rejects.toThrow('UNIQUE constraint failed');
  await db.transaction().execute((tx) => sql`SELECT 1`.execute(tx));
  await close();
});
