import { SMTPServer } from 'smtp-server';
import { expect, it, onTestFinished, vi } from 'vitest';
import { onBothDatabases } from './databases.ts';
import { FULL_COST, lastCost } from './quick-passwords.ts';
import { PASSWORD, startForTest, type TestDesk, tokenOf, type Visitor } from './running-desk.ts';

const person = (name: string) => ({
  name: `${name} สมมติ`,
  email: `${name}@office.example`,
  password: PASSWORD,
  consent: 'yes',
});

await onBothDatabases('members', ({ newPlace }) => {
  const start = (more?: Record<string, string>) => startForTest(newPlace, more);
  const join = async (desk: TestDesk, name: string): Promise<Visitor> => {
    const visitor = desk.visitor();
    expect((await visitor.post('/members/sign-up/', person(name))).location).toBe('/members/sent/');
    const token = tokenOf(desk.letters().at(-1)?.link);
    expect((await visitor.post('/members/confirm/', { token })).text).toContain('ยืนยันอีเมลแล้ว');
    return visitor;
  };
  const signIn = (visitor: Visitor, name: string, password = PASSWORD) =>
    visitor.post('/members/sign-in/', { email: `${name}@office.example`, password });

  it('sign up, confirm, sign in, take their data with them and go', async () => {
    const desk = await start();
    const visitor = await join(desk, 'somchai');
    expect(desk.letters().map(({ to }) => to)).toEqual(['somchai@office.example']);
    expect((await signIn(visitor, 'somchai')).location).toBe('/members/');
    const own = await visitor.get('/members/');
    expect(own.text).toContain('somchai สมมติ');
    expect(own.headers.get('cache-control')).toBe('no-store');
    const data = JSON.parse((await visitor.get('/members/export/')).text);
    expect(data.member.email).toBe('somchai@office.example');
    expect(data.sessions).toHaveLength(1);
    expect(data.sessions[0]).not.toHaveProperty('token');
    expect(data.audit.map(({ action }: { action: string }) => action)).toEqual([
      'sign-up',
      'confirm',
      'sign-in',
    ]);
    expect((await visitor.post('/members/delete/', { password: '' })).status).toBe(422);
    expect((await visitor.post('/members/delete/', { password: 'wrong-password' })).status).toBe(
      422,
    );
    expect((await visitor.post('/members/delete/', { password: PASSWORD })).status).toBe(200);
    expect((await visitor.get('/members/')).text).not.toContain('somchai');
    expect((await signIn(visitor, 'somchai')).status).toBe(422);
  });

  it('have passwords that are slow to guess', async () => {
    const desk = await start();
    await signIn(await join(desk, 'somchai'), 'somchai');
    expect(lastCost()).toMatchObject(FULL_COST);
  });

  it('are not let in before the address is confirmed', async () => {
    const desk = await start();
    const visitor = desk.visitor();
    await visitor.post('/members/sign-up/', person('somchai'));
    expect((await signIn(visitor, 'somchai')).status).toBe(403);
    expect((await visitor.get('/members/')).text).toContain('action="/members/sign-in/"');
  });

  it('cannot be distinguished from those who are none', async () => {
    const desk = await start();
    const visitor = await join(desk, 'somchai');
    const known = await visitor.post('/members/sign-up/', person('somchai'));
    const unknown = await visitor.post('/members/sign-up/', person('somsri'));
    expect([known.status, known.location, known.text]).toEqual([
      unknown.status,
      unknown.location,
      unknown.text,
    ]);
    const forgot = (email: string) => visitor.post('/members/forgot/', { email });
    const [member, nobody] = [
      await forgot('somchai@office.example'),
      await forgot('no@office.example'),
    ];
    expect([member.status, member.location]).toEqual([nobody.status, nobody.location]);
    await vi.waitFor(() => expect(desk.letters()).toHaveLength(4));
    expect(desk.letters().map(({ to }) => to.split('@')[0])).toEqual([
      'somchai',
      'somchai',
      'somsri',
      'somchai',
    ]);
    const wrong = (name: string) => signIn(visitor, name, 'wrong-password');
    const texts = [await wrong('somchai'), await wrong('no')].map(({ status, text }) => [
      status,
      text.replaceAll(/(?:somchai|no)@/g, '@'),
    ]);
    expect(texts[0]).toEqual(texts[1]);
  });

  it('wait after three wrong passwords, also with the right one, and alone', async () => {
    const desk = await start();
    const visitor = await join(desk, 'somchai');
    for (const status of [422, 422, 422, 429]) {
      expect((await signIn(visitor, 'somchai', 'wrong-password')).status).toBe(status);
    }
    expect((await signIn(visitor, 'somchai')).status).toBe(429);
    expect((await signIn(await join(desk, 'somsri'), 'somsri')).status).toBe(303);
  });

  it('get no more than three letters an hour', async () => {
    const desk = await start();
    const visitor = await join(desk, 'somchai');
    for (let asked = 0; asked < 4; asked += 1) {
      await visitor.post('/members/forgot/', { email: 'somchai@office.example' });
    }
    await vi.waitFor(() => expect(desk.letters()).toHaveLength(3));
  });

  it('set a new password by a link that works once, and are signed out everywhere', async () => {
    const desk = await start();
    const visitor = await join(desk, 'somchai');
    await signIn(visitor, 'somchai');
    await visitor.post('/members/forgot/', { email: 'somchai@office.example' });
    // Letters go out behind the answer, so that its time tells nothing.
    const sent = () => expect(desk.letters()).toHaveLength(2);
    await vi.waitFor(sent);
    const form = { token: tokenOf(desk.letters().at(-1)?.link), password: 'another-password' };
    expect((await visitor.post('/members/reset/', { ...form, password: 'short' })).status).toBe(
      422,
    );
    expect((await visitor.post('/members/reset/', form)).status).toBe(200);
    expect((await visitor.post('/members/reset/', form)).status).toBe(400);
    expect((await visitor.get('/members/')).text).toContain('action="/members/sign-in/"');
    expect((await signIn(visitor, 'somchai')).status).toBe(422);
    expect((await signIn(visitor, 'somchai', form.password)).status).toBe(303);
  });

  it('see where they are signed in, and end one or all of it', async () => {
    const desk = await start();
    const [here, there, third] = [await join(desk, 'somchai'), desk.visitor(), desk.visitor()];
    for (const visitor of [here, there]) await signIn(visitor, 'somchai');
    const isIn = async (visitor: Visitor) =>
      (await visitor.get('/members/')).text.includes('somchai สมมติ');
    const id = /name="id" value="([^"]+)"/.exec((await here.get('/members/')).text)?.[1] ?? '';
    await here.post('/members/end-session/', { id });
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    await signIn(third, 'somchai');
    await here.post('/members/sign-out-everywhere/');
    expect([await isIn(here), await isIn(third)]).toEqual([false, false]);
  });

  it('sign in by the right password from one office, however many there are', async () => {
    const desk = await start();
    await join(desk, 'somchai');
    const answers = [];
    for (let time = 0; time < 21; time += 1) {
      answers.push((await signIn(desk.visitor(), 'somchai')).status);
    }
    expect(answers).toEqual(Array.from({ length: 21 }, () => 303));
    const wrong = (name: string) =>
      desk.visitor().post('/members/sign-in/', { email: `${name}@office.example`, password: 'x' });
    const refused = [];
    for (let one = 0; one < 21; one += 1) refused.push((await wrong(`nobody${one}`)).status);
    expect([refused[0], refused.at(-1)]).toEqual([422, 429]);
  });

  it('are not made to do anything by another site', async () => {
    const desk = await start();
    const visitor = await join(desk, 'somchai');
    const cookie = (await signIn(visitor, 'somchai')).headers.getSetCookie()[0];
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    for (const origin of ['https://elsewhere.example', 'null', `${desk.url}.example`]) {
      const answer = await visitor.post('/members/sign-out-everywhere/', {}, origin);
      expect([origin, answer.status]).toEqual([origin, 403]);
    }
    expect((await visitor.get('/members/')).text).toContain('somchai สมมติ');
  });

  it.each([
    ['no consent', { consent: '' }, 'ต้องยินยอม'],
    ['a mobile number as a name', { name: '080-000-0000' }, 'เบอร์มือถือ'],
    ['no name', { name: ' ' }, 'โปรดใส่ชื่อ'],
    ['no address', { email: 'somchai' }, 'อีเมลนี้ไม่ถูกต้อง'],
    ['a short password', { password: 'short' }, 'สั้นเกินไป'],
  ])('are refused with %s, and what was typed stays', async (_, wrong, said) => {
    const desk = await start();
    const form = { ...person('somchai'), ...wrong };
    const { status, text } = await desk.visitor().post('/members/sign-up/', form);
    expect(status).toBe(422);
    expect(text).toContain(said);
    expect(text).toContain(`value="${form.email}"`);
    expect(text).not.toContain(form.password);
  });

  it('are told all that is wrong at once', async () => {
    const desk = await start();
    const wrong = { name: '080-000-0000', email: 'somchai', password: 'short', consent: '' };
    const { status, text } = await desk.visitor().post('/members/sign-up/', wrong);
    expect(status).toBe(422);
    for (const said of ['เบอร์มือถือ', 'อีเมลนี้ไม่ถูกต้อง', 'สั้นเกินไป', 'ต้องยินยอม'])
      expect(text).toContain(said);
  });

  it('have markup in their names shown as it was typed', async () => {
    const desk = await start();
    const form = { ...person('somchai'), name: '<b onclick="x">', password: 'short' };
    const { text } = await desk.visitor().post('/members/sign-up/', form);
    expect(text).toContain('&lt;b onclick=&quot;x&quot;&gt;');
    expect(text).not.toContain('<b onclick');
  });

  it('get letters by a mail server where one is set', async () => {
    const got: { to: string | undefined; text: string }[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          got.push({ to: session.envelope.rcptTo[0]?.address, text });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { port } = server.server.address() as { port: number };
    const SMTP_URL = `smtp://127.0.0.1:${port}`;
    const desk = await start({ SMTP_URL, DESK_SENDER: 'wian@office.example' });
    const page = await desk.visitor().get('/members/sign-up/');
    expect(page.text).not.toContain('.data/outbox/');
    await desk.visitor().post('/members/sign-up/', person('somchai'));
    expect(got).toMatchObject([{ to: 'somchai@office.example' }]);
    expect(got[0]?.text).toContain('From: wian@office.example');
  });
});
