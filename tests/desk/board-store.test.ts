import { expect, it } from 'vitest';
import { wordsOf } from '#core/board/words.ts';
import {
  countOnPage,
  countShown,
  findThreads,
  listThreads,
  readPosts,
  readThread,
  readVersions,
} from '#store/desk/board-reading.ts';
import {
  acceptAnswer,
  addAnswer,
  addThread,
  changePost,
  mergeThreads,
  setLocked,
  setPostState,
} from '#store/desk/board-writing.ts';
import type { DeskDatabase } from '#store/desk/database.ts';
import { auditOf } from '#store/desk/members.ts';
import { addOfficeCode, useOfficeCode } from '#store/desk/office-codes.ts';
import { addMember, onBothDatabases } from './databases.ts';

const NOW = new Date('2026-11-29T03:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const ALL = { section: '', system: '', page: '', unanswered: false };
const NOBODY = { member: null, moderates: false };

let forms = 0;
const once = () => {
  forms += 1;
  return `form-${forms}`;
};
const question = (title: string, more: object = {}) => ({
  title,
  body: 'รายละเอียด',
  section: 'system',
  system: '',
  page: '',
  issuer: '',
  office: '',
  state: 'shown' as const,
  words: wordsOf(title),
  once: once(),
  ...more,
});
const reply = (body: string, more: object = {}) => ({
  body,
  office: '',
  state: 'shown' as const,
  once: once(),
  ...more,
});
const by = (actor: string, seconds = 0) => ({ actor, now: later(seconds) });

await onBothDatabases('the board in the database', ({ open }) => {
  // One database for all of these: each looks at its own threads.
  let desk: DeskDatabase;
  const opened = async () => {
    desk ??= await open();
    return desk;
  };
  const members = async (...ids: string[]) => {
    const database = await opened();
    for (const id of ids) await addMember(database, id);
    return database.db;
  };

  it('lists threads by the newest post, part by part, and by choice', async () => {
    const db = await members('l1');
    const put = [];
    for (const [at, section] of ['finance', 'finance', 'letters'].entries()) {
      put.push(await addThread(db, question(`list ${at}`, { section }), by('l1', at)));
    }
    const [first, second, third] = put.map(({ thread }) => thread);
    await addAnswer(db, first as number, reply('ตอบ'), by('l1', 10));
    const ids = async (choice: object, behind: Parameters<typeof listThreads>[2] = null) =>
      (await listThreads(db, { ...ALL, ...choice }, behind, 2)).map(({ id }) => id);
    expect(await ids({})).toEqual([first, third]);
    expect(await ids({}, { activeAt: later(2).toISOString(), id: third as number })).toEqual([
      second,
    ]);
    expect(await ids({ section: 'finance' })).toEqual([first, second]);
    expect(await ids({ unanswered: true })).toEqual([third, second]);
  });

  it('keeps a form that is sent twice once', async () => {
    const db = await members('t1');
    const asked = question('twice');
    const put = await addThread(db, asked, by('t1'));
    expect(await addThread(db, asked, by('t1'))).toEqual(put);
    const answer = reply('ตอบ');
    const said = await addAnswer(db, put.thread, answer, by('t1'));
    expect(await addAnswer(db, put.thread, answer, by('t1'))).toEqual(said);
    expect((await readThread(db, put.thread))?.answers).toBe(1);
  });

  it('loses nothing of ten who answer at once', async () => {
    const db = await members('w1');
    const { thread } = await addThread(db, question('ten writers'), by('w1'));
    const bodies = Array.from({ length: 60 }, (_, at) => `answer ${at}`);
    const writers = Array.from({ length: 10 }, async (_, writer) => {
      for (const body of bodies.filter((_, at) => at % 10 === writer)) {
        await addAnswer(db, thread, reply(body), by('w1', 1));
      }
    });
    await Promise.all(writers);
    expect((await readThread(db, thread))?.answers).toBe(60);
    const posts = [0, 25, 50].map((from) => readPosts(db, thread, NOBODY, from));
    const found = (await Promise.all(posts)).flat().map(({ body }) => body);
    expect(found.slice(1).sort()).toEqual(bodies.sort());
  });

  it('keeps what a post said before it was changed', async () => {
    const db = await members('c1');
    const { thread, post } = await addThread(db, question('changed'), by('c1'));
    expect(await changePost(db, post, 'รายละเอียด', by('c1'))).toBe(false);
    expect(await changePost(db, post, 'สอง', by('c1', 5))).toBe(true);
    expect(await readVersions(db, post)).toEqual([
      { body: 'รายละเอียด', at: later(5).toISOString() },
    ]);
    expect(await readPosts(db, thread, NOBODY, 0)).toMatchObject([
      { body: 'สอง', edited_at: later(5).toISOString() },
    ]);
  });

  it('shows a post that waits to its writer and moderators, until one shows it to all', async () => {
    const db = await members('q1', 'q2');
    const { thread } = await addThread(db, question('queue'), by('q1'));
    const put = await addAnswer(db, thread, reply('รอ', { state: 'queued' }), by('q2', 1));
    const seen = async (member: string | null, moderates = false) =>
      (await readPosts(db, thread, { member, moderates }, 0)).length;
    expect([await seen(null), await seen('q1'), await seen('q2'), await seen('q1', true)]).toEqual([
      1, 1, 2, 2,
    ]);
    expect([(await readThread(db, thread))?.answers, await countShown(db, 'q2')]).toEqual([0, 0]);
    const post = put?.post as number;
    expect(await setPostState(db, post, 'shown', by('q1'))).toBe(true);
    expect(await setPostState(db, post, 'shown', by('q1'))).toBe(false);
    expect([(await readThread(db, thread))?.answers, await countShown(db, 'q2')]).toEqual([1, 1]);
  });

  it('takes away an accepted answer with its mark, and a thread with its question', async () => {
    const db = await members('r1');
    const { thread, post } = await addThread(db, question('remove'), by('r1'));
    const answer = (await addAnswer(db, thread, reply('ตอบ'), by('r1', 1)))?.post as number;
    expect(await acceptAnswer(db, thread, post, by('r1'))).toBe(false);
    expect(await acceptAnswer(db, thread, answer, by('r1'))).toBe(true);
    await setPostState(db, answer, 'removed', by('r1'));
    expect(await readThread(db, thread)).toMatchObject({ accepted: null, answers: 0 });
    await setPostState(db, post, 'removed', by('r1'));
    expect((await readThread(db, thread))?.state).toBe('removed');
    expect(await addAnswer(db, thread, reply('สาย'), by('r1'))).toBeNull();
  });

  it('takes no answer where a thread is locked', async () => {
    const db = await members('k1');
    const { thread } = await addThread(db, question('lock'), by('k1'));
    await setLocked(db, thread, true, by('k1'));
    expect(await addAnswer(db, thread, reply('สาย'), by('k1'))).toBeNull();
    await setLocked(db, thread, false, by('k1'));
    expect(await addAnswer(db, thread, reply('ทัน'), by('k1'))).not.toBeNull();
  });

  it('merges threads, whose addresses then lead to one', async () => {
    const db = await members('m1');
    const asked = [];
    for (const title of ['a', 'b', 'c']) {
      asked.push((await addThread(db, question(`merge ${title}`), by('m1'))).thread);
    }
    const [a = 0, b = 0, c = 0] = asked;
    await addAnswer(db, a, reply('ตอบ'), by('m1', 1));
    expect(await mergeThreads(db, a, a, by('m1'))).toBe(false);
    expect(await mergeThreads(db, a, b, by('m1'))).toBe(true);
    expect(await mergeThreads(db, a, c, by('m1'))).toBe(false);
    expect(await readThread(db, b)).toMatchObject({ answers: 2, state: 'shown' });
    expect(await mergeThreads(db, b, c, by('m1'))).toBe(true);
    expect((await readThread(db, a))?.merged_into).toBe(c);
    expect((await readPosts(db, c, NOBODY, 0)).map(({ question }) => question)).toEqual([
      0, 0, 1, 0,
    ]);
  });

  it('counts what hangs on a page, and finds threads by words of their titles', async () => {
    const db = await members('f1');
    const page = '/faq/otp/';
    const title = 'ไม่ได้รับรหัสยืนยันทางอีเมล';
    const { thread } = await addThread(db, question(title, { page }), by('f1'));
    await addAnswer(db, thread, reply('ตอบ'), by('f1', 1));
    expect(await countOnPage(db, page)).toEqual({ threads: 1, answers: 1 });
    expect(await countOnPage(db, '/faq/none/')).toEqual({ threads: 0, answers: 0 });
    expect((await findThreads(db, wordsOf('รหัสยืนยันอีเมล'), 3))[0]?.id).toBe(thread);
    expect(await findThreads(db, [], 3)).toEqual([]);
  });

  it('keeps posts of a member who goes', async () => {
    const db = await members('g1');
    const { thread } = await addThread(db, question('gone'), by('g1'));
    await db.deleteFrom('user').where('id', '=', 'g1').execute();
    expect(await readThread(db, thread)).toMatchObject({ author: null, author_name: null });
    expect(await readPosts(db, thread, NOBODY, 0)).toMatchObject([{ author: null }]);
  });

  it('makes one member an officer by a code, once and in time', async () => {
    const db = await members('o1', 'o2');
    const until = await addOfficeCode(db, 'digest', 'p50', by('o1'));
    expect(await useOfficeCode(db, 'other', by('o2'))).toBeNull();
    const late = { actor: 'o2', now: new Date(until.getTime() + 1000) };
    expect(await useOfficeCode(db, 'digest', late)).toBeNull();
    const tries = ['o1', 'o2'].map((member) => useOfficeCode(db, 'digest', by(member)));
    expect((await Promise.all(tries)).filter((office) => office === 'p50')).toHaveLength(1);
    const granted = await Promise.all(['o1', 'o2'].map((member) => auditOf(db, member)));
    const grants = granted.flat().filter(({ action }) => action === 'grant officer p50');
    expect(grants).toHaveLength(1);
  });
});
