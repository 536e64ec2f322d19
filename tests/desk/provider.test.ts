import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { onBothDatabases } from './databases.ts';
import { type Person, startProvider, type TestProvider } from './identity-provider.ts';
import {
  freePort,
  joinDesk,
  PASSWORD,
  startDesk,
  type TestDesk,
  tokenOf,
  type Visitor,
} from './running-desk.ts';

/** With some providers the subject is the number of a citizen; this one is made up. */
const CITIZEN = '1101700203451';
const PEOPLE = {
  [CITIZEN]: {},
  checked: { email: 'Checked@office.example', email_verified: true },
  unchecked: { email: 'somchai@office.example', email_verified: false },
  taken: { email: 'somchai@office.example', email_verified: true },
} satisfies Record<string, Person>;

await onBothDatabases('an identity provider', ({ newPlace }) => {
  const start = async (more: Record<string, string> = {}) => {
    const place = await newPlace();
    const PORT = await freePort();
    const provider = await startProvider(`http://127.0.0.1:${PORT}`, PEOPLE);
    const url: Record<string, string> =
      place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
    const desk = await startDesk({ PORT, ...url, ...provider.env, ...more });
    onTestFinished(async () => {
      await desk.close();
      await provider.stop();
    });
    return { desk, provider };
  };
  /** The address to which a page leads by itself. */
  const leadsTo = ({ headers }: { readonly headers: Headers }) =>
    /^0; url=(.*)$/.exec(headers.get('refresh') ?? '')?.[1] ?? '';
  const signUp = async (
    visitor: Visitor,
    provider: TestProvider,
    subject: string,
    name: string,
  ) => {
    const form = { name, consent: 'yes' };
    const url = leadsTo(await visitor.post('/members/provider/sign-up/', form));
    return visitor.get(await provider.signIn(url, subject));
  };
  const signIn = async (visitor: Visitor, provider: TestProvider, subject: string) => {
    const url = leadsTo(await visitor.post('/members/provider/'));
    return visitor.get(await provider.signIn(url, subject));
  };
  const connect = async (visitor: Visitor, provider: TestProvider, subject: string) => {
    const url = leadsTo(await visitor.post('/members/provider/connect/'));
    return visitor.get(await provider.signIn(url, subject));
  };
  const everything = async ({ settings }: TestDesk): Promise<string> => {
    const { db, close } = await openDeskDatabase(settings.place);
    const rows = [];
    for (const table of ['user', 'account', 'session', 'verification', 'audit'] as const) {
      rows.push(await db.selectFrom(table).selectAll().execute());
    }
    await close();
    return JSON.stringify(rows);
  };

  it('makes somebody without an address a member, who reads, writes, and is known again', async () => {
    const { desk, provider } = await start();
    const visitor = desk.visitor();
    expect((await visitor.get('/members/sign-up/')).text).toContain('สมัครด้วย ThaiD');
    expect((await signUp(visitor, provider, CITIZEN, 'สมชาย สมมติ')).location).toBe(
      `${desk.url}/members/`,
    );
    const own = await visitor.get('/members/');
    expect(own.text).toContain('สมชาย สมมติ');
    expect(own.text).toContain('ส่งจดหมายถึงท่านไม่ได้');
    expect(own.text).not.toContain('no-mail.invalid');
    const ask = await visitor.get('/board/ask/');
    const once = /name="once" value="([^"]+)"/.exec(ask.text)?.[1] ?? '';
    const question = {
      title: 'ถามเรื่องระบบ',
      body: 'รายละเอียด',
      section: 'system',
      system: '',
      page: '',
    };
    const asked = await visitor.post('/board/ask/', { ...question, once });
    expect(asked.status).toBe(303);
    // No mail can be sent, and no page is to say that it is.
    expect(ask.text).not.toContain('name="follow"');
    const section = (await visitor.get('/board/?section=system')).text;
    expect(section).toContain('ยังไม่มีอีเมลที่ยืนยันแล้ว');
    expect(section).not.toContain('value="daily"');
    const followed = await visitor.post('/board/follow/', {
      target: 'section:system',
      pace: 'now',
    });
    expect([followed.status, followed.text]).toEqual([
      422,
      expect.stringContaining('ยังไม่มีอีเมลที่ยืนยันแล้ว'),
    ]);
    await visitor.post('/members/sign-out-everywhere/');
    expect((await visitor.get('/members/')).text).toContain('เข้าสู่ระบบด้วย ThaiD');
    const again = await signIn(visitor, provider, CITIZEN);
    expect(again.location).toBe(`${desk.url}/members/`);
    expect((await visitor.get('/members/')).text).toContain('สมชาย สมมติ');
    expect(desk.letters()).toEqual([]);
    expect(desk.faults).toEqual([]);
  });

  it('leaves nothing of what it says but a keyed digest, and a checked address', async () => {
    const { desk, provider } = await start();
    const visitor = desk.visitor();
    await signUp(visitor, provider, CITIZEN, 'สมชาย สมมติ');
    await signUp(desk.visitor(), provider, 'checked', 'สมศรี สมมติ');
    const all = await everything(desk);
    for (const kept of [CITIZEN, 'มีชื่อจริง', 'eyJ', '"checked"', 'codeVerifier']) {
      expect(all).not.toContain(kept);
    }
    expect(all).toContain('checked@office.example');
    const data = JSON.parse((await visitor.get('/members/export/')).text);
    expect(data.member.email).toBeNull();
    expect(data.signsInBy).toMatchObject({ password: false, provider: { name: 'ThaiD' } });
    expect(JSON.stringify(data)).not.toContain(CITIZEN);
    expect((await visitor.get('/members/privacy/')).text).toContain('ถ้าใช้ ThaiD');
  });

  it('makes nobody a member who only signs in, or does not consent', async () => {
    const { desk, provider } = await start();
    const visitor = desk.visitor();
    const unknown = await signIn(visitor, provider, CITIZEN);
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('ยังไม่มีสมาชิกที่เชื่อมกับ ThaiD');
    for (const wrong of [
      { name: 'สมชาย' },
      { name: '', consent: 'yes' },
      { name: '080-000-0000', consent: 'yes' },
    ]) {
      const { status, headers } = await visitor.post(
        '/members/provider/sign-up/',
        wrong as Record<string, string>,
      );
      expect([status, headers.get('refresh')]).toEqual([422, null]);
    }
    expect(JSON.parse(await everything(desk))[0]).toEqual([]);
  });

  it('connects nobody by an address, whether it is checked or not', async () => {
    const { desk, provider } = await start();
    await joinDesk(desk, 'somchai');
    const taken = await signUp(desk.visitor(), provider, 'taken', 'ใครก็ไม่รู้');
    expect(taken.status).toBe(409);
    expect(taken.text).toContain('เป็นของสมาชิกอยู่แล้ว');
    const visitor = desk.visitor();
    await signUp(visitor, provider, 'unchecked', 'คนอื่น สมมติ');
    expect((await visitor.get('/members/')).text).toContain('คนอื่น สมมติ');
    const [users, accounts] = JSON.parse(await everything(desk));
    expect(users).toHaveLength(2);
    expect(accounts.map(({ providerId }: { providerId: string }) => providerId).sort()).toEqual([
      'credential',
      'oidc',
    ]);
    expect(
      users.filter(({ email }: { email: string }) => email === 'somchai@office.example'),
    ).toHaveLength(1);
  });

  it('is connected and disconnected by a member who is signed in, with the password', async () => {
    const { desk, provider } = await start();
    const visitor = await joinDesk(desk, 'somchai');
    expect((await connect(visitor, provider, CITIZEN)).location).toContain('/provider/connected/');
    expect((await visitor.get('/members/provider/connected/')).text).toContain('เชื่อมกับ ThaiD แล้ว');
    expect((await visitor.post('/members/provider/connect/')).status).toBe(409);
    const second = desk.visitor();
    expect((await signIn(second, provider, CITIZEN)).location).toBe(`${desk.url}/members/`);
    expect((await second.get('/members/')).text).toContain('somchai สมมติ');
    const other = await joinDesk(desk, 'somsri');
    const refused = await connect(other, provider, CITIZEN);
    expect([refused.status, refused.text.includes('เชื่อมกับสมาชิกคนอื่น')]).toEqual([409, true]);
    const disconnect = (password: string) =>
      visitor.post('/members/provider/disconnect/', { password });
    expect((await disconnect('wrong-password')).status).toBe(422);
    expect((await disconnect(PASSWORD)).text).toContain('เลิกเชื่อมกับ ThaiD แล้ว');
    const told = desk.letters().filter(({ text }) => text.includes(' ThaiD '));
    expect(told.map(({ to }) => to)).toEqual(['somchai@office.example', 'somchai@office.example']);
    expect(told.map(({ text }) => /มีการ(\S+) ThaiD/.exec(text)?.[1])).toEqual(['เพิ่ม', 'ลบ']);
    expect((await signIn(desk.visitor(), provider, CITIZEN)).status).toBe(422);
    expect(await everything(desk)).not.toContain(CITIZEN);
  });

  it('is not disconnected where it is the only way, and deletion asks for a fresh sign-in', async () => {
    const { desk, provider } = await start();
    const visitor = desk.visitor();
    await signUp(visitor, provider, CITIZEN, 'สมชาย สมมติ');
    expect((await visitor.post('/members/provider/disconnect/')).status).toBe(409);
    const { db, kind, close } = await openDeskDatabase(desk.settings.place);
    const ago = new Date(Date.now() - 11 * 60_000);
    const createdAt = kind === 'sqlite' ? ago.toISOString() : ago;
    await db.updateTable('session').set({ createdAt }).execute();
    expect((await visitor.post('/members/delete/')).text).toContain('นานกว่า 10 นาที');
    await signIn(visitor, provider, CITIZEN);
    expect((await visitor.post('/members/delete/')).text).toContain('ลบชื่อ');
    expect(await db.selectFrom('account').selectAll().execute()).toEqual([]);
    await close();
  });

  it('gives a password to a member with a checked address, by mail', async () => {
    const { desk, provider } = await start();
    const visitor = desk.visitor();
    await signUp(visitor, provider, 'checked', 'สมศรี สมมติ');
    const email = 'checked@office.example';
    await visitor.post('/members/forgot/', { email });
    await expect.poll(() => desk.letters()).toHaveLength(1);
    const token = tokenOf(desk.letters()[0]?.link);
    await visitor.post('/members/reset/', { token, password: PASSWORD });
    expect((await visitor.post('/members/sign-in/', { email, password: PASSWORD })).status).toBe(
      303,
    );
    expect((await visitor.get('/members/')).text).toContain('เลิกเชื่อมกับ ThaiD');
  });

  it('lets nobody in by the way back of another browser, twice, or after giving up', async () => {
    const { desk, provider } = await start();
    const visitor = desk.visitor();
    const form = { name: 'สมชาย สมมติ', consent: 'yes' };
    const url = leadsTo(await visitor.post('/members/provider/sign-up/', form));
    const back = await provider.signIn(url, CITIZEN);
    const stranger = desk.visitor();
    expect((await stranger.get(back)).text).toContain('เริ่มจากเบราว์เซอร์อื่น');
    expect((await visitor.get(back)).location).toBe(`${desk.url}/members/`);
    expect((await visitor.get(back)).text).toContain('ใช้ไปแล้ว');
    expect((await stranger.get('/members/provider/back/')).status).toBe(422);
    const given = await stranger.post('/members/provider/');
    const gaveUp = await stranger.get(await provider.giveUp(leadsTo(given)));
    expect([gaveUp.status, gaveUp.text.includes('ไม่ได้ยืนยัน')]).toEqual([403, true]);
    const parts = new URL(leadsTo(await stranger.post('/members/provider/'))).searchParams;
    expect(parts.get('code_challenge_method')).toBe('S256');
    expect(parts.get('nonce')).toMatch(/^.{32}$/);
    expect(parts.get('state')).toMatch(/^.{32}$/);
  });

  it('is not waited for: where it is down the page says so, and passwords go on working', async () => {
    const { desk, provider } = await start();
    const visitor = await joinDesk(desk, 'somchai');
    const url = leadsTo(await visitor.post('/members/provider/connect/'));
    const back = await provider.signIn(url, CITIZEN);
    await provider.stop();
    for (const answer of [
      await visitor.get(back),
      await desk.visitor().post('/members/provider/'),
    ]) {
      expect(answer.status).toBe(503);
      expect(answer.text).toContain('ThaiD ไม่ตอบในขณะนี้');
    }
    expect(desk.faults.join('\n')).toMatch(/provider ThaiD cannot be used: .*ECONNREFUSED/);
    expect((await visitor.get('/members/')).text).toContain('somchai สมมติ');
  });

  it('is not believed where it is another issuer than that of the settings', async () => {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ issuer: 'https://elsewhere.example' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { port } = server.address() as { port: number };
    const { desk } = await start({ OIDC_ISSUER: `http://127.0.0.1:${port}` });
    expect((await desk.visitor().post('/members/provider/')).status).toBe(503);
    expect(desk.faults.join('\n')).toContain('its issuer is "https://elsewhere.example"');
  });
});

it('is not shown where none is set', async () => {
  const desk = await startDesk({});
  onTestFinished(desk.close);
  expect((await desk.visitor().get('/members/')).text).not.toContain('/members/provider/');
  expect((await desk.visitor().get('/members/provider/')).status).toBe(404);
});
