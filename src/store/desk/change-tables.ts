import type { Generated, Kysely } from 'kysely';
import { type DatabaseKind, idColumn } from './board-tables.ts';

/**
 * Rows that the desk added to a ledger. `planned`: about to be written; what a start finds so was interrupted. `applied`:
 * they are in the ledger. `void`: they are not, and nothing else came of it.
 */
export type ChangeState = 'planned' | 'applied' | 'void';

/** A change of a ledger by a member. The rows themselves are in the ledger, and here until they are surely there. */
export interface ContentChangeTable {
  readonly id: Generated<number>;
  /** ISO time. */
  readonly at: string;
  /** Id of the member. */
  readonly member: string;
  readonly action: string;
  /** `2568/dla-x-wx-0325`. */
  readonly circular: string;
  /** The ledger, relative to the project. */
  readonly file: string;
  /** Id of the office that it is about; of several offices the one above them. */
  readonly office: string;
  /** Number of the first row that was added, and how many there are. */
  readonly first_no: number;
  readonly count: number;
  /** The rows as they stand in the ledger, each with its line feed. */
  readonly lines: string;
  readonly state: ChangeState;
  /** The commit that holds it; null until there is one, '' where content is in no repository. */
  readonly commit_id: string | null;
  /** The change that it takes back, null for any other. */
  readonly undoes: number | null;
}

/** The table of changes that the desk makes to ledgers. */
export const changeTables = async (db: Kysely<unknown>, kind: DatabaseKind): Promise<void> => {
  await db.schema
    .createTable('content_change')
    .addColumn('id', idColumn(kind), (column) =>
      kind === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('member', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('circular', 'text', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('first_no', 'integer', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('lines', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('commit_id', 'text')
    .addColumn('undoes', 'integer', (column) => column.references('content_change.id'))
    .execute();
  await db.schema
    .createIndex('content_change_circular')
    .on('content_change')
    .columns(['circular', 'office'])
    .execute();
};
