import type { Generated, Kysely } from 'kysely';
import { type DatabaseKind, idColumn } from './board-tables.ts';
import type { ChangeState } from './change-tables.ts';

/** What the desk did to the page of a circular that came of a letter, and to a page that was written. */
export type PageAction =
  | 'take-letter'
  | 'replace-letter'
  | 'merge-letter'
  | 'publish'
  | 'undo'
  | 'write-page'
  | 'publish-page'
  | 'withdraw-page'
  | 'restore-page'
  | 'cancel-page'
  | 'replace-file'
  | 'undo-page';

/** A change of the page of a circular by a member. The texts are in the content, and here so that it can be taken back. */
export interface PageChangeTable {
  readonly id: Generated<number>;
  /** ISO time. */
  readonly at: string;
  /** Id of the member. */
  readonly member: string;
  readonly action: PageAction;
  /** Id of the letter at the desk of which it came, a space, and the key of that among its letters: `UUID scan.pdf:1`; of a page that was written `page faq/slug`. */
  readonly letter: string;
  /** `2568/dla-x-wx-0325`; of a page that was written its path, `faq/slug`. */
  readonly circular: string;
  /** JSON: text of each file, relative to the project, before and after; null where it was or is not there. */
  readonly texts: string;
  /** JSON: other files that belong to it, relative to the project. */
  readonly files: string;
  readonly state: ChangeState;
  /** The commit that holds it; null until there is one, '' where content is in no repository. */
  readonly commit_id: string | null;
  /** The change that it takes back, null for any other. */
  readonly undoes: number | null;
}

/** `waiting`: asked for. `building`: under way; what a start finds so was interrupted. `live`: served. `failed`: not served. */
export type BuildState = 'waiting' | 'building' | 'live' | 'failed';

/** A build of the portal that somebody asked for. Times are ISO texts. */
export interface PortalBuildTable {
  readonly id: Generated<number>;
  readonly at: string;
  readonly member: string;
  /** The circular for which it was asked, '' for none. */
  readonly circular: string;
  readonly state: BuildState;
  readonly began_at: string | null;
  readonly ended_at: string | null;
  /** JSON: problems for which it failed; '' for none. */
  readonly problems: string;
  /** Id of the newest change of movements that it began with; 0 for none. */
  readonly up_to: Generated<number>;
}

/** The tables of pages that the desk writes, and of builds that it asks for. */
export const letterTables = async (db: Kysely<unknown>, kind: DatabaseKind): Promise<void> => {
  await db.schema
    .createTable('page_change')
    .addColumn('id', idColumn(kind), (column) =>
      kind === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('member', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('letter', 'text', (column) => column.notNull())
    .addColumn('circular', 'text', (column) => column.notNull())
    .addColumn('texts', 'text', (column) => column.notNull())
    .addColumn('files', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('commit_id', 'text')
    .addColumn('undoes', 'integer', (column) => column.references('page_change.id'))
    .execute();
  await db.schema.createIndex('page_change_letter').on('page_change').columns(['letter']).execute();
  await db.schema
    .createTable('portal_build')
    .addColumn('id', idColumn(kind), (column) =>
      kind === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('member', 'text', (column) => column.notNull())
    .addColumn('circular', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('began_at', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('problems', 'text', (column) => column.notNull())
    .execute();
};
