import type { Kysely } from 'kysely';
import { audit, type By } from './members.ts';
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

/** Writes down what is about to be written, so that a start after a kill knows whose it was. Its id. */
export const planChange = async (
  db: Db,
  { firstNo, ...change }: PlannedChange,
  { actor, now }: By,
): Promise<number> => {
  const { id } = await db
    .insertInto('content_change')
    .values({
      ...change,
      first_no: firstNo,
      member: actor,
      at: now.toISOString(),
      state: 'planned',
      commit_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** As {@link planChange} for several changes, in one transaction. Their ids in the same order. */
export const planChanges = (db: Db, changes: readonly PlannedChange[], by: By): Promise<number[]> =>
  db.transaction().execute(async (transaction) => {
    const ids: number[] = [];
    for (const change of changes) ids.push(await planChange(transaction, change, by));
    return ids;
  });

const confirmWithin = async (transaction: Db, id: number, now: Date): Promise<void> => {
  const change = await transaction
    .updateTable('content_change')
    .set({ state: 'applied' })
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .returning(['member', 'action', 'office', 'circular', 'first_no', 'count'])
    .executeTakeFirst();
  if (!change) return;
  const last = change.first_no + change.count - 1;
  const rows = last === change.first_no ? last : `${change.first_no}-${last}`;
  const what = `${change.action} ${change.office} ${change.circular} ${rows}`;
  await audit(transaction, change.member, what, `change:${id}`, now);
};

/** Notes that the rows of changes are in their ledgers, each with a row of the audit log, in one transaction. */
export const confirmChanges = (db: Db, ids: readonly number[], now: Date): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    for (const id of ids) await confirmWithin(transaction, id, now);
  });

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
