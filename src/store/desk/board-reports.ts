import type { Kysely } from 'kysely';
import { audit, type By } from './members.ts';
import type { DeskTables } from './tables.ts';

type Db = Kysely<DeskTables>;

/** Keeps a report. */
export const addReport = (db: Db, post: number, reason: string, by: By): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await tx
      .insertInto('report')
      .values({ post, reporter: by.actor, reason, at: by.now.toISOString(), closed_at: null })
      .execute();
    await audit(tx, by.actor, 'report', `post:${post}`, by.now);
  });

/** Closes the open reports of a post. */
export const closeReports = (db: Db, post: number, by: By): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const closed = await tx
      .updateTable('report')
      .set({ closed_at: by.now.toISOString() })
      .where('post', '=', post)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    if (closed.numUpdatedRows > 0n) {
      await audit(tx, by.actor, 'close reports', `post:${post}`, by.now);
    }
  });
