import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  addAnswer,
  addThread,
  mergeThreads,
  moveThread,
  setPostState,
} from '#store/desk/board-writing.ts';
import { type DatabasePlace, openDeskDatabase } from '#store/desk/database.ts';
import { subscribe, subscriptionsOf, unsubscribe } from '#store/desk/subscriptions.ts';
import { openMailer } from '#store/mail/mailer.ts';
import { noticeSender } from '../../scripts/desk/notice-sender.ts';
import { startSmtp } from '../../scripts/digest/testing/smtp.ts';
import { addMember, onBothDatabases } from './databases.ts';
import { lettersIn } from './letters.ts';
import { senderOn, senderParts } from './notice-parts.ts';

// 10:00 in Thailand, three hours behind the letters of that day.
const NOW = new Date('2026-11-29T03:00:00Z');
const at = (time: string) => new Date(time);
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const NEXT_MORNING = at('2026-11-30T00:00:00Z');
const by = (actor: string, now = NOW) => ({ actor, now });

let forms = 0;
const post = (body: string, state: 'shown' | 'queued' = 'shown') => {
  forms += 1;
  return { body, office: '', state, once: `form ${forms}` };
};
const asked = (title: string, more: object = {}) => ({
  ...post(`รายละเอียดของ${title}`),
  ...{ section: 'system', system: '', page: '', issuer: '', title, words: [] },
  ...more,
});
const thread = (id: number) => ({ kind: 'thread', target: String(id) }) as const;
const section = (target: string) => ({ kind: 'section', target }) as const;

const newOutbox = (): string => {
  const outbox = mkdtempSync(join(tmpdir(), 'wian-outbox-'));
  onTestFinished(() => rmSync(outbox, { recursive: true }));
  return outbox;
};

