import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { grantRole, memberByEmail } from '#store/desk/members.ts';
import { onBothDatabases } from './databases.ts';
import { type Answer, startDesk, type TestDesk, tokenOf, type Visitor } from './running-desk.ts';

const PASSWORD = 'correct-horse-battery';

await onBothDatabases('the board', ({ newPlace }) => {
  let desk: TestDesk;
  let asker: Visitor;
  let answerer: Visitor;
  let moderator: Visitor;
  const emailOf = (name: string) => `${name}@office.example`;

  const join = async (name: string): Promise<Visitor> => {
    const visitor = desk.visitor();
    const form = { name: `${name} สมมติ`, email: emailOf(name), password: PASSWORD, consent: 'yes' };
    await visitor.post('/members/sign-up/', form);
    const token = tokenOf(desk.letters().find(({ to }) => to === emailOf(name))?.link);
    await visitor.post('/members/confirm/', { token });
    const { status } = await visitor.post('/members/sign-in/', { ...form });
    expect(status).toBe(303);
    return visitor;
  };
  const grant = async (name: string, role: 'moderator' | 'administrator') => {
    const database = await openDeskDatabase(desk.settings.place);
    const { id = '' } = (await memberByEmail(database.db, emailOf(name))) ?? {};
    const by = { actor: 'command', now: new Date() };
    await grantRole(database.db, id, { role, office: null }, by);
    await database.close();
  };
  const onceIn = (text: string) => /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const ask = async (visitor: Visitor, more: Record<string, string> = {}): Promise<Answer> => {
    const once = onceIn((await visitor.get('/board/ask/')).text);
    const form = {
      title: 'เข้าระบบไม่ได้',
      body: 'ทำอย่างไร',
      section: 'system',
      system: '',
      page: '',
    };
    return visitor.post('/board/ask/', { ...form, once, ...more });
  };
  const answer = async (visitor: Visitor, thread: string, body: string): Promise<Answer> => {
    const once = onceIn((await visitor.get(`/board/${thread}/`)).text);
    return visitor.post(`/board/${thread}/answer/`, { once, body });
  };
  const threadIn = ({ location }: Answer) => /\/board\/(\d+)\//.exec(location ?? '')?.[1] ?? '';
  const postIn = ({ location }: Answer) => /#p(\d+)/.exec(location ?? '')?.[1] ?? '';

  beforeAll(async () => {
    const place = await newPlace();
    desk = await startDesk(place.kind === 'postgres' ? { DATABASE_URL: place.url } : {});
    [asker, answerer, moderator] = [await join('asker'), await join('answerer'), await join('mod')];
    await grant('mod', 'administrator');
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it('shows the first post of a new member once a moderator has looked at it', async () => {
    expect((await ask(asker, { title: 'คำถามแรก' })).location).toBe('/board/waiting/');
    const reader = desk.visitor();
    expect((await reader.get('/board/')).text).not.toContain('คำถามแรก');
    const queue = (await moderator.get('/board/queue/')).text;
    const [, thread = '', post = ''] =
      /\/board\/(\d+)\/#p(\d+)"><strong>คำถามแรก/.exec(queue) ?? [];
    expect((await reader.get(`/board/${thread}/`)).status).toBe(404);
    expect((await asker.get(`/board/${thread}/`)).text).toContain('รอผู้ดูแลกระดาน');
    expect((await asker.post(`/board/${thread}/show/`, { post })).status).toBe(403);
    await moderator.post(`/board/${thread}/show/`, { post, back: 'queue' });
    expect((await reader.get('/board/')).text).toContain('คำถามแรก');
    expect((await answer(answerer, thread, 'คำตอบแรก')).location).toBe('/board/waiting/');
    const [, waiting = ''] =
      /#p(\d+)"><strong>คำถามแรก/.exec((await moderator.get('/board/queue/')).text) ?? [];
    await moderator.post(`/board/${thread}/show/`, { post: waiting });
    expect((await reader.get(`/board/${thread}/`)).text).toContain('คำตอบแรก');
  });

  it('lets who asked choose the answer, and nobody else', async () => {
    const thread = threadIn(await ask(asker));
    const post = postIn(await answer(answerer, thread, 'ลอง **รหัสใหม่** ตาม มท ๐๘๐๘.๔/ว ๑๕๔๑'));
    expect((await answerer.post(`/board/${thread}/accept/`, { post })).status).toBe(403);
    expect((await asker.post(`/board/${thread}/accept/`, { post })).status).toBe(303);
    const { text } = await desk.visitor().get(`/board/${thread}/`);
    expect(text).toContain('คำตอบที่ผู้ถามเลือก');
    expect(text).toContain('<strong>รหัสใหม่</strong>');
    expect(text).toContain('<a href="/circulars/2568/dla-1541/">');
    expect((await desk.visitor().get('/board/?unanswered=1')).text).not.toContain(
      `/board/${thread}/`,
    );
  });

  it.each([
    ['โทร 080-000-0000', 'เบอร์มือถือใน'],
    ['บรรทัด\nเขียนถึง somchai@mail.invalid', 'อีเมลส่วนตัวใน'],
    ['', 'โปรดเขียนข้อความ'],
  ])('refuses %j with the reason and the place, and keeps what was typed', async (body, said) => {
    const { status, text } = await ask(asker, { body, title: 'ของพิมพ์ไว้' });
    expect(status).toBe(422);
    expect(text).toContain(said);
    expect(text).toContain('value="ของพิมพ์ไว้"');
    const line = body.split('\n').length;
    if (body) expect(text).toContain(`บรรทัดที่ ${line}`);
  });

  it('runs nothing that is typed', async () => {
    const body = '<script>alert(1)</script> [a](javascript:alert(1)) <img src=x onerror=y>';
    const thread = threadIn(await ask(asker, { body, title: '<b onclick="x">' }));
    const { text } = await desk.visitor().get(`/board/${thread}/`);
    expect(text).not.toMatch(/<script>alert|href="javascript|<img|<b onclick/);
    expect(text).toContain('&lt;b onclick=&quot;x&quot;&gt;');
  });

  it('takes nothing from another site, from nobody, or by a form that is not whole', async () => {
    const form = { title: 'ก', body: 'ข', section: 'system', system: '', page: '' };
    expect((await asker.post('/board/ask/', form, 'https://elsewhere.example')).status).toBe(403);
    expect((await desk.visitor().post('/board/ask/', form)).status).toBe(403);
    expect((await asker.post('/board/ask/', form)).status).toBe(422);
    expect((await ask(asker, { section: 'none' })).status).toBe(422);
    expect((await ask(asker, { page: '/../secret/' })).status).toBe(422);
    expect((await ask(asker, { body: 'ก'.repeat(200_000) })).status).toBe(413);
    expect((await desk.visitor().get('/board/ask/')).location).toBe('/members/?next=%2Fask%2F');
  });

  it('keeps a form that was sent twice once', async () => {
    const once = onceIn((await asker.get('/board/ask/')).text);
    const asked = [await ask(asker, { once }), await ask(asker, { once })];
    expect(threadIn(asked[0] as Answer)).toBe(threadIn(asked[1] as Answer));
  });

  it('marks what an officer of the issuing office says, verified by a code on paper', async () => {
    const sheet = await moderator.post('/members/office-code/', { office: 'dla' });
    const code = /desk-code">([^<]+)</.exec(sheet.text)?.[1] ?? '';
    expect((await answerer.post('/members/offices/', { code: 'AAAAA-AAAAA-AAAAA' })).status).toBe(
      422,
    );
    expect((await answerer.post('/members/office-code/', { office: 'dla' })).status).toBe(403);
    const verified = await answerer.post('/members/offices/', { code: code.toLowerCase() });
    expect(verified.text).toContain('เจ้าหน้าที่ที่ยืนยันแล้วของกรมสมมุติ');
    expect((await asker.post('/members/offices/', { code })).status).toBe(422);
    const about = threadIn(await ask(asker, { page: '/circulars/2568/dla-1541/' }));
    await answer(answerer, about, 'ตามหนังสือ');
    const { text } = await desk.visitor().get(`/board/${about}/`);
    expect(text).toContain('คำตอบทางการ');
    expect(text).toContain('ปิดระบบ');
    const other = threadIn(await ask(asker, { page: '/faq/otp/' }));
    await answer(answerer, other, 'ความเห็น');
    const seen = (await desk.visitor().get(`/board/${other}/`)).text;
    expect(seen).toContain('เจ้าหน้าที่ของกรมสมมุติ');
    expect(seen).not.toContain('คำตอบทางการ');
  });

  it.each([
    ['', 'โปรดระบุหน่วยงาน'],
    ['อำเภอสมมุต', 'ใกล้เคียง: อำเภอสมมุติ จังหวัดสมมุติ'],
    ['p5O', 'ไม่มีหน่วยงานที่ชื่อหรือรหัส &quot;p5O&quot;'],
  ])(
    'keeps what was typed where no office is named %j, and offers the nearest',
    async (office, said) => {
      const form = { email: emailOf('asker'), role: 'officer', office, do: 'grant' };
      const refusedGrant = await moderator.post('/members/grant/', form);
      expect([refusedGrant.status, refusedGrant.text.includes(said)]).toEqual([422, true]);
      expect(refusedGrant.text).toContain(`value="${form.email}"`);
      expect(refusedGrant.text).toContain(
        `name="office" type="text" maxlength="200" autocomplete="off" value="${office}"`,
      );
      const sheet = await moderator.post('/members/office-code/', { office });
      expect([sheet.status, sheet.text.includes(said)]).toEqual([422, true]);
      const unknown = { ...form, office: 'd5009', email: 'nobody@office.example' };
      const { text } = await moderator.post('/members/grant/', unknown);
      expect(text).toContain('ไม่มีสมาชิกที่ยืนยันอีเมล nobody@office.example');
      expect(text).toContain('value="d5009"');
    },
  );

  it('makes an officer by the full name of an office, and says who got what', async () => {
    const form = { email: emailOf('asker'), role: 'officer', office: 'อำเภอสมมุติ จังหวัดสมมุติ' };
    const role = 'เจ้าหน้าที่ที่ยืนยันแล้ว อำเภอสมมุติ จังหวัดสมมุติ';
    const granted = await moderator.post('/members/grant/', { ...form, do: 'grant' });
    expect(granted.text).toContain(role);
    const again = await moderator.post('/members/grant/', { ...form, do: 'grant' });
    expect([again.status, again.text.includes('อยู่แล้ว ไม่มีอะไรเปลี่ยน')]).toEqual([422, true]);
    expect((await asker.get('/members/offices/')).text).toContain('อำเภอสมมุติ จังหวัดสมมุติ');
    const revoked = await moderator.post('/members/grant/', {
      ...form,
      office: 'd5009',
      do: 'revoke',
    });
    expect(revoked.text).toContain(`ถอนบทบาทแล้ว`);
    const none = await moderator.post('/members/grant/', { ...form, do: 'revoke' });
    expect([none.status, none.text.includes('จึงไม่มีอะไรให้ถอน')]).toEqual([422, true]);
    const sheet = await moderator.post('/members/office-code/', { office: form.office });
    expect(sheet.text).toContain('ถึง อำเภอสมมุติ จังหวัดสมมุติ');
  });

  it('keeps what was said before a change, which only its writer makes', async () => {
    const asked = await ask(asker, { body: 'ก่อนแก้' });
    const [thread, post] = [threadIn(asked), postIn(asked)];
    expect((await answerer.post(`/board/${thread}/edit/`, { post, body: 'x' })).status).toBe(403);
    expect((await asker.post(`/board/${thread}/edit/`, { post, body: '0800000000' })).status).toBe(
      422,
    );
    await asker.post(`/board/${thread}/edit/`, { post, body: 'หลังแก้' });
    expect((await desk.visitor().get(`/board/${thread}/`)).text).toContain('หลังแก้');
    const { text } = await desk.visitor().get(`/board/${thread}/history/?post=${post}`);
    expect(text).toContain('ก่อนแก้');
  });

  it('lets moderators see to a report, lock, move and merge', async () => {
    const asked = await ask(answerer, { title: 'ไม่สุภาพ' });
    const [thread, post] = [threadIn(asked), postIn(asked)];
    await answerer.post(`/board/${thread}/report/`, { post, reason: 'เหตุผลสมมติ' });
    expect((await moderator.get('/board/queue/')).text).toContain('เหตุผลสมมติ');
    await moderator.post(`/board/${thread}/close-reports/`, { post, back: 'queue' });
    expect((await moderator.get('/board/queue/')).text).not.toContain('เหตุผลสมมติ');
    await moderator.post(`/board/${thread}/lock/`, { locked: 'yes' });
    const once = crypto.randomUUID();
    const late = await answerer.post(`/board/${thread}/answer/`, { once, body: 'สาย' });
    expect([late.status, late.text.includes('ปิดการตอบแล้ว')]).toEqual([422, true]);
    const edited = await answerer.post(`/board/${thread}/edit/`, { post, body: 'แก้ <b>สาย' });
    const nowhere = await answerer.post('/board/99999/answer/', { once, body: 'แก้ <b>สาย' });
    // Neither has a form that the text could stand in.
    for (const [answered, typed] of [
      [late, 'สาย'],
      [edited, 'แก้ &lt;b&gt;สาย'],
      [nowhere, 'แก้ &lt;b&gt;สาย'],
    ] as const)
      expect(answered.text).toContain(`readonly>\n${typed}</textarea>`);
    await moderator.post(`/board/${thread}/move/`, { section: 'finance', system: 'elaas' });
    expect((await desk.visitor().get('/board/?section=finance')).text).toContain('ไม่สุภาพ');
    const into = threadIn(await ask(moderator, { title: 'รวม' }));
    expect((await answerer.post(`/board/${thread}/merge/`, { into })).status).toBe(403);
    await moderator.post(`/board/${thread}/merge/`, { into });
    expect((await desk.visitor().get(`/board/${thread}/`)).location).toBe(`/board/${into}/`);
    await moderator.post(`/board/${into}/remove/`, { post });
    expect((await desk.visitor().get(`/board/${into}/`)).text).not.toContain(`id="p${post}"`);
  });

  it('grants roles to members by those who may', async () => {
    const form = { email: emailOf('asker'), role: 'moderator', office: '', do: 'grant' };
    expect((await answerer.post('/members/grant/', form)).status).toBe(403);
    expect((await moderator.post('/members/grant/', { ...form, role: 'officer' })).status).toBe(
      422,
    );
    expect((await moderator.post('/members/grant/', form)).text).toContain('ให้บทบาทแล้ว');
    expect((await asker.get('/board/queue/')).status).toBe(200);
    await moderator.post('/members/grant/', { ...form, do: 'revoke' });
    expect((await asker.get('/board/queue/')).status).toBe(403);
  });

  it('lets a question hang on a page of the portal, and says there how many answers it has', async () => {
    const page = '/faq/asked/';
    const before = (await asker.get(page)).text;
    expect(before).toContain('/board/ask/?page=%2Ffaq%2Fasked%2F');
    expect(before).toContain('ยังไม่มีคำถามเรื่องนี้');
    expect((await asker.get(`/board/ask/?page=${page}`)).text).toContain('value="/faq/asked/"');
    const thread = threadIn(await ask(asker, { page }));
    await answer(moderator, thread, 'ตอบ');
    expect((await asker.get(page)).text).toContain('มี 1 คำถาม 1 คำตอบ');
    const kept = await fetch(`${desk.url}${page}`, { headers: { 'sec-fetch-dest': 'empty' } });
    expect(await kept.text()).not.toContain('/board/');
    const { headers } = await asker.get(page);
    const again = { 'if-none-match': headers.get('etag') ?? '', 'accept-encoding': 'gzip' };
    expect((await fetch(`${desk.url}${page}`, { headers: again })).status).toBe(304);
  });

  it('offers threads like the one that is typed', async () => {
    const { text } = await desk.visitor().get('/board/similar.json?q=เข้าระบบไม่ได้');
    expect(JSON.parse(text)[0]).toMatchObject({ title: 'เข้าระบบไม่ได้' });
  });

  it('looks for threads like the one that is typed only so often', async () => {
    const reader = desk.visitor();
    let status = 200;
    for (let looks = 0; looks < 80 && status === 200; looks += 1) {
      status = (await reader.get('/board/similar.json?q=otp')).status;
    }
    expect(status).toBe(429);
    const { headers, text } = await reader.get('/board/similar.json?q=otp');
    expect([Number(headers.get('retry-after')) > 0, text]).toEqual([true, '[]']);
  });

  it('lets nobody post without a pause for ever', async () => {
    const floods = [];
    for (let at = 0; at < 12; at += 1) floods.push((await ask(moderator)).status);
    expect(floods.at(-1)).toBe(429);
  });

  it('keeps the posts of a member who goes, without a name', async () => {
    const asked = await ask(answerer, { title: 'ก่อนจากไป' });
    expect((await answerer.post('/members/delete/', { password: PASSWORD })).status).toBe(200);
    const { text } = await desk.visitor().get(`/board/${threadIn(asked)}/`);
    expect(text).toContain('อดีตสมาชิก');
    expect(text).not.toContain('answerer');
  });

  it('gives workers that keep pages the thread as it was built, and people the one of now', async () => {
    const got = async (more: Record<string, string>) =>
      (await fetch(`${desk.url}/board/1/`, { headers: more })).text();
    expect(await got({ 'sec-fetch-dest': 'empty' })).toContain('คัดไว้');
    expect(await got({ 'sec-fetch-dest': 'document' })).not.toContain('คัดไว้');
    const list = await desk.visitor().get('/board/page/2/');
    expect([list.status, list.location]).toEqual([302, '/board/']);
    expect((await desk.visitor().get('/board/1/2/')).location).toBe('/board/1/');
  });
});
