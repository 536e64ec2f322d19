import type { Kysely, Transaction } from 'kysely';
import { audit, type By } from './members.ts';
import { insertPictures, type KeptPicture } from './pictures.ts';
import { recount } from './recount.ts';
import { announce, moveSubscriptions, subscribeWithin } from './subscriptions.ts';
import type { DeskTables, Shown } from './tables.ts';

type Db = Kysely<DeskTables>;
type Tx = Transaction<DeskTables>;

/** A post that is ready to be kept. */
export interface NewPost {
  readonly body: string;
  readonly office: string;
  readonly state: Exclude<Shown, 'removed'>;
  /** From the form: the same form sent twice is one post. */
  readonly once: string;
  readonly pictures?: readonly (KeptPicture & { readonly alt: string })[];
}

/** A question that is ready to be kept, with the words by which it is found. */
export interface NewThread extends NewPost {
  readonly section: string;
  readonly system: string;
  readonly page: string;
  readonly issuer: string;
  readonly title: string;
  readonly words: readonly string[];
  /** Whether who asks is sent mail about answers. */
  readonly follow?: boolean;
}

/** Where a post was put. */
export interface Put {
  readonly thread: number;
  readonly post: number;
}

const putBefore = async (tx: Tx, once: string): Promise<Put | undefined> => {
  const row = await tx
    .selectFrom('post')
    .select(['thread', 'id'])
    .where('once', '=', once)
    .executeTakeFirst();
  return row && { thread: row.thread, post: row.id };
};

/** Holds the row of a thread until the transaction ends, so that what is counted in it is what is there. */
const hold = (tx: Tx, thread: number) =>
  tx
    .updateTable('thread')
    .set((row) => ({ locked: row.ref('locked') }))
    .where('id', '=', thread)
    .returning(['id', 'state', 'locked', 'author', 'accepted', 'created_at'])
    .executeTakeFirst();

const insertPost = async (
  tx: Tx,
  thread: number,
  question: 0 | 1,
  { body, office, state, once, pictures = [] }: NewPost,
  { actor, now }: By,
): Promise<number> => {
  const { id } = await tx
    .insertInto('post')
    .values({
      thread,
      question,
      author: actor,
      office,
      body,
      created_at: now.toISOString(),
      edited_at: null,
      state,
      once,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertPictures(tx, id, actor, pictures, now);
  if (state === 'shown') await announce(tx, id, now);
  return id;
};

/** Keeps a question. */
export const addThread = (db: Db, wanted: NewThread, by: By): Promise<Put> =>
  db.transaction().execute(async (tx) => {
    const before = await putBefore(tx, wanted.once);
    if (before) return before;
    const { section, system, page, issuer, title, state } = wanted;
    const time = by.now.toISOString();
    const { id: thread } = await tx
      .insertInto('thread')
      .values({
        section,
        system,
        page,
        issuer,
        title,
        author: by.actor,
        created_at: time,
        active_at: time,
        answers: 0,
        accepted: null,
        locked: 0,
        merged_into: null,
        state,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const words = [...new Set(wanted.words)].map((word) => ({ word, thread }));
    if (words.length > 0) await tx.insertInto('thread_word').values(words).execute();
    const post = await insertPost(tx, thread, 1, wanted, by);
    await audit(tx, by.actor, 'ask', `thread:${thread}`, by.now);
    if (wanted.follow) {
      await subscribeWithin(tx, { kind: 'thread', target: String(thread) }, 'now', by);
    }
    return { thread, post };
  });

/** Keeps an answer; null where the thread is locked, merged, taken away or not yet shown. */
export const addAnswer = (db: Db, thread: number, wanted: NewPost, by: By): Promise<Put | null> =>
  db.transaction().execute(async (tx) => {
    const before = await putBefore(tx, wanted.once);
    if (before) return before;
    const held = await hold(tx, thread);
    if (held?.locked !== 0 || held.state !== 'shown') return null;
    const post = await insertPost(tx, thread, 0, wanted, by);
    await recount(tx, thread);
    await audit(tx, by.actor, 'answer', `post:${post}`, by.now);
    return { thread, post };
  });

/** Changes a post and keeps what it said; false where it says so already. */
export const changePost = (db: Db, post: number, body: string, by: By): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const time = by.now.toISOString();
    const { thread } = await tx
      .selectFrom('post')
      .select('thread')
      .where('id', '=', post)
      .executeTakeFirstOrThrow();
    await hold(tx, thread);
    const former = await tx
      .selectFrom('post')
      .select('body')
      .where('id', '=', post)
      .executeTakeFirstOrThrow();
    if (former.body === body) return false;
    await tx.insertInto('post_version').values({ post, body: former.body, at: time }).execute();
    await tx.updateTable('post').set({ body, edited_at: time }).where('id', '=', post).execute();
    await audit(tx, by.actor, 'edit', `post:${post}`, by.now);
    return true;
  });

/** Marks the answer that solved it, or takes the mark away where `post` is null; false where that is no answer of it. */
export const acceptAnswer = (
  db: Db,
  thread: number,
  post: number | null,
  by: By,
): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    await hold(tx, thread);
    if (post !== null) {
      const answer = await tx
        .selectFrom('post')
        .select('id')
        .where('id', '=', post)
        .where('thread', '=', thread)
        .where('question', '=', 0)
        .where('state', '=', 'shown')
        .executeTakeFirst();
      if (!answer) return false;
    }
    await tx.updateTable('thread').set({ accepted: post }).where('id', '=', thread).execute();
    const what = post === null ? 'accept none' : `accept post:${post}`;
    await audit(tx, by.actor, what, `thread:${thread}`, by.now);
    return true;
  });

