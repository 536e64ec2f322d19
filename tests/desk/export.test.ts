import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { thread as threadSchema } from '#schema/document.ts';
import {
  acceptAnswer,
  addAnswer,
  addThread,
  changePost,
  mergeThreads,
  setPostState,
} from '#store/desk/board-writing.ts';
import { type DatabasePlace, openDeskDatabase } from '#store/desk/database.ts';
import { deletePictures, putPictureFile } from '#store/desk/pictures.ts';
import { desk } from '../../scripts/desk/command.ts';
import { EXIT, runCommand } from '../../scripts/lib/command.ts';
import { addMember, onBothDatabases } from './databases.ts';

const NOW = new Date('2026-11-28T20:00:00.123Z');
const by = (actor: string, hours = 0) => ({
  actor,
  now: new Date(NOW.getTime() + hours * 3_600_000),
});
let forms = 0;
const post = (body: string, more: object = {}) => {
  forms += 1;
  return { body, office: '', state: 'shown' as const, once: `export-${forms}`, ...more };
};
const question = (title: string, body: string, more: object = {}) => ({
  ...post(body),
  title,
  section: 'system',
  system: '',
  page: '',
  issuer: '',
  words: [],
  ...more,
});

await onBothDatabases('the export of the board', ({ newPlace }) => {
  const begin = async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'wian-export-'));
    const given = await newPlace();
    // The command looks for a file of SQLite at its own place.
    const file = join(cwd, '.data/desk.sqlite');
    const place: DatabasePlace = given.kind === 'sqlite' ? { kind: 'sqlite', file } : given;
    const database = await openDeskDatabase(place);
    await addMember(database, 'asker');
    await addMember(database, 'officer');
    const ended = async () => {
      await database.close();
      rmSync(cwd, { recursive: true });
    };
    return { database, ended, board: boardIn(cwd, place) };
  };
  const boardIn = (cwd: string, place: DatabasePlace) => {
    const env: Record<string, string> =
      place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
    const run = async (...args: string[]) => {
      const lines: string[] = [];
      const io = {
        out: (line: string) => lines.push(line),
        err: (line: string) => lines.push(line),
        cwd,
        env,
        stdin: (async function* () {})(),
        today: '2026-11-29',
      };
      const code = await runCommand(desk, ['export', ...args], io);
      return { code, said: lines.join('\n') };
    };
    const read = (id: number) => readFileSync(join(cwd, `content/board/${id}.mdx`), 'utf8');
    return {
      cwd,
      run,
      read,
      data: (id: number) => threadSchema.parse(parse(read(id).slice(4, -4))),
    };
  };

  it('writes what everybody sees, and nothing of members but the name that they show', async () => {
    const { database, ended, board } = await begin();
    const { db } = database;
    const about = { page: '/circulars/2568/dla-1541/', issuer: 'dla', system: 'new-elaas' };
    const { thread } = await addThread(
      db,
      question('OTP <ช้า>: "มาก"', 'ถาม\n---\n- x', about),
      by('asker'),
    );
    await addAnswer(db, thread, post('รอ'), by('asker', 1));
    const right = await addAnswer(
      db,
      thread,
      post('ดู **จดหมายขยะ**', { office: 'dla' }),
      by('officer', 30),
    );
    await addAnswer(db, thread, post('ยังไม่แสดง', { state: 'queued' }), by('asker', 31));
    await acceptAnswer(db, thread, right?.post ?? 0, by('asker', 32));
    await changePost(db, right?.post ?? 0, 'ดู **จดหมายขยะ** ก่อน', by('officer', 33));
    await addThread(db, question('รอผู้ดูแล', 'x', { state: 'queued' }), by('asker'));
    const { code, said } = await board.run();
    expect([code, said]).toEqual([
      EXIT.ok,
      `wrote content/board/${thread}.mdx\n1 threads written, 0 taken off, 0 merged, 0 as they were`,
    ]);
    expect(board.data(thread)).toMatchObject({
      title: 'OTP <ช้า>: "มาก"',
      summary: 'ดู จดหมายขยะ ก่อน',
      sample: false,
      system: 'new-elaas',
      published: '2026-11-29',
      section: 'system',
      about: '/circulars/2568/dla-1541/',
      left: 0,
      changes: [
        { date: '2026-11-29', note: 'คำตอบใหม่ 1 คำตอบ', major: false },
        { date: '2026-11-30', note: 'คำตอบใหม่ 1 คำตอบ', major: true },
      ],
      posts: [
        { text: 'ถาม\n---\n- x', at: '2026-11-28T20:00:00Z', author: 'สมาชิกสมมติ' },
        { text: 'รอ', official: false, accepted: false },
        {
          text: 'ดู **จดหมายขยะ** ก่อน',
          office: 'dla',
          official: true,
          accepted: true,
          edited: '2026-11-30T05:00:00Z',
        },
      ],
    });
    expect(board.read(thread)).not.toMatch(/asker|officer|@|ยังไม่แสดง/);
    await ended();
  });

  it('changes nothing the second time, and writes nothing where it is only asked', async () => {
    const { database, ended, board } = await begin();
    const { thread } = await addThread(database.db, question('ก', 'ข'), by('asker'));
    expect((await board.run('--dry-run')).said).toContain('nothing was written');
    expect(readdirSync(board.cwd)).not.toContain('content');
    await board.run('--sample');
    expect(board.data(thread).sample).toBe(true);
    const text = board.read(thread);
    expect((await board.run('--sample')).said).toBe(
      '0 threads written, 0 taken off, 0 merged, 1 as they were',
    );
    expect(board.read(thread)).toBe(text);
    await ended();
  });

  it('leaves a mark of what was taken off, leads on from what was merged, and brings back what is shown again', async () => {
    const { database, ended, board } = await begin();
    const { db } = database;
    const put = [];
    for (const title of ['ก', 'ข', 'ค'])
      put.push(await addThread(db, question(title, title), by('asker')));
    const [gone, into, merged] = put.map(({ thread }) => thread) as [number, number, number];
    await board.run();
    await setPostState(db, put[0]?.post ?? 0, 'removed', by('officer'));
    await mergeThreads(db, merged, into, by('officer'));
    expect((await board.run()).said).toContain('1 threads written, 1 taken off, 1 merged, 0 as');
    expect(board.read(gone)).not.toContain('posts');
    expect(board.data(gone)).toMatchObject({ withdrawn: '2026-11-29', title: `กระทู้ที่ ${gone}` });
    expect(board.data(into).posts.map(({ text }) => text)).toEqual(['ข', 'ค']);
    const moved = readFileSync(join(board.cwd, 'content/moved-addresses.csv'), 'utf8');
    expect(moved).toBe(
      `from,to,since,why\n/board/${merged}/,/board/${into}/,2026-11-29,รวมกับกระทู้อื่น\n`,
    );
    expect((await board.run()).said).toContain('0 threads written, 0 taken off, 0 merged, 2 as');
    await setPostState(db, put[0]?.post ?? 0, 'shown', by('officer'));
    await board.run();
    expect(board.data(gone).title).toBe('ก');
    await ended();
  });

  it('refuses personal data and pages of another desk, and then writes nothing', async () => {
    const { database, ended, board } = await begin();
    const { db } = database;
    await addThread(db, question('ดี', 'x'), by('asker'));
    const { thread } = await addThread(
      db,
      question('เบอร์', 'ข้อแรก\nโทร 080-000-0000'),
      by('asker'),
    );
    const refused = await board.run();
    expect(refused.code).toBe(EXIT.failed);
    expect(refused.said).toContain(`content/board/${thread}.mdx`);
    expect(refused.said).toContain('posts[0].text');
    expect(refused.said).toContain('line 2, character 5');
    expect(readdirSync(board.cwd)).not.toContain('content');
    await setPostState(
      db,
      (await addThread(db, question('y', 'y'), by('asker'))).post,
      'removed',
      by('officer'),
    );
    await setPostState(db, thread, 'removed', by('officer'));
    expect((await board.run()).code).toBe(EXIT.ok);
    writeFileSync(join(board.cwd, 'content/board/999.mdx'), board.read(1));
    const other = await board.run();
    expect(other.said).toContain('this desk never had a thread 999');
    await ended();
  });

  it('copies the pictures of posts, keeps what is there, and removes what was taken away', async () => {
    const { database, ended, board } = await begin();
    const { db } = database;
    const data = join(board.cwd, '.data');
    const picture = { id: 'a'.repeat(32), alt: 'หน้าจอตัวอย่าง', width: 8, height: 6, bytes: 3 };
    const lost = { ...picture, id: 'b'.repeat(32) };
    putPictureFile(data, picture.id, new Uint8Array([1, 2, 3]));
    const asked = question('มีภาพ', 'ดูภาพ', { pictures: [picture, lost] });
    const put = await addThread(db, asked, by('asker'));
    const folder = join(board.cwd, 'content/board-pictures');
    const refused = await board.run();
    expect(refused.code).toBe(EXIT.failed);
    expect(refused.said).toContain(`${lost.id}.webp`);
    expect(readdirSync(board.cwd)).not.toContain('content');
    await deletePictures(db, data, put.post, [lost.id]);
    expect((await board.run('--dry-run')).said).toContain('1 pictures copied, 0 removed');
    expect(existsSync(folder)).toBe(false);
    await board.run();
    expect([...readFileSync(join(folder, `${picture.id}.webp`))]).toEqual([1, 2, 3]);
    const { alt, width, height } = picture;
    expect(board.data(put.thread).posts[0]?.pictures).toEqual([
      { file: `${picture.id}.webp`, alt, width, height },
    ]);
    writeFileSync(join(folder, 'map.webp'), 'of somebody else');
    expect((await board.run()).said).toMatch(/1 as they were$/);
    await deletePictures(db, data, put.post, [picture.id]);
    expect((await board.run()).said).toContain('1 threads written');
    expect(board.read(put.thread)).not.toContain('pictures');
    expect(readdirSync(folder)).toEqual(['map.webp']);
    await ended();
  });
});
