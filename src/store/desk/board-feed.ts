import type { Kysely } from 'kysely';
import type { DeskTables } from './tables.ts';

/** Posts in a feed. */
export const POSTS_IN_FEED = 30;

/**
 * What a feed of the board has, newest first: posts of a thread by its number, questions of a section by its key, or all
 * questions for ''; only what everybody sees.
 */
export const readFeedPosts = (db: Kysely<DeskTables>, of: number | string) => {
  const query = db
    .selectFrom('post')
    .innerJoin('thread', 'thread.id', 'post.thread')
    .leftJoin('user', 'user.id', 'post.author')
    .select([
      'post.id',
      'post.thread',
      'post.question',
      'post.body',
      'post.created_at',
      'post.edited_at',
      'thread.title',
      'user.name as author',
    ])
    .where('post.state', '=', 'shown')
    .where('thread.state', '=', 'shown')
    .orderBy('post.id', 'desc')
    .limit(POSTS_IN_FEED);
  if (typeof of === 'number') return query.where('post.thread', '=', of).execute();
  const questions = query.where('post.question', '=', 1);
  return (of === '' ? questions : questions.where('thread.section', '=', of)).execute();
};
export type FeedPost = Awaited<ReturnType<typeof readFeedPosts>>[number];