/** Shows a post that waits, or takes one away; a thread goes with its question. False where it is so already. */
export const setPostState = (
  db: Db,
  post: number,
  state: 'shown' | 'removed',
  by: By,
): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('post')
      .select(['thread', 'question'])
      .where('id', '=', post)
      .executeTakeFirstOrThrow();
    const held = await hold(tx, found.thread);
    const { numUpdatedRows } = await tx
      .updateTable('post')
      .set({ state })
      .where('id', '=', post)
      .where('state', '!=', state)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    if (found.question === 1) {
      await tx.updateTable('thread').set({ state }).where('id', '=', found.thread).execute();
    }
    if (state === 'removed' && held?.accepted === post) {
      await tx
        .updateTable('thread')
        .set({ accepted: null })
        .where('id', '=', found.thread)
        .execute();
    }
    await recount(tx, found.thread);
    if (state === 'shown') await announce(tx, post, by.now);
    await audit(tx, by.actor, state === 'shown' ? 'show' : 'remove', `post:${post}`, by.now);
    return true;
  });

/** Locks a thread, or opens it again. */
export const setLocked = (db: Db, thread: number, locked: boolean, by: By): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const flag = locked ? 1 : 0;
    await tx.updateTable('thread').set({ locked: flag }).where('id', '=', thread).execute();
    await audit(tx, by.actor, locked ? 'lock' : 'unlock', `thread:${thread}`, by.now);
  });

/** Moves a thread to a section and system; who subscribes to the section is told of its question. */
export const moveThread = (
  db: Db,
  thread: number,
  to: { readonly section: string; readonly system: string },
  by: By,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { section, system } = to;
    const question = await tx
      .selectFrom('post')
      .innerJoin('thread', 'thread.id', 'post.thread')
      .select('post.id')
      .where('post.thread', '=', thread)
      .where('post.question', '=', 1)
      .where('post.state', '=', 'shown')
      .where('thread.section', '!=', section)
      .executeTakeFirst();
    if (question) await announce(tx, question.id, by.now);
    await tx.updateTable('thread').set({ section, system }).where('id', '=', thread).execute();
    const what = `move ${[section, system].filter(Boolean).join(' ')}`;
    await audit(tx, by.actor, what, `thread:${thread}`, by.now);
  });

/**
 * Puts the posts of a thread into another, in the order of time; its address leads there from then on. False where one of
 * them is not shown, or both are the same.
 */
export const mergeThreads = (db: Db, from: number, into: number, by: By): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    if (from === into) return false;
    // In one order, so that two merges at once cannot wait for each other.
    const held = [];
    for (const id of [from, into].sort((a, b) => a - b)) held.push(await hold(tx, id));
    if (held.some((one) => one?.state !== 'shown')) return false;
    await tx
      .updateTable('post')
      .set({ thread: into, question: 0 })
      .where('thread', '=', from)
      .execute();
    await tx
      .updateTable('thread')
      .set({ merged_into: into, state: 'removed', answers: 0, accepted: null, locked: 1 })
      .where('id', '=', from)
      .execute();
    // What led to the merged one leads to where it went.
    await tx
      .updateTable('thread')
      .set({ merged_into: into })
      .where('merged_into', '=', from)
      .execute();
    await moveSubscriptions(tx, from, into);
    await recount(tx, into);
    await audit(tx, by.actor, `merge into thread:${into}`, `thread:${from}`, by.now);
    return true;
  });