await onBothDatabases('letters about posts', ({ open, newPlace }) => {
  const begin = async (...members: string[]) => {
    const desk = await open();
    for (const id of members) await addMember(desk, id);
    const outbox = newOutbox();
    const sender = senderOn(desk, outbox);
    /** Who got a letter at that time, with what is in it. */
    const sent = async (now: Date) => {
      const before = new Set(lettersIn(outbox).map(({ head }) => head));
      await sender.send(now);
      return lettersIn(outbox).filter(({ head }) => !before.has(head));
    };
    const to = async (now: Date) =>
      (await sent(now)).map((letter) => letter.to.replace(/@.*/, '')).sort();
    return { desk, db: desk.db, sent, to };
  };

  it('tell of an answer who subscribes to its thread, and of a question who does to its section', async () => {
    const { db, sent, to } = await begin('asker', 'writer', 'reader', 'gone');
    await subscribe(db, section('system'), 'now', by('reader'));
    await subscribe(db, section('finance'), 'now', by('writer'));
    const put = await addThread(db, asked('ถามเรื่อง OTP', { follow: true }), by('asker'));
    expect(await to(NOW)).toEqual(['reader']);
    await subscribe(db, thread(put.thread), 'now', by('writer'));
    await subscribe(db, thread(put.thread), 'now', by('gone'));
    await unsubscribe(db, thread(put.thread), by('gone'));
    await addAnswer(db, put.thread, post('ลองดูใน **จดหมายขยะ**'), by('writer'));
    const [letter, ...more] = await sent(NOW);
    expect([letter?.to, more]).toEqual(['asker@office.example', []]);
    expect(letter?.text).toContain('คำตอบใหม่: ถามเรื่อง OTP');
    expect(letter?.text).toContain('ลองดูใน จดหมายขยะ');
    expect(letter?.text).toContain(`http://127.0.0.1:4321/board/${put.thread}/#p${put.post + 1}`);
    expect(letter?.head).toContain(`List-ID: <thread-${put.thread}.board.127.0.0.1>`);
    expect(letter?.head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(await to(NOW)).toEqual([]);
  });

  it('tell of a post that waits once it is shown, of none that was taken away, and of none twice', async () => {
    const { db, to } = await begin('asker', 'writer');
    const put = await addThread(db, asked('ถาม', { follow: true }), by('asker'));
    const waits = await addAnswer(db, put.thread, post('รอ', 'queued'), by('writer'));
    expect(await to(NOW)).toEqual([]);
    await setPostState(db, waits?.post ?? 0, 'shown', by('asker'));
    expect(await to(NOW)).toEqual(['asker']);
    await setPostState(db, waits?.post ?? 0, 'removed', by('asker'));
    await setPostState(db, waits?.post ?? 0, 'shown', by('asker'));
    const removed = await addAnswer(db, put.thread, post('ลบ'), by('writer'));
    await setPostState(db, removed?.post ?? 0, 'removed', by('asker'));
    expect(await to(NOW)).toEqual([]);
  });

  it('follow a thread where it is merged, and a question into the section to which it is moved', async () => {
    const { db, to } = await begin('both', 'one', 'writer', 'reader');
    const [from, into] = [
      (await addThread(db, asked('จาก', { follow: true }), by('one'))).thread,
      (await addThread(db, asked('เข้า', { follow: true }), by('both'))).thread,
    ];
    await subscribe(db, thread(from), 'daily', by('both'));
    await addAnswer(db, from, post('ก่อนรวม'), by('writer'));
    await mergeThreads(db, from, into, by('writer'));
    expect(await subscriptionsOf(db, 'one')).toMatchObject([{ target: String(into), pace: 'now' }]);
    expect(await subscriptionsOf(db, 'both')).toMatchObject([
      { target: String(into), pace: 'now' },
    ]);
    // The merged question is an answer of the other thread, whose writer is told of none of their own.
    expect(await to(NOW)).toEqual(['both', 'one']);
    await subscribe(db, section('finance'), 'now', by('reader'));
    await moveThread(db, into, { section: 'finance', system: '' }, by('writer'));
    expect(await to(NOW)).toEqual(['reader']);
    await moveThread(db, into, { section: 'system', system: '' }, by('writer'));
    await moveThread(db, into, { section: 'finance', system: '' }, by('writer'));
    expect(await to(NOW)).toEqual([]);
  });

  it('go to nobody who deleted their data, whose subscriptions go too', async () => {
    const { db, to } = await begin('asker', 'writer');
    const put = await addThread(db, asked('ถาม', { follow: true }), by('asker'));
    await addAnswer(db, put.thread, post('ตอบ'), by('writer'));
    await db.deleteFrom('user').where('id', '=', 'asker').execute();
    expect(await to(NOW)).toEqual([]);
    expect(await db.selectFrom('subscription').selectAll().execute()).toEqual([]);
  });

  it('gather what comes after ten in a row', async () => {
    const { db, sent, to } = await begin('asker', 'writer');
    const put = await addThread(db, asked('ถาม', { follow: true }), by('asker'));
    const answer = () => addAnswer(db, put.thread, post('ตอบ'), by('writer'));
    for (let nth = 0; nth < 10; nth += 1) {
      await answer();
      expect(await to(NOW)).toEqual(['asker']);
    }
    await answer();
    await answer();
    expect(await to(NOW)).toEqual([]);
    expect(await to(later(599))).toEqual([]);
    const [letter, ...more] = await sent(later(601));
    expect([letter?.text.match(/#p\d+/g)?.length, more]).toEqual([2, []]);
  });

  it('name fifty posts, and say how many more there are', async () => {
    const { db, sent } = await begin('asker', 'writer');
    const put = await addThread(db, asked('ถาม'), by('writer'));
    await subscribe(db, thread(put.thread), 'now', by('asker'));
    for (let nth = 0; nth < 53; nth += 1) {
      await addAnswer(db, put.thread, post(`ตอบ ${nth}`), by('writer'));
    }
    const [letter, ...more] = await sent(NOW);
    expect([letter?.text.match(/#p\d+/g)?.length, more]).toEqual([50, []]);
    expect(letter?.text).toContain('และอีก 3 ข้อความ');
    // The thirtieth answer is on the second page of the thread.
    expect(letter?.text).toMatch(
      new RegExp(`ตอบ 29\\s+http://\\S+/board/${put.thread}/\\?from=25#p`),
    );
    expect(await sent(NOW)).toEqual([]);
  });

  it('come once a day at the hour of the day where one chose that, and not where nothing is new', async () => {
    const { db, sent, to } = await begin('asker', 'writer', 'reader');
    const put = await addThread(db, asked('ถาม'), by('asker'));
    await subscribe(db, thread(put.thread), 'daily', by('asker'));
    await subscribe(db, section('system'), 'daily', by('reader'));
    await addAnswer(db, put.thread, post('หนึ่ง'), by('writer'));
    await addAnswer(db, put.thread, post('สอง'), by('writer'));
    expect(await to(later(3600))).toEqual([]);
    expect(await to(at('2026-11-29T23:59:00Z'))).toEqual([]);
    const letters = await sent(NEXT_MORNING);
    expect(letters.map((letter) => letter.to.replace(/@.*/, '')).sort()).toEqual([
      'asker',
      'reader',
    ]);
    const own = letters.find((letter) => letter.to.startsWith('asker'));
    expect(own?.text.match(/#p\d+/g)).toHaveLength(2);
    expect(own?.head).toContain('List-ID: <daily.board.127.0.0.1>');
    await addAnswer(db, put.thread, post('สาม'), by('writer', at('2026-11-30T01:00:00Z')));
    expect(await to(at('2026-11-30T02:00:00Z'))).toEqual([]);
    expect(await to(at('2026-12-01T01:00:00Z'))).toEqual(['asker']);
    expect(await to(at('2026-12-02T01:00:00Z'))).toEqual([]);
  });

  it('are tried again, ever more rarely, where the mail server takes none, and given up after three days', async () => {
    const { desk, db } = await begin('asker', 'writer', 'refused', 'later');
    const smtp = await startSmtp();
    onTestFinished(() => smtp.close());
    smtp.answers.set('refused@office.example', [550]);
    smtp.answers.set('later@office.example', [451]);
    const faults: string[] = [];
    const mailer = openMailer(`smtp://127.0.0.1:${smtp.port}`);
    const sender = noticeSender(senderParts(desk, mailer, faults));
    const nobody = noticeSender(senderParts(desk, openMailer('smtp://127.0.0.1:9'), faults));
    const put = await addThread(db, asked('ถาม'), by('writer'));
    for (const id of ['asker', 'refused', 'later']) {
      await subscribe(db, thread(put.thread), 'now', by(id));
    }
    await addAnswer(db, put.thread, post('ตอบ'), by('writer'));
    await nobody.send(NOW);
    expect(faults).toEqual([expect.stringContaining('(busy)')]);
    await nobody.send(later(10));
    expect(faults).toHaveLength(1);
    const got = () => smtp.received.map(({ to }) => to.replace(/@.*/, '')).sort();
    await sender.send(later(70));
    expect([got(), faults.length]).toEqual([['asker'], 3]);
    await sender.send(later(80));
    expect(got()).toEqual(['asker']);
    await sender.send(later(140));
    expect(got()).toEqual(['asker', 'later']);
    await addAnswer(db, put.thread, post('อีก'), by('asker'));
    await nobody.send(later(200));
    await sender.send(later(3 * 86_400));
    expect(faults.at(-1)).toContain('(busy)');
    await nobody.send(at('2026-12-05T00:00:00Z'));
    const left = await db.selectFrom('notice').select('id').where('sent_at', 'is', null).execute();
    expect(left).toEqual([]);
  });

  it('come at least once, and those of a day never twice, from processes that are killed', async () => {
    const place = await newPlace();
    const desk = await openDeskDatabase(place);
    const [atOnce, daily] = ['n', 'd'].map((kind) => [1, 2, 3, 4, 5, 6].map((nth) => kind + nth));
    const members = [...(atOnce ?? []), ...(daily ?? [])];
    for (const id of [...members, 'writer']) await addMember(desk, id);
    const put = await addThread(desk.db, asked('ถาม'), by('writer'));
    for (const id of members) {
      const pace = id.startsWith('d') ? 'daily' : 'now';
      await subscribe(desk.db, thread(put.thread), pace, by(id));
    }
    await addAnswer(desk.db, put.thread, post('ตอบ'), by('writer'));
    await desk.close();
    const outbox = newOutbox();
    const got = () => {
      const all = lettersIn(outbox).map(({ to }) => to.replace(/@.*/, ''));
      return new Map([...Map.groupBy(all, (to) => to)].map(([to, { length }]) => [to, length]));
    };
    // Two at once are out, the second not yet noted; then all of those, and two of the day; then one taken and not sent.
    await killed(place, outbox, '2026-11-30T00:00:00Z', 'after', 2);
    expect(got()).toEqual(
      new Map([
        ['n1', 1],
        ['n2', 1],
      ]),
    );
    await killed(place, outbox, '2026-11-30T00:00:01Z', 'after', 7);
    await killed(place, outbox, '2026-11-30T00:00:02Z', 'before', 2);
    const again = await openDeskDatabase(place);
    await senderOn(again, outbox).send(at('2026-11-30T00:01:00Z'));
    const first = got();
    const ofDay = (daily ?? []).map((id) => first.get(id) ?? 0).sort();
    expect(ofDay).toEqual([0, 1, 1, 1, 1, 1]);
    expect((atOnce ?? []).map((id) => first.get(id))).toEqual([1, 2, 1, 1, 1, 1]);
    const ids = lettersIn(outbox).filter(({ to }) => to.startsWith('n2@'));
    expect(new Set(ids.map(({ head }) => /^Message-ID: (.*)$/m.exec(head)?.[1])).size).toBe(1);
    await senderOn(again, outbox).send(at('2026-12-01T01:00:00Z'));
    expect(members.filter((id) => !got().has(id))).toEqual([]);
    await again.close();
  }, 60_000);
});

/** Lets a process send the letters of the next morning, and kills it where it stopped, before or after its nth letter. */
const killed = async (
  place: DatabasePlace,
  outbox: string,
  now: string,
  moment: 'before' | 'after',
  nth: number,
): Promise<void> => {
  const script = join(import.meta.dirname, 'sending-process.ts');
  const args = [script, JSON.stringify(place), outbox, now, moment, `${nth}`];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.once('data', () => child.kill('SIGKILL'));
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
};
