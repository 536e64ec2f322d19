import { type Kysely, sql } from 'kysely';
import type { Behind } from '#core/desk/build-due.ts';
import type { Problem } from '#core/problem.ts';
import type { BuildState } from './letter-tables.ts';
import { audit, type By } from './members.ts';
import type { DeskTables } from './tables.ts';

type Db = Kysely<DeskTables>;

/** Asks for a build, for the sake of a circular or of none (''); the id of what was asked, with a row of the audit log. */
export const askBuild = (db: Db, circular: string, { actor, now }: By): Promise<number> =>
  db.transaction().execute(async (transaction) => {
    const { id } = await transaction
      .insertInto('portal_build')
      .values({
        at: now.toISOString(),
        member: actor,
        circular,
        state: 'waiting',
        began_at: null,
        ended_at: null,
        problems: '',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit(transaction, actor, `build ${circular}`.trim(), `build:${id}`, now);
    return id;
  });

/** Puts what a former process was building back among what waits. */
export const takeUpBuilds = async (db: Db): Promise<void> => {
  await db
    .updateTable('portal_build')
    .set({ state: 'waiting', began_at: null })
    .where('state', '=', 'building')
    .execute();
};

/**
 * Takes all that waits into one build, which begins now, with what is built `again` as content was changed meanwhile; the ids, none
 * where there is neither.
 */
export const beginBuild = async (
  db: Db,
  now: Date,
  again: readonly number[] = [],
): Promise<number[]> => {
  // One change is made after the other, so that none with a smaller id is still to come.
  const upTo = db
    .selectFrom('content_change')
    .where('state', '=', 'applied')
    .select(({ fn }) => fn.coalesce(fn.max('id'), sql<number>`0`).as('id'));
  const taken = await db
    .updateTable('portal_build')
    .set({ state: 'building', began_at: now.toISOString(), up_to: upTo })
    .where(({ or, eb }) =>
      or([eb('state', '=', 'waiting'), ...again.map((id) => eb('id', '=', id))]),
    )
    .returning('id')
    .execute();
  return taken.map(({ id }) => id);
};

/** Notes how a build ended: that it is served, or the problems for which it is not. */
export const endBuild = async (
  db: Db,
  ids: readonly number[],
  problems: readonly Problem[] | null,
  now: Date,
): Promise<void> => {
  await db
    .updateTable('portal_build')
    .set({
      state: problems === null ? 'live' : 'failed',
      ended_at: now.toISOString(),
      problems: problems === null ? '' : JSON.stringify(problems),
    })
    .where('id', 'in', ids)
    .execute();
};

const newestFirst = (db: Db) =>
  db
    .selectFrom('portal_build')
    .leftJoin('user', 'user.id', 'portal_build.member')
    .select([
      'portal_build.id',
      'at',
      'member',
      'name',
      'circular',
      'state',
      'began_at',
      'ended_at',
      'problems',
    ])
    .orderBy('portal_build.id', 'desc');

/** Builds that were asked for, newest first. */
export const newestBuilds = (db: Db, most: number) => newestFirst(db).limit(most).execute();

/** A build that was asked for. */
export type PortalBuild = Awaited<ReturnType<typeof newestBuilds>>[number];

/** The newest build that was asked for the sake of a circular. */
export const buildOf = async (db: Db, circular: string): Promise<PortalBuild | undefined> =>
  newestFirst(db).where('circular', '=', circular).limit(1).executeTakeFirst();

/** How far behind the portal is with movements. */
export const movementsBehind = async (
  db: Db,
): Promise<
  Behind & { /** Changes that no build has brought onto the portal. */ readonly unseen: number }
> => {
  const newest = (states: readonly BuildState[]) =>
    db
      .selectFrom('portal_build')
      .where('state', 'in', states)
      .select(({ fn }) => [
        fn.coalesce(fn.max('up_to'), sql<number>`0`).as('up_to'),
        fn.max('began_at').as('began'),
      ])
      .executeTakeFirstOrThrow();
  const changesAfter = async (id: number): Promise<number> => {
    const { count } = await db
      .selectFrom('content_change')
      .where('state', '=', 'applied')
      .where('id', '>', id)
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  };
  const begun = await newest(['building', 'live', 'failed']);
  const live = await newest(['live']);
  const open = await db
    .selectFrom('portal_build')
    .where('state', 'in', ['waiting', 'building'])
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return {
    changes: await changesAfter(Number(begun.up_to)),
    unseen: await changesAfter(Number(live.up_to)),
    began: begun.began === null ? null : Date.parse(begun.began),
    isOpen: open !== undefined,
  };
};
