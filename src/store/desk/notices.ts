import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import {
  type DigestDay,
  GIVE_UP_DAYS,
  type Pace,
  type SubscriptionTarget,
} from '#core/board/subscription.ts';
import type { DeskDatabase } from './database.ts';
import type { DeskTables } from './tables.ts';

type Db = Kysely<DeskTables>;
type Desk = Pick<DeskDatabase, 'db' | 'kind'>;

const BATCH = 100;

const noticeRows = (all: ExpressionBuilder<DeskTables, never>, posts: readonly number[]) =>
  all
    .selectFrom('announcement')
    .innerJoin('post', 'post.id', 'announcement.post')
    .innerJoin('thread', 'thread.id', 'post.thread')
    .where('announcement.post', 'in', posts)
    .where('post.state', '=', 'shown')
    .where('thread.state', '=', 'shown');

const COLUMNS = ['member', 'kind', 'target', 'post', 'at', 'due_at'] as const;
const CHOSEN = [
  'subscription.member',
  'subscription.kind',
  'subscription.target',
  'announcement.post',
  'announcement.at',
  'announcement.at as due_at',
] as const;
const NOT_ITS_WRITER = sql<boolean>`(post.author is null or post.author <> subscription.member)`;

/**
 * Finds out within a transaction who is told of the posts that everybody sees since lately: of an answer who subscribes to its
 * thread, of a question who subscribes to its section, never its writer, and nobody twice. Returns how many posts it took.
 */
export const assignNotices = async (tx: Db): Promise<number> => {
  const rows = await tx
    .selectFrom('announcement')
    .select('post')
    .orderBy('post')
    .limit(BATCH)
    .execute();
  const posts = rows.map(({ post }) => post);
  if (posts.length === 0) return 0;
  for (const kind of ['thread', 'section'] as const) {
    await tx
      .insertInto('notice')
      .columns([...COLUMNS])
      .expression((all) =>
        noticeRows(all as never, posts)
          .innerJoin('subscription', (join) =>
            join
              .on('subscription.kind', '=', kind)
              .on('post.question', '=', kind === 'section' ? 1 : 0)
              .on(
                kind === 'section'
                  ? sql<boolean>`subscription.target = thread.section`
                  : sql<boolean>`subscription.target = cast(thread.id as text)`,
              ),
          )
          .select([...CHOSEN])
          .where(NOT_ITS_WRITER),
      )
      .onConflict((conflict) => conflict.columns(['member', 'post']).doNothing())
      .execute();
  }
  await tx.deleteFrom('announcement').where('post', 'in', posts).execute();
  return posts.length;
};

/** Whom one letter is for: a member and one subscription, or null for all of those that come once a day. */
export interface LetterKey {
  readonly member: string;
  readonly by: SubscriptionTarget | null;
}

/** A post that a letter tells of. */
export interface NoticedPost {
  readonly notice: number;
  readonly tries: number;
  readonly post: number;
  readonly thread: number;
  readonly question: number;
  readonly title: string;
  readonly section: string;
  readonly body: string;
  /** Null where the member is gone. */
  readonly author: string | null;
}

const waiting = ({ db, kind }: Desk, pace: Pace, now: Date, before: Date | null) => {
  const query = db
    .selectFrom('notice')
    .innerJoin('subscription', (join) =>
      join
        .onRef('subscription.member', '=', 'notice.member')
        .onRef('subscription.kind', '=', 'notice.kind')
        .onRef('subscription.target', '=', 'notice.target'),
    )
    .innerJoin('user as reader', 'reader.id', 'notice.member')
    .innerJoin('post', 'post.id', 'notice.post')
    .innerJoin('thread', 'thread.id', 'post.thread')
    .where('notice.sent_at', 'is', null)
    .where('notice.due_at', '<=', now.toISOString())
    .where('subscription.pace', '=', pace)
    .where('reader.emailVerified', '=', kind === 'sqlite' ? 1 : true)
    .where('post.state', '=', 'shown')
    .where('thread.state', '=', 'shown');
  return before ? query.where('notice.at', '<', before.toISOString()) : query;
};

