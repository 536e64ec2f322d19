import { hashPassword } from 'better-auth/crypto';
import { type Kysely, sql } from 'kysely';
import type { DeskDatabase } from '#store/desk/database.ts';
import type { DeskTables } from '#store/desk/tables.ts';
import { type BoardSize, type MadeUpThread, madeUpThreads } from './made-up-board.ts';

type Db = Kysely<DeskTables>;

/** The password of every made-up member. */
export const PASSWORD = 'made-up-password';
export const emailOf = (member: number): string => `member-${member}@office.example`;
export const idOf = (member: number): string => `member-${member}`;

/** Rows of one statement: SQLite takes 32,766 values in one. */
const ROWS = 1000;

const inParts = async <Row>(rows: readonly Row[], put: (part: Row[]) => Promise<unknown>) => {
  for (let at = 0; at < rows.length; at += ROWS) await put(rows.slice(at, at + ROWS));
};

/** Adds so many members, numbered from 1, to an empty database. */
export const addMembers = async ({ db, kind }: DeskDatabase, members: number): Promise<void> => {
  const time = kind === 'sqlite' ? '2024-01-01T00:00:00.000Z' : new Date('2024-01-01T00:00:00Z');
  const emailVerified = kind === 'sqlite' ? 1 : true;
  const all = Array.from({ length: members }, (_, at) => at + 1);
  const password = await hashPassword(PASSWORD);
  const users = all.map((member) => ({
    id: idOf(member),
    name: `สมาชิกสมมติ ${member}`,
    email: emailOf(member),
    emailVerified,
    createdAt: time,
    updatedAt: time,
    consentedAt: time,
  }));
  const accounts = all.map((member) => ({
    id: `account-${member}`,
    userId: idOf(member),
    providerId: 'credential',
    accountId: idOf(member),
    password,
    createdAt: time,
    updatedAt: time,
  }));
  await inParts(users, (part) => db.insertInto('user').values(part).execute());
  await inParts(accounts, (part) => db.insertInto('account').values(part).execute());
};

const addThreads = async (db: Db, threads: readonly MadeUpThread[]): Promise<void> => {
  const rows = threads.map(({ id, section, system, title, accepted, posts }) => ({
    id,
    section,
    system,
    page: '',
    issuer: '',
    title,
    author: idOf(posts[0]?.author ?? 1),
    created_at: posts[0]?.at ?? '',
    active_at: posts.reduce((last, { at }) => (at > last ? at : last), ''),
    answers: posts.length - 1,
    accepted,
    locked: 0,
    merged_into: null,
    state: 'shown' as const,
  }));
  const posts = threads
    .flatMap((thread) => thread.posts)
    .map(({ id, thread, isQuestion, author, body, at }) => ({
      id,
      thread,
      question: isQuestion ? 1 : 0,
      author: idOf(author),
      office: '',
      body,
      created_at: at,
      edited_at: null,
      state: 'shown' as const,
      once: `made-up-${id}`,
    }));
  const words = threads.flatMap(({ id, words }) => words.map((word) => ({ word, thread: id })));
  await inParts(rows, (part) => db.insertInto('thread').values(part).execute());
  await inParts(posts, (part) => db.insertInto('post').values(part).execute());
  await inParts(words, (part) => db.insertInto('thread_word').values(part).execute());
};

/** Threads that are held in memory at once. */
const BATCH = 1000;

/** Puts a made-up board into an empty database, in as many transactions as it takes. */
export const fillDesk = async (
  database: DeskDatabase,
  size: BoardSize,
  seed: number,
): Promise<void> => {
  const { db, kind } = database;
  await addMembers(database, size.members);
  let batch: MadeUpThread[] = [];
  const put = async () => {
    const threads = batch;
    batch = [];
    await db.transaction().execute((tx) => addThreads(tx, threads));
  };
  for (const thread of madeUpThreads(size, seed)) {
    batch.push(thread);
    if (batch.length === BATCH) await put();
  }
  if (batch.length > 0) await put();
  if (kind !== 'postgres') return;
  // Rows came with their numbers; what is written next gets those after them.
  for (const table of ['thread', 'post']) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql.table(table)}))`.execute(
      db,
    );
  }
  await sql`vacuum analyze`.execute(db);
};
