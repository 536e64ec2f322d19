import type { Transaction } from 'kysely';
import type { DeskTables } from './tables.ts';

/** Writes into a thread how many answers of it are shown, and when the newest of them was written. */
export const recount = async (tx: Transaction<DeskTables>, thread: number): Promise<void> => {
  await tx
    .updateTable('thread')
    .set((row) => {
      const shown = row
        .selectFrom('post')
        .where('post.thread', '=', thread)
        .where('state', '=', 'shown')
        .where('question', '=', 0);
      return {
        answers: shown.select((all) => all.fn.countAll<number>().as('count')),
        active_at: row.fn.coalesce(
          shown.select((all) => all.fn.max('post.created_at').as('last')),
          'thread.created_at',
        ),
      };
    })
    .where('id', '=', thread)
    .execute();
};
