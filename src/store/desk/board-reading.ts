import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { DeskTables, Shown } from './tables.ts';

type Db = Kysely<DeskTables>;

/** Threads of one page of a list, and posts of one page of a thread. */
export const THREADS_A_PAGE = 30;
export const POSTS_A_PAGE = 25;

/** Which threads a list has; '' for all. */
export interface ThreadChoice {
  readonly section: string;
  readonly system: string;
  readonly page: string;
  readonly unanswered: boolean;
}

/** Where a page of a list begins: behind the thread with this time and id. */
export interface ThreadPlace {
  readonly activeAt: string;
  readonly id: number;
}

/** A thread as lists show it. */
export interface ListedThread {
  readonly id: number;
  readonly section: string;
  readonly system: string;
  readonly page: string;
  readonly title: string;
  /** Null where the member is gone. */
  readonly author: string | null;
  readonly active_at: string;
  readonly answers: number;
  readonly accepted: number | null;
  readonly locked: number;
}

/** Threads that everybody sees, those with the newest post first. */
export const listThreads = async (
  db: Db,
  { section, system, page, unanswered }: ThreadChoice,
  behind: ThreadPlace | null,
  limit = THREADS_A_PAGE,
): Promise<ListedThread[]> => {
  let query = db
    .selectFrom('thread')
    .leftJoin('user', 'user.id', 'thread.author')
    .select([
      'thread.id',
      'thread.section',
      'thread.system',
      'thread.page',
      'thread.title',
      'user.name as author',
      'thread.active_at',
      'thread.answers',
      'thread.accepted',
      'thread.locked',
    ])
    .where('thread.state', '=', 'shown')
    .orderBy('thread.active_at', 'desc')
    .orderBy('thread.id', 'desc')
    .limit(limit);
  if (section) query = query.where('thread.section', '=', section);
  if (system) query = query.where('thread.system', '=', system);
  if (page) query = query.where('thread.page', '=', page);
  if (unanswered) query = query.where('thread.answers', '=', 0);
  if (behind) {
    const { activeAt, id } = behind;
    query = query.where(
      sql<boolean>`(thread.active_at, thread.id) < (${activeAt}, ${id})` as never,
    );
  }
  return query.execute();
};

/** Posts that hang on a page of the portal: threads, and answers in them. */
export const countOnPage = async (
  db: Db,
  page: string,
): Promise<{ readonly threads: number; readonly answers: number }> => {
  const row = await db
    .selectFrom('thread')
    .select((all) => [all.fn.countAll().as('threads'), all.fn.sum('answers').as('answers')])
    .where('page', '=', page)
    .where('state', '=', 'shown')
    .executeTakeFirstOrThrow();
  return { threads: Number(row.threads), answers: Number(row.answers ?? 0) };
};

/** A thread with all that is known of it; undefined where there is none. */
export const readThread = (db: Db, id: number) =>
  db
    .selectFrom('thread')
    .leftJoin('user', 'user.id', 'thread.author')
    .selectAll('thread')
    .select('user.name as author_name')
    .where('thread.id', '=', id)
    .executeTakeFirst();
export type ReadThread = NonNullable<Awaited<ReturnType<typeof readThread>>>;

/** A post as its page shows it. */
export interface ReadPost {
  readonly id: number;
  readonly thread: number;
  readonly question: number;
  readonly author: string | null;
  readonly author_name: string | null;
  readonly office: string;
  readonly body: string;
  readonly created_at: string;
  readonly edited_at: string | null;
  readonly state: Shown;
}

const POST_COLUMNS = [
  'post.id',
  'post.thread',
  'post.question',
  'post.author',
  'user.name as author_name',
  'post.office',
  'post.body',
  'post.created_at',
  'post.edited_at',
  'post.state',
] as const;

/** Who looks: a member sees their own posts that wait, a moderator all of them. */
export interface Viewer {
  readonly member: string | null;
  readonly moderates: boolean;
}

const seenBy =
  ({ member, moderates }: Viewer) =>
  ({ or, and, eb }: ExpressionBuilder<DeskTables, 'post'>) =>
    or([
      eb('post.state', '=', 'shown'),
      ...(moderates ? [eb('post.state', '=', 'queued')] : []),
      ...(member ? [and([eb('post.state', '=', 'queued'), eb('post.author', '=', member)])] : []),
    ]);

