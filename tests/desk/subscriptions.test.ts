import { parseFeed } from 'feedsmith';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { grantRole, memberByEmail } from '#store/desk/members.ts';
import { onBothDatabases } from './databases.ts';
import { startDesk, type TestDesk, tokenOf, type Visitor } from './running-desk.ts';

const PASSWORD = 'correct-horse-battery';
const emailOf = (name: string) => `${name}@office.example`;
const onceIn = (text: string) => /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '';

await onBothDatabases('mail about posts', ({ newPlace }) => {
  let desk: TestDesk;
  let [asker, reader, moderator]: Visitor[] = [];
  let thread = '';

  const join = async (name: string): Promise<Visitor> => {
    const visitor = desk.visitor();
    const form = { name: `${name} สมมติ`, email: emailOf(name), password: PASSWORD, consent: 'yes' };
    await visitor.post('/members/sign-up/', form);
    const token = tokenOf(desk.letters().find(({ to }) => to === emailOf(name))?.link);
    await visitor.post('/members/confirm/', { token });
    expect((await visitor.post('/members/sign-in/', form)).status).toBe(303);
    return visitor;
  };
  const ask = async (visitor: Visitor | undefined, more: Record<string, string> = {}) => {
    const once = onceIn((await visitor?.get('/board/ask/'))?.text ?? '');
    const form = { title: 'รหัสไม่มา', body: 'ทำอย่างไร', section: 'system', system: '', page: '' };
    const asked = await visitor?.post('/board/ask/', { ...form, once, ...more });
    return /\/board\/(\d+)\//.exec(asked?.location ?? '')?.[1] ?? '';
  };
  const answer = async (visitor: Visitor | undefined, body: string) => {
    const once = onceIn((await visitor?.get(`/board/${thread}/`))?.text ?? '');
    return visitor?.post(`/board/${thread}/answer/`, { once, body });
  };
  const lettersTo = async (name: string, now = new Date()) => {
    await desk.sendLetters(now);
    return desk.letters().filter(({ to, head }) => to === emailOf(name) && /^List-ID/im.test(head));
  };
  /** Presses the button of a mail program, which sends neither cookies nor an origin. */
  const press = (link: string, method = 'POST') =>
    fetch(link, {
      method,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      ...(method === 'POST' ? { body: 'List-Unsubscribe=One-Click' } : {}),
    });
  const endLink = (head = '') => /^List-Unsubscribe: <(\S+)>/m.exec(head)?.[1] ?? '';

  beforeAll(async () => {
    const place = await newPlace();
    desk = await startDesk(place.kind === 'postgres' ? { DATABASE_URL: place.url } : {});
    [asker, reader, moderator] = [await join('asker'), await join('reader'), await join('mod')];
    const { db, close } = await openDeskDatabase(desk.settings.place);
    const { id = '' } = (await memberByEmail(db, emailOf('mod'))) ?? {};
    const by = { actor: 'command', now: new Date() };
    await grantRole(db, id, { role: 'moderator', office: null }, by);
    await close();
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it('comes to who asked where the box of the form was left checked', async () => {
    expect((await asker?.get('/board/ask/'))?.text).toContain('value="yes" checked');
    thread = await ask(moderator, { title: 'ไม่รับ' });
    await answer(moderator, 'ตอบเอง');
    expect((await moderator?.get(`/board/${thread}/`))?.text).toContain('รับทันที');
    thread = await ask(moderator, { title: 'รับ', follow: 'yes' });
    expect((await moderator?.get(`/board/${thread}/`))?.text).toContain('ท่านรับอีเมลเรื่องนี้อยู่: ทันที');
    expect((await moderator?.get(`/board/${thread}/`))?.text).toContain('.data/outbox/');
    expect(await lettersTo('mod')).toEqual([]);
  });

  it('comes once a moderator has shown what waited, to who pressed the button of the thread', async () => {
    expect((await desk.visitor().get(`/board/${thread}/`)).text).toContain('เข้าสู่ระบบเพื่อรับอีเมล');
    const target = `thread:${thread}`;
    const put = await reader?.post('/board/follow/', { target, pace: 'now' });
    expect(put?.location).toBe(`/board/${thread}/`);
    expect((await answer(asker, 'คำตอบที่รอ'))?.location).toBe('/board/waiting/');
    expect(await lettersTo('reader')).toEqual([]);
    const queue = (await moderator?.get('/board/queue/'))?.text ?? '';
    const [, post = ''] = /#p(\d+)"><strong>รับ/.exec(queue) ?? [];
    await moderator?.post(`/board/${thread}/show/`, { post });
    // The desk sends it by itself.
    const told = () =>
      desk
        .letters()
        .filter(({ to, text }) => to === emailOf('reader') && text.includes('คำตอบที่รอ'));
    await expect.poll(() => told().length, { timeout: 20_000 }).toBe(1);
    expect((await lettersTo('reader')).map(({ text }) => text.includes('คำตอบที่รอ'))).toEqual([
      true,
    ]);
    expect(await lettersTo('mod')).toHaveLength(1);
    expect(await lettersTo('asker')).toEqual([]);
  });

  it('is listed of a question that waits as one that waits, and not as taken away', async () => {
    const waiting = await join('waiting');
    await ask(waiting, { title: 'คำถามแรก', follow: 'yes' });
    const page = (await waiting.get('/members/')).text;
    expect(page).toContain('คำตอบใหม่ในกระทู้ &quot;คำถามแรก&quot; ซึ่งรอผู้ดูแลกระดานตรวจ');
    expect(page).not.toContain('นำออกแล้ว');
  });

  it('is listed on one’s own page and in one’s data, and ended there', async () => {
    await reader?.post('/board/follow/', { target: 'section:finance', pace: 'daily' });
    const page = (await reader?.get('/members/'))?.text ?? '';
    expect(page).toContain('คำตอบใหม่ในกระทู้ &quot;รับ&quot;');
    expect(page).toMatch(/คำถามใหม่ในหมวด &quot;[^&]+&quot;/);
    const data = JSON.parse((await reader?.get('/members/export/'))?.text ?? '');
    expect(data.subscriptions).toMatchObject([
      { kind: 'section', target: 'finance', pace: 'daily' },
      { kind: 'thread', target: thread, pace: 'now' },
    ]);
    expect(data.notices).toMatchObject([{ kind: 'thread', target: thread }]);
    const ended = { target: 'section:finance', pace: '', back: 'members' };
    expect((await reader?.post('/board/follow/', ended))?.location).toBe('/members/#mail');
    expect((await reader?.get('/members/'))?.text).not.toContain('คำถามใหม่ในหมวด');
  });

  it('is ended by one press of a mail program, and by no look at its address', async () => {
    const [letter] = await lettersTo('reader');
    const link = endLink(letter?.head);
    expect(letter?.head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const looked = await press(link, 'GET');
    expect([looked.status, await looked.text()]).toEqual([200, expect.stringContaining('กดปุ่ม')]);
    await press(link, 'HEAD');
    expect((await reader?.get(`/board/${thread}/`))?.text).toContain('เลิกรับ');
    for (const wrong of [
      link.slice(0, -1),
      link.replace(/token=./, 'token=_'),
      link.split('?')[0],
    ]) {
      expect((await press(wrong ?? '')).status).toBe(400);
    }
    expect((await reader?.get(`/board/${thread}/`))?.text).toContain('เลิกรับ');
    expect((await press(link)).status).toBe(200);
    expect((await press(link)).status).toBe(200);
    expect((await reader?.get(`/board/${thread}/`))?.text).not.toContain('เลิกรับ');
    // Nothing else is open to other sites by that.
    const other = new URL('/board/follow/', link);
    expect((await press(other.href)).status).toBe(403);
  });

  it('of a day is one letter on the next morning, with one press for all of those', async () => {
    for (const target of [`thread:${thread}`, 'section:system']) {
      await reader?.post('/board/follow/', { target, pace: 'daily' });
    }
    const before = (await lettersTo('reader')).length;
    await answer(moderator, 'คำตอบของวัน');
    await ask(moderator, { title: 'คำถามของวัน' });
    expect(await lettersTo('reader')).toHaveLength(before);
    // The next 8:00 in Thailand behind the coming 7:00, whatever the time is now.
    const tomorrow = new Date(new Date(Date.now() + 86_400_000).setUTCHours(1, 0, 0, 0));
    const letter = (await lettersTo('reader', tomorrow)).at(-1);
    expect(letter?.text).toContain('คำตอบของวัน');
    expect(letter?.text).toContain('คำถามของวัน');
    expect(await lettersTo('reader', tomorrow)).toHaveLength(before + 1);
    expect((await press(endLink(letter?.head))).status).toBe(200);
    expect((await reader?.get('/members/'))?.text).toContain('ยังไม่ได้รับอีเมลจากกระดาน');
  });

  it('is also a feed, of the thread, its section and all, for readers that ask only for what is new', async () => {
    const { text } = await desk.visitor().get(`/board/${thread}/`);
    const href = `/board/${thread}/atom.xml`;
    const head = text.slice(0, text.indexOf('</head>'));
    expect(head).toContain(
      `<link rel="alternate" type="application/atom+xml" title="รับ" href="${href}">`,
    );
    const got = await desk.visitor().get(href);
    expect([got.status, got.headers.get('content-type')]).toEqual([
      200,
      'application/atom+xml; charset=utf-8',
    ]);
    const parsed = parseFeed(got.text);
    if (parsed.format !== 'atom') expect.unreachable();
    expect(parsed.feed.links?.[0]?.href).toBe(`${desk.url}${href}`);
    expect(parsed.feed.entries?.map(({ authors }) => authors?.[0]?.name)).toEqual([
      'mod สมมติ',
      'asker สมมติ',
      'mod สมมติ',
    ]);
    const known = async (headers: Record<string, string>) =>
      (await fetch(`${desk.url}${href}`, { headers })).status;
    const tag = { 'if-none-match': got.headers.get('etag') ?? '' };
    const since = { 'if-modified-since': got.headers.get('last-modified') ?? '' };
    expect([await known(tag), await known(since), await known({})]).toEqual([304, 304, 200]);
    await answer(moderator, 'ใหม่ <script>');
    expect([await known(tag), await known({ ...tag, ...since })]).toEqual([200, 200]);
    const titles = async (path: string) => {
      const feed = parseFeed((await desk.visitor().get(path)).text);
      return feed.format === 'atom' ? feed.feed.entries?.map(({ title }) => title?.value) : [];
    };
    expect(await titles('/board/section/system/atom.xml')).toEqual(['คำถามของวัน', 'รับ', 'ไม่รับ']);
    expect(await titles('/board/atom.xml')).toEqual(['คำถามของวัน', 'รับ', 'ไม่รับ']);
    expect(await titles('/board/section/finance/atom.xml')).toBeUndefined();
    const lists = (await desk.visitor().get('/board/?section=system')).text;
    expect(lists).toContain('href="/board/section/system/atom.xml"');
    for (const path of ['/board/999/atom.xml', '/board/section/none/atom.xml']) {
      expect((await desk.visitor().get(path)).status).toBe(404);
    }
    const into = await ask(moderator, { title: 'เข้า' });
    await moderator?.post(`/board/${thread}/merge/`, { into });
    expect((await desk.visitor().get(href)).location).toBe(`/board/${into}/atom.xml`);
  });

  it.each([
    [{ target: 'thread:999', pace: 'now' }, 404],
    [{ target: 'section:none', pace: 'now' }, 404],
    [{ target: 'daily', pace: 'now' }, 422],
    [{ target: 'section:system', pace: 'hourly' }, 422],
  ])('is not chosen by %j', async (form, status) => {
    expect((await reader?.post('/board/follow/', form))?.status).toBe(status);
    expect((await desk.visitor().post('/board/follow/', form)).status).toBe(403);
  });
});
