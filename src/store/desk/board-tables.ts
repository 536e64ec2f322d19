import type { ColumnDataType, Kysely } from 'kysely';

/** The databases that the desk runs on. */
export type DatabaseKind = 'sqlite' | 'postgres';

type Schema = Kysely<unknown>;

/** A number that the database gives. SQLite gives one again whose row is gone, unless asked not to. */
export const idColumn = (kind: DatabaseKind): ColumnDataType =>
  kind === 'postgres' ? 'serial' : 'integer';

const threads = async (db: Schema, kind: DatabaseKind): Promise<void> => {
  await db.schema
    .createTable('thread')
    .addColumn('id', idColumn(kind), (column) =>
      kind === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('system', 'text', (column) => column.notNull())
    .addColumn('page', 'text', (column) => column.notNull())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.references('user.id').onDelete('set null'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('active_at', 'text', (column) => column.notNull())
    .addColumn('answers', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('accepted', 'integer')
    .addColumn('locked', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('merged_into', 'integer', (column) => column.references('thread.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .execute();
  for (const [name, columns] of [
    ['thread_active', ['state', 'active_at', 'id']],
    ['thread_section', ['state', 'section', 'active_at', 'id']],
    ['thread_system', ['state', 'system', 'active_at', 'id']],
    ['thread_page', ['page']],
    ['thread_author', ['author']],
  ] satisfies [string, string[]][]) {
    await db.schema.createIndex(name).on('thread').columns(columns).execute();
  }
  await db.schema
    .createTable('thread_word')
    .addColumn('word', 'text', (column) => column.notNull())
    .addColumn('thread', 'integer', (column) => column.notNull().references('thread.id'))
    .addPrimaryKeyConstraint('thread_word_key', ['word', 'thread'])
    .execute();
};

const posts = async (db: Schema, kind: DatabaseKind): Promise<void> => {
  await db.schema
    .createTable('post')
    .addColumn('id', idColumn(kind), (column) =>
      kind === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('thread', 'integer', (column) => column.notNull().references('thread.id'))
    .addColumn('question', 'integer', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.references('user.id').onDelete('set null'))
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('edited_at', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('once', 'text', (column) => column.notNull().unique())
    .execute();
  await db.schema.createIndex('post_thread').on('post').columns(['thread', 'id']).execute();
  await db.schema.createIndex('post_author').on('post').columns(['author', 'state']).execute();
  await db.schema.createIndex('post_state').on('post').columns(['state', 'id']).execute();
  await db.schema
    .createTable('post_version')
    .addColumn('id', idColumn(kind), (column) => column.primaryKey())
    .addColumn('post', 'integer', (column) => column.notNull().references('post.id'))
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('post_version_post').on('post_version').column('post').execute();
};

const moderation = async (db: Schema, kind: DatabaseKind): Promise<void> => {
  await db.schema
    .createTable('report')
    .addColumn('id', idColumn(kind), (column) => column.primaryKey())
    .addColumn('post', 'integer', (column) => column.notNull().references('post.id'))
    .addColumn('reporter', 'text', (column) => column.references('user.id').onDelete('set null'))
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .execute();
  await db.schema.createIndex('report_open').on('report').columns(['closed_at', 'id']).execute();
  await db.schema.createIndex('report_reporter').on('report').column('reporter').execute();
  await db.schema
    .createTable('office_code')
    .addColumn('digest', 'text', (column) => column.primaryKey())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .execute();
};

/** Tables of the board. */
export const boardTables = async (db: Schema, kind: DatabaseKind): Promise<void> => {
  await threads(db, kind);
  await posts(db, kind);
  await moderation(db, kind);
};

/** Tables of pictures in posts. */
export const pictureTables = async (db: Schema): Promise<void> => {
  await db.schema
    .createTable('picture')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('post', 'integer', (column) => column.notNull().references('post.id'))
    .addColumn('member', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('width', 'integer', (column) => column.notNull())
    .addColumn('height', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('alt', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('picture_post').on('picture').columns(['post', 'place']).execute();
  await db.schema.createIndex('picture_member').on('picture').column('member').execute();
};
