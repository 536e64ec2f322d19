import { expect, it, onTestFinished } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { auditOf, memberByEmail } from '#store/desk/members.ts';
import { onBothDatabases } from './databases.ts';
import { startProvider } from './identity-provider.ts';
import {
  freePort,
  joinDesk,
  PASSWORD,
  startForTest,
  tokenOf,
  type Visitor,
} from './running-desk.ts';

const address = (name: string) => `${name}@office.example`;

await onBothDatabases('name and address', ({ newPlace }) => {
  const start = (more?: Record<string, string>) => startForTest(newPlace, more);
  const signIn = (visitor: Visitor, email: string) =>
    visitor.post('/members/sign-in/', { email, password: PASSWORD });
  const change = (visitor: Visitor, email: string, password = PASSWORD) =>
    visitor.post('/members/email/', { email, password });

  it('are changed: the address by a letter to the new one, of which the old one is told', async () => {
    const desk = await start();
    const visitor = await joinDesk(desk, 'somchai');
    expect((await visitor.post('/members/name/', { name: '080-000-0000' })).status).toBe(422);
    expect((await visitor.post('/members/name/', { name: 'สมชาย คนใหม่' })).text).toContain(
      '<h1>สมชาย คนใหม่</h1>',
    );
    expect((await change(visitor, address('new'), 'wrong-password')).status).toBe(422);
    expect((await change(visitor, address('somchai'))).status).toBe(422);
    expect((await change(visitor, 'x@no-mail.invalid')).status).toBe(422);
    expect((await change(visitor, address('New'))).location).toBe('/members/sent/');
    expect((await visitor.get('/members/')).text).toContain(address('somchai'));
    const letter = desk.letters().at(-1);
    expect(letter?.to).toBe(address('new'));
    const confirmed = await desk
      .visitor()
      .post('/members/confirm/', { token: tokenOf(letter?.link) });
    expect([confirmed.status, confirmed.text.includes('ใช้อีเมลใหม่แล้ว')]).toEqual([200, true]);
    expect(desk.letters().at(-1)?.to).toBe(address('somchai'));
    const again = await desk.visitor().post('/members/confirm/', { token: tokenOf(letter?.link) });
    expect(again.status).toBe(400);
    expect((await signIn(desk.visitor(), address('somchai'))).status).toBe(422);
    expect((await signIn(desk.visitor(), address('new'))).status).toBe(303);
    const { db, close } = await openDeskDatabase(desk.settings.place);
    const { id = '' } = (await memberByEmail(db, address('new'))) ?? {};
    const actions = (await auditOf(db, id)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['change-name', 'change-email']));
    await close();
  });

  it('stay where the new address is a member of the desk, which nobody is told', async () => {
    const desk = await start();
    await joinDesk(desk, 'somsri');
    const visitor = await joinDesk(desk, 'somchai');
    const before = desk.letters().length;
    expect((await change(visitor, address('somsri'))).location).toBe('/members/sent/');
    expect(desk.letters()).toHaveLength(before);
    expect((await change(visitor, address('later'))).location).toBe('/members/sent/');
    const token = tokenOf(desk.letters().at(-1)?.link);
    await joinDesk(desk, 'later');
    expect((await desk.visitor().post('/members/confirm/', { token })).status).toBe(400);
    expect((await visitor.get('/members/')).text).toContain(address('somchai'));
  });

  it('an address is given by a member without one, who then may have a password', async () => {
    const PORT = await freePort();
    const provider = await startProvider(`http://127.0.0.1:${PORT}`, { somchai: {} });
    onTestFinished(provider.stop);
    const desk = await start({ PORT, ...provider.env });
    const visitor = desk.visitor();
    const form = { name: 'สมชาย สมมติ', consent: 'yes' };
    const { headers } = await visitor.post('/members/provider/sign-up/', form);
    const url = (headers.get('refresh') ?? '').slice('0; url='.length);
    await visitor.get(await provider.signIn(url, 'somchai'));
    expect((await change(visitor, address('somchai'), '')).location).toBe('/members/sent/');
    const token = tokenOf(desk.letters().at(-1)?.link);
    expect((await visitor.post('/members/confirm/', { token })).status).toBe(200);
    expect(desk.letters()).toHaveLength(1);
    await visitor.post('/members/forgot/', { email: address('somchai') });
    await expect.poll(() => desk.letters()).toHaveLength(2);
    const reset = { token: tokenOf(desk.letters().at(-1)?.link), password: PASSWORD };
    expect((await visitor.post('/members/reset/', reset)).status).toBe(200);
    expect((await signIn(visitor, address('somchai'))).status).toBe(303);
  });
});