/** Posts of a thread, oldest first, from the `from`th on (0 is the first). */
export const readPosts = (
  db: Db,
  thread: number,
  viewer: Viewer,
  from: number,
): Promise<ReadPost[]> =>
  db
    .selectFrom('post')
    .leftJoin('user', 'user.id', 'post.author')
    .select(POST_COLUMNS)
    .where('post.thread', '=', thread)
    .where(seenBy(viewer) as never)
    .orderBy('post.id')
    .limit(POSTS_A_PAGE)
    .offset(from)
    .execute();

/** How many posts of a thread come before one of them, for the page on which it stands. */
export const placeOfPost = async (
  db: Db,
  { thread, id }: Pick<ReadPost, 'thread' | 'id'>,
  viewer: Viewer,
): Promise<number> => {
  const row = await db
    .selectFrom('post')
    .select((all) => all.fn.countAll().as('before'))
    .where('post.thread', '=', thread)
    .where('post.id', '<', id)
    .where(seenBy(viewer) as never)
    .executeTakeFirstOrThrow();
  return Number(row.before);
};

/** One post, whatever its state. */
export const readPost = (db: Db, id: number): Promise<ReadPost | undefined> =>
  db
    .selectFrom('post')
    .leftJoin('user', 'user.id', 'post.author')
    .select(POST_COLUMNS)
    .where('post.id', '=', id)
    .executeTakeFirst();

/** What a post said before, oldest first. */
export const readVersions = (db: Db, post: number) =>
  db
    .selectFrom('post_version')
    .select(['body', 'at'])
    .where('post', '=', post)
    .orderBy('id')
    .execute();

/** Posts of a member that everybody sees. */
export const countShown = async (db: Db, member: string): Promise<number> => {
  const row = await db
    .selectFrom('post')
    .select((all) => all.fn.countAll().as('shown'))
    .where('author', '=', member)
    .where('state', '=', 'shown')
    .executeTakeFirstOrThrow();
  return Number(row.shown);
};

/** Posts that wait for a moderator, oldest first, with the titles of their threads. */
export const readQueue = (db: Db) =>
  db
    .selectFrom('post')
    .innerJoin('thread', 'thread.id', 'post.thread')
    .leftJoin('user', 'user.id', 'post.author')
    .select([...POST_COLUMNS, 'thread.title'])
    .where('post.state', '=', 'queued')
    .orderBy('post.id')
    .limit(100)
    .execute();

/** Reports that nobody has closed, oldest first. */
export const readReports = (db: Db) =>
  db
    .selectFrom('report')
    .innerJoin('post', 'post.id', 'report.post')
    .innerJoin('thread', 'thread.id', 'post.thread')
    .select(['report.id', 'report.post', 'report.reason', 'report.at', 'post.thread', 'post.body'])
    .select(['post.edited_at', 'thread.title'])
    .where('report.closed_at', 'is', null)
    .orderBy('report.id')
    .limit(100)
    .execute();

/** A member's own posts, pictures, subscriptions with what was told by them, and reports, for the file that they may take with them. */
export const writtenBy = async (db: Db, member: string) => ({
  posts: await db
    .selectFrom('post')
    .select(['id', 'thread', 'body', 'created_at', 'edited_at', 'state'])
    .where('author', '=', member)
    .orderBy('id')
    .execute(),
  pictures: await db
    .selectFrom('picture')
    .select(['id', 'post', 'alt', 'width', 'height', 'created_at'])
    .where('member', '=', member)
    .orderBy('id')
    .execute(),
  subscriptions: await db
    .selectFrom('subscription')
    .select(['kind', 'target', 'pace', 'created_at'])
    .where('member', '=', member)
    .orderBy('kind')
    .orderBy('target')
    .execute(),
  notices: await db
    .selectFrom('notice')
    .select(['kind', 'target', 'post', 'at', 'sent_at'])
    .where('member', '=', member)
    .orderBy('id')
    .execute(),
  reports: await db
    .selectFrom('report')
    .select(['post', 'reason', 'at'])
    .where('reporter', '=', member)
    .orderBy('id')
    .execute(),
});

/** Threads with most of these words in their titles, the best first. */
export const findThreads = async (db: Db, words: readonly string[], limit: number) => {
  if (words.length === 0) return [];
  return db
    .selectFrom('thread_word')
    .innerJoin('thread', 'thread.id', 'thread_word.thread')
    .select(['thread.id', 'thread.title', 'thread.answers', 'thread.accepted'])
    .where('thread_word.word', 'in', words.slice(0, 12))
    .where('thread.state', '=', 'shown')
    .groupBy(['thread.id', 'thread.title', 'thread.answers', 'thread.accepted', 'thread.active_at'])
    .orderBy((all) => all.fn.countAll(), 'desc')
    .orderBy('thread.active_at', 'desc')
    .limit(limit)
    .execute();
};
