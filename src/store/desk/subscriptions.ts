import type { Kysely } from 'kysely';
import { endingText, type Pace, type SubscriptionTarget } from '#core/board/subscription.ts';
import { audit, type By } from './members.ts';
import type { DeskTables } from './tables.ts';

type Db = Kysely<DeskTables>;

/** Notes within a transaction that everybody sees a post now; who is told of it is found out after. */
export const announce = async (tx: Db, post: number, now: Date): Promise<void> => {
  await tx
    .insertInto('announcement')
    .values({ post, at: now.toISOString() })
    .onConflict((conflict) => conflict.column('post').doNothing())
    .execute();
};

/** Subscribes a member within a transaction, or changes how often they get letters. */
export const subscribeWithin = async (
  tx: Db,
  { kind, target }: SubscriptionTarget,
  pace: Pace,
  { actor, now }: By,
): Promise<void> => {
  await tx
    .insertInto('subscription')
    .values({ member: actor, kind, target, pace, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['member', 'kind', 'target']).doUpdateSet({ pace }))
    .execute();
  await audit(tx, actor, `subscribe ${pace}`, endingText({ kind, target }), now);
};

/** Subscribes a member, or changes how often they get letters. */
export const subscribe = (db: Db, to: SubscriptionTarget, pace: Pace, by: By): Promise<void> =>
  db.transaction().execute((tx) => subscribeWithin(tx, to, pace, by));

/** Ends a subscription, with what was still to be told by it; false where there was none. */
export const unsubscribe = (
  db: Db,
  { kind, target }: SubscriptionTarget,
  { actor, now }: By,
): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('subscription')
      .where('member', '=', actor)
      .where('kind', '=', kind)
      .where('target', '=', target)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await audit(tx, actor, 'unsubscribe', endingText({ kind, target }), now);
    return true;
  });

/** Ends all subscriptions of a member that come once a day; false where there were none. */
export const unsubscribeDaily = (db: Db, { actor, now }: By): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const ended = await tx
      .deleteFrom('subscription')
      .where('member', '=', actor)
      .where('pace', '=', 'daily')
      .returning(['kind', 'target'])
      .execute();
    for (const one of ended) await audit(tx, actor, 'unsubscribe', endingText(one), now);
    return ended.length > 0;
  });

/** How often a member gets letters by a subscription; null where they have none. */
export const paceOf = async (
  db: Db,
  member: string,
  { kind, target }: SubscriptionTarget,
): Promise<Pace | null> => {
  const row = await db
    .selectFrom('subscription')
    .select('pace')
    .where('member', '=', member)
    .where('kind', '=', kind)
    .where('target', '=', target)
    .executeTakeFirst();
  return row?.pace ?? null;
};

/** A subscription as its member sees it. */
export interface ListedSubscription extends SubscriptionTarget {
  readonly pace: Pace;
  /** Title of a thread that everybody sees, and of one's own that waits; null for sections, and for threads that were taken away. */
  readonly title: string | null;
  /** Whether it is a thread of one's own that a moderator has still to show. */
  readonly isWaiting: boolean;
}

/** The subscriptions of a member, oldest first. */
export const subscriptionsOf = async (db: Db, member: string): Promise<ListedSubscription[]> => {
  const rows = await db
    .selectFrom('subscription')
    .select(['kind', 'target', 'pace'])
    .where('member', '=', member)
    .orderBy('created_at')
    .orderBy('kind')
    .orderBy('target')
    .execute();
  const ids = rows.filter(({ kind }) => kind === 'thread').map(({ target }) => Number(target));
  const threads =
    ids.length === 0
      ? []
      : await db
          .selectFrom('thread')
          .select(['id', 'title', 'state'])
          .where('id', 'in', ids)
          .where((eb) =>
            eb.or([
              eb('state', '=', 'shown'),
              eb.and([eb('state', '=', 'queued'), eb('author', '=', member)]),
            ]),
          )
          .execute();
  const known = new Map(threads.map((thread) => [String(thread.id), thread]));
  return rows.map((row) => {
    const thread = row.kind === 'thread' ? known.get(row.target) : undefined;
    return { ...row, title: thread?.title ?? null, isWaiting: thread?.state === 'queued' };
  });
};

/** Gives a thread the subscriptions of one that was merged into it, within that transaction, and what they have still to tell. */
export const moveSubscriptions = async (tx: Db, from: number, into: number): Promise<void> => {
  const [former, target] = [String(from), String(into)];
  await tx
    .insertInto('subscription')
    .columns(['member', 'kind', 'target', 'pace', 'created_at'])
    .expression((all) =>
      all
        .selectFrom('subscription')
        .select(({ cast, val }) => [
          'member',
          'kind',
          cast<string>(val(target), 'text').as('target'),
          'pace',
          'created_at',
        ])
        .where('kind', '=', 'thread')
        .where('target', '=', former),
    )
    .onConflict((conflict) => conflict.columns(['member', 'kind', 'target']).doNothing())
    .execute();
  await tx
    .updateTable('notice')
    .set({ target })
    .where('kind', '=', 'thread')
    .where('target', '=', former)
    .execute();
  await tx
    .deleteFrom('subscription')
    .where('kind', '=', 'thread')
    .where('target', '=', former)
    .execute();
};
