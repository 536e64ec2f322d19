import type pg from 'pg';
import { BOARD_SECTIONS } from '#core/board/post.ts';
import { type BoardSize, type MadeUpThread, madeUpThreads } from './made-up-board.ts';

/** Categories that its setup makes; our sections are put into them in turn. */
export const NODEBB_CATEGORIES = [1, 2, 3, 4] as const;
/** Numbers of our threads, posts and members begin above those that its setup makes. */
const OFFSET = 1000;
export const FIRST_TOPIC = OFFSET + 1;

/** What NodeBB keeps: objects by key, and sorted sets of values by key and score. */
interface Rows {
  readonly hashes: [key: string, data: object][];
  readonly sets: [key: string, score: number, value: string][];
}

const put = async (client: pg.Client, { hashes, sets }: Rows): Promise<void> => {
  const keys = (rows: readonly (readonly [string, ...unknown[]])[]) => [
    ...new Set(rows.map(([key]) => key)),
  ];
  for (const [rows, type] of [
    [hashes, 'hash'],
    [sets, 'zset'],
  ] as const) {
    await client.query(
      `insert into legacy_object (_key, type) select unnest($1::text[]), $2::text::legacy_object_type on conflict do nothing`,
      [keys(rows), type],
    );
  }
  await client.query(
    `insert into legacy_hash (_key, data) select * from unnest($1::text[], $2::jsonb[])
     on conflict (_key) do update set data = legacy_hash.data || excluded.data`,
    [hashes.map(([key]) => key), hashes.map(([, data]) => JSON.stringify(data))],
  );
  await client.query(
    `insert into legacy_zset (_key, score, value) select * from unnest($1::text[], $2::numeric[], $3::text[])
     on conflict (_key, value) do update set score = excluded.score`,
    [sets.map(([key]) => key), sets.map(([, score]) => score), sets.map(([, , value]) => value)],
  );
};

const memberRows = (members: number): Rows => {
  const rows: Rows = { hashes: [], sets: [] };
  for (let member = 1; member <= members; member += 1) {
    const [uid, name] = [OFFSET + member, `sample-${member}`];
    const joindate = Date.UTC(2024, 0, 1);
    rows.hashes.push([
      `user:${uid}`,
      { uid, username: name, userslug: name, joindate, lastonline: joindate, status: 'offline' },
    ]);
    rows.sets.push(
      ['username:uid', uid, name],
      ['userslug:uid', uid, name],
      ['users:joindate', joindate, String(uid)],
      ['users:postcount', 0, String(uid)],
      ['users:reputation', 0, String(uid)],
    );
  }
  return rows;
};

const threadRows = (thread: MadeUpThread): Rows => {
  const [tid, title] = [OFFSET + thread.id, thread.title];
  const section = BOARD_SECTIONS.indexOf(thread.section);
  const cid = NODEBB_CATEGORIES[section % NODEBB_CATEGORIES.length] ?? 1;
  const times = thread.posts.map(({ at }) => Date.parse(at));
  const [asked = 0, last] = [times[0], Math.max(...times)];
  const uids = thread.posts.map(({ author }) => OFFSET + author);
  const pids = thread.posts.map(({ id }) => OFFSET + id);
  const count = thread.posts.length;
  const value = String(tid);
  const topic = { tid, uid: uids[0], cid, mainPid: pids[0], title, slug: `${tid}/sample-${tid}` };
  const rows: Rows = {
    hashes: [
      [
        `topic:${tid}`,
        { ...topic, timestamp: asked, lastposttime: last, postcount: count, viewcount: 0 },
      ],
    ],
    sets: [
      ['topics:tid', asked, value],
      ['topics:recent', last, value],
      ['topics:posts', count, value],
      ['topics:votes', 0, value],
      ['topics:views', 0, value],
      [`cid:${cid}:tids`, last, value],
      [`cid:${cid}:tids:create`, asked, value],
      [`cid:${cid}:tids:posts`, count, value],
      [`cid:${cid}:tids:votes`, 0, value],
      [`cid:${cid}:tids:views`, 0, value],
      [`uid:${uids[0]}:topics`, asked, value],
    ],
  };
  for (const [at, { body, isQuestion }] of thread.posts.entries()) {
    const [pid, uid, time] = [pids[at] ?? 0, uids[at] ?? 0, times[at] ?? 0];
    rows.hashes.push([`post:${pid}`, { pid, uid, tid, content: body, timestamp: time }]);
    rows.sets.push(
      ['posts:pid', time, String(pid)],
      [`cid:${cid}:pids`, time, String(pid)],
      [`uid:${uid}:posts`, time, String(pid)],
    );
    if (!isQuestion) rows.sets.push([`tid:${tid}:posts`, time, String(pid)]);
  }
  return rows;
};

const BATCH = 500;

/** Puts the same made-up board into the database of a NodeBB that was set up, by the rows that its own posting would write. */
export const fillNodebb = async (
  client: pg.Client,
  size: BoardSize,
  seed: number,
): Promise<void> => {
  await put(client, memberRows(size.members));
  let batch: Rows = { hashes: [], sets: [] };
  let held = 0;
  for (const thread of madeUpThreads(size, seed)) {
    const { hashes, sets } = threadRows(thread);
    batch.hashes.push(...hashes);
    batch.sets.push(...sets);
    held += 1;
    if (held % BATCH === 0) {
      await put(client, batch);
      batch = { hashes: [], sets: [] };
    }
  }
  // As many on a page as on ours, and every request answered: by default it refuses readers while its process is busy.
  batch.hashes.push([
    'config',
    { topicsPerPage: '30', postsPerPage: '25', eventLoopCheckEnabled: 0 },
  ]);
  const next = OFFSET * 2;
  batch.hashes.push([
    'global',
    {
      nextTid: size.threads + next,
      nextPid: size.posts + next,
      nextUid: size.members + next,
      topicCount: size.threads,
      postCount: size.posts,
    },
  ]);
  for (const cid of NODEBB_CATEGORIES) {
    batch.hashes.push([`category:${cid}`, { topic_count: Math.floor(size.threads / 4) }]);
  }
  await put(client, batch);
  await client.query('vacuum analyze');
};
