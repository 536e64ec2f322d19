import { expect, it, onTestFinished } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { authenticator } from './authenticator.ts';
import { onBothDatabases } from './databases.ts';
import {
  freePort,
  joinDesk,
  PASSWORD,
  startDesk,
  type TestDesk,
  type Visitor,
} from './running-desk.ts';

await onBothDatabases('passkeys', ({ newPlace }) => {
  const start = async (): Promise<TestDesk> => {
    const place = await newPlace();
    const PORT = await freePort();
    const env: Record<string, string> =
      place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
    const desk = await startDesk({ ...env, PORT, WIAN_SITE_URL: `http://localhost:${PORT}` });
    onTestFinished(desk.close);
    return desk;
  };
  const asked = async (visitor: Visitor, path: string) =>
    JSON.parse((await visitor.post(`/members/passkeys/${path}/`)).text);
  const add = async (visitor: Visitor, device: ReturnType<typeof authenticator>, name: string) => {
    const response = device.create(await asked(visitor, 'add-options'));
    return visitor.post('/members/passkeys/add/', { name, response });
  };
  const signIn = async (
    visitor: Visitor,
    device: ReturnType<typeof authenticator>,
    more: Parameters<typeof device.get>[1] & { readonly next?: string } = {},
  ) => {
    const response = device.get(await asked(visitor, 'sign-in-options'), more);
    return visitor.post('/members/passkeys/sign-in/', { response, next: more.next ?? '' });
  };

  it('are added, named, signed in by and removed', async () => {
    const desk = await start();
    const device = authenticator(desk.settings.origin);
    const visitor = await joinDesk(desk, 'somchai');
    const options = await asked(visitor, 'add-options');
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'เวียน' },
      user: { name: 'somchai@office.example', displayName: 'somchai สมมติ' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect((await add(visitor, device, '')).status).toBe(422);
    expect(JSON.parse((await add(visitor, device, 'มือถือ')).text)).toEqual({
      to: '/members/passkeys/added/',
    });
    expect((await visitor.get('/members/passkeys/added/')).text).toContain(
      'พาสคีย์ &quot;มือถือ&quot;',
    );
    const data = JSON.parse((await visitor.get('/members/export/')).text);
    expect(data.signsInBy).toMatchObject({ password: true, passkeys: [{ name: 'มือถือ' }] });
    expect(JSON.stringify(data)).not.toContain('publicKey');
    await visitor.post('/members/sign-out-everywhere/');
    const other = desk.visitor();
    const to = await signIn(other, device, { next: '/ask/' });
    expect([to.status, JSON.parse(to.text)]).toEqual([200, { to: '/board/ask/' }]);
    const own = await other.get('/members/');
    expect(own.text).toContain('somchai สมมติ');
    const id =
      /passkeys\/remove\/[^"]*"><input type="hidden" name="id" value="([^"]+)"/.exec(
        own.text,
      )?.[1] ?? '';
    expect((await other.post('/members/passkeys/rename/', { id, name: ' ' })).status).toBe(422);
    expect((await other.post('/members/passkeys/rename/', { id, name: 'แท็บเล็ต' })).text).toContain(
      'แท็บเล็ต',
    );
    const stranger = await joinDesk(desk, 'somsri');
    expect((await stranger.post('/members/passkeys/remove/', { id })).status).toBe(303);
    expect((await other.get('/members/')).text).toContain('แท็บเล็ต');
    expect((await other.post('/members/passkeys/remove/', { id })).text).toContain('ลบพาสคีย์แล้ว');
    expect((await signIn(desk.visitor(), device)).status).toBe(422);
    expect(desk.faults).toEqual([]);
  });

  it('tell their member by mail when one is added or removed, whatever other letters were asked for', async () => {
    const desk = await start();
    const visitor = await joinDesk(desk, 'somchai');
    const email = 'somchai@office.example';
    for (let time = 0; time < 4; time += 1) {
      await desk.visitor().post('/members/forgot/', { email });
    }
    const before = desk.letters().length;
    await add(visitor, authenticator(desk.settings.origin), 'มือถือ');
    const own = await visitor.get('/members/');
    const id = /passkeys\/remove\/[^"]*"><input type="hidden" name="id" value="([^"]+)"/.exec(
      own.text,
    );
    await visitor.post('/members/passkeys/remove/', { id: id?.[1] ?? '' });
    const told = desk.letters().slice(before);
    expect(told.map(({ to }) => to)).toEqual([email, email]);
    expect(told[0]?.text).toContain('มีการเพิ่ม พาสคีย์ "มือถือ"');
    expect(told[1]?.text).toContain('มีการลบ พาสคีย์ "มือถือ"');
  });

  it('let nobody in who only has the device, comes from another site, or answers for another browser', async () => {
    const desk = await start();
    const device = authenticator(desk.settings.origin);
    const visitor = await joinDesk(desk, 'somchai');
    await add(visitor, device, 'มือถือ');
    const stranger = desk.visitor();
    expect((await signIn(stranger, device, { unseen: true })).status).toBe(422);
    expect((await signIn(stranger, device, { from: 'http://localhost:1' })).status).toBe(422);
    expect((await signIn(stranger, authenticator(desk.settings.origin))).status).toBe(422);
    const response = device.get(await asked(visitor, 'sign-in-options'));
    for (const wrong of [response, 'null', '[]', '{}', 'x']) {
      const { status } = await stranger.post('/members/passkeys/sign-in/', { response: wrong });
      expect([wrong.length, status]).toEqual([wrong.length, 422]);
    }
    expect((await stranger.post('/members/passkeys/add-options/')).status).toBe(401);
    expect(
      (await stranger.post('/members/passkeys/sign-in-options/', {}, 'https://x.example')).status,
    ).toBe(403);
    expect((await stranger.get('/members/')).text).not.toContain('somchai');
  });

  it('are gone with their member', async () => {
    const desk = await start();
    const visitor = await joinDesk(desk, 'somchai');
    await add(visitor, authenticator(desk.settings.origin), 'มือถือ');
    await visitor.post('/members/delete/', { password: PASSWORD });
    const { db, close } = await openDeskDatabase(desk.settings.place);
    expect(await db.selectFrom('passkey').selectAll().execute()).toEqual([]);
    await close();
  });
});

it('are not offered where the desk has no name but the number of a machine', async () => {
  const desk = await startDesk({});
  onTestFinished(desk.close);
  expect((await desk.visitor().get('/members/')).text).not.toContain('passkeys');
  expect((await desk.visitor().get('/members/passkeys.js')).status).toBe(404);
});
