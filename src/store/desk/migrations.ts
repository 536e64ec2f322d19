import { type Kysely, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';
import { boardTables, type DatabaseKind, pictureTables } from './board-tables.ts';
import { changeTables } from './change-tables.ts';
import { letterTables } from './letter-tables.ts';
import { passkeyTable } from './passkey-table.ts';
import { slipTables } from './slip-tables.ts';
import { subscriptionTables } from './subscription-tables.ts';

type Schema = Kysely<unknown>;

/** Tables of better-auth, as its version 1.7 expects them: it compares them at the first request and refuses others. */
const memberTables = async (db: Schema, kind: DatabaseKind): Promise<void> => {
  const time = kind === 'postgres' ? 'timestamptz' : 'text';
  const flag = kind === 'postgres' ? 'boolean' : 'integer';
  await db.schema
    .createTable('user')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('emailVerified', flag, (column) => column.notNull())
    .addColumn('image', 'text')
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .addColumn('consentedAt', time, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('expiresAt', time, (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('userId', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('session_userId_idx').on('session').column('userId').execute();
  await db.schema
    .createTable('account')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('accountId', 'text', (column) => column.notNull())
    .addColumn('providerId', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', time)
    .addColumn('refreshTokenExpiresAt', time)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('account_userId_idx').on('account').column('userId').execute();
  await db.schema
    .createTable('verification')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expiresAt', time, (column) => column.notNull())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('verification_identifier_idx')
    .on('verification')
    .column('identifier')
    .execute();
};

const deskTables = async (db: Schema, kind: DatabaseKind): Promise<void> => {
  await db.schema
    .createTable('member_role')
    .addColumn('member', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('granted_by', 'text', (column) => column.notNull())
    .addColumn('granted_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('member_role_key', ['member', 'role', 'office'])
    .execute();
  await db.schema
    .createTable('throttle')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('last', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('audit')
    .addColumn('id', kind === 'postgres' ? 'bigserial' : 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_actor_idx').on('audit').column('actor').execute();
};

const appendOnly = async (db: Schema, kind: DatabaseKind): Promise<void> => {
  if (kind === 'postgres') {
    await sql`create function audit_is_append_only() returns trigger language plpgsql as
      $$ begin raise exception 'audit is append-only'; end $$`.execute(db);
    await sql`create trigger audit_is_append_only before update or delete or truncate on audit
      for each statement execute function audit_is_append_only()`.execute(db);
    return;
  }
  for (const action of ['update', 'delete']) {
    await sql`create trigger ${sql.ref(`audit_no_${action}`)} before ${sql.raw(action)} on audit
      begin select raise(abort, 'audit is append-only'); end`.execute(db);
  }
};

/** One account of the identity provider is one member's, also where two browsers come back from it at once. */
const oneAccount = async (db: Schema): Promise<void> => {
  await db.schema
    .createIndex('account_provider_idx')
    .unique()
    .on('account')
    .columns(['providerId', 'accountId'])
    .execute();
};

/** Changes that wait for their commit are looked for with each change, and are few among all that ever were. */
const openChanges = async (db: Schema): Promise<void> => {
  await db.schema
    .createIndex('content_change_open')
    .on('content_change')
    .columns(['commit_id', 'state'])
    .execute();
};

/** What of the movements a build has made pages of: what was recorded since is still to be built. */
const buildsOfMovements = async (db: Schema): Promise<void> => {
  await db.schema
    .alterTable('portal_build')
    .addColumn('up_to', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
};

/** The steps from an empty database to the present one, by name. A step that was released never changes. */
export const deskMigrations = (kind: DatabaseKind): MigrationProvider => ({
  getMigrations: async (): Promise<Record<string, Migration>> => ({
    '0001-members': {
      up: async (db: Schema) => {
        await memberTables(db, kind);
        await deskTables(db, kind);
        await appendOnly(db, kind);
      },
    },
    '0002-board': { up: (db: Schema) => boardTables(db, kind) },
    '0003-pictures': { up: pictureTables },
    '0004-subscriptions': { up: (db: Schema) => subscriptionTables(db, kind) },
    '0005-accounts': { up: oneAccount },
    '0006-passkeys': { up: (db: Schema) => passkeyTable(db, kind) },
    '0007-content-changes': { up: (db: Schema) => changeTables(db, kind) },
    '0008-slips': { up: (db: Schema) => slipTables(db, kind) },
    '0009-letters': { up: (db: Schema) => letterTables(db, kind) },
    '0010-open-changes': { up: openChanges },
    '0011-builds-of-movements': { up: buildsOfMovements },
  }),
});
