import type { Kysely } from 'kysely';
import type { By } from './members.ts';
import type { DeskTables } from './tables.ts';

type Db = Kysely<DeskTables>;

/** What is written down of a change before its rows are written. */
export interface PlannedChange {
  readonly action: string;
  readonly circular: string;
  readonly file: string;
  readonly office: string;
  readonly firstNo: number;
  readonly count: number;
  readonly lines: string;
  readonly undoes: number | null;
}

/** Rows of one statement: SQLite takes 32,766 values in one, and a row has twelve. */
const ROWS = 500;

const inParts = async <Row>(
  rows: readonly Row[],
  put: (part: readonly Row[]) => Promise<void>,
): Promise<void> => {
  for (let at = 0; at < rows.length; at += ROWS) await put(rows.slice(at, at + ROWS));
};

/**
 * Writes down what is about to be written, each change of a ledger of its own, so that a start after a kill knows whose it
 * was. Their ids in the same order.
 */
export const planChanges = async (
  db: Db,
  changes: readonly PlannedChange[],
  { actor, now }: By,
): Promise<number[]> => {
  const rows = changes.map(({ firstNo, ...change }) => ({
    ...change,
    first_no: firstNo,
    member: actor,
    at: now.toISOString(),
    state: 'planned' as const,
    commit_id: null,
  }));
  const ids = new Map<string, number>();
  await db.transaction().execute((transaction) =>
    inParts(rows, async (part) => {
      const made = await transaction
        .insertInto('content_change')
        .values(part)
        .returning(['id', 'file'])
        .execute();
      // No database promises an order of what it returns.
      for (const { id, file } of made) ids.set(file, id);
    }),
  );
  return changes.map(({ file }) => ids.get(file) as number);
};

/** Notes that the rows of changes are in their ledgers, each with a row of the audit log, in one transaction. */
export const confirmChanges = (db: Db, ids: readonly number[], now: Date): Promise<void> =>
  db.transaction().execute((transaction) =>
    inParts(ids, async (part) => {
      const confirmed = await transaction
        .updateTable('content_change')
        .set({ state: 'applied' })
        .where('id', 'in', part)
        .where('state', '=', 'planned')
        .returning(['id', 'member', 'action', 'office', 'circular', 'first_no', 'count'])
        .execute();
      const rows = confirmed
        .sort((a, b) => a.id - b.id)
        .map(({ id, member, action, office, circular, first_no: first, count }) => {
          const numbers = count === 1 ? first : `${first}-${first + count - 1}`;
          const what = `${action} ${office} ${circular} ${numbers}`;
          return { at: now.toISOString(), actor: member, action: what, subject: `change:${id}` };
        });
      if (rows.length > 0) await transaction.insertInto('audit').values(rows).execute();
    }),
  );

/** Notes that the rows of changes were not written. */
export const voidChanges = async (db: Db, ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await db
    .updateTable('content_change')
    .set({ state: 'void' })
    .where('id', 'in', ids)
    .where('state', '=', 'planned')
    .execute();
};

/** Changes that were interrupted: planned, and neither confirmed nor void. */
export const plannedChanges = (db: Db) =>
  db
    .selectFrom('content_change')
    .select(['id', 'file', 'lines', 'first_no', 'count'])
    .where('state', '=', 'planned')
    .orderBy('id')
    .execute();

/** Changes that are in their ledgers and not yet in a commit, with the name of whoever made them, null where they left. */
export const uncommittedChanges = (db: Db) =>
  db
    .selectFrom('content_change')
    .leftJoin('user', 'user.id', 'content_change.member')
    .select(['content_change.id', 'file', 'member', 'name', 'action', 'office', 'circular', 'at'])
    .where('state', '=', 'applied')
    .where('commit_id', 'is', null)
    .orderBy('content_change.id')
    .execute();

/** Notes which commit holds changes; '' where content is in no repository. */
export const noteCommit = async (db: Db, ids: readonly number[], commit: string): Promise<void> => {
  await db
    .updateTable('content_change')
    .set({ commit_id: commit })
    .where('id', 'in', ids)
    .execute();
};

/** A change that is in its ledger, as pages show it. */
export interface AppliedChange {
  readonly id: number;
  readonly at: string;
  readonly member: string;
  /** The name that others see; null where the member has left. */
  readonly name: string | null;
  readonly action: string;
  readonly circular: string;
  readonly office: string;
  readonly first_no: number;
  readonly count: number;
  readonly commit_id: string | null;
  readonly undoes: number | null;
}

const applied = (db: Db) =>
  db
    .selectFrom('content_change')
    .leftJoin('user', 'user.id', 'content_change.member')
    .select([
      'content_change.id',
      'at',
      'member',
      'name',
      'action',
      'circular',
      'office',
      'first_no',
      'count',
      'commit_id',
      'undoes',
    ])
    .where('state', '=', 'applied');

/** The changes that the desk made to the ledger of a circular, oldest first. */
export const changesOf = (db: Db, circular: string): Promise<AppliedChange[]> =>
  applied(db).where('circular', '=', circular).orderBy('content_change.id').execute();

/** A change by its id; undefined where there is none, or its rows are in no ledger. */
export const changeById = (db: Db, id: number): Promise<AppliedChange | undefined> =>
  applied(db).where('content_change.id', '=', id).executeTakeFirst();
