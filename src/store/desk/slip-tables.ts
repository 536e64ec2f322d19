import type { Generated, Kysely } from 'kysely';
import { type DatabaseKind, idColumn } from './board-tables.ts';

/** A printed slip by which an office acknowledges a circular. Of its short code there is the keyed digest alone. */
export interface SlipTable {
  readonly id: Generated<number>;
  readonly circular: string;
  readonly office: string;
  /** ISO days in Thailand; good on both and in between. */
  readonly issued: string;
  readonly expires: string;
  readonly code: string;
  /** Id of the member who printed it, or `command`. */
  readonly made_by: string;
  /** ISO time; null while it is not revoked. */
  readonly revoked_at: string | null;
}

/** The table of slips. Rows are never deleted: changes of ledgers name them. */
export const slipTables = async (db: Kysely<unknown>, kind: DatabaseKind): Promise<void> => {
  await db.schema
    .createTable('slip')
    .addColumn('id', idColumn(kind), (column) =>
      kind === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('circular', 'text', (column) => column.notNull())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('issued', 'text', (column) => column.notNull())
    .addColumn('expires', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .execute();
  await db.schema.createIndex('slip_circular').on('slip').columns(['circular', 'office']).execute();
  await db.schema.createIndex('slip_expires').on('slip').column('expires').execute();
};
