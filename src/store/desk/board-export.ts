import type { Kysely } from 'kysely';
import type { PublishedPicture } from '#core/board/picture.ts';
import type { ShownPost, ShownThread } from '#core/board/thread-file.ts';
import { readPictures } from './pictures.ts';
import type { DeskTables, Shown } from './tables.ts';

type Db = Kysely<DeskTables>;

const BATCH = 500;

/** Posts of one statement: SQLite takes 32,766 values in one. */
const MOST_POSTS = 10_000;

const picturesOf = async (db: Db, posts: readonly number[]) => {
  const found = new Map<number, readonly PublishedPicture[]>();
  for (let at = 0; at < posts.length; at += MOST_POSTS) {
    for (const [post, pictures] of await readPictures(db, posts.slice(at, at + MOST_POSTS))) {
      found.set(
        post,
        pictures.map(({ id, alt, width, height }) => ({ file: `${id}.webp`, alt, width, height })),
      );
    }
  }
  return found;
};

const postsOf = async (db: Db, threads: readonly number[]): Promise<ShownPost[]> => {
  const posts = await db
    .selectFrom('post')
    .leftJoin('user', 'user.id', 'post.author')
    .select([
      'post.id',
      'post.thread',
      'user.name as author_name',
      'post.office',
      'post.body',
      'post.created_at',
      'post.edited_at',
    ])
    .where('post.thread', 'in', threads)
    .where('post.state', '=', 'shown')
    // The question of a thread into which others were merged may be younger than their answers.
    .orderBy('post.question', 'desc')
    .orderBy('post.id')
    .execute();
  const pictures = await picturesOf(
    db,
    posts.map(({ id }) => id),
  );
  return posts.map((post) => ({ ...post, pictures: pictures.get(post.id) ?? [] }));
};

/** Every thread that everybody sees with its posts that everybody sees, by their numbers; read in parts. */
export async function* readShownThreads(
  db: Db,
): AsyncGenerator<{ readonly thread: ShownThread; readonly posts: readonly ShownPost[] }> {
  for (let behind = 0; ; ) {
    const threads = await db
      .selectFrom('thread')
      .select(['id', 'section', 'system', 'page', 'issuer', 'title', 'accepted'])
      .where('state', '=', 'shown')
      .where('merged_into', 'is', null)
      .where('id', '>', behind)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    const last = threads.at(-1);
    if (!last) return;
    const ids = threads.map(({ id }) => id);
    const posts = Map.groupBy(await postsOf(db, ids), ({ thread }) => thread);
    for (const thread of threads) yield { thread, posts: posts.get(thread.id) ?? [] };
    behind = last.id;
  }
}

/** Where a thread is now: its state, and the thread that took its posts; undefined where there never was one. */
export const readFate = async (
  db: Db,
  id: number,
): Promise<{ readonly state: Shown; readonly into: number | null } | undefined> => {
  const row = await db
    .selectFrom('thread')
    .select(['state', 'merged_into'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { state: row.state, into: row.merged_into };
};