/** Letters about posts that are due at once, those that wait longest first. */
export const lettersDueNow = async (desk: Desk, now: Date): Promise<LetterKey[]> => {
  const rows = await waiting(desk, 'now', now, null)
    .select((all) => [
      'notice.member',
      'notice.kind',
      'notice.target',
      all.fn.min('notice.id').as('first'),
    ])
    .groupBy(['notice.member', 'notice.kind', 'notice.target'])
    .orderBy('first')
    .execute();
  return rows.map(({ member, kind, target }) => ({ member, by: { kind, target } }));
};

/** Letters of a day that are due, of members who had none on that day. */
export const lettersOfDay = async (
  desk: Desk,
  { day, before }: DigestDay,
  now: Date,
): Promise<LetterKey[]> => {
  const rows = await waiting(desk, 'daily', now, before)
    .select((all) => ['notice.member', all.fn.min('notice.id').as('first')])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('digest_day')
            .select('digest_day.day')
            .whereRef('digest_day.member', '=', 'notice.member')
            .where('digest_day.day', '=', day),
        ),
      ),
    )
    .groupBy('notice.member')
    .orderBy('first')
    .execute();
  return rows.map(({ member }) => ({ member, by: null }));
};

/** What one letter tells, oldest first, and to which address; null where nothing of it is left to tell. */
export const readLetter = async (
  desk: Desk,
  { member, by }: LetterKey,
  now: Date,
  before: Date | null,
): Promise<{ readonly email: string; readonly posts: readonly NoticedPost[] } | null> => {
  let query = waiting(desk, by ? 'now' : 'daily', now, before)
    .leftJoin('user as writer', 'writer.id', 'post.author')
    .select([
      'reader.email',
      'notice.id as notice',
      'notice.tries',
      'post.id as post',
      'post.thread',
      'post.question',
      'post.body',
      'thread.title',
      'thread.section',
      'writer.name as author',
    ])
    .where('notice.member', '=', member)
    .orderBy('post.id');
  if (by) {
    query = query.where('notice.kind', '=', by.kind).where('notice.target', '=', by.target);
  }
  const rows = await query.execute();
  const [first] = rows;
  return first ? { email: first.email, posts: rows.map(({ email: _, ...post }) => post) } : null;
};

/** Takes the letter of a day for a member; false where another process has it, or they had it. */
export const takeDay = async (db: Db, member: string, day: string): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('digest_day')
    .values({ member, day })
    .onConflict((conflict) => conflict.columns(['member', 'day']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

/** Gives the letter of a day back that was certainly not sent. */
export const giveDayBack = async (db: Db, member: string, day: string): Promise<void> => {
  await db.deleteFrom('digest_day').where('member', '=', member).where('day', '=', day).execute();
};

/** Notes that members were told. */
export const markSent = async (db: Db, notices: readonly number[], now: Date): Promise<void> => {
  await db
    .updateTable('notice')
    .set({ sent_at: now.toISOString() })
    .where('id', 'in', notices)
    .execute();
};

/** Puts off what could not be sent, and counts the try. */
export const putOff = async (db: Db, notices: readonly number[], until: Date): Promise<void> => {
  await db
    .updateTable('notice')
    .set((row) => ({ due_at: until.toISOString(), tries: row('tries', '+', 1) }))
    .where('id', 'in', notices)
    .execute();
};

/** Lets what a member is still to be told by a subscription wait until then. */
export const letWait = async (
  db: Db,
  member: string,
  { kind, target }: SubscriptionTarget,
  until: Date,
): Promise<void> => {
  await db
    .updateTable('notice')
    .set({ due_at: until.toISOString() })
    .where('member', '=', member)
    .where('kind', '=', kind)
    .where('target', '=', target)
    .where('sent_at', 'is', null)
    .where('due_at', '<', until.toISOString())
    .execute();
};

const DAY_MS = 86_400_000;
const KEPT_DAYS = 30;

/** Forgets what was told long ago, and gives up what no server took; returns how many posts were given up. */
export const tidyNotices = async (db: Db, now: Date): Promise<number> => {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  await db.deleteFrom('notice').where('at', '<', ago(KEPT_DAYS)).execute();
  await db.deleteFrom('digest_day').where('day', '<', ago(KEPT_DAYS).slice(0, 10)).execute();
  const { numDeletedRows } = await db
    .deleteFrom('notice')
    .where('sent_at', 'is', null)
    .where('tries', '>', 0)
    .where('at', '<', ago(GIVE_UP_DAYS))
    .executeTakeFirst();
  return Number(numDeletedRows);
};
