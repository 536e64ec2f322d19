import type { Kysely } from 'kysely';
import { type DatabaseKind, idColumn } from './board-tables.ts';

const KEY = ['member', 'kind', 'target'] as const;

/** Tables of what members subscribe to, of posts that are to be told, and of whom each is told. */
export const subscriptionTables = async (
  db: Kysely<unknown>,
  kind: DatabaseKind,
): Promise<void> => {
  await db.schema
    .createTable('subscription')
    .addColumn('member', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('pace', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('subscription_key', [...KEY])
    .execute();
  await db.schema
    .createIndex('subscription_target')
    .on('subscription')
    .columns(['kind', 'target'])
    .execute();
  await db.schema
    .createTable('announcement')
    .addColumn('post', 'integer', (column) => column.primaryKey().references('post.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('notice')
    .addColumn('id', idColumn(kind), (column) =>
      kind === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('member', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('post', 'integer', (column) => column.notNull().references('post.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text')
    .addUniqueConstraint('notice_once', ['member', 'post'])
    .addForeignKeyConstraint('notice_subscription', [...KEY], 'subscription', [...KEY], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('notice_due').on('notice').columns(['sent_at', 'due_at']).execute();
  await db.schema
    .createIndex('notice_subscription_idx')
    .on('notice')
    .columns([...KEY])
    .execute();
  await db.schema
    .createTable('digest_day')
    .addColumn('member', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('day', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('digest_day_key', ['member', 'day'])
    .execute();
};
